import { AND, COMMA, DATE, PROVINCE, QUANTITY, SEMICOLON } from '../../mentions/words/tags.ts'
import type { Mention } from '../../model/mention.ts'
import type { Span } from '../../model/span.ts'
import type { Units } from '../../text/units.ts'
import { type WordClass, words } from '../../text/word-class.ts'

const ITEM_END = SEMICOLON.or(QUANTITY)

/** One unit of a sentence, with the mention that it is. */
export interface Unit extends Span {
  readonly mention: Mention | null
}

const unitAt = (units: Units, at: number): Unit => ({ ...units.spanOf(at), mention: units.mention(at) })

/** The date or place that a number of a list goes with, and the word that says so. */
export interface Zipped {
  readonly date: Unit | undefined
  readonly place: Unit | undefined
  readonly by: Unit
}

const RESPECTIVELY = words(/(?:lần lượt|tương ứng)/)
/** What stands between the items of a list. */
const LINK = COMMA.or(AND, SEMICOLON)

/**
 * Pairs lists item by item: `đến năm 2025 và 2030 lần lượt đạt 20% và 30%`, `20% và 30% vào năm 2025 và 2030`,
 * `Hà Nội và Huế được giao lần lượt 7% và 7,5%`. Undefined unless both lists are equally long.
 */
export function zipped(units: Units, at: number): Zipped | undefined {
  const values = listAround(units, at)
  if (values.length < 2) return undefined
  const own = values.indexOf(at)
  const first = values[0] as number
  const last = values.at(-1) as number
  const word = units.last(RESPECTIVELY, first, first - 4)
  const behindWord = units.first(RESPECTIVELY, last + 1, last + 3)
  if (word >= 0) {
    const dates = listBefore(units, word, DATE)
    const places = listBefore(units, word, PROVINCE)
    const date = dates.length === values.length ? unitAt(units, dates[own] as number) : undefined
    const place = places.length === values.length ? unitAt(units, places[own] as number) : undefined
    if (date !== undefined || place !== undefined) return { date, place, by: unitAt(units, word) }
  }
  const from = behindWord >= 0 ? behindWord + 1 : last + 1
  const dates = listFrom(units, from, DATE)
  return dates.length === values.length && dates.length > 1
    ? {
        date: unitAt(units, dates[own] as number),
        place: undefined,
        by: unitAt(units, behindWord >= 0 ? behindWord : (dates[0] as number))
      }
    : undefined
}

/** Indices of the numbers that stand with the one at `at` in one list. */
function listAround(units: Units, at: number): number[] {
  const found = [at]
  for (let i = at; units.is(i + 1, LINK) && units.is(i + 2, QUANTITY); i += 2) found.push(i + 2)
  for (let i = at; units.is(i - 1, LINK) && units.is(i - 2, QUANTITY); i -= 2) found.unshift(i - 2)
  return found
}

/** Indices of the last list of units with a tag before `end`, whatever stands between the list and `end` in its clause. */
function listBefore(units: Units, end: number, tag: WordClass): number[] {
  let i = end - 1
  while (i >= 0 && !units.is(i, tag)) {
    if (units.is(i, ITEM_END)) return []
    i--
  }
  const found: number[] = []
  for (; i >= 0 && units.is(i, tag); i -= 2) {
    found.unshift(i)
    if (!units.is(i - 1, LINK)) break
  }
  return found
}

/** Indices of the list of units with a tag that begins at `start`. */
function listFrom(units: Units, start: number, tag: WordClass): number[] {
  const found: number[] = []
  for (let i = start; units.is(i, tag); i += 2) {
    found.push(i)
    if (!units.is(i + 1, LINK)) break
  }
  return found
}

/** The number that one of a list goes with, where as many numbers were said before it: `8 triệu khách và 213 nghìn tấn, tăng lần lượt 7,2% và 6,4%`. */
export function zippedNumber(units: Units, at: number): Mention | undefined {
  const values = listAround(units, at)
  const first = values[0] as number
  if (values.length < 2 || !units.any(RESPECTIVELY, first - 4, first)) return undefined
  const before: number[] = []
  for (let i = first - 1; i >= 0 && before.length < values.length; i--) {
    if (units.is(i, SEMICOLON)) break
    if (units.is(i, QUANTITY)) before.unshift(i)
  }
  return before.length === values.length ? (units.mention(before[values.indexOf(at)] as number) ?? undefined) : undefined
}
