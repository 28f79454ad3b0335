import { AND, CLOSE, COMMA, COMPARE, DATE, GOAL, LINK, OPEN, QUANTITY, RATE, SEMICOLON, STOP } from '../../mentions/words/tags.ts'
import type { DateValue, Quantity } from '../../model/values.ts'
import type { Units } from '../../text/units.ts'
import { words } from '../../text/word-class.ts'
import { canBeDue, type DeadlineDates, type DeadlineQuery, isEventDay, isYearly } from './deadline.ts'
import type { LinkedDate } from './linked-date.ts'

const ENDS_ASIDE = CLOSE.or(COMMA)
const ENDS_DEED = QUANTITY.or(COMMA)
const DONE = words('hoàn thành|xong|làm xong')
// `để đạt 6,5% thì quý 2/2021 phải tăng 7,19%`: what has to come first has its own time.
const THEN = words('thì')
const OPENS_NEXT = LINK.or(GOAL)

/** The value of a unit that is a date. */
export function dateOf(units: Units, at: number): DateValue | undefined {
  return units.is(at, DATE) ? (units.mention(at)?.value as DateValue) : undefined
}

/** A date behind the value in its clause, before another number: `20% vào năm 2025`, `8% trong năm nay`. */
export function behindValue(
  units: Units,
  { at }: DeadlineQuery,
  dates: DeadlineDates
): { date: LinkedDate; at: number } | 'vague' | undefined {
  for (let i = at + 1; i < units.length; i++) {
    // `37.000 MW (12,6%) vào năm 2045`: the time of a number stands behind what its brackets add.
    const closed = i === at + 1 ? closing(units, i) : -1
    const dated = units.is(closed + 1, RATE) ? closed + 2 : closed + 1
    if (closed > 0 && units.is(dated, DATE)) i = dated
    // `457 triệu tấn (2030)`: brackets that hold a year alone.
    const own = units.is(i, OPEN) && units.is(i + 2, ENDS_ASIDE) ? dates.byMention.get(units.mention(i + 1)) : undefined
    if (canBeDue(own) && isYearly(own)) return { date: own, at: i + 1 }
    if (
      units.is(i, QUANTITY) ||
      units.is(i, SEMICOLON) ||
      units.is(i, STOP) ||
      units.is(i, THEN) ||
      units.is(i, COMPARE) ||
      units.is(i, OPEN) ||
      units.mention(i)?.type === 'rank'
    )
      return undefined
    // Over a comma only `vào năm …` still belongs to the number; `đến năm …` begins the next goal.
    if (units.is(i, OPENS_NEXT)) {
      const use = dateOf(units, i + 1)?.use
      if (isDoneBy(units, i)) continue
      // A time between commas leads what follows it (`8,5%, trong 6 tháng cuối năm, tỉnh phải …`).
      const last = units.is(i + 2, AND) && units.is(i + 3, DATE) ? i + 4 : i + 2
      if (units.is(i, COMMA) && units.is(last, COMMA)) return undefined
      if (use !== 'in' && (use !== 'before' || !units.is(i, COMMA))) return undefined
    }
    if (!units.is(i, DATE)) continue
    if (dateOf(units, i)?.partial?.unit === 'vague') return 'vague'
    const date = dates.byMention.get(units.mention(i))
    if (isOfRatio(units, i)) continue
    if (!canBeDue(date) || date.mention.value.use === 'from' || isEventDay(date) || dates.issued.has(date.mention)) continue
    return { date, at: i }
  }
  return undefined
}

/** `gấp đôi năm 2025`: what a ratio is to. */
export function isOfRatio(units: Units, at: number): boolean {
  const before = units.is(at - 1, QUANTITY) ? (units.mention(at - 1)?.value as Quantity) : undefined
  return before?.form === 'ratio' && dateOf(units, at)?.use === null
}

/** Index of the bracket that closes the one at `open`, where it holds little; -1 else. */
function closing(units: Units, open: number): number {
  if (!units.is(open, OPEN)) return -1
  const end = units.first(CLOSE, open + 1)
  return end > 0 && end - open <= 5 && end + 1 < units.length ? end : -1
}

/** A comma before `làm xong trước năm 2027`: the doing of the goal, with its time. */
function isDoneBy(units: Units, comma: number): boolean {
  for (let i = comma + 1; i < Math.min(units.length, comma + 4); i++) {
    if (units.is(i, ENDS_DEED)) return false
    if (!units.is(i, DATE)) continue
    const use = dateOf(units, i)?.use
    return i > comma + 1 && (use === 'before' || (use === 'in' && units.is(comma + 1, DONE)))
  }
  return false
}
