import table from './phrases.json' with { type: 'json' }
import { type Wording, ZONES, type Zone } from './wording.ts'

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

const POINTS: Readonly<Record<Zone, ReadonlyMap<string, number>>> = {
  clause: new Map(Object.entries(table.clause)),
  before: new Map(Object.entries(table.before)),
  behind: new Map(Object.entries(table.behind))
}

/** The words and pairs of words in a zone around a number, each once. */
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

/** The phrases with points around a number, as they stand in its sentence. */
export function phrasesAround(wording: Wording, at: number): Phrase[] {
  return ZONES.flatMap(zone =>
    [...saidAround(wording, at, zone)].flatMap(words => {
      const points = POINTS[zone].get(words)
      return points === undefined ? [] : [{ zone, words, points }]
    })
  )
}
