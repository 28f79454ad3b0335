import { BEFORE_PLANNING, PLANNING, PURPOSE, STILL_TO, STRIVE_AT_END, WISH } from '../../mentions/words/aims.ts'
import {
  ASSIGN_PLAN,
  MEASURES,
  MEET,
  MET_PLAN,
  PLAN_AT_END,
  PLAN_IS,
  PLAN_NOUN,
  PLANS,
  SET_OUT,
  TARGETS
} from '../../mentions/words/plans.ts'
import {
  ALL_DO,
  DONE_FIRST,
  EXPECTED,
  FOR_WHOM,
  HAD,
  HERE_RESULT,
  MAKE,
  NOW,
  ONCE,
  RATE_OF_LAW,
  REACHED,
  REACHING,
  THAT,
  THOSE,
  TO_LEVEL,
  TODAY,
  WORK_NOUN
} from '../../mentions/words/results.ts'
import {
  ADVERB,
  AND,
  ASSIGN,
  CHANGE,
  CLOSE,
  COLON,
  COMMA,
  COMPARE,
  DASH,
  DATE,
  ENSURE,
  EXCEED,
  EXPECT,
  FORECAST,
  GOAL,
  ISSUER,
  LEVEL,
  NUMBER,
  OPEN,
  OTHER,
  PAUSE,
  PERCENT,
  PERIOD,
  PLACE,
  QUANTITY,
  RAISE,
  REACH,
  RESULT,
  SEMICOLON,
  SET,
  SUBJECT,
  WEAK
} from '../../mentions/words/tags.ts'
import type { DateValue, Quantity } from '../../model/values.ts'
import type { Units } from '../../text/units.ts'
import { words } from '../../text/word-class.ts'
import { isDay, when } from './past-or-future.ts'
import { aimBefore, isCounted, isIntended, isPurpose, isSetter } from './status-aims.ts'
import type { StatusQuery } from './status-reading.ts'

/** The units to the left of a number that speak of its status, the nearest of each kind; a place in the sentence, -1 for none. */
export interface LeftMarks {
  goal: number
  weak: number
  /** A period that has not ended, without a word that makes it a deadline. */
  period: number
  forecast: number
  /** `Hiện nay,` at the sentence's beginning. */
  opening: number
  /** A forecast word before a semicolon: a list of times goes on with it. */
  forecastFar: number
  result: number
  other: number
  future: number
  past: number
  present: number
  /** A word of the present or past in another clause of the sentence. */
  aside: number
  /** `nhằm giảm`, `để đưa`: what is done is done for the number's sake, whatever was done already. */
  purpose: number
  /** Whether the value stands in brackets that open before it. */
  isInside: boolean
  /** Whether the past date was written as a deadline. */
  isPastDue: boolean
  /** Whether a comma or more lies between the goal word and the value. */
  isGoalFar: boolean
  /** Whether the goal word is a plan that something was compared with (`đạt 107% so với chỉ tiêu`). */
  isPlanCompared: boolean
  /** Whether the goal word governs the forecast word: both stand in one clause (`mục tiêu sản lượng dự kiến đạt 64 GW`). */
  isForecastAimed: boolean
}

const NO_MARKS: Readonly<LeftMarks> = {
  goal: -1,
  weak: -1,
  period: -1,
  forecast: -1,
  opening: -1,
  forecastFar: -1,
  result: -1,
  other: -1,
  future: -1,
  past: -1,
  present: -1,
  aside: -1,
  purpose: -1,
  isInside: false,
  isPastDue: false,
  isGoalFar: false,
  isPlanCompared: false,
  isForecastAimed: false
}

