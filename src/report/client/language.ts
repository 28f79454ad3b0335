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

/** A number short enough for an axis: `1,2 triệu`. */
export function shortDigits(number: number): string {
  const steps: [number, Words][] = [
    [1e12, words('nghìn tỷ', 'tn')],
    [1e9, words('tỷ', 'bn')],
    [1e6, words('triệu', 'm')],
    [1e4, words('nghìn', 'k')]
  ]
  const step = steps.find(([size]) => number >= size)
  if (step === undefined) return digits(number)
  const size = step[1].vi === 'nghìn' ? 1000 : step[0]
  return `${digits(Math.round((100 * number) / size) / 100)} ${say(step[1])}`
}

/** Text without tones, marks and case: what a search compares. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
}
