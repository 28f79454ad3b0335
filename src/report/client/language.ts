import { numberInWords } from './digits.ts'
import type { Words } from './model.ts'

let language: 'vi' | 'en' = 'vi'

/** The language that everything drawn from now on is in. */
export function setLanguage(to: 'vi' | 'en'): void {
  language = to
}

/** The language of the page. */
export function languageNow(): 'vi' | 'en' {
  return language
}

/** Words in the language of the page. */
export function say(words: Words): string {
  return words[language]
}

/** Both languages of a text. */
export function words(vi: string, en: string): Words {
  return { vi, en }
}

/** A number with its thousands apart: `1.234,5` in Vietnamese, `1,234.5` in English; at most four digits after the point. */
export function digits(number: number): string {
  const rounded = Math.round(number * 10_000) / 10_000
  return language === 'vi' ? numberInWords(rounded) : numberInWords(rounded, ',', '.')
}

/** What large numbers are counted in: `nghìn tỷ`; from so many on. */
const SCALES: readonly { readonly from: number; readonly size: number; readonly name: Words }[] = [
  { from: 1e12, size: 1e12, name: words('nghìn tỷ', 'tn') },
  { from: 1e9, size: 1e9, name: words('tỷ', 'bn') },
  { from: 1e6, size: 1e6, name: words('triệu', 'm') },
  { from: 1e4, size: 1e3, name: words('nghìn', 'k') }
]

/** What numbers up to `most` are counted in; null where they are short as they are. */
export function scaleOf(most: number): { readonly size: number; readonly name: Words } | null {
  return SCALES.find(({ from }) => most >= from) ?? null
}

/** A number short enough for an axis: `1,2 triệu`. */
export function shortDigits(number: number): string {
  const scale = scaleOf(number)
  return scale === null ? digits(number) : `${digits(Math.round((100 * number) / scale.size) / 100)} ${say(scale.name)}`
}

/** A number of at most three digits that count: `205`, `72,4`, `0,05`. */
export function fewDigits(number: number): string {
  return digits(Number(number.toPrecision(3)))
}

/** Text without tones, marks and case: what a search compares. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
}