const PAUSE_OR_BRACKET = PAUSE.or(OPEN, CLOSE)
const OTHER_CLAUSE = COMMA.or(QUANTITY, REACH, GOAL)
const AIM_OR_ENSURING = GOAL.or(ENSURE)
const STRIFE = GOAL.or(WEAK, ENSURE)
const MOVE = CHANGE.or(RAISE, LEVEL)
const FORESEEN_DEED = REACH.or(CHANGE, LEVEL, EXCEED, WEAK)
const WISHER = PLACE.or(ISSUER, SUBJECT)
const BEFORE_PLANNING_VERB = COMMA.or(PLACE, ISSUER, SUBJECT, DATE, ADVERB, WEAK, DASH, BEFORE_PLANNING)
const COUNTED = NUMBER.or(QUANTITY, words('/'))
const LAID_OUT = ADVERB.or(words('thêm'))

const HELP = words('giúp')

/** The units that speak of a number's status; none of the others is looked at. Each is asked for in one of the rows below. */
const MARK = OPEN.or(
  CLOSE,
  COMMA,
  SEMICOLON,
  SET,
  GOAL,
  RESULT,
  EXCEED,
  FORECAST,
  EXPECT,
  OTHER,
  ASSIGN,
  WEAK,
  DATE,
  PLANNING,
  MAKE,
  WISH,
  PURPOSE,
  SET_OUT,
  HELP,
  words('có|không phải|đã'),
  words(/chỉ tiêu|mục tiêu|kế hoạch|dự toán|nhiệm vụ|giao/)
)

/** Whether a date stands right behind another number, as that number's own time (`ba cầu trong quý 2 và năm cầu …`). */
function belongsToOther(u: Units, i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - 5); k--) {
    if (u.is(k, QUANTITY)) return true
    if (u.is(k, PAUSE_OR_BRACKET)) return false
  }
  return false
}

/** `đối với các địa phương có tỷ lệ bao phủ dưới 80%`: the number says whom the words mean. */
function isThreshold(u: Units, i: number, at: number): boolean {
  if (u.text(i) !== 'có' || !/^[<>]=?$/.test(quantityAt(u, at)?.comparator ?? '')) return false
  const from = u.last(FOR_WHOM, i, i - 6)
  return from >= 0 && from + 1 < i && u.is(from + 1, THOSE) && !u.any(OTHER_CLAUSE, from, i)
}

/** `vượt 16% chỉ tiêu cả năm, tăng …`: what goes on with a share of a plan was reached too, unless somebody strives for that share. */
const isPlanShare = (u: Units, i: number): boolean => u.is(i, PLAN_NOUN) && u.is(i - 1, PERCENT) && !u.any(STRIFE, 0, i - 1)

/** `giai đoạn này quy hoạch 31 tuyến`: planning, right before what is planned; not a plan's name, nor what was planned. */
const isPlanned = (u: Units, i: number, at: number): boolean =>
  u.is(i, PLANNING) && !u.is(at, PERCENT) && u.every(LAID_OUT, i + 1, at) && (i === 0 || u.is(i - 1, BEFORE_PLANNING_VERB))

/** `công nghệ này giúp tiết kiệm 15% chi phí`: what a means does, unless somebody strives for it. */
function isEffect(u: Units, i: number, at: number): boolean {
  const isHelp = u.is(i, HELP)
  if (!isHelp && (!u.is(i, MAKE) || u.is(i - 1, WORK_NOUN))) return false
  const verb = u.first(MOVE, i + 1, Math.min(i + 6, at))
  if (verb < 0 || (!isHelp && verb > i + 1)) return false
  // `sẽ giúp nâng thu nhập lên 80 triệu đồng`: what somebody is going to do it for.
  if (u.any(WEAK, 0, i) && u.any(TO_LEVEL, i, at)) return false
  return !u.any(REACHING, i, at) && !u.any(AIM_OR_ENSURING, 0, i)
}

/** `đối tượng đã có tài khoản mong muốn nhận qua tài khoản là 1,2 triệu người`: a wish that is counted. */
const isHadWish = (u: Units, i: number): boolean => u.is(i, WISH) && u.any(HAD, u.last(PAUSE, i) + 1, i)

