import type { Chunk } from '../../model/frame.ts'
import type { Span } from '../../model/span.ts'
import type { DateValue } from '../../model/values.ts'
import type { Context } from './context.ts'
import { evidence } from './evidence.ts'
import { wordsOf } from './sentence-words.ts'
import { scanLeft } from './status-marks-left.ts'
import { scanRight } from './status-marks-right.ts'
import { pairOf } from './status-pair.ts'
import type { Status, StatusQuery, StatusReading } from './status-reading.ts'
import { FLOOR, PLAN_NOUN } from './status-words.ts'

const span = (c: Chunk): Span => ({ start: c.start, end: c.end })

type Read = (context: Context, query: StatusQuery, now: string | null) => StatusReading | undefined

// More chunks than a sentence has.
const MOST_CHUNKS = 2 ** 20

/**
 * Reads each number of an article once, by sentence, chunk and whether a share is asked for: neighbours ask again for each
 * other's. The article's day is always the same.
 */
export function oncePerNumber(read: Read): Read {
  const known = new WeakMap<Context, Map<number, StatusReading | undefined>>()
  return (context, query, now) => {
    let readings = known.get(context)
    if (readings === undefined) known.set(context, (readings = new Map()))
    const key = (query.sentence * MOST_CHUNKS + query.at) * 2 + (query.isPercent ? 1 : 0)
    const before = readings.get(key)
    if (before !== undefined || readings.has(key)) return before
    const reading = read(context, query, now)
    readings.set(key, reading)
    return reading
  }
}

/**
 * Reads the status of a number from its own sentence: the words to its left from near to far, then those to its right
 * in its clause. Undefined when none of them decides.
 */
export const readStatus = oncePerNumber(decide)

