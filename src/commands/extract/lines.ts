import { type Diagnostic, saidOf } from '../../model/diagnostic.ts'
import type { Extraction } from '../../model/extraction.ts'

/** What `extract` prints beside articles and records. */
export interface Wanted {
  readonly mentions: boolean
  readonly sentences: boolean
  readonly rejections: boolean
  readonly diagnostics: boolean
}

/** One line of output: an object whose keys stand in the order of the contract. */
export interface Line {
  readonly kind: string
}

interface Placed {
  readonly line: Line
  readonly start: number
  readonly end: number
  readonly id: string
}

/** The lines of one article: its own first, then all others by start, end, kind and id; a record stands at its anchor. */
export function linesOf(extraction: Extraction, reading: readonly Diagnostic[], wanted: Wanted): readonly Line[] {
  const placed: Placed[] = extraction.records.map(line => ({ line, start: line.anchor.start, end: line.anchor.end, id: line.id }))
  if (wanted.mentions) for (const line of extraction.mentions) placed.push({ line, start: line.start, end: line.end, id: line.id })
  if (wanted.sentences) for (const line of extraction.sentences) placed.push({ line, start: line.start, end: line.end, id: '' })
  if (wanted.rejections) for (const line of extraction.rejections) placed.push({ line, start: line.start, end: line.end, id: line.id })
  // What is said of the whole article stands right behind it.
  if (wanted.diagnostics) {
    for (const line of [...reading, ...saidOf(extraction.diagnostics, extraction.article)])
      placed.push({ line, start: line.start ?? -1, end: line.end ?? -1, id: line.code })
  }
  return [extraction.article, ...placed.toSorted(byPlace).map(p => p.line)]
}

function byPlace(a: Placed, b: Placed): number {
  return a.start - b.start || a.end - b.end || compare(a.line.kind, b.line.kind) || compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