/**
 * `đạt và vượt các chỉ tiêu Quốc hội giao, tỷ lệ thất nghiệp dưới 4%`, `vượt 14/15 chỉ tiêu đề ra, trong đó …`: what follows
 * a plan that was met was reached too.
 */
function isMetBefore(u: Units, i: number): boolean {
  const plan = u.is(i, SET_OUT) ? i - 1 : i
  if (!u.is(plan, PLANS)) return false
  let verb = plan - 1
  while (verb > plan - 5 && u.is(verb, COUNTED)) verb--
  const isOfSome = verb < plan - 2
  if (verb === plan - 2 || !u.is(verb, MEET)) return false
  return !u.any(isOfSome ? GOAL_OR_WEAK : GOAL_OR_WEAK_OR_FORECAST, 0, verb)
}

const GOAL_OR_WEAK = GOAL.or(WEAK)
const GOAL_OR_WEAK_OR_FORECAST = GOAL_OR_WEAK.or(FORECAST)

/** `đã đạt mục tiêu là 211,5 nghìn tỷ đồng`: what was reached. */
const isReachedAim = (u: Units, i: number): boolean => u.is(i, PLAN_IS) && u.is(i - 1, REACHED)

/** `đặt mục tiêu này dựa trên …`, `để đạt mục tiêu đó`: an aim named before. */
const isSpokenOfAgain = (u: Units, i: number): boolean => u.is(i, PLAN_AT_END) && u.is(i + 1, THAT)

/** `Các chỉ tiêu về khám chữa bệnh đều tăng …`: measures that are told of, not aims. */
function areMeasures(u: Units, i: number, at: number): boolean {
  if (!u.is(i, MEASURES)) return false
  const both = u.first(ALL_DO, i + 1, at)
  return both > 0 && both - i <= 8
}

/** What the units passed so far on the way to the left have shown. */
interface Way {
  readonly u: Units
  readonly query: StatusQuery
  readonly now: string | null
  readonly isPublished: boolean
  readonly marks: LeftMarks
  commas: number
  semicolons: number
  brackets: number
  /** Commas passed when the forecast word was. */
  forecastCommas: number
}

const isSameClause = ({ commas, semicolons }: Way): boolean => commas === 0 && semicolons === 0

/** Reads the words to the left of a number from near to far: what they say of its status, until one of them settles it. */
export function scanLeft(u: Units, query: StatusQuery, now: string | null, isPublished: boolean): LeftMarks {
  const marks = { ...NO_MARKS }
  const way: Way = { u, query, now, isPublished, marks, commas: 0, semicolons: 0, brackets: 0, forecastCommas: 0 }
  for (let i = u.last(MARK, query.at); i >= 0; i = u.last(MARK, i)) {
    if (u.is(i, CLOSE)) way.brackets++
    else if (u.is(i, OPEN)) {
      // The value itself stands in brackets: only their own words speak of it, or the aim that they give the figure of.
      if (way.brackets === 0) {
        marks.isInside = true
        marks.goal = aimBefore(u, i)
        break
      }
      way.brackets--
    }
    // What stands in brackets before is an aside.
    if (way.brackets > 0) continue
    if (u.is(i, COMMA)) way.commas++
    else if (u.is(i, SEMICOLON)) way.semicolons++
    else if (settles(way, i)) break
  }
  return marks
}

const put = (marks: LeftMarks, kind: 'goal' | 'result' | 'other', i: number): true => {
  if (marks[kind] < 0) marks[kind] = i
  return true
}

