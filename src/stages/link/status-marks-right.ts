import { FREED, GRANT, MUST, STRIVE } from '../../mentions/words/aims.ts'
import { BARE_PLAN, CALLED_GOAL, MARGIN_BASE, OF_PLAN, PASSED_PLAN, PLAN, PLAN_NOUN } from '../../mentions/words/plans.ts'
import { ALREADY, AMOUNT_TO, LEVEL_NOUN, NOW, TODAY } from '../../mentions/words/results.ts'
import {
  AND,
  ASSIGN,
  CHANGE,
  CLOSE,
  COMMA,
  COMPARE,
  COMPARED,
  DASH,
  DATE,
  DOCUMENT,
  EXCEED,
  FROM,
  GOAL,
  ISSUER,
  NOUN,
  OF,
  OPEN,
  PART_END,
  PERCENT,
  PERIOD,
  PLACE,
  QUANTITY,
  RAISE,
  REACH,
  SEMICOLON,
  SET,
  STOP,
  SUBJECT
} from '../../mentions/words/tags.ts'
import type { DateValue } from '../../model/values.ts'
import type { Units } from '../../text/units.ts'
import { words } from '../../text/word-class.ts'
import { when } from './past-or-future.ts'
import { quantityAt } from './status-left-signs.ts'
import type { StatusQuery } from './status-reading.ts'

/** The units to the right of a number in its clause, or around it, that speak of its status; a place in the sentence, -1 for none. */
export interface RightMarks {
  compared: number
  past: number
  future: number
  margin: number
  planShare: number
  /** The plan that what follows says how much of the number is of. */
  planMeasured: number
  /** `26% hiện nay`: how things are, beside a goal. */
  now: number
  /** A word behind the number that it is so already. */
  result: number
  /** The word that calls what was said a goal: `… hai con số là mục tiêu khó`. */
  aim: number
  /** The verb with which a rule waives, lends or allows it: `giảm 30% tiền thuê đất`, `cho phép trích tối đa 20% …`. */
  granted: number
  /** The plan, target or quota that the number is the figure of. */
  plan: number
}

const NO_MARKS: Readonly<RightMarks> = {
  compared: -1,
  past: -1,
  future: -1,
  margin: -1,
  planShare: -1,
  planMeasured: -1,
  now: -1,
  result: -1,
  aim: -1,
  granted: -1,
  plan: -1
}

const CLAUSE_END = COMMA.or(SEMICOLON, STOP)
const CLAUSE_END_OR_DASH = CLAUSE_END.or(DASH)
const COMMA_OR_STOP = COMMA.or(STOP)
const NEXT_FACT = COMMA_OR_STOP.or(QUANTITY)
const END = CLAUSE_END.or(QUANTITY, OPEN, CLOSE)
const AT_PRESENT = words('hiện nay')
/** The units to the right that speak of a number's status; none of the others is looked at. */
const MARK = END.or(PLAN_NOUN, GOAL, COMPARE, DATE, AT_PRESENT, ALREADY)
const STRIVEN_BACK = STRIVE.or(OPEN, COMMA)
const OF_A_PLAN = DATE.or(PLACE, OF, ISSUER, ASSIGN, SUBJECT, SET, OF_PLAN)
const RISE = REACH.or(QUANTITY, COMMA)
const MARGIN_OF = MARGIN_BASE.or(COMPARED)

/** Whether a comma is followed, within its clause, by the time the goal is due: `…, làm xong trước năm 2027`. */
function isDueBehind(u: Units, comma: number): boolean {
  for (let i = comma + 1; i < Math.min(u.length, comma + 5); i++) {
    if (u.is(i, NEXT_FACT)) return false
    if (!u.is(i, DATE)) continue
    const use = (u.mention(i)?.value as DateValue | undefined)?.use
    // `…, dự kiến đến năm 2030 tăng lên 305.000`: the date is the next number's.
    if (use === 'before' || (use === 'by' && i > comma + 1)) {
      const reach = u.first(REACH, i + 1, i + 4)
      return reach < 0 || !u.any(QUANTITY, reach + 1, i + 4)
    }
  }
  return false
}

/** `cao hơn mục tiêu 18% đặt ra từ đầu năm`: the number is what was set, not how far off something is. */
const isSetBehind = (u: Units, at: number): boolean =>
  /^(?:được |đã )?(?:đề ra|đặt ra|đưa ra|được giao|giao)(?: |$)/.test(u.textOf(at + 1, at + 3))

/** A plan named right before the number: `vượt mục tiêu 26 triệu`, `kế hoạch là 3.400 tỷ`, `dự toán (87.000 tỷ)`. */
function planBefore(u: Units, at: number): number {
  if (at < 1) return -1
  if (u.is(at - 1, PLAN)) return at - 1
  if (u.text(at - 1) !== 'là' && !u.is(at - 1, OPEN)) return -1
  // Between them only whose plan it is and of when: `kế hoạch HĐND tỉnh giao năm 2025 là 3.400 tỷ`, not `kế hoạch vốn đầu tư công … là`.
  for (let i = at - 2; i >= Math.max(0, at - 7); i--) {
    if (u.is(i, PLAN)) return i
    if (!u.is(i, OF_A_PLAN)) return -1
  }
  return -1
}

