import { COLON, PAUSE, STOP } from '../mentions/words/tags.ts'
import type { Mention } from '../model/mention.ts'
import type { Quantity } from '../model/values.ts'
import type { Units } from '../text/units.ts'
import { addWordsOf, wordId, wordsOf } from './known-words.ts'

/** Where words stand that points are given for: before a number in its clause, before it in its sentence, behind it. */
export const ZONES = ['clause', 'before', 'behind'] as const
export type Zone = (typeof ZONES)[number]

/** A range of words. */
export interface Range {
  readonly from: number
  readonly to: number
}

// A name stands for all of its kind: points for one place, one body, one number would be learnt by heart.
const KINDS: Readonly<Record<string, string>> = {
  place: '#place',
  issuer: '#body',
  organization: '#body',
  document_number: '#document'
}

// What stands further away in a sentence is not read for a number, in words.
const MOST_BEFORE = 60
const MOST_BEHIND = 30

const BREAK = PAUSE.or(STOP, COLON)

/** The words of a sentence as points are given to them: syllables and marks in lower case, years, numbers and names by kind. */
export class Wording {
  /** By word, its number among those that have points somewhere; 0 for any other. */
  readonly ids: readonly number[]
  readonly #units: Units
  #words: readonly string[] | undefined
  /** By unit, its first word; one more at the end. */
  readonly #first: readonly number[]

  constructor(units: Units) {
    const ids: number[] = []
    const first: number[] = []
    for (let i = 0; i < units.length; i++) {
      first.push(ids.length)
      const kind = kindOf(units.mention(i))
      if (kind === undefined) addWordsOf(units.lexeme(i), ids)
      else ids.push(wordId(kind))
    }
    first.push(ids.length)
    this.ids = ids
    this.#units = units
    this.#first = first
  }

  /** The words themselves, for who looks for those that should have points. */
  get words(): readonly string[] {
    const units = this.#units
    return (this.#words ??= Array.from({ length: units.length }, (_, i) => kindOf(units.mention(i)) ?? wordsOf(units.text(i))).flat())
  }

  /** The words of a zone around the number that the unit at `at` is. */
  around(at: number, zone: Zone): Range {
    const start = this.#first[at] as number
    if (zone === 'behind') {
      const from = this.#first[at + 1] as number
      return { from, to: Math.min(this.ids.length, from + MOST_BEHIND) }
    }
    const from = zone === 'clause' ? (this.#first[this.#units.last(BREAK, at) + 1] as number) : 0
    return { from: Math.max(from, start - MOST_BEFORE), to: start }
  }
}

function kindOf(mention: Mention | null): string | undefined {
  if (mention === null) return undefined
  if (mention.type === 'quantity') return (mention.value as Quantity).form === 'percent' ? '#%' : '#quantity'
  return KINDS[mention.type]
}
