import { partitionPoint } from '../../text/partition-point.ts'
import table from './phrases.json' with { type: 'json' }
import { type Range, type Wording, ZONES, type Zone } from './wording.ts'

/** A word, or two in a row, that speaks for or against a goal where it stands in a zone. */
export interface Phrase {
  readonly zone: Zone
  readonly words: string
  readonly points: number
}

/** The words that have points, as one rule that can be left out. */
export const WORDS = {
  id: 'licence/words',
  phrases: Object.values(table).reduce((count, zone) => count + Object.keys(zone).length, 0),
  examples: ['Mục tiêu đến năm 2030 là tỷ lệ đô thị hóa đạt ⟦50%⟧.'],
  counterexamples: ['⟦50%⟧']
}

/** What begins with a word: itself, and itself with the next one, in each zone. */
interface Begun {
  readonly alone: Phrase[]
  readonly followed: Map<string, Phrase[]>
}

const BEGUN = new Map<string, Begun>()
for (const zone of ZONES) {
  for (const [words, points] of Object.entries<number>(table[zone])) {
    const [first = '', second] = words.split(' ')
    const begun = BEGUN.get(first) ?? { alone: [], followed: new Map() }
    BEGUN.set(first, begun)
    const phrases = second === undefined ? begun.alone : (begun.followed.get(second) ?? [])
    phrases.push({ zone, words, points })
    if (second !== undefined) begun.followed.set(second, phrases)
  }
}

/** A phrase where it stands in a sentence: words `[from, to)`. */
interface Place extends Range {
  readonly phrase: Phrase
}

const known = new WeakMap<Wording, Readonly<Record<Zone, readonly Place[]>>>()

/** All phrases of a sentence by the zone in which they have points, in the order of their words; looked for once, however many numbers it has. */
function phrasesIn(wording: Wording): Readonly<Record<Zone, readonly Place[]>> {
  const before = known.get(wording)
  if (before !== undefined) return before
  const places: Record<Zone, Place[]> = { clause: [], before: [], behind: [] }
  const put = (phrases: readonly Phrase[], from: number, to: number): void => {
    for (const phrase of phrases) places[phrase.zone].push({ from, to, phrase })
  }
  for (const [from, word] of wording.words.entries()) {
    const begun = BEGUN.get(word)
    if (begun === undefined) continue
    put(begun.alone, from, from + 1)
    put(begun.followed.get(wording.words[from + 1] ?? '') ?? [], from, from + 2)
  }
  known.set(wording, places)
  return places
}

/** The phrases with points around a number, each once, as they stand in its sentence. */
export function phrasesAround(wording: Wording, at: number): Phrase[] {
  const all = phrasesIn(wording)
  const found = new Set<Phrase>()
  for (const zone of ZONES) {
    const { from, to } = wording.around(at, zone)
    const places = all[zone]
    for (let i = partitionPoint(places, place => place.from < from); i < places.length; i++) {
      const place = places[i] as Place
      if (place.from >= to) break
      if (place.to <= to) found.add(place.phrase)
    }
  }
  return [...found]
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
