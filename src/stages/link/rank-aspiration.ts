import type { Mention } from '../../model/mention.ts'
import type { Span } from '../../model/span.ts'
import type { Rank } from '../../model/values.ts'
import type { Units } from '../../text/units.ts'
import type { Context } from './context.ts'
import { evidence } from './evidence.ts'
import type { StatusReading } from './status-reading.ts'

/**
 * Rules whose words also say what somebody is (`… hàng đầu Việt Nam`, `nước có thu nhập cao`), or which are ranks only in a
 * list of them: what they find is a rank only where it is strived for.
 */
const RULES: ReadonlySet<string> = new Set([
  'rank/become-leading',
  'rank/leading-place',
  'rank/among-ranked',
  'rank/income-band',
  'rank/developed-country',
  'rank/listed'
])

/** Whether a rank is one only where it is strived for. */
export const isAspiration = (anchor: Mention): boolean => RULES.has(anchor.rule)

// So far before a rank its aim may stand, in code units.
const REACH = 400

// What aims at something, whatever stands between.
const AIM =
  /(?<![a-zà-ỹđ])(?:mục tiêu|phấn đấu|định hướng|hướng tới|hướng đến|tầm nhìn|khát vọng|tham vọng|hoài bão|mong muốn|muốn|quyết tâm|làm sao để)(?![a-zà-ỹđ])/g
// What aims at what stands right behind it.
const NEAR_AIM =
  /(?<![a-zà-ỹđ])(?:nhằm|kỳ vọng|(?<!hợp tác |đối tác |nhà |quan hệ |tác )chiến lược|quy hoạch|kế hoạch|đề án|nghị quyết|(?:đến|trước|tới|vào) (?:cuối |hết )?năm \d{4}|từng bước|(?<!không )(?:cần|phải)(?= (?:sớm |được |[^ ,]{1,12} ){0,3}$))(?![a-zà-ỹđ])/g

