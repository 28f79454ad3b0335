import type { Article } from '../../model/article.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { readingCells } from '../packing/reading.ts'
import { shapeOf } from '../packing/tables.ts'
import type { InputKey, Reading } from '../reading.ts'
import type { ExtractionRows } from '../rows.ts'
import { toCell, toJsonCell } from './cells.ts'

/** A row as it is sent. */
export type SentRow = readonly unknown[]

/** Rows for PostgreSQL, by what they are of; each list in the order of its columns in `statements.ts`. */
export interface SentRows {
  readonly inputs: SentRow[]
  readonly texts: SentRow[]
  readonly extractions: SentRow[]
  readonly records: SentRow[]
  readonly rejections: SentRow[]
  readonly extractionDiagnostics: SentRow[]
  readonly readings: SentRow[]
  readonly readingDiagnostics: SentRow[]
  /** Article, reading and extraction of the run, the latter two by what decides them. */
  readonly members: SentRow[]
  readonly superseded: SentRow[]
  readonly runDiagnostics: SentRow[]
}

/** No rows yet. */
export function noRows(): SentRows {
  return {
    inputs: [],
    texts: [],
    extractions: [],
    records: [],
    rejections: [],
    extractionDiagnostics: [],
    readings: [],
    readingDiagnostics: [],
    members: [],
    superseded: [],
    runDiagnostics: []
  }
}

/** Adds an input: a file, as it is read. */
export function sendInput({ inputs }: SentRows, key: InputKey, bytes: number): void {
  inputs.push([...inputCells(key), bytes])
}

/** The cells that an input is known by. */
export function inputCells({ sha256, source, reader, options }: InputKey): string[] {
  return [sha256, source, reader, options].map(toCell)
}

/** Adds the text of an article and what was extracted from it. */
export function sendExtraction(rows: SentRows, identity: string, article: Article, { packed, seals }: ExtractionRows): void {
  const { record } = article
  rows.texts.push([record.id, record.sha256, toCell(record.language), toCell(article.text)])
  const { terms, mentions, mentionIds, quotes, sentences } = packed
  const named = [identity, record.id, cellOf(record.published), cellOf(record.title), shapeOf(article.titleIsText, article.tables)]
  const lists = [toCell(terms.join('\n')), toJsonCell(mentions), mentionIds, jsonOf(quotes), sentences]
  rows.extractions.push([...named, ...lists, ...seals])
  for (const [i, [id, kind, start, end, quote, ...json]] of packed.records.entries())
    rows.records.push([identity, i, id, kind, start, end, cellOf(quote), ...json.map(jsonOf)])
  for (const [i, [id, kind, start, end, quote, reason, rule, message, line]] of packed.rejections.entries())
    rows.rejections.push([identity, i, id, kind, start, end, ...[quote, reason, rule, message].map(cellOf), jsonOf(line)])
  sendDiagnostics(rows.extractionDiagnostics, identity, packed.diagnostics)
}

/** Adds a reading, with the file that it came from, or null. */
export function sendReading(rows: SentRows, reading: Reading, input: InputKey | null): void {
  const { identity, diagnostics } = reading
  const cells = readingCells(reading, identity)
  const more = toJsonCell(cells.at(-1) as string)
  const from = input === null ? [null, null, null, null] : inputCells(input)
  rows.readings.push([...cells.slice(0, -1).map(cellOf), more, ...from])
  sendDiagnostics(rows.readingDiagnostics, identity, diagnostics)
}

/** Says that a run has seen a reading of an article. */
export function sendMember({ members }: SentRows, articleId: string, reading: string, extraction: string): void {
  members.push([articleId, reading, extraction])
}

/** Adds a diagnostic of the run itself. */
export function sendRunDiagnostic({ runDiagnostics }: SentRows, diagnostic: Diagnostic): void {
  runDiagnostics.push([diagnostic.code, diagnostic.severity, toJsonCell(JSON.stringify(diagnostic))])
}

function sendDiagnostics(to: SentRow[], owner: string, diagnostics: readonly Diagnostic[]): void {
  for (const [i, line] of diagnostics.entries()) to.push([owner, i, line.code, line.severity, toJsonCell(JSON.stringify(line))])
}

function cellOf(cell: unknown): unknown {
  return typeof cell === 'string' ? toCell(cell) : cell
}

function jsonOf(cell: unknown): unknown {
  return typeof cell === 'string' ? toJsonCell(cell) : cell
}
