import { en } from './en.ts'
import { vi, type WordKey } from './vi.ts'

export type { WordKey } from './vi.ts'
export const LANGUAGES = ['vi', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** Says something in the language of the page, with the gaps filled; numbers as the language writes them. */
export type Say = ((key: WordKey, fill?: Readonly<Record<string, string | number>>) => string) & { readonly language: Language }

/** The words of a language. */
export function sayIn(language: Language): Say {
  const words: Readonly<Record<WordKey, string>> = language === 'vi' ? vi : en
  const say = (key: WordKey, fill: Readonly<Record<string, string | number>> = {}): string =>
    words[key].replace(/\{([a-z]+)\}/g, (gap, name: string) => {
      const value = fill[name]
      return value === undefined ? gap : typeof value === 'number' ? sayNumber(said, value) : value
    })
  const said: Say = Object.assign(say, { language })
  return said
}

/** Says the word of a code where there is one (`kind_target`), else the code itself. */
export function sayCode(say: Say, prefix: string, code: unknown): string {
  const key = `${prefix}_${String(code)}`
  return key in vi ? say(key as WordKey) : String(code)
}

/** A number as the language writes it. */
export function sayNumber(say: Say, number: number, digits?: number): string {
  const [whole = '', part] = (digits === undefined ? String(number) : number.toFixed(digits)).split('.')
  if (!/^-?\d+$/.test(whole)) return whole
  const [thousands, point] = say.language === 'vi' ? ['.', ','] : [',', '.']
  const grouped = whole.replace(/\B(?=(?:\d{3}){1,7}$)/g, thousands as string)
  return part === undefined ? grouped : `${grouped}${point}${part}`
}