/** The rows follow the decision table of the genre: first match wins. */
function decide(context: Context, query: StatusQuery, now: string | null): StatusReading | undefined {
  const chunks = context.chunksOf(query.sentence)
  const isPublished = context.article.record.published !== null
  const marks = scanLeft(chunks, query, now, isPublished)
  const right = scanRight(chunks, query, now, isPublished, context.normalized.lower)
  const own = (status: Status, c: Chunk, rule: string): StatusReading => ({ status, evidence: evidence(span(c), rule), isOwn: true })
  const twin = equalTo(chunks, query.at)
  const same =
    twin < 0 ? undefined : readStatus(context, { ...query, at: twin, isPercent: chunks[twin]?.tags.has('Percent') === true }, now)
  if (same !== undefined) return same
  const pair = pairOf(context, chunks, query.at)
  if (pair !== undefined) return own(pair.status, pair.slash, 'status/actual-and-target')
  if (right.plan && !chunks[query.at]?.tags.has('Open')) return own('goal', right.plan, 'status/plan-word')
  if (right.aim) return own('goal', right.aim, 'status/called-goal')
  if (right.planBracket) return own('goal', right.planBracket, 'status/goal-of-comparison')
  if (right.margin) return own('other', right.margin, 'status/margin')
  if (right.now) return own('current', right.now, 'status/now')
  // A past year or period said nearer than the goal word dates a result (`đến năm` would make it the goal's own year).
  if (marks.past && marks.goal && marks.past.start > marks.goal.start && !marks.isPastDue && !right.future)
    return own('result', marks.past, 'status/past-date')
  if (marks.other && (!marks.goal || isRateOfLaw(chunks, marks.other, query.at))) return own('other', marks.other, 'status/other-word')
  if (right.granted && !marks.goal) return own('other', right.granted, 'status/granted')
  if (marks.result && (marks.goal === undefined || marks.result.start > marks.goal.start))
    return own('result', marks.result, 'status/result-word')
  // A forecast or a past time nearer than the goal word, in another clause, is what the number says.
  if (
    marks.goal &&
    marks.forecast &&
    marks.forecast.start > marks.goal.start &&
    marks.isGoalFar &&
    !marks.isForecastAimed &&
    !isItemOfPlan(chunks, marks.goal, marks.forecast)
  )
    return own('forecast', marks.forecast, 'status/forecast-word')
  if (marks.goal && right.past && marks.isGoalFar && !marks.future && !isFloor(chunks[query.at]))
    return own('result', right.past, 'status/past-date')
  // `118% so với chỉ tiêu …`, after other such shares: the plan named before is what they are shares of.
  if (
    marks.goal &&
    right.planShare &&
    query.isPercent &&
    marks.isGoalFar &&
    (/^(?:được )?giao$/.test(marks.goal.text) ||
      (PLAN_NOUN.test(marks.goal.text) && !/^(?:kế hoạch|dự toán)$/.test(chunks[query.at + 1]?.text ?? '')))
  )
    return own('result', right.planShare, 'status/share-of-plan')
  if (
    marks.goal &&
    (marks.isGoalFar || marks.isPlanCompared) &&
    (marks.isPlanCompared || isMeasured(chunks, marks.goal, query.at)) &&
    right.compared &&
    isSamePeriod(right.compared)
  )
    return own('result', right.compared, 'status/compared')
  // `vượt 16% chỉ tiêu cả năm, tăng 18% so với năm 2023`: what goes on with a share of a plan was reached too.
  if (marks.goal && marks.isPlanCompared && query.isPercent && (right.compared ?? right.planShare) && !isStriven(chunks, marks.goal))
    return own('result', (right.compared ?? right.planShare) as Chunk, right.compared ? 'status/compared' : 'status/share-of-plan')
  if (marks.goal) return own('goal', marks.goal, 'status/goal-word')
  if (right.planMeasured && !right.future) return own('result', right.planMeasured, 'status/share-of-plan')
  if (marks.forecast) return own('forecast', marks.forecast, 'status/forecast-word')
  if (right.result && !right.future) return own('result', right.result, 'status/result-word')
  // `bảo đảm tổng đầu tư tăng 12% so với năm trước`: what is to be ensured is not yet so.
  if (right.compared && !isSamePeriod(right.compared) && marks.weak && isEnsured(chunks, marks.weak, query.at))
    return own('goal', marks.weak, 'status/weak-goal-word')
  if (right.compared && !marks.future && !right.future)
    return { ...own('result', right.compared, 'status/compared'), isOwn: isSamePeriod(right.compared) }
  // `đến 2021, phải đào xong …`: what was to be done by a year that is over.
  if (marks.past && marks.isPastDue && marks.weak && marks.weak.start > marks.past.start)
    return { ...own('goal', marks.weak, 'status/weak-goal-word'), isOwn: true }
  if (marks.purpose) return own('goal', marks.purpose, 'status/purpose')
  if (marks.past && !right.future) return own('result', marks.past, 'status/past-date')
  // `Đến năm 2025 cắt giảm ít nhất 20% chi phí tại các văn bản có hiệu lực tính đến 31/5/2020`: a floor is set, not told.
  if (right.past && !(marks.future && isFloor(chunks[query.at]))) return own('result', right.past, 'status/past-date')
  // `… xuống còn 60% vào năm 2035, theo dự báo của Ngân hàng Thế giới`
  const told =
    marks.future || right.future ? chunks.slice(query.at + 1).find(c => c.tags.has('Forecast') && /^theo /.test(c.text)) : undefined
  if (told !== undefined) return own('forecast', told, 'status/forecast-word')
  // `Đến cuối năm 2016, … đạt 120.605 tỷ đồng, tăng 24% so với 31/12/2015`, in a text without a day: what is measured by a day was counted.
  if (marks.future && !isPublished && !marks.weak) {
    const base = chunks.find((c, i) => i > query.at && c.tags.has('Compared') && /^so với (?:ngày |cuối (?:năm|tháng) |\d)/.test(c.text))
    if (base !== undefined) return own('result', base, 'status/compared')
  }
  if (marks.future && marks.forecastFar) return own('forecast', marks.forecastFar, 'status/forecast-word')
  if (marks.future && isOfWorld(context, chunks, query.at)) return own('forecast', marks.future, 'status/world')
  if (marks.future) return own('goal', marks.future, 'status/future-date')
  if (right.future) return own('goal', right.future, 'status/future-date')
  // `Giai đoạn 2022 - 2026, trồng 364 nghìn ha`: what is to be done in a time that goes on.
  if (marks.period && !query.isPercent && (isToDo(chunks, query.at) || isReached(chunks, marks.period, query.at)))
    return { status: 'goal', evidence: evidence(span(marks.period), 'status/period'), isOwn: false }
  if (right.planShare && query.isPercent && !marks.weak) return own('result', right.planShare, 'status/share-of-plan')
  if (marks.opening && !right.future) return own('current', marks.opening, 'status/now')
  if (marks.isInside) return outside(context, query, now)
  if (marks.weak && !isOnlyEnsured(chunks, marks.weak, query.at))
    return { status: 'goal', evidence: evidence(span(marks.weak), 'status/weak-goal-word'), isOwn: false }
  // `Hiện 7.600 ha đã có chứng nhận, bằng khoảng 37% …`: what the sentence says of now holds before what others say.
  if (marks.aside) return { status: 'result', evidence: evidence(span(marks.aside), 'status/result-word'), isOwn: false }
  return undefined
}

