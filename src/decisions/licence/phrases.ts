import { PhraseTable } from '../phrase-table.ts'
import type { Wording, Zone } from '../wording.ts'
import table from './phrases.json' with { type: 'json' }

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

const PHRASES = new PhraseTable<Phrase>({ clause: phrasesOf('clause'), before: phrasesOf('before'), behind: phrasesOf('behind') })

function phrasesOf(zone: Zone): Record<string, Phrase> {
  return Object.fromEntries(Object.entries<number>(table[zone]).map(([words, points]) => [words, { zone, words, points }]))
}

/** The phrases with points around a number, each once, as they stand in its sentence. */
export const phrasesAround = (wording: Wording, at: number): Phrase[] => PHRASES.around(wording, at)
