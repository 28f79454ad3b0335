import type { Groups } from '../../model/rule.ts'
import type { Quantity } from '../../model/values.ts'
import { DIGITS, MULTIPLIER, parseNumeral, type SeparatorReading, WORDS } from '../../text/numerals.ts'
import { comparatorOf } from './comparators.ts'

/** A numeral in figures or words. */
export const N = `(?:${DIGITS.source}|${WORDS.source})`
/** A numeral, as group `low`. */
export const NUMBER = `(?<low>${N})`
/** A multiplier behind a number (`nghìn`, `triệu`), as group `multiplier`. */
export const MULT = `(?: ?(?<multiplier>${MULTIPLIER.source}))?`
/** A multiplier behind the lower end of a range, as group `lowMultiplier`. */
export const LOW_MULT = `(?: ?(?<lowMultiplier>${MULTIPLIER.source}))?`
/** What stands between the ends of a range. */
export const TO = ' ?(?:-|~|÷|(?:đến|tới)(?: (?:hơn|trên|gần|khoảng))?) ?'
/** No letter or digit follows. */
export const END = '(?![a-zà-ỹđ0-9])'

/** Low and high by their numerals; undefined when they are none or run backwards. */
function bounds(groups: Groups, reading: SeparatorReading): { low: number; high: number } | undefined {
  const { low, high, multiplier, lowMultiplier } = groups
  const top = parseNumeral(high ?? (low as string), multiplier, reading)
  const bottom = high === undefined ? top : parseNumeral(low as string, lowMultiplier ?? multiplier, reading)
  return top === undefined || bottom === undefined || bottom > top ? undefined : { low: bottom, high: top }
}

/** The quantity that a pattern's groups tell; undefined where its numerals are none or run backwards. */
export function quantity(
  groups: Groups,
  unit: string | null,
  form: Quantity['form'],
  reading: SeparatorReading = 'group'
): Quantity | undefined {
  const range = bounds(groups, reading)
  if (range === undefined) return undefined
  const isRange = groups['high'] !== undefined && range.low < range.high
  const comparator = isRange ? 'range' : comparatorOf(groups['comparator'], groups['behind'], groups['from'])
  return {
    ...range,
    comparator,
    unit,
    form,
    isFrom: !isRange && groups['from'] !== undefined && groups['comparator'] === undefined && groups['behind'] === undefined
  }
}
