import { UsageError } from '../model/usage-error.ts'

/** One of some words, or a usage error that names the option and the words. */
export function oneOf<const Word extends string>(option: string, words: readonly Word[]): (value: string) => Word {
  return value => {
    const word = words.find(w => w === value)
    if (word !== undefined) return word
    throw new UsageError(`${option} wants one of ${words.join(', ')}, not ${JSON.stringify(value)}.`)
  }
}

/** A whole number of at least `least`, or a usage error that names the option. */
export function wholeNumber(option: string, least: number): (value: string) => number {
  return value => {
    const number = Number(value)
    if (/^\d{1,9}$/.test(value) && number >= least) return number
    throw new UsageError(`${option} wants a whole number of at least ${least}, not ${JSON.stringify(value)}.`)
  }
}

/** Collects the values of an option that may be given several times. */
export function several(value: string, previous: unknown): string[] {
  return [...((previous as readonly string[] | undefined) ?? []), value]
}
