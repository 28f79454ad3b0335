import { FLOOR } from '../../mentions/words/aims.ts'
import { ASSIGNED, PLAN_NOUN } from '../../mentions/words/plans.ts'
import { ACCORDING_TO, THAN_A_DAY } from '../../mentions/words/results.ts'
import { FORECAST, OPEN, PERCENT, QUANTITY, RANK, RESULT } from '../../mentions/words/tags.ts'
import type { Units } from '../../text/units.ts'
import { words } from '../../text/word-class.ts'
import type { Context } from './context.ts'
import { evidence } from './evidence.ts'
import { keeper } from './kept.ts'
import { scanLeft } from './status-marks-left.ts'
import { scanRight } from './status-marks-right.ts'
import { pairOf } from './status-pair.ts'
import type { Status, StatusQuery, StatusReading } from './status-reading.ts'
import {
  equalTo,
  firstOfBoth,
  isItemOfPlan,
  isMeasured,
  isOfWorld,
  isOnlyEnsured,
  isReached,
  isSamePeriod,
  isStriven,
  isToDo
} from './status-signs.ts'

const VALUE = QUANTITY.or(RANK)
const BUDGET_OR_PLAN = words('kế hoạch|dự toán')

type Read = (context: Context, query: StatusQuery, now: string | null) => StatusReading | undefined

/**
 * Reads each number of an article once, by sentence, unit and whether a share is asked for: neighbours ask again for each
 * other's. The article's day is always the same.
 */
