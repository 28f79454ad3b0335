import { BEFORE_PLANNING, PLANNING, WISH } from '../../mentions/words/aims.ts'
import { MEASURES, MEET, PLAN_AT_END, PLAN_IS, PLAN_NOUN, PLANS, SET_OUT, TARGETS } from '../../mentions/words/plans.ts'
import { ALL_DO, FOR_WHOM, HAD, MAKE, REACHED, REACHING, THAT, THOSE, TO_LEVEL, WORK_NOUN } from '../../mentions/words/results.ts'
import {
  ADVERB,
  CHANGE,
  CLOSE,
  COLON,
  COMMA,
  DASH,
  DATE,
  ENSURE,
  FORECAST,
  GOAL,
  ISSUER,
  LEVEL,
  NUMBER,
  OPEN,
  PAUSE,
  PERCENT,
  PLACE,
  QUANTITY,
  RAISE,
  REACH,
  SUBJECT,
  WEAK
} from '../../mentions/words/tags.ts'
import type { Quantity } from '../../model/values.ts'
import type { Units } from '../../text/units.ts'
import { words } from '../../text/word-class.ts'

const PAUSE_OR_BRACKET = PAUSE.or(OPEN, CLOSE)
const OTHER_CLAUSE = COMMA.or(QUANTITY, REACH, GOAL)
const AIM_OR_ENSURING = GOAL.or(ENSURE)
const STRIFE = GOAL.or(WEAK, ENSURE)
const MOVE = CHANGE.or(RAISE, LEVEL)
const BEFORE_PLANNING_VERB = COMMA.or(PLACE, ISSUER, SUBJECT, DATE, ADVERB, WEAK, DASH, BEFORE_PLANNING)
const COUNTED = NUMBER.or(QUANTITY, words('/'))
const LAID_OUT = ADVERB.or(words('thêm'))

/** Helping, as a means does. */
export const HELP = words('giúp')

/** Whether a date stands right behind another number, as that number's own time (`ba cầu trong quý 2 và năm cầu …`). */
export function belongsToOther(u: Units, i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - 5); k--) {
    if (u.is(k, QUANTITY)) return true
    if (u.is(k, PAUSE_OR_BRACKET)) return false
  }
  return false
}

/** `đối với các địa phương có tỷ lệ bao phủ dưới 80%`: the number says whom the words mean. */
export function isThreshold(u: Units, i: number, at: number): boolean {
  if (u.text(i) !== 'có' || !/^[<>]=?$/.test(quantityAt(u, at)?.comparator ?? '')) return false
  const from = u.last(FOR_WHOM, i, i - 6)
  return from >= 0 && from + 1 < i && u.is(from + 1, THOSE) && !u.any(OTHER_CLAUSE, from, i)
}

/** `vượt 16% chỉ tiêu cả năm, tăng …`: what goes on with a share of a plan was reached too, unless somebody strives for that share. */
export const isPlanShare = (u: Units, i: number): boolean => u.is(i, PLAN_NOUN) && u.is(i - 1, PERCENT) && !u.any(STRIFE, 0, i - 1)

/** `giai đoạn này quy hoạch 31 tuyến`: planning, right before what is planned; not a plan's name, nor what was planned. */
export const isPlanned = (u: Units, i: number, at: number): boolean =>
  u.is(i, PLANNING) && !u.is(at, PERCENT) && u.every(LAID_OUT, i + 1, at) && (i === 0 || u.is(i - 1, BEFORE_PLANNING_VERB))

/** `công nghệ này giúp tiết kiệm 15% chi phí`: what a means does, unless somebody strives for it. */
export function isEffect(u: Units, i: number, at: number): boolean {
  const isHelp = u.is(i, HELP)
  if (!isHelp && (!u.is(i, MAKE) || u.is(i - 1, WORK_NOUN))) return false
  const verb = u.first(MOVE, i + 1, Math.min(i + 6, at))
  if (verb < 0 || (!isHelp && verb > i + 1)) return false
  // `sẽ giúp nâng thu nhập lên 80 triệu đồng`: what somebody is going to do it for.
  if (u.any(WEAK, 0, i) && u.any(TO_LEVEL, i, at)) return false
  return !u.any(REACHING, i, at) && !u.any(AIM_OR_ENSURING, 0, i)
}

/** `đối tượng đã có tài khoản mong muốn nhận qua tài khoản là 1,2 triệu người`: a wish that is counted. */
export const isHadWish = (u: Units, i: number): boolean => u.is(i, WISH) && u.any(HAD, u.last(PAUSE, i) + 1, i)

/**
 * `đạt và vượt các chỉ tiêu Quốc hội giao, tỷ lệ thất nghiệp dưới 4%`, `vượt 14/15 chỉ tiêu đề ra, trong đó …`: what follows
 * a plan that was met was reached too.
 */
export function isMetBefore(u: Units, i: number): boolean {
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
export const isReachedAim = (u: Units, i: number): boolean => u.is(i, PLAN_IS) && u.is(i - 1, REACHED)

/** `đặt mục tiêu này dựa trên …`, `để đạt mục tiêu đó`: an aim named before. */
export const isSpokenOfAgain = (u: Units, i: number): boolean => u.is(i, PLAN_AT_END) && u.is(i + 1, THAT)

/** `Các chỉ tiêu về khám chữa bệnh đều tăng …`: measures that are told of, not aims. */
export function areMeasures(u: Units, i: number, at: number): boolean {
  if (!u.is(i, MEASURES)) return false
  const both = u.first(ALL_DO, i + 1, at)
  return both > 0 && both - i <= 8
}

/** Whether what is reached, said at unit `i`, are aims that a colon lists before unit `at`. */
export function isListedAim(u: Units, i: number, at: number): boolean {
  return u.last(TARGETS, i, i - 10) >= 0 && u.any(COLON, i, at)
}

/** The value of the quantity that a unit is. */
export const quantityAt = (u: Units, at: number): Quantity | undefined => u.mention(at)?.value as Quantity | undefined
