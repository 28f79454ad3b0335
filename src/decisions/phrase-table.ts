import { wordId } from './known-words.ts'
import { type Wording, ZONES, type Zone } from './wording.ts'

/** What begins with a word in a zone: itself, and itself with the next one, by the number of that. */
interface Begun<V> {
  alone: Phrase<V> | undefined
  readonly followed: Map<number, Phrase<V>>
}

/** What a word, or two in a row, count where they stand in a zone. */
interface Phrase<V> {
  readonly value: V
  /** The last look that found it: it counts once, however often it is said. */
  seen: number
}

/** Words and pairs of words that count for a number by the zone around it that they stand in. */
export class PhraseTable<V> {
  /** By zone and the number of the first word. */
  readonly #begun: Readonly<Record<Zone, (Begun<V> | undefined)[]>> = { clause: [], before: [], behind: [] }
  #looks = 0

  constructor(table: Readonly<Record<Zone, Readonly<Record<string, V>>>>) {
    for (const zone of ZONES) for (const [words, value] of Object.entries<V>(table[zone])) this.#add(zone, words, { value, seen: 0 })
  }

  #add(zone: Zone, words: string, phrase: Phrase<V>): void {
    const [first = '', second] = words.split(' ')
    const begun = (this.#begun[zone][wordId(first)] ??= { alone: undefined, followed: new Map() })
    if (second === undefined) begun.alone = phrase
    else begun.followed.set(wordId(second), phrase)
  }

  /** What the phrases around the number that the unit at `at` is count, each once, as they stand in its sentence. */
  around(wording: Wording, at: number): V[] {
    const look = ++this.#looks
    const found: V[] = []
    const put = (phrase: Phrase<V> | undefined): void => {
      if (phrase === undefined || phrase.seen === look) return
      phrase.seen = look
      found.push(phrase.value)
    }
    for (const zone of ZONES) {
      const table = this.#begun[zone]
      const { from, to } = wording.around(at, zone)
      for (let i = from; i < to; i++) {
        const begun = table[wording.ids[i] as number]
        if (begun === undefined) continue
        put(begun.alone)
        if (i + 1 < to && begun.followed.size > 0) put(begun.followed.get(wording.ids[i + 1] as number))
      }
    }
    return found
  }
}

/** The words and pairs of words in a zone around a number, each once: what may be given points. */
export function saidAround(wording: Wording, at: number, zone: Zone): Set<string> {
  const { words } = wording
  const { from, to } = wording.around(at, zone)
  const found = new Set<string>()
  for (let i = from; i < to; i++) {
    const word = words[i] as string
    found.add(word)
    if (i + 1 < to) found.add(`${word} ${words[i + 1]}`)
  }
  return found
}