export function oncePerNumber(read: Read): Read {
  const known = keeper(() => new Map<number, StatusReading | undefined>())
  return (context, query, now) => {
    const readings = known(context)
    // The unit's place in the article: a small number, which a map finds without making an object of it.
    const key = (context.unitsOf(query.sentence).base + query.at) * 2 + (query.isPercent ? 1 : 0)
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

/** A number with the words that may say what it is. */
interface Look {
  readonly context: Context
  readonly query: StatusQuery
  readonly now: string | null
  readonly u: Units
  readonly marks: ReturnType<typeof scanLeft>
  readonly right: ReturnType<typeof scanRight>
  /** A status, decided by the unit at `i`. */
  readonly read: (status: Status, i: number, rule: string, isOwn?: boolean) => StatusReading
}

/** The rows of the decision table of the genre, in groups: first match wins. */
const ROWS: readonly ((look: Look) => StatusReading | undefined)[] = [sameAsBeside, saidPlainly, aimed, told, toCome, faint]

function decide(context: Context, query: StatusQuery, now: string | null): StatusReading | undefined {
  const u = context.unitsOf(query.sentence)
  const isPublished = context.article.record.published !== null
  const marks = scanLeft(u, query, now, isPublished)
  const right = scanRight(u, query, now, isPublished, context.normalized.lower)
  const read = (status: Status, i: number, rule: string, isOwn = true): StatusReading => ({
    status,
    evidence: evidence({ start: u.start(i), end: u.end(i) }, rule),
    isOwn
  })
  const look: Look = { context, query, now, u, marks, right, read }
  for (const row of ROWS) {
    const found = row(look)
    if (found !== undefined) return found
  }
  return undefined
}

/** What another number says of it: one that it equals, one that it is written in a pair with. */
function sameAsBeside({ context, query, now, u, read }: Look): StatusReading | undefined {
  const twin = equalTo(u, query.at)
  const same = twin < 0 ? undefined : readStatus(context, { ...query, at: twin, isPercent: u.is(twin, PERCENT) }, now)
  if (same !== undefined) return same
  const pair = pairOf(context, u, query.at)
  return pair && read(pair.status, pair.slash, 'status/actual-and-target')
}

/** What is said of the number itself, or nearer to it than any goal word. */
function saidPlainly({ query: { at }, u, marks, right, read }: Look): StatusReading | undefined {
  const { goal, past, result, other } = marks
  const hasGoal = goal >= 0
  if (right.plan >= 0 && !u.is(at, OPEN)) return read('goal', right.plan, 'status/plan-word')
  if (right.aim >= 0) return read('goal', right.aim, 'status/called-goal')
  if (right.margin >= 0) return read('other', right.margin, 'status/margin')
  if (right.now >= 0) return read('current', right.now, 'status/now')
  // A past year or period said nearer than the goal word dates a result (`đến năm` would make it the goal's own year).
  if (past >= 0 && hasGoal && past > goal && !marks.isPastDue && right.future < 0) return read('result', past, 'status/past-date')
  if (other >= 0 && !hasGoal) return read('other', other, 'status/other-word')
  if (right.granted >= 0 && !hasGoal) return read('other', right.granted, 'status/granted')
  return result >= 0 && result > goal ? read('result', result, 'status/result-word') : undefined
}

/** A goal word stands before it: a goal, unless the number goes on with what was reached or is expected. */
function aimed({ query: { at, isPercent }, u, marks, right, read }: Look): StatusReading | undefined {
  const { goal, forecast, future } = marks
  if (goal < 0) return undefined
  // A forecast or a past time nearer than the goal word, in another clause, is what the number says.
  if (forecast > goal && marks.isGoalFar && !marks.isForecastAimed && !isItemOfPlan(u, goal, forecast))
    return read('forecast', forecast, 'status/forecast-word')
  if (right.past >= 0 && marks.isGoalFar && future < 0 && !u.is(at, FLOOR)) return read('result', right.past, 'status/past-date')
  // `118% so với chỉ tiêu …`, after other such shares: the plan named before is what they are shares of.
  const isOfPlan = u.is(goal, ASSIGNED) || (u.is(goal, PLAN_NOUN) && !u.is(at + 1, BUDGET_OR_PLAN))
  if (right.planShare >= 0 && isPercent && marks.isGoalFar && isOfPlan) return read('result', right.planShare, 'status/share-of-plan')
  const isSame = right.compared >= 0 && isSamePeriod(u, right.compared)
  if (isSame && (marks.isPlanCompared || (marks.isGoalFar && isMeasured(u, goal, at))))
    return read('result', right.compared, 'status/compared')
  // `vượt 16% chỉ tiêu cả năm, tăng 18% so với năm 2023`: what goes on with a share of a plan was reached too.
  if (marks.isPlanCompared && isPercent && !isStriven(u, goal)) {
    if (right.compared >= 0) return read('result', right.compared, 'status/compared')
    if (right.planShare >= 0) return read('result', right.planShare, 'status/share-of-plan')
  }
  return read('goal', goal, 'status/goal-word')
}

/** Without a goal word: what words and past times around it tell. */
function told({ query: { at }, u, marks, right, read }: Look): StatusReading | undefined {
  const { past, forecast, weak, future } = marks
  if (right.planMeasured >= 0 && right.future < 0) return read('result', right.planMeasured, 'status/share-of-plan')
  if (forecast >= 0) return read('forecast', forecast, 'status/forecast-word')
  if (right.result >= 0 && right.future < 0) return read('result', right.result, 'status/result-word')
  const isSamePast = right.compared >= 0 && isSamePeriod(u, right.compared)
  if (right.compared >= 0 && future < 0 && right.future < 0) return read('result', right.compared, 'status/compared', isSamePast)
  // `đến 2021, phải đào xong …`: what was to be done by a year that is over.
  if (past >= 0 && marks.isPastDue && weak > past) return read('goal', weak, 'status/weak-goal-word')
  if (marks.purpose >= 0) return read('goal', marks.purpose, 'status/purpose')
  if (past >= 0 && right.future < 0) return read('result', past, 'status/past-date')
  // `Đến năm 2025 cắt giảm ít nhất 20% chi phí tại các văn bản có hiệu lực tính đến 31/5/2020`: a floor is set, not told.
  return right.past >= 0 && !(future >= 0 && u.is(at, FLOOR)) ? read('result', right.past, 'status/past-date') : undefined
}

/** A time to come makes a goal of it, where nobody only foresees it. */
function toCome({ context, query: { at }, u, marks, right, read }: Look): StatusReading | undefined {
  const { weak, future } = marks
  if (future < 0 && right.future < 0) return undefined
  // `… xuống còn 60% vào năm 2035, theo dự báo của Ngân hàng Thế giới`
  const foretold = firstOfBoth(u, FORECAST, ACCORDING_TO, at + 1)
  if (foretold >= 0) return read('forecast', foretold, 'status/forecast-word')
  if (future < 0) return read('goal', right.future, 'status/future-date')
  // `Đến cuối năm 2016, … đạt 120.605 tỷ đồng, tăng 24% so với 31/12/2015`, in a text without a day: what is measured by a day was counted.
  const base = context.article.record.published === null && weak < 0 ? u.first(THAN_A_DAY, at + 1) : -1
  if (base >= 0) return read('result', base, 'status/compared')
  if (marks.forecastFar >= 0) return read('forecast', marks.forecastFar, 'status/forecast-word')
  return isOfWorld(context, u, at) ? read('forecast', future, 'status/world') : read('goal', future, 'status/future-date')
}

/** What says little: a period, a share of a plan, brackets, a weak word. */
function faint({ context, query, now, u, marks, right, read }: Look): StatusReading | undefined {
  const { at, isPercent } = query
  const { weak } = marks
  // `Giai đoạn 2022 - 2026, trồng 364 nghìn ha`: what is to be done in a time that goes on.
  if (marks.period >= 0 && !isPercent && (isToDo(u, at) || isReached(u, marks.period, at)))
    return read('goal', marks.period, 'status/period', false)
  if (right.planShare >= 0 && isPercent && weak < 0) return read('result', right.planShare, 'status/share-of-plan')
  if (marks.opening >= 0) return read('current', marks.opening, 'status/now')
  if (marks.isInside) return outside(context, query, now)
  if (weak >= 0 && !isOnlyEnsured(u, weak, at)) return read('goal', weak, 'status/weak-goal-word', false)
  // `Hiện 7.600 ha đã có chứng nhận, bằng khoảng 37% …`: what the sentence says of now holds before what others say.
  return marks.aside < 0 ? undefined : read('result', marks.aside, 'status/result-word', false)
}

/** A number in brackets without words of its own has the status of the number that the brackets follow. */
function outside(context: Context, query: StatusQuery, now: string | null): StatusReading | undefined {
  const u = context.unitsOf(query.sentence)
  const open = u.last(OPEN, query.at)
  if (open < 0) return undefined
  const at = u.last(VALUE, open)
  // What has been said to be so since is not of that number.
  if (at >= 0 && u.any(RESULT, at + 1, open)) return undefined
  return readStatus(context, { ...query, at: at >= 0 ? at : open, isPercent: at < 0 && query.isPercent }, now)
}
