import { AIM, FIX, FIX_OR_PUT, IS, MADE, PURPOSE, SETS_NOTHING, SOON } from '../../mentions/words/aims.ts'
import { ASSIGNED_THING, MET_PLAN, TARGETS } from '../../mentions/words/plans.ts'
import {
  ADVERB,
  AND,
  CHANGE,
  CLOSE,
  COLON,
  COMMA,
  DATE,
  DO,
  DOCUMENT,
  ENSURE,
  EXCEED,
  GOAL,
  INDICATOR,
  ISSUER,
  ORGANIZATION,
  PERCENT,
  PLACE,
  QUANTITY,
  RAISE,
  REACH,
  RESULT,
  SEMICOLON,
  SET,
  STOP,
  SUBJECT
} from '../../mentions/words/tags.ts'
import type { Units } from '../../text/units.ts'

const ACTOR = SUBJECT.or(PLACE, ISSUER, ORGANIZATION)
const ACTOR_OR_PLAN = ACTOR.or(DOCUMENT)
const COMMA_OR_DATE = COMMA.or(DATE)
const DEED = DO.or(MADE)
const NOT_SET = AND.or(COMMA, SEMICOLON, STOP, CLOSE, DATE)
const ANOTHER_FACT = SEMICOLON.or(QUANTITY, RESULT, STOP)
const AIM_ENDS = QUANTITY.or(COMMA, SEMICOLON, STOP, COLON, CLOSE, RESULT)
const BRINGS = CHANGE.or(RAISE, EXCEED)
const BRINGS_SHARE = BRINGS.or(REACH, ENSURE)

/** Whether `dự kiến` stands between who acts (a body, a place, a plan) and a verb of doing. */
export function isIntended(u: Units, i: number): boolean {
  if (isOpeningIntent(u, i)) return true
  if (!u.is(i + 1, DEED) || u.text(i + 1) === 'giải ngân') return false
  for (let k = i - 1; k >= Math.max(0, i - 4); k--) if (!u.is(k, ADVERB)) return u.is(k, ACTOR_OR_PLAN)
  return false
}

// So many units behind `dự kiến` stands who is to act.
const ACTOR_REACH = 5

/** `Dự kiến, đến năm 2030, thành phố sẽ đầu tư mở rộng 20 cụm …`: what a body or a place is to do itself. */
function isOpeningIntent(u: Units, i: number): boolean {
  if (i > 0 && !u.is(i - 1, STOP)) return false
  for (let k = i + 1; k <= i + ACTOR_REACH && k < u.length; k++) if (!u.is(k, COMMA_OR_DATE)) return u.is(k, ACTOR) && u.is(k + 2, DO)
  return false
}

/** `nhằm giảm 35% …`, `để sớm đưa … lên 6%`: words of purpose with the verb that reaches the number. */
export function isPurpose(u: Units, i: number, at: number): boolean {
  if (!u.is(i, PURPOSE)) return false
  let verb = i + 1
  while (u.is(verb, SOON)) verb++
  if (verb >= at) return false
  if (isMeasureToReach(u, verb, at)) return true
  return u.is(verb, u.is(at, PERCENT) ? BRINGS_SHARE : BRINGS) && !u.is(verb, IS)
}

// So many units a measure may have before the verb that reaches its number.
const MEASURE_REACH = 8

/** `để GRDP năm 2026 đạt tối thiểu 10%`: a measure that begins at unit `from` and is to reach the number. */
const isMeasureToReach = (u: Units, from: number, at: number): boolean =>
  at - from <= MEASURE_REACH && u.is(from, INDICATOR) && u.any(DATE, from, at)

/** `đạt 14/17 chỉ tiêu`: goals counted set none. */
export function isCounted(u: Units, i: number): boolean {
  return u.is(i, TARGETS) && u.is(i - 1, QUANTITY) && !u.is(i - 1, PERCENT)
}

/** A verb of setting behind a document or a body: `Quyết định số 1947/QĐ-TTg … xác định:`, `Quốc hội giao`. */
export function isSetter(u: Units, i: number): boolean {
  if (!u.is(i, SET)) return false
  // `kế hoạch Thủ tướng giao đầu năm`, `đáp ứng yêu cầu`: nothing is set here.
  if (i + 1 >= u.length || u.is(i + 1, NOT_SET) || u.is(i - 1, SETS_NOTHING)) return false
  // `mức đóng được xác định như sau`: a rule of reckoning.
  if (u.is(i, FIX) && u.text(i - 1) === 'được') return false
  if (u.any(ASSIGNED_THING, i - 5, i)) return false
  if (u.is(i, FIX_OR_PUT) && (u.is(i - 1, PLACE) || u.any(SUBJECT, i - 4, i))) return true
  for (let k = i - 1; k >= Math.max(0, i - 24); k--) {
    if (u.is(k, ANOTHER_FACT)) return false
    const type = u.mention(k)?.type
    if (type === 'document_name' || type === 'document_number') return true
    if (type === 'issuer') return i - k <= 3
  }
  return false
}

/** The aim named in front of brackets that give its figure: `mục tiêu của nghị quyết (đến năm 2022, khoảng 34%)`; -1 where none is. */
export function aimBefore(u: Units, open: number): number {
  for (let i = open - 1; i >= Math.max(0, open - 14); i--) {
    if (u.is(i, MET_PLAN)) return i
    if (u.is(i, AIM_ENDS)) return -1
    if (u.is(i, GOAL) && u.is(i, AIM)) return i
  }
  return -1
}
