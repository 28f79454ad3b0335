import { ASSIGN, RAISE, RANK } from '../../mentions/words/tags.ts'
import type { Frame, Via } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { Rank } from '../../model/values.ts'
import type { Units } from '../../text/units.ts'
import { words } from '../../text/word-class.ts'
import type { Context } from './context.ts'
import { evidence } from './evidence.ts'
import { spanOf } from './linked-date.ts'
import { amongGoals } from './rank-among-goals.ts'
import { aspiration, becomes, isAspiration } from './rank-aspiration.ts'
import type { ReadRank } from './rank-scopes.ts'
import { toldRank } from './rank-told.ts'
import { viaOf } from './reasons.ts'
import type { Scopes } from './scopes.ts'
import type { StatusReading } from './status-reading.ts'

const QUOTA = words('chỉ tiêu|kế hoạch|dự toán')

const MEMBER =
  /^(?:(?:tiếp tục|duy trì|giữ vững|giữ) )?(?:thuộc|nằm trong|vào|lọt|đứng trong|đứng vào|vươn lên|trở thành|quay lại|trở lại|trong) /
const LASTING =
  /(?:^| )(?:được đánh giá|được xếp|luôn|liên tục|liên tiếp|vẫn|nhiều năm|lần đầu|lần đầu tiên|năm thứ|từng|năm rồi|năm ngoái)(?: |$)/

// How a sentence begins that tells what was reached.
const TOLD = /^(?:kết quả|nhờ|theo (?:báo cáo|đánh giá|bảng|công bố))(?: |,)/

// How things are compared, not where somebody is to stand.
const SUPERLATIVE = / (?:cao|tốt|lớn|nhanh|mạnh|thấp|nhiều) nhất| (?:khá|(?<!trung bình )cao|tốt)$/

/**
 * Plans state positions without a word of their own (`chỉ số GII thuộc nhóm 45 nước đứng trên`): a membership that is not
 * said to last or to have been reached is a goal, and so is a least improvement.
 */
export function rankStatus(context: Context, frame: Frame, at: number, hasMeasure: boolean, scopes: Scopes): StatusReading | undefined {
  const anchor = frame.anchor as Mention<Rank>
  const units = context.unitsOf(frame.sentence)
  const read = scopes.status(frame.sentence, at, false)
  // What was read instead, or what keeps words further up from being heard, decides too.
  const goal = membership(anchor, read === undefined ? scopes.unsaid(frame.sentence, at, false) : viaOf(read.evidence))
  if (anchor.rule === 'rank/listed') return inList(context, units, at) ? (read ?? goal) : undefined
  if (isAspiration(anchor)) return aspiration(context, anchor, units, read)
  const become = becomes(context, anchor, units, read)
  if (become !== undefined && read?.status !== 'goal') return become
  const said = toldRank(context, units, at, read)
  if (become !== undefined && said?.status !== 'goal') return become
  if (said !== undefined && said !== read) return said
  const { lower } = context.normalized
  const words = lower.slice(anchor.start, anchor.end).trimStart()
  const lead = Math.max(0, at - 8)
  // `góp phần đưa X vào nhóm …` is what somebody wants, also under `kỳ vọng`.
  const isDriven = isDrivenBy(units, lead, at)
  if (said?.status === 'forecast' && isDriven) return goal
  // `chỉ tiêu giao cho Hải Phòng cao nhất trong vùng`: where the quota itself stands.
  const word = units.placeAt(said?.evidence.start ?? -1)
  const isOfQuota = units.is(word, QUOTA) && units.any(ASSIGN, word, at)
  if (said !== undefined && isOfQuota && / nhất/.test(words)) return { ...said, status: 'current' }
  if (said !== undefined) return said
  // `Duy trì thuộc nhóm 4 nước dẫn đầu ASEAN`, at a sentence's beginning: an order.
  if (at === 0 && /^(?:duy trì|giữ vững|tiếp tục duy trì)(?: |$)/.test(words)) return goal
  const clause = lower.slice(lead < at ? units.start(lead) : anchor.start, anchor.end)
  if (LASTING.test(clause)) return undefined
  if (anchor.value.rank_kind === 'improve') return /ít nhất|tối thiểu|không/.test(words) ? goal : undefined
  if (anchor.rule === 'rank/market-class') return goal
  if (anchor.rule === 'rank/level-of') return amongGoals(context, frame.sentence, at, scopes)
  if (anchor.value.rank_kind !== 'top_n' && anchor.value.rank_kind !== 'band') return undefined
  if (isDriven) return goal
  // `thuộc nhóm 3 nước dẫn đầu Đông Nam Á, nhóm 50 nước đứng đầu thế giới`: positions in a row go together.
  const first = MEMBER.test(words) ? { start: anchor.start, text: words } : memberIn(units)
  if (first === undefined || first.start > anchor.start || SUPERLATIVE.test(words) || SUPERLATIVE.test(first.text)) return undefined
  const isItem = context.sentences[frame.sentence]?.kind === 'bullet'
  const isTold = /^lọt /.test(first.text) || TOLD.test(lower.slice(units.start(0), first.start))
  const isRow = !isTold && isRowBehind(units, first.start)
  if (isItem || hasMeasure || isRow) return goal
  return isTold ? undefined : amongGoals(context, frame.sentence, at, scopes)
}

/** `trở thành hãng bay top 2 …, lọt vào nhóm 10 …`: a membership goes on with the rank before it in its sentence. */
export function goesOn(context: Context, { anchor }: Frame, previous: ReadRank | undefined): StatusReading | undefined {
  if (previous?.status?.status !== 'goal') return undefined
  const { lower } = context.normalized
  const between = lower.slice(previous.frame.anchor.end, anchor.start)
  return MEMBER.test(lower.slice(anchor.start, anchor.end)) && GOES_ON.test(between) ? previous.status : undefined
}

const GOES_ON = /^[^.;]{0,60}(?:,| và) $/

const DRIVE = words(/đưa/)
const GROUP_OF = words(/^(?:nhóm|top|tốp) \d/)

function isDrivenBy(units: Units, from: number, to: number): boolean {
  return units.firstThat(RAISE, at => units.is(at, DRIVE), from, to) >= 0
}

/** The first rank of a sentence that says it is a membership. */
function memberIn(units: Units): { readonly start: number; readonly text: string } | undefined {
  const i = units.firstThat(RANK, at => MEMBER.test(units.text(at)))
  return i < 0 ? undefined : { start: units.start(i), text: units.text(i) }
}

/** Whether another group stands behind an offset: positions in a row go together. */
function isRowBehind(units: Units, start: number): boolean {
  return units.firstThat(RANK, at => units.is(at, GROUP_OF), units.at(start) + 1) >= 0
}

const membership = (anchor: Mention, silent: readonly Via[]): StatusReading => ({
  status: 'goal',
  evidence: evidence(spanOf(anchor), 'status/membership', 'inferred', silent),
  isOwn: false
})

/** Whether a group goes on with one before it in the sentence that it is entered with: `thuộc nhóm 50 nước …; 30 nước …`. */
function inList(context: Context, units: Units, at: number): boolean {
  const first = units.first(RANK)
  return first >= 0 && first < at && /(?:nhóm|top|tốp|danh sách)/.test(context.normalized.lower.slice(units.start(first), units.end(first)))
}