/** `đặt mục tiêu doanh thu 4.200 tỷ đồng, lợi nhuận dự kiến 205 tỷ đồng`: what is expected beside an aim, in one sentence, is planned with it. */
function isItemOfPlan(chunks: readonly Chunk[], goal: Chunk, forecast: Chunk): boolean {
  const [from, to] = [chunks.indexOf(goal), chunks.indexOf(forecast)]
  return (
    /^dự kiến/.test(forecast.text) &&
    /mục tiêu|kế hoạch|chỉ tiêu|phấn đấu/.test(goal.text) &&
    // `chỉ tiêu được giao 1.420 căn, dự kiến hoàn thành 2.456 căn`: a quota is set, what is expected of it is not.
    !/giao/.test(wordsOf(chunks.slice(from, from + 3))) &&
    chunks.slice(from, to).some(c => c.tags.has('Quantity')) &&
    !chunks.slice(from, to).some(c => ['Semicolon', 'Stop', 'Boundary', 'Issuer', 'Place', 'Organization'].some(t => c.tags.has(t)))
  )
}

const EQUAL = /^(?:tương đương|tương đương với|tức|tức là|tương ứng|tương ứng với)$/
const EQUAL_REACH = 6

/** `đạt 18% GDP, tương đương 45 tỷ USD`: index of the number that the one at `at` says once more, or -1. */
function equalTo(chunks: readonly Chunk[], at: number): number {
  if (!EQUAL.test(chunks[at - 1]?.text ?? '')) return -1
  // `đạt 2.317/9.000 tỷ đồng, tương ứng 25,7% kế hoạch`: how much of the plan.
  if (PLAN_NOUN.test(chunks[at + 1]?.text ?? '')) return -1
  const twin = chunks.findLastIndex((c, i) => i < at && c.tags.has('Quantity'))
  const between = chunks.slice(twin + 1, at)
  return twin >= at - EQUAL_REACH && !between.some(c => ['Semicolon', 'Goal', 'Result', 'Date'].some(t => c.tags.has(t))) ? twin : -1
}

/** `chịu thuế suất 10%`: a rate of law, whatever sets it. */
function isRateOfLaw(chunks: readonly Chunk[], other: Chunk, at: number): boolean {
  return (
    /^(?:mức )?(?:thuế suất|lãi suất|mức đóng|tỷ lệ đóng)/.test(other.text) &&
    at - chunks.indexOf(other) <= 2 &&
    !chunks.slice(0, at).some(c => /mục tiêu|phấn đấu/.test(c.text))
  )
}

/** Whether something is striven for before a word of a plan. */
function isStriven(chunks: readonly Chunk[], goal: Chunk): boolean {
  return chunks.slice(0, chunks.indexOf(goal)).some(c => c.tags.has('Goal') && /phấn đấu|mục tiêu|quyết tâm|đặt/.test(c.text))
}

