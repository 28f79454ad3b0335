import { createRequire } from 'node:module'
import { stripMarks } from '../text/fold.ts'

// A word that is further away than this share of its letters is another word.
const FURTHEST = 0.4

/**
 * `; did you mean X?` for a word that is none of those known, where one is near: the same but for marks, spaces and case,
 * one that it is a part of, or the one that fewest edits away it could be; else an empty string.
 */
export function suggestion(word: string, known: Iterable<string>): string {
  const near = nearest(word, [...known])
  return near === undefined ? '' : `; did you mean ${near}?`
}

function nearest(word: string, known: readonly string[]): string | undefined {
  const wanted = plain(word)
  if (wanted === '') return undefined
  const keyed = known.map(name => ({ name, key: plain(name) }))
  const same = keyed.find(({ key }) => key === wanted)
  if (same !== undefined) return same.name
  // Only who mistyped something waits for it to be loaded.
  const { DamerauLevenshteinDistance: distance } = createRequire(import.meta.url)(
    'natural/lib/natural/distance/index.js'
  ) as typeof import('natural/lib/natural/distance/index.js')
  const most = Math.floor(Math.max(1, wanted.length * FURTHEST))
  const edits = keyed.flatMap(({ name, key }) =>
    Math.abs(key.length - wanted.length) > most ? [] : [{ name, edits: distance(wanted, key) }]
  )
  const [best] = edits.toSorted((a, b) => a.edits - b.edits || (a.name < b.name ? -1 : 1))
  if (best !== undefined && best.edits <= most) return best.name
  return keyed.find(({ key }) => wanted.length > 2 && key.includes(wanted))?.name
}

function plain(word: string): string {
  return stripMarks(word.normalize('NFC').toLowerCase())
    .trim()
    .replace(/[\s-]+/g, '_')
}
