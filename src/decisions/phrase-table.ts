import { partitionPoint } from '../text/partition-point.ts'
import { type Range, type Wording, ZONES, type Zone } from './wording.ts'

/** A word, or two in a row, that counts where it stands in a zone. */
export interface Phrase<V> {
  readonly zone: Zone
  readonly words: string
  readonly value: V
}

/** What begins with a word: itself, and itself with the next one, in each zone. */
interface Begun<V> {
  readonly alone: Phrase<V>[]
  readonly followed: Map<string, Phrase<V>[]>
}

/** A phrase where it stands in a sentence: words `[from, to)`. */
interface Place<V> extends Range {
  readonly phrase: Phrase<V>
}

/** Words and pairs of words that count for a number by the zone around it that they stand in. */
export class PhraseTable<V> {
  readonly #begun = new Map<string, Begun<V>>()
  readonly #known = new WeakMap<Wording, Readonly<Record<Zone, readonly Place<V>[]>>>()

  constructor(table: Readonly<Record<Zone, Readonly<Record<string, V>>>>) {
    for (const zone of ZONES)
      for (const [words, value] of Object.entries<V>(table[zone])) {
        const [first = '', second] = words.split(' ')
        const begun = this.#begun.get(first) ?? { alone: [], followed: new Map() }
        this.#begun.set(first, begun)
        const phrases = second === undefined ? begun.alone : (begun.followed.get(second) ?? [])
        phrases.push({ zone, words, value })
        if (second !== undefined) begun.followed.set(second, phrases)
      }
  }

  /** The phrases around the number that the unit at `at` is, each once, as they stand in its sentence. */
  around(wording: Wording, at: number): Phrase<V>[] {
    const all = this.#in(wording)
    const found = new Set<Phrase<V>>()
    for (const zone of ZONES) {
      const { from, to } = wording.around(at, zone)
      const places = all[zone]
      for (let i = partitionPoint(places, place => place.from < from); i < places.length; i++) {
        const place = places[i] as Place<V>
        if (place.from >= to) break
        if (place.to <= to) found.add(place.phrase)
      }
    }
    return [...found]
  }

  /** All phrases of a sentence by zone, in the order of their words; looked for once, however many numbers it has. */
  #in(wording: Wording): Readonly<Record<Zone, readonly Place<V>[]>> {
    const before = this.#known.get(wording)
    if (before !== undefined) return before
    const places: Record<Zone, Place<V>[]> = { clause: [], before: [], behind: [] }
    const put = (phrases: readonly Phrase<V>[], from: number, to: number): void => {
      for (const phrase of phrases) places[phrase.zone].push({ from, to, phrase })
    }
    for (const [from, word] of wording.words.entries()) {
      const begun = this.#begun.get(word)
      if (begun === undefined) continue
      put(begun.alone, from, from + 1)
      put(begun.followed.get(wording.words[from + 1] ?? '') ?? [], from, from + 2)
    }
    this.#known.set(wording, places)
    return places
  }
}

/** The words and pairs of words in a zone around a number, each once: what may be given points. */
export function saidAround(wording: Wording, at: number, zone: Zone): Set<string> {
  const { from, to } = wording.around(at, zone)
  const found = new Set<string>()
  for (let i = from; i < to; i++) {
    const word = wording.words[i] as string
    found.add(word)
    if (i + 1 < to) found.add(`${word} ${wording.words[i + 1]}`)
  }
  return found
}
