import { AIMED } from '../../mentions/words/aims.ts'
import { PLAN_NOUN } from '../../mentions/words/plans.ts'
import { DUE, EQUAL, ONLY } from '../../mentions/words/results.ts'
import {
  BOUNDARY,
  COLON,
  COMMA,
  DATE,
  DO,
  ENSURE,
  GOAL,
  ISSUER,
  OF,
  ORGANIZATION,
  PART_END,
  PAUSE,
  PERCENT,
  PLACE,
  QUANTITY,
  RAISE,
  RESULT,
  SEMICOLON,
  STOP
} from '../../mentions/words/tags.ts'
import type { DateValue } from '../../model/values.ts'
import type { Units } from '../../text/units.ts'
import type { WordClass } from '../../text/word-class.ts'
import type { Context } from './context.ts'

const ANOTHER_OWNER = SEMICOLON.or(STOP, BOUNDARY, ISSUER, PLACE, ORGANIZATION)
const ANOTHER_FACT = SEMICOLON.or(GOAL, RESULT, DATE)
const DEED_ENDS = COMMA.or(QUANTITY, OF)
const DEED = DO.or(RAISE, COLON)

/** The first unit from `from` on that is of two classes at once, or -1. */
export function firstOfBoth(u: Units, one: WordClass, other: WordClass, from: number): number {
  for (let i = u.first(one, from); i >= 0; i = u.first(one, i + 1)) if (u.is(i, other)) return i
  return -1
}

/** `đặt mục tiêu doanh thu 4.200 tỷ đồng, lợi nhuận dự kiến 205 tỷ đồng`: what is expected beside an aim, in one sentence, is planned with it. */
export const isItemOfPlan = (u: Units, goal: number, forecast: number): boolean =>
  u.is(forecast, DUE) &&
  // `chỉ tiêu được giao 1.420 căn, dự kiến hoàn thành 2.456 căn`: a quota is set, what is expected of it is not.
  !u.textOf(goal, goal + 3).includes('giao') &&
  u.any(QUANTITY, goal, forecast) &&
  !u.any(ANOTHER_OWNER, goal, forecast)

const EQUAL_REACH = 6

/** `đạt 18% GDP, tương đương 45 tỷ USD`: place of the number that the one at `at` says once more, or -1. */
export function equalTo(u: Units, at: number): number {
  // `đạt 2.317/9.000 tỷ đồng, tương ứng 25,7% kế hoạch`: how much of the plan.
  if (!u.is(at - 1, EQUAL) || u.is(at + 1, PLAN_NOUN)) return -1
  const twin = u.last(QUANTITY, at, at - EQUAL_REACH)
  return twin >= 0 && u.any(ANOTHER_FACT, twin + 1, at) ? -1 : twin
}

/** Whether something is striven for before a word of a plan. */
export const isStriven = (u: Units, goal: number): boolean => u.any(AIMED, 0, goal)

/** `thu, chi đảm bảo cân đối, nợ công khoảng 4 triệu tỷ đồng`, `chỉ đảm bảo vài chục phần trăm`: what is ensured is something else, or all there is. */
export function isOnlyEnsured(u: Units, weak: number, at: number): boolean {
  if (!u.is(weak, ENSURE)) return false
  if (u.is(weak - 1, ONLY)) return true
  const comma = u.first(PAUSE, weak + 1, at)
  return comma > 0 && !u.is(comma - 1, DATE) && u.text(comma + 1) !== 'trong đó' && !u.any(QUANTITY, weak, comma) && !u.any(DEED, comma, at)
}

/** Whether a number is what a verb of doing is to bring about. */
export function isToDo(u: Units, at: number): boolean {
  const deed = u.last(DO, at, at - 3)
  return deed >= 0 && !u.any(DEED_ENDS, deed + 1, at)
}

/** `Sản lượng khai thác giai đoạn 2021 - 2030 đạt 15 tỷ m3/năm`: what is reached in the time named right before it. */
export const isReached = (u: Units, period: number, at: number): boolean => u.text(at - 1) === 'đạt' && period === at - 2

/** Whether a clause speaks of the world, which nobody here sets goals for. */
export function isOfWorld(context: Context, u: Units, at: number): boolean {
  const words = context.normalized.lower.slice(u.start(u.last(PART_END, at) + 1), u.start(at))
  return /(?:toàn cầu|thế giới)(?: sẽ| có thể| dự kiến)? (?:đạt|tăng|giảm|chiếm|lên|là)/.test(words)
}

/** Whether a share of a plan is said between a goal word and a number: the number goes on with results. */
export function isMeasured(u: Units, goal: number, at: number): boolean {
  for (let i = u.first(PLAN_NOUN, goal + 2, at + 1); i >= 0; i = u.first(PLAN_NOUN, i + 1, at + 1)) if (u.is(i - 1, PERCENT)) return true
  return false
}

/** `so với cùng kỳ` is said of results; `so với năm 2024` also of goals. */
export function isSamePeriod(u: Units, at: number): boolean {
  const value = u.mention(at)?.value as DateValue | undefined
  return value?.partial?.unit === 'same-period' || (value?.partial?.unit === 'relative' && value.partial.of !== 'year')
}
