import table from './phrases.json' with { type: 'json' }
import { type Wording, ZONES, type Zone } from './wording.ts'

/** A word, or two in a row, that speaks for or against a goal where it stands in a zone. */
export interface Phrase {
  readonly zone: Zone
  readonly words: string
  readonly points: number
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
