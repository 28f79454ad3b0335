import { CLOSE, ISSUER, OPEN, ORGANIZATION, PLACE } from '../../mentions/words/tags.ts'
import type { Units } from '../../text/units.ts'
import type { Context } from './context.ts'
import type { StatusReading } from './status-reading.ts'

const NAME = PLACE.or(ISSUER, ORGANIZATION)
const BRACKET = OPEN.or(CLOSE)

// Others, whose position is told to say who they are: `của trường nước ngoài xếp hạng top 500`, `thu hút các hãng thuộc top 100`.
const OF_OTHERS =
  /(?:nước ngoài|đối tác)(?: (?:có|được|đã))? $|(?:thu hút|hợp tác với|liên kết với|mời|từ|cạnh tranh với) [^,;.]{0,50}(?:tập đoàn|công ty|doanh nghiệp|trường|đại học|chuyên gia|nhà đầu tư|hãng|ngân hàng|quốc gia|nước)(?: [^ ,;.]{1,12}){0,3} $/

// What is only looked into or waited for: `tiêu chí nâng hạng thị trường`, `việc xem xét nâng hạng`.
const SPOKEN_OF = /(?:xem xét|tiêu chí|điều kiện|khả năng|triển vọng|kỳ vọng|câu chuyện|lộ trình|quá trình|cơ hội)(?: (?:để|về|được))? $/

// Who somebody is, behind a dash: `nguồn cung dầu từ Nga - một trong những nước …`.
const APPOSITION = / [-–] $/

// How things compare, not where somebody is to stand.
const LARGEST = /^(?:lớn|cao) (?:thứ|hạng)/

// A membership that is entered or kept.
const MEMBER = /^(?:(?:tiếp tục|duy trì|giữ vững) )?(?:thuộc|nằm|đứng|lọt|vào|trở lại|quay lại|trong|trở thành|có tên|được xếp|xếp hạng)/

const LASTING = /(?<![a-zà-ỹđ])(?:luôn|liên tục|liên tiếp|vẫn|nhiều năm|từng|đã|vừa)(?![a-zà-ỹđ])/

// What an order or an item of a list begins with.
const ORDER = /^(?:[-+–•*] ?)?(?:nâng|cải thiện|tăng|duy trì|giữ|phấn đấu|tiếp tục)(?![a-zà-ỹđ])/

/** Whether words that hardly speak of ranks (`sẽ`, `phải`, `yêu cầu`), or those of a sentence before, make an aim of this one. */
function isLed(lower: string, units: Units, at: number, { evidence: { rule, start } }: StatusReading): boolean {
  const words = lower.slice(units.start(at), units.end(at))
  const first = units.start(0)
  const before = lower.slice(Math.max(first, units.start(at) - 60), units.start(at))
  if (LARGEST.test(words) || LASTING.test(before)) return false
  if (rule === 'status/header') return true
  if (ORDER.test(lower.slice(first, first + 24))) return true
  if (!MEMBER.test(words)) return false
  if (rule === 'status/carried') return /^[^ ]{0,6} ?(?:mục tiêu|chỉ tiêu|phấn đấu)/.test(lower.slice(start ?? 0, (start ?? 0) + 16))
  return GROUP.test(words) && start !== null && units.start(at) - start < NEAR
}

// So near before a rank a weak word stands, in code units.
const NEAR = 120

// A group that leads, as plans name it.
const GROUP = /(?:nhóm|top|tốp) .{0,60}(?:dẫn đầu|đứng đầu|hàng đầu)/

const LOOSE: ReadonlySet<string> = new Set(['status/weak-goal-word', 'status/carried', 'status/header'])

/**
 * What is said of a rank's status, where that is not told of another's position or with an aim that was met. `read`: what
 * its sentence and the words around that say of it as of any number.
 */
export function toldRank(context: Context, units: Units, at: number, read: StatusReading | undefined): StatusReading | undefined {
  if (read?.status !== 'goal') return read
  const { lower } = context.normalized
  const { start, end } = read.evidence
  const current: StatusReading = { ...read, status: 'current' }
  const lead = lower.slice(Math.max(units.start(0), units.start(at) - 100), units.start(at))
  if (OF_OTHERS.test(lead) || (units.mention(at)?.rule === 'rank/market-class' && SPOKEN_OF.test(lead))) return current
  if (APPOSITION.test(lead) || LARGEST.test(lower.slice(units.start(at), units.end(at)))) return current
  if (LOOSE.has(read.evidence.rule) && !isLed(lower, units, at, read)) return undefined
  // `không những thua Hà Nội (xếp thứ 3)`: the position of who is named before the brackets.
  const open = units.last(BRACKET, at)
  if (open > 0 && units.is(open, OPEN) && units.is(open - 1, NAME) && (start === null || start < units.start(open))) return current
  if (start === null || end === null || start >= units.start(at) || start < units.start(0)) return read
  const word = lower.slice(start, end)
  const between = lower.slice(end, units.start(at))
  // `vượt mục tiêu đề ra và đứng thứ 2 cả nước`: what was reached beside an aim that was met.
  const isMet =
    /^vượt|^đạt (?:và vượt )?(?:mục tiêu|chỉ tiêu)/.test(word) || /vượt [^,;]{0,40}$/.test(lower.slice(Math.max(0, start - 48), start))
  if (isMet && /[,;]| và /.test(between)) return { ...current, status: 'result' }
  // `đã cam kết …, và là quốc gia dẫn đầu khu vực`: what it is, beside what it has pledged.
  if (/^đã /.test(word) && /[,;] ?(?:và )?là [^,;]{0,20}$/.test(between)) return current
  return read
}
