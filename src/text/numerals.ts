/** Vietnamese numerals: digits in both separator conventions, number words, multipliers. Values are plain numbers. */

// Repetitions are bounded: from every number of a long run of them a match would go on to its end, which is not linear.

/** A number in digits: `1.500`, `8,5`, `1.500,5`, `2,591.3`, `940 000`. */
export const DIGITS =
  /(?:\d{1,3}(?:\.\d{3}){1,6}(?:,\d{1,30})?|\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,30})?|\d{1,3}(?: \d{3}){1,6}(?!\d)|\d{1,30}(?:[.,]\d{1,30})?)/

const UNITS = 'không|một|mốt|hai|ba|bốn|tư|năm|lăm|nhăm|sáu|bảy|bẩy|tám|chín'
/** A number in words, up to so many of them: `hai mươi lăm`, `một nửa`, `ba`, `trăm rưỡi`. */
export const wordsUpTo = (most: number): string =>
  `(?:(?:${UNITS}|mười|chục)(?: (?:${UNITS}|mười|mươi|chục|trăm|linh|lẻ|phẩy)){0,${most - 1}}(?: rưỡi)?|trăm rưỡi)`
/** A number in words, at least one digit word. */
export const WORDS = new RegExp(wordsUpTo(13))

const DIGIT_VALUES: Readonly<Record<string, number>> = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  nhăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9
}

const MULTIPLIERS: Readonly<Record<string, number>> = {
  chục: 10,
  trăm: 100,
  nghìn: 1e3,
  ngàn: 1e3,
  vạn: 1e4,
  triệu: 1e6,
  tr: 1e6,
  tỷ: 1e9,
  tỉ: 1e9
}

/** One or more multiplier words: `nghìn tỷ`, `triệu`. */
export const MULTIPLIER = /(?:(?:trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?: (?:nghìn|ngàn|triệu|tỷ|tỉ)){0,4})/

/** What one separator followed by three digits means: `42.295 điểm` is a decimal, `1.500 xã` a group. */
export type SeparatorReading = 'group' | 'decimal'

/**
 * The value of a number printed in digits, or undefined when it is none.
 * With both separators the last one is the decimal; with one separator and other than three digits behind it, it is the
 * decimal; with exactly three, `reading` decides.
 */
export function parseDigits(printed: string, reading: SeparatorReading = 'group'): number | undefined {
  const s = printed.replace(/\s/g, '')
  if (!/^\d+(?:[.,]\d+)*$/.test(s)) return undefined
  const dots = s.split('.').length - 1
  const commas = s.split(',').length - 1
  if (dots > 0 && commas > 0) {
    const decimal = s.lastIndexOf(',') > s.lastIndexOf('.') ? ',' : '.'
    const group = decimal === ',' ? '.' : ','
    if (s.split(decimal).length > 2) return undefined
    return Number(s.replaceAll(group, '').replace(decimal, '.'))
  }
  if (dots + commas === 0) return Number(s)
  const separator = dots > 0 ? '.' : ','
  const parts = s.split(separator)
  if (parts.length > 2) return parts.slice(1).every(p => p.length === 3) ? Number(parts.join('')) : undefined
  const [whole = '', rest = ''] = parts
  const isGroup = rest.length === 3 && whole.length <= 3 && whole !== '0' && reading === 'group'
  return isGroup ? Number(whole + rest) : Number(`${whole}.${rest}`)
}

/** The value of a number in words (without multipliers above `trăm`), or undefined. `một nửa` is 0.5. */
export function parseWords(printed: string): number | undefined {
  const words = printed.trim().toLowerCase().split(/\s+/)
  if (words.join(' ') === 'một nửa' || words.join(' ') === 'nửa') return 0.5
  let total = 0
  let current: number | undefined
  let decimals: string | undefined
  let lastUnit = 1
  for (const word of words) {
    const digit = DIGIT_VALUES[word]
    if (decimals !== undefined) {
      if (digit === undefined) return undefined
      decimals += String(digit)
    } else if (digit !== undefined) {
      if (current !== undefined && lastUnit === 1) return undefined
      current = digit
      if (lastUnit > 1) {
        total += digit
        current = undefined
      }
      lastUnit = 1
    } else if (word === 'mười') {
      total += 10
      current = undefined
      lastUnit = 10
    } else if (word === 'mươi' || word === 'chục') {
      total += (current ?? 1) * 10
      current = undefined
      lastUnit = 10
    } else if (word === 'trăm') {
      total = (total + (current ?? (total === 0 ? 1 : 0))) * 100
      current = undefined
      lastUnit = 100
    } else if (word === 'linh' || word === 'lẻ') {
      lastUnit = 10
    } else if (word === 'rưỡi') {
      total += (current ?? 0) + lastUnit / 2
      current = undefined
    } else if (word === 'phẩy') {
      decimals = ''
    } else return undefined
  }
  const value = total + (current ?? 0)
  return decimals ? Number(`${value}.${decimals}`) : value
}

/** The factor of stacked multiplier words: `nghìn tỷ` is 1e12; an empty string is 1. */
export function parseMultiplier(printed: string | undefined): number {
  if (!printed) return 1
  return printed
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .reduce((product, word) => product * (MULTIPLIERS[word] ?? 1), 1)
}

/** `value * factor` without binary noise: 1.8 * 1e9 is 1800000000. Exact to 12 significant digits. */
export function scale(value: number, factor: number): number {
  return factor === 1 ? value : Number((value * factor).toPrecision(12))
}

/** Digits or words, then multipliers: the value of `1.500`, `ba`, `3,03` with `triệu tỷ`. */
export function parseNumeral(printed: string, multiplier?: string, reading: SeparatorReading = 'group'): number | undefined {
  const base = /^\d/.test(printed.trim()) ? parseDigits(printed.trim(), reading) : parseWords(printed)
  return base === undefined ? undefined : scale(base, parseMultiplier(multiplier))
}
