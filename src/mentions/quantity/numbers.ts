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

const COMMA_OF_THREE = /^\d{1,3},\d{3}$/

/**
 * How `3,488` before a multiplier is meant. `3,488 tỷ USD`, `14,064 triệu tấn` are decimals: nobody counts thousands of
 * millions of tonnes; sums in `tỷ đồng` and `triệu USD` run into the thousands and are grouped.
 */
function readingOf(numeral: string, multiplier: string | undefined, unit: string | null): SeparatorReading {
  if (multiplier === undefined || !COMMA_OF_THREE.test(numeral.trim())) return 'group'
  const currency = unit?.split('/')[0]
  const isSum = (currency === 'VND' && /^t[ỷỉ]$/.test(multiplier)) || (currency === 'USD' && multiplier === 'triệu')
  return isSum ? 'group' : 'decimal'
}

/** Low and high by their numerals; undefined when they are none or run backwards. */
function bounds(groups: Groups, unit: string | null, reading: SeparatorReading | undefined): { low: number; high: number } | undefined {
  const { low, high, multiplier, lowMultiplier } = groups
  const value = (numeral: string, by: string | undefined) => parseNumeral(numeral, by, reading ?? readingOf(numeral, by, unit))
  const top = value(high ?? (low as string), multiplier)
  const bottom = high === undefined ? top : value(low as string, lowMultiplier ?? multiplier)
  return top === undefined || bottom === undefined || bottom > top ? undefined : { low: bottom, high: top }
}

/** The quantity that a pattern's groups tell; undefined where its numerals are none or run backwards. */
export function quantity(groups: Groups, unit: string | null, form: Quantity['form'], reading?: SeparatorReading): Quantity | undefined {
  const range = bounds(groups, unit, reading)
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