/** Whether a word of ensuring stands in the number's own clause. */
function isEnsured(chunks: readonly Chunk[], weak: Chunk, at: number): boolean {
  const from = chunks.indexOf(weak)
  return (
    weak.tags.has('Ensure') &&
    from < at &&
    !chunks.slice(from, at).some(c => c.tags.has('Comma') || c.tags.has('Semicolon') || c.tags.has('Quantity'))
  )
}

/** `thu, chi đảm bảo cân đối, nợ công khoảng 4 triệu tỷ đồng`, `chỉ đảm bảo vài chục phần trăm`: what is ensured is something else, or all there is. */
function isOnlyEnsured(chunks: readonly Chunk[], weak: Chunk, at: number): boolean {
  if (!weak.tags.has('Ensure')) return false
  const from = chunks.indexOf(weak)
  const comma = chunks.findIndex((c, i) => i > from && (c.tags.has('Comma') || c.tags.has('Semicolon')))
  return (
    /^(?:chỉ|mới)(?: |$)/.test(chunks[from - 1]?.text ?? '') ||
    (comma > 0 &&
      comma < at &&
      !chunks[comma - 1]?.tags.has('Date') &&
      chunks[comma + 1]?.text !== 'trong đó' &&
      !chunks.slice(from, comma).some(c => c.tags.has('Quantity')) &&
      !chunks.slice(comma, at).some(c => c.tags.has('Do') || c.tags.has('Raise') || c.tags.has('Colon')))
  )
}

/** Whether a number is what a verb of doing is to bring about. */
function isToDo(chunks: readonly Chunk[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Do') && !/^được /.test(c.text)) return true
    if (c.tags.has('Comma') || c.tags.has('Quantity') || c.tags.has('Of')) return false
  }
  return false
}

/** `Sản lượng khai thác giai đoạn 2021 - 2030 đạt 15 tỷ m3/năm`: what is reached in the time named right before it. */
function isReached(chunks: readonly Chunk[], period: Chunk, at: number): boolean {
  return chunks[at - 1]?.text === 'đạt' && chunks[at - 2] === period
}

function isFloor(c: Chunk | undefined): boolean {
  return FLOOR.test(c?.text ?? '')
}

/** A number in brackets without words of its own has the status of the number that the brackets follow. */
function outside(context: Context, query: StatusQuery, now: string | null): StatusReading | undefined {
  const chunks = context.chunksOf(query.sentence)
  for (let i = query.at - 1; i >= 0; i--) {
    if (!chunks[i]?.tags.has('Open')) continue
    const at = chunks.findLastIndex((c, k) => k < i && (c.tags.has('Quantity') || c.tags.has('Rank')))
    // What has been said to be so since is not of that number.
    if (at >= 0 && chunks.slice(at + 1, i).some(c => c.tags.has('Result'))) return undefined
    return readStatus(context, { ...query, at: at >= 0 ? at : i, isPercent: at < 0 && query.isPercent }, now)
  }
  return undefined
}

/** Whether a clause speaks of the world, which nobody here sets goals for. */
function isOfWorld(context: Context, chunks: readonly Chunk[], at: number): boolean {
  const from = chunks.findLastIndex((c, i) => i < at && (c.tags.has('Semicolon') || c.tags.has('Stop')))
  const words = context.normalized.lower.slice(chunks[from + 1]?.start ?? 0, chunks[at]?.start ?? 0)
  return /(?:toàn cầu|thế giới)(?: sẽ| có thể| dự kiến)? (?:đạt|tăng|giảm|chiếm|lên|là)/.test(words)
}

/** Whether a share of a plan is said between a goal word and a number: the number goes on with results. */
function isMeasured(chunks: readonly Chunk[], goal: Chunk, at: number): boolean {
  return chunks.some(
    (c, i) =>
      i < at && c.start > goal.start && c.tags.has('Percent') && PLAN_NOUN.test((chunks[i + 1]?.text ?? '').replace(/ pháp lệnh$/, ''))
  )
}

/** `so với cùng kỳ` is said of results; `so với năm 2024` also of goals. */
function isSamePeriod(c: Chunk): boolean {
  const value = c.mention?.value as DateValue | undefined
  return value?.partial?.unit === 'same-period' || (value?.partial?.unit === 'relative' && value.partial.of !== 'year')
}
