import { csvParts } from '../csv/csv.ts'
import { markupParts } from '../docx/parts.ts'
import { bytesInWords } from '../limits.ts'
import { type Context, leftOut, type Part, refusal } from '../types.ts'
import { cellStyles } from './styles.ts'
import { type Book, relationsOf, rowsOfSheet, type SheetRow, sharedStrings, sheetsOf } from './workbook.ts'

/** What a workbook holds: every sheet is read as a table of text would be (`csvParts`), one of several under its own name. */
export async function* xlsxParts(bytes: Uint8Array, source: string, context: Context): AsyncGenerator<Part> {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  // One part holds the texts of all articles.
  const limits = { ...context.limits, markupBytes: context.limits.fileBytes }
  const checked = markupParts(archive, source, { ...context, limits }, 'an Excel workbook')
  if ('kind' in checked) return yield checked
  const left = { cells: CELLS_AN_ELEMENT * limits.wordElements }
  const sheets = filledSheets(new Map(checked), limits.cells, left)
  if (sheets.length === 0) return yield refusal(source, 'empty', `${source} is a workbook without anything in it.`)
  // One string may stand in a million cells.
  if (left.cells < 0 || sheets.reduce((sum, { rows }) => sum + charsOf(rows), 0) > limits.fileBytes) {
    return yield refusal(source, 'too-large', `${source} has more in its cells than ${bytesInWords(limits.fileBytes)}.`)
  }
  const given: Part[] = []
  const refused: Part[] = []
  for (const { name, rows } of sheets) {
    const own = sheets.length === 1 ? source : `${source}#${name.toWellFormed()}`
    for await (const part of csvParts(tableOf(rows), own, context)) (isNoTable(part) ? refused : given).push(withLines(part))
  }
  yield* given
  // Beside a sheet of articles, one of notes is no failure.
  for (const part of refused) yield given.length > 0 && part.kind === 'refusal' ? leftOut(part.place.source, part.refusal.message) : part
}

interface Sheet {
  readonly name: string
  readonly rows: readonly SheetRow[]
}

// A cell is two elements; empty ones before it are none.
const CELLS_AN_ELEMENT = 10

function filledSheets(parts: ReadonlyMap<string, Uint8Array>, mostCells: number, left: { cells: number }): readonly Sheet[] {
  const partOf = (name: string): string => Buffer.from(parts.get(name) ?? []).toString('utf8')
  const { sheets, isFrom1904 } = sheetsOf(partOf('xl/workbook.xml'))
  const relations = relationsOf(partOf('xl/_rels/workbook.xml.rels'))
  const strings = sharedStrings(partOf('xl/sharedStrings.xml'))
  const book: Book = { strings, styles: cellStyles(partOf('xl/styles.xml')), isFrom1904, left }
  return sheets
    .map(({ name, relation }) => ({
      name,
      rows: rowsOfSheet(partOf(relations.get(relation) ?? ''), book, mostCells)
    }))
    .filter(({ rows }) => rows.length > 0)
}

function charsOf(rows: readonly SheetRow[]): number {
  return rows.reduce((sum, { cells }) => sum + cells.reduce((chars, cell) => chars + cell.length, 0), 0)
}

const MOST_EMPTY = 100

/** Rows as a table of text, so that a row's line has its number; a line end in a cell is a carriage return. */
function tableOf(rows: readonly SheetRow[]): Uint8Array {
  const lines: string[] = []
  // Between rows that hold something others may be empty; where most are, nobody counts them.
  const isCounted = (rows.at(-1)?.line ?? 0) <= 2 * rows.length + MOST_EMPTY
  let line = rows[0]?.line ?? 1
  for (const row of rows) {
    for (; isCounted && line < row.line; line++) lines.push('')
    line = row.line + 1
    lines.push(row.cells.map(cell => `"${cell.replaceAll('"', '""').replaceAll('\n', '\r')}"`).join(','))
  }
  return Buffer.from(lines.join('\n'))
}

function withLines(part: Part): Part {
  if (part.kind === 'refusal') return part
  const { draft } = part
  return { ...part, draft: { ...draft, text: draft.text.replaceAll('\r', '\n') } }
}

function isNoTable(part: Part): boolean {
  return part.kind === 'refusal' && (part.refusal.code === 'no-text-column' || part.refusal.code === 'empty')
}