// What is brought about by somebody, at the beginning of a sentence, a quotation or an item.
const MADE =
  /(?:^|[:;"“] ?|(?:^|[^a-zà-ỹđ])(?:để|nhằm|góp phần|tiếp tục|sẽ|sớm|từng bước|đề án|về) )["“]?(?:đưa|xây dựng|phát triển) [^;]{3,200}$/

// What tells that it came so, is so or may be so.
const TOLD =
  /(?<![a-zà-ỹđ])(?:đã|từng(?! bước)|vừa|hiện(?! đại| thực| hữu)|đang(?! phát triển)|vẫn|luôn|vốn|được (?:coi|xem|biết|đánh giá|công nhận|bình chọn|vinh danh|mệnh danh)|nhờ đó|giúp|khiến|dự báo|tự hào|dần trở|hỗ trợ)(?![a-zà-ỹđ])/
const POSSIBLE =
  /(?:tiềm lực|tiềm năng|khả năng|cơ hội|điều kiện|lợi thế|có thể|nguy cơ|(?<!hàng )không|chưa|nếu|liệu)(?: (?:để|sẽ|sớm|vươn lên|việt nam|việc))?$/
// An aim that was reached, or that only names something.
const MET = /(?:đã|vượt|hoàn thành|đạt được|thực hiện thành công) $/

// A day to come, behind the rank: `vào năm 2045`.
const DUE = /^[^,.;]{0,50}(?<![a-zà-ỹđ])(?:vào|đến|trước|trong) (?:cuối |giữa )?năm (?<year>20\d\d)/

const isBe = (words: string): boolean => words.startsWith('là ')

// One of several is among others of the same aim: `trở thành một trong 100 ngân hàng …, một trong 300 tập đoàn …`.
const AMONG_OTHERS = /thành một trong [^;]{3,160}(?:,| và) $/

/** Why a position in words that may be an epithet is strived for; undefined where nobody does. */
export function aspiration(
  context: Context,
  anchor: Mention<Rank>,
  units: Units,
  said: StatusReading | undefined
): StatusReading | undefined {
  const { lower } = context.normalized
  const from = anchor.outer.start
  const start = Math.max(units.start(0), from - REACH)
  const lead = lower.slice(start, from)
  const isBeing = isBe(lower.slice(from, anchor.outer.end))
  const clause = clauseOf(lead, isBeing)
  if (POSSIBLE.test(lead.trimEnd())) return undefined
  if (lower.startsWith('một trong', from) && !AMONG_OTHERS.test(lead)) return undefined
  const aim = lastOf(AIM, isBeing ? clause : lead) ?? lastOf(NEAR_AIM, clause)
  if (aim !== undefined) {
    const at = from - aim.left
    return TOLD.test(lower.slice(at + aim.length, from)) || MET.test(lower.slice(start, at))
      ? undefined
      : goal({ start: at, end: at + aim.length }, 'status/strived-for')
  }
  if (TOLD.test(clause)) return undefined
  const made = MADE.exec(clause)
  if (made !== null) return goal({ start: from - (clause.length - made.index), end: from }, 'status/made')
  const due = DUE.exec(lower.slice(anchor.end, anchor.end + 80))
  const published = context.article.record.published?.slice(0, 4)
  const year = due?.groups?.['year']
  if (due !== null && year !== undefined && (published === undefined || published < year))
    return goal({ start: anchor.end, end: anchor.end + due[0].length }, 'status/future-date')
  return said?.status === 'goal' && BY_LEAD.has(said.evidence.rule) ? said : undefined
}

/** The last match in some words: its length, and how far before their end it begins. */
function lastOf(words: RegExp, text: string): { left: number; length: number } | undefined {
  const last = [...text.matchAll(words)].at(-1)
  return last === undefined ? undefined : { left: text.length - last.index, length: last[0].length }
}

// What makes a goal of a whole list or section.
const BY_LEAD: ReadonlySet<string> = new Set(['status/header', 'status/header-date', 'status/by-plan', 'status/by-document'])

const goal = (span: Span, rule: string): StatusReading => ({ status: 'goal', evidence: evidence(span, rule), isOwn: true })

// What opens a clause and governs what follows its comma: `Theo quy hoạch, …`, `để đến năm 2030, …`.
const OPENER =
  /(?:theo [^,;]{3,60}|(?:đến|tới|vào|trước) (?:cuối |hết )?năm \d{4}|tầm nhìn[^,;]{0,60}|mục tiêu[^,;]{0,60}|giai đoạn [^,;]{4,20})$/

/** The words before a rank that govern it: its own clause with what opens that; of what somebody becomes, one clause more. */
function clauseOf(lead: string, isBeing: boolean): string {
  const cuts = [...lead.matchAll(/[,;]/g)].map(m => m.index)
  const semicolon = lead.lastIndexOf(';')
  let at = cuts.at(isBeing ? -1 : -2) ?? 0
  const before = cuts.at(isBeing ? -2 : -3) ?? 0
  if (at > semicolon && OPENER.test(lead.slice(before, at))) at = before
  return lead.slice(at)
}

// Who is to become what the rank is of: `trở thành hãng bay top 2 …`, `thành một trong hai trung tâm …`.
const BECOMING = /(?:trở thành|(?<!hoàn |hình )thành)(?! phố| viên| lập| công)(?: [^ ,.;:]{1,20}){0,8} ?$/

/** Why a rank that stands behind a verb of becoming or making is strived for. */
export function becomes(context: Context, anchor: Mention<Rank>, units: Units, said: StatusReading | undefined): StatusReading | undefined {
  const first = units.start(0)
  const lead = context.normalized.lower.slice(Math.max(first, anchor.start - REACH), anchor.start)
  return BECOMING.test(lead.slice(-120)) || MADE.test(lead) ? aspiration(context, anchor, units, said) : undefined
}