const CHARGE = /^(?:tiền (?:thuê|sử dụng)|thuế|lệ phí|phí|mức thu|lãi suất|học phí|giá vé|giá thuê)(?: |$)/

/** The verb that makes a share one of what a rule charges or allows. */
function grantOf(u: Units, at: number): number {
  if (u.is(at - 1, GRANT) && CHARGE.test(u.textOf(at + 1, at + 4))) return at - 1
  const first = u.last(CLAUSE_END_OR_DASH, at) + 1
  return u.text(first) === 'cho' && u.text(first + 1) === 'phép' ? first : -1
}

/** `… là mục tiêu`, `… chính là mục tiêu mà ngành hướng tới`, behind the number in its sentence. */
function aimOf(u: Units, at: number): number {
  const called = u.first(CALLED_GOAL, at + 2)
  if (called < 0) return -1
  const end = u.first(PART_END, at + 1)
  for (let i = called; i >= 0 && (end < 0 || i <= end); i = u.first(CALLED_GOAL, i + 1)) if (u.text(i - 1) === 'là') return i
  return -1
}

// So many units before the number a verb of raising brings it past something.
const RAISE_REACH = 10

/** `đưa doanh thu đóng tàu vượt 13 tỷ USD`: what something is to be brought past is no margin. */
const isBroughtPast = (u: Units, at: number): boolean => u.any(RAISE, at - RAISE_REACH, at - 1)

/** Where the number's clause ends: at a comma or stop behind it. */
function clauseEnd(u: Units, at: number): number {
  const end = u.first(COMMA_OR_STOP, at + 1)
  return end < 0 ? u.length : end
}

/** The comparator of a number as printed in front of it, in lower case. It is looked for only where the number has more words than its digits. */
function comparatorOf(u: Units, at: number, lower: string): string {
  const mention = u.mention(at)
  if (mention === null || DIGITS.test(lower.charAt(mention.outer.start))) return ''
  const comparator = mention.parts['comparator']
  return comparator === undefined ? '' : lower.slice(comparator.start, comparator.end)
}

const DIGITS = /\d/

/** How far off a plan or another number it is, or what it is called a margin by; -1 where it is none. */
function marginOf(u: Units, at: number, lower: string): number {
  const isPassing = u.text(at - 1) === 'vượt'
  const printed = comparatorOf(u, at, lower)
  const isOff = printed !== '' && /^(?:cao|thấp|nhiều|ít) hơn/.test(printed)
  const isToExceed = isPassing && u.is(at - 2, MUST)
  const isStriven = isToExceed || (!u.any(PLAN_NOUN, at + 1, at + 5) && (isOff || isPassing) && u.is(u.last(STRIVEN_BACK, at), STRIVE))
  if (at > 0 && !isStriven && (isPassing || isOff) && u.any(MARGIN_OF, at + 1, Math.min(at + 8, clauseEnd(u, at)))) return at
  const isPercent = u.is(at, PERCENT)
  // `tăng 4,6%, thấp hơn 6,1 điểm phần trăm`: how far off what was planned.
  if (isOff && /^(?:thấp|cao)/.test(printed) && u.is(at - 1, COMMA) && quantityAt(u, at)?.form === 'points') return at
  // `vượt 5% mục tiêu` is a margin, unless one strives to exceed.
  if (u.is(at - 1, EXCEED) && !u.is(at - 2, GOAL) && !isToExceed && !isBroughtPast(u, at) && (!isPercent || isBesidePlan(u, at)))
    return at - 1
  // `vượt xa mục tiêu 5% được đưa ra`: how far it was passed is said already, or the number is what was set.
  const isSet = (): boolean => u.text(at - 2) === 'vượt xa' || isSetBehind(u, at)
  if (u.is(at - 1, PLAN)) {
    const isPassed = u.is(at - 2, EXCEED)
    if (isPassed && isPercent && !isSet()) return at - 1
    // `vượt dự toán khoảng 12 tỷ đồng`: about how much it was passed by; `vượt dự toán 12 tỷ đồng` may be what was passed.
    if (isPassed && /^(?:khoảng|gần|hơn|trên|tới|đến)/.test(printed)) return at - 1
  }
  // `vượt mục tiêu 85% người dân có thẻ`: with what it is a share of, the number is the goal that was passed.
  const isShare = (quantityAt(u, at)?.low ?? 0) >= 30 && u.is(at + 1, NOUN)
  if (u.is(at - 1, PASSED_PLAN) && isPercent && !isShare) return at - 1
  if (u.is(at - 1, CHANGE) && u.text(at + 1).startsWith('so') && u.any(DOCUMENT, at + 1, at + 5)) return at - 1
  return u.is(at - 1, BARE_PLAN) && u.text(at - 2) === 'hơn' && !isSet() ? at - 1 : -1
}