/** Reads one unit; whether it settles what the number is. */
function settles(way: Way, i: number): boolean {
  const { u, query, marks, commas, semicolons } = way
  const { at } = query
  // It says one thing or nothing.
  if (u.is(i, HELP)) return commas === 0 && isEffect(u, i, at) && put(marks, 'other', i)
  if (isPlanned(u, i, at)) return put(marks, 'goal', i)
  if (isSameClause(way) && isThreshold(u, i, at)) return put(marks, 'other', i)
  if (commas === 0 && (isEffect(u, i, at) || (i === at - 1 && u.text(i) === 'không phải'))) return put(marks, 'other', i)
  if ((commas > 0 || u.is(at - 1, AND)) && isPlanShare(u, i)) return put(marks, 'result', i)
  if (isHadWish(u, i)) return put(marks, 'result', i)
  if (isSpokenOfAgain(u, i)) return false
  if (areMeasures(u, i, at)) return put(marks, 'result', i)
  if ((commas + semicolons > 0 && isMetBefore(u, i)) || isReachedAim(u, i)) return put(marks, 'result', i)
  if (isSetter(u, i) || (u.is(i, GOAL) && !isCounted(u, i))) return aims(way, i)
  // `vượt kế hoạch với mức 252 tỷ đồng`: with how much it was met; else the aim itself is named, whether it was met or not.
  if (u.is(i, RESULT) && u.is(i, MET_PLAN) && isSameClause(way) && at - i > 1 && !u.any(COLON, i + 1, at))
    return put(marks, u.text(i + 1) === 'với' ? 'result' : 'goal', i)
  // `con số này đã vượt mốc 250`
  if (i === at - 1 && u.text(i) === 'đã' && u.text(at).startsWith('vượt ')) return put(marks, 'result', i)
  if (u.is(i, EXCEED) && u.is(i, DONE_FIRST) && isSameClause(way)) return put(marks, 'result', i)
  if (isPurpose(u, i, at)) {
    if (isSameClause(way) && marks.purpose < 0) marks.purpose = i
    return false
  }
  if (u.is(i, RESULT)) return tells(way, i)
  if (u.is(i, FORECAST)) return foresees(way, i)
  if (u.is(i, EXPECT)) return expects(way, i)
  if (u.is(i, OTHER)) {
    if (query.isPercent && (isSameClause(way) || u.is(i, RATE_OF_LAW))) put(marks, 'other', i)
    return false
  }
  if (u.is(i, ASSIGN)) return assigns(way, i)
  if (u.is(i, WEAK)) {
    if (semicolons === 0 && marks.weak < 0) marks.weak = i
    return false
  }
  return u.is(i, DATE) && dates(way, i)
}

/** A goal word, or a verb of setting. */
function aims({ u, marks, commas, semicolons, forecastCommas }: Way, i: number): true {
  if (marks.goal < 0) marks.goal = i
  marks.isGoalFar = commas > 0 || semicolons > 0
  marks.isForecastAimed = commas === forecastCommas && semicolons === 0
  marks.isPlanCompared =
    (u.is(i, PLAN_NOUN) && (u.is(i - 1, COMPARE) || u.is(i - 1, PERCENT))) || (u.is(i, STRIVE_AT_END) && u.any(PERCENT, i - 4, i))
  return true
}

/** A word that tells what was or is so. */
function tells(way: Way, i: number): boolean {
  const { u, query, marks, commas, semicolons } = way
  if (marks.purpose >= 0) return false
  // `mục tiêu trước đây là 96%`: an aim given up is one still.
  if (u.is(i, ONCE) && u.any(GOAL, i - 2, i)) return false
  // `sẽ giảm từ mức 32,5% hiện tại xuống còn 15%`: where the change starts from.
  if (u.is(i, TODAY) && u.is(i - 1, QUANTITY) && u.is(i + 1, REACH)) return false
  // `các chỉ tiêu cần đạt được năm nay bao gồm: …`; `đó là đạt được mức …`, `nhằm đạt được`: still to be reached.
  if (u.text(i) === 'đạt được' && (isListedAim(u, i, query.at) || u.is(i - 1, STILL_TO))) return false
  // `Hiện nay, tỷ lệ hồ sơ phải kiểm tra khoảng 16,8%`: what opens a sentence dates all of it.
  if (i === 0 && u.is(i, NOW) && u.is(1, COMMA) && semicolons === 0 && marks.future < 0 && marks.opening < 0) marks.opening = i
  if (semicolons > 0 || marks.future >= 0) return false
  const isLocal = u.is(i, HERE_RESULT) || marks.weak >= 0
  if (!isLocal || commas === 0) return put(marks, 'result', i)
  if (marks.aside < 0) marks.aside = i
  return false
}