/** Whether a plan stands up to the number's clause as what it is compared with, or right behind it. */
function isBesidePlan(u: Units, at: number): boolean {
  if (u.any(PLAN_NOUN, 0, at + 6)) return true
  for (let i = u.first(COMPARE, 0, at + 6); i >= 0; i = u.first(COMPARE, i + 1, at + 6)) if (!u.is(i + 1, DATE)) return true
  return false
}

/** What makes the number how things are now: a word behind it, or that something is compared with it. */
function nowOf(u: Units, at: number): number {
  if (u.is(at + 1, NOW) && quantityAt(u, at)?.form !== 'ratio') return at + 1
  // `so với mức 70 phút`, `thay vì 40% GDP`: what a goal is compared with.
  if (u.is(at - 1, COMPARE)) return at - 1
  if (u.is(at - 2, COMPARE) && u.is(at - 1, LEVEL_NOUN)) return at - 2
  // `tăng từ 6,5 triệu tấn dầu thô hiện nay lên …`: where a change starts from.
  return u.is(at, FROM) ? u.first(TODAY, at + 1, u.first(RISE, at + 1)) : -1
}

/** Reads the words to the right of a number in its clause, and those that make it a margin over a plan or the plan itself. */
export function scanRight(u: Units, query: StatusQuery, now: string | null, isPublished: boolean, lower: string): RightMarks {
  const { at } = query
  const marks = { ...NO_MARKS, granted: grantOf(u, at), aim: aimOf(u, at), now: nowOf(u, at), margin: marginOf(u, at, lower) }
  const plan = marks.margin < 0 ? planBefore(u, at) : -1
  // A share in brackets is how much of the plan, unless they stand right behind it.
  if (!(u.is(at, PERCENT) && u.is(at - 1, OPEN) && plan !== at - 2)) marks.plan = plan
  // `đạt 2,6 tỷ USD, bằng 116% kế hoạch`: how much of the plan was reached.
  if (u.is(at + 1, COMMA) && !u.is(at, PERCENT) && u.is(at + 2, AMOUNT_TO) && u.is(at + 4, PLAN_NOUN)) marks.planMeasured = at + 4
  if (marks.margin < 0 && u.is(at + 1, FREED) && u.is(at, PERCENT)) marks.margin = at + 1
  readOn(u, query, marks, now, isPublished)
  return marks
}

/** Reads on to the clause's end. */
function readOn(u: Units, { at, dates, issued }: StatusQuery, marks: RightMarks, now: string | null, isPublished: boolean): void {
  const mark = (kind: 'past' | 'future' | 'result' | 'compared' | 'planShare' | 'now', i: number): void => {
    if (marks[kind] < 0) marks[kind] = i
  }
  for (let i = u.first(MARK, at + 1); i >= 0; i = u.first(MARK, i + 1)) {
    if (u.is(i, COMMA) && isDueBehind(u, i)) continue
    const isOpen = u.is(i, OPEN)
    // `giảm 8.260 tỷ đồng (tương ứng 16,2%) so với cùng kỳ`: brackets that add a number.
    const close = i === at + 1 && isOpen ? u.first(CLOSE, i + 1) : -1
    if (close > 0 && close - i <= 4 && u.is(close + 1, COMPARED)) {
      i = close
      continue
    }
    // `lên gần 70% (2024)`: brackets that hold its time alone.
    if (isOpen && u.is(i + 1, DATE) && u.is(i + 2, CLOSE)) {
      const side = when(dates.get(u.mention(i + 1)), now, isPublished)
      if (side === 'past' || side === 'future') mark(side, i + 1)
    }
    if (u.is(i, END)) break
    if (u.is(i, PLAN_NOUN) && (i === at + 1 || (i === at + 2 && u.is(at + 1, COMPARE)))) mark('planShare', i)
    if (u.is(i, GOAL) && (i - at > 2 || u.is(i - 1, AND))) break
    if (u.is(i, COMPARE) && !u.is(i + 1, PLAN_NOUN)) break
    if (u.is(i, DATE)) {
      const mention = u.mention(i)
      const value = mention?.value as DateValue | undefined
      if (value?.use === 'compared') mark('compared', i)
      else if (value?.use !== 'from' && !issued.has(mention)) {
        const side = when(dates.get(mention), now, isPublished)
        if (side === 'past') mark('past', i)
        if (side === 'future' && !(u.is(i, PERIOD) && value?.use === null)) mark('future', i)
      }
    }
    if (u.is(i, AT_PRESENT) && u.text(i - 1) === 'như') mark('now', i)
    if (i - at <= 10 && u.is(i, ALREADY)) mark('result', i)
  }
}