const INTENT = words('dự kiến')
const ABILITY = words('có thể')

/** A word that foresees. */
function foresees(way: Way, i: number): false {
  const { u, marks, semicolons, commas } = way
  if (semicolons > 0) {
    if (u.is(i, EXPECTED) && marks.forecastFar < 0) marks.forecastFar = i
    return false
  }
  // What a body or a plan intends to do it means to reach: `tỉnh dự kiến xây dựng 43.000 m2 nhà xưởng`.
  if (u.is(i, INTENT) && isIntended(u, i)) {
    if (marks.weak < 0) marks.weak = i
    return false
  }
  // `có thể` foresees only before a verb of reaching; else it tells an ability.
  if (marks.forecast >= 0 || (u.is(i, ABILITY) && !u.is(i + 1, FORESEEN_DEED))) return false
  marks.forecast = i
  way.forecastCommas = commas
  return false
}

/** A word of expecting: the wish of whoever acts is a goal; of an analyst it is a forecast. */
function expects({ u, marks, semicolons }: Way, i: number): false {
  if (semicolons > 0) return false
  const kind = u.any(WISHER, 0, i) ? 'weak' : 'forecast'
  if (marks[kind] < 0) marks[kind] = i
  return false
}

const LAND = words('m2|m²|ha|hecta')

/** A word of assigning: a goal where it stands right before the number, unless land is given to somebody. */
function assigns({ u, query: { at }, marks, commas }: Way, i: number): boolean {
  const isPlan = u.is(i, ASSIGN_PLAN) && u.text(at - 1) === 'là'
  return commas === 0 && (at - i <= 2 || isPlan) && !LAND.test(quantityAt(u, at)?.unit ?? '') && put(marks, 'goal', i)
}

/** A date: when the number holds or is due, if it is not another's. */
function dates({ u, query, now, isPublished, marks, semicolons }: Way, i: number): boolean {
  const mention = u.mention(i)
  const value = mention?.value as DateValue | undefined
  if (value?.use === 'as-of' && semicolons === 0 && marks.weak < 0 && marks.future < 0) return put(marks, 'result', i)
  if (value === undefined || value.use === 'compared' || value.use === 'from' || query.issued.has(mention)) return false
  if (marks.future >= 0 || marks.past >= 0 || marks.present >= 0 || marks.period >= 0) return false
  const date = query.dates.get(mention)
  const side = value.use === 'vision' || value.use === 'orientation' ? 'future' : when(date, now, isPublished)
  // A day on which something is to happen is no time of an aim.
  if (side === 'future' && isDay(date) && value.use !== 'by' && value.use !== 'before') return false
  if (side === 'future' && u.is(i, PERIOD) && value.use === null) marks.period = i
  else if (side === 'future') marks.future = i
  else if (side === 'present') marks.present = i
  else if (side === 'past' && !belongsToOther(u, i)) {
    marks.past = i
    marks.isPastDue = value.use === 'by' || value.use === 'before'
  }
  return false
}

/** Whether what is reached, said at unit `i`, are aims that a colon lists before unit `at`. */
function isListedAim(u: Units, i: number, at: number): boolean {
  return u.last(TARGETS, i, i - 10) >= 0 && u.any(COLON, i, at)
}

/** The value of the quantity that a unit is. */
export const quantityAt = (u: Units, at: number): Quantity | undefined => u.mention(at)?.value as Quantity | undefined
