import { rowParts } from '../csv.ts'
import { markupParts } from '../docx/parts.ts'
import { dayOfPage } from '../html/when.ts'
import { bytesInWords } from '../limits.ts'
import { type Context, leftOut, type Part, refusal } from '../types.ts'
import { relationsOf, rowsOfSheet, type SheetRow, sharedStrings, sheetsOf } from './workbook.ts'

/** The articles of a workbook: one a row of every sheet that has a text column, as in a table of text (`csvParts`). */
export async function* xlsxParts(bytes: Uint8Array, source: string, context: Context): AsyncGenerator<Part> {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  // One part holds the texts of all articles.
  const limits = { ...context.limits, markupBytes: context.limits.fileBytes }
  const checked = markupParts(archive, source, { ...context, limits }, 'an Excel workbook')
  if ('kind' in checked) return yield checked
  const parts = new Map(checked.map(([name, content]) => [name, Buffer.from(content).toString('utf8')]))
  const { sheets, isFrom1904 } = sheetsOf(parts.get('xl/workbook.xml') ?? '')
  const relations = relationsOf(parts.get('xl/_rels/workbook.xml.rels') ?? '')
  const strings = sharedStrings(parts.get('xl/sharedStrings.xml') ?? '')
  const given: Part[] = []
  const refused: Part[] = []
  let left = context.limits.fileBytes
  for (const { name, relation } of sheets) {
    const rows = rowsOfSheet(parts.get(relations.get(relation) ?? '') ?? '', strings, context.limits.cells)
    if (rows.length === 0) continue
    left -= charsOf(rows)
    // One string may stand in a million cells.
    if (left < 0) return yield refusal(source, 'too-large', `${source} has cells of more than ${bytesInWords(context.limits.fileBytes)}.`)
    const label = sheets.length === 1 ? source : `${source}, sheet ${JSON.stringify(name.slice(0, 40))}`
    const table = { source, label, encoding: 'utf-8', cells: context.limits.cells, dayOf: dayOfCell(isFrom1904) }
    for (const part of rowParts(rows.values(), table)) (isWithoutText(part) ? refused : given).push(part)
  }
  if (given.length === 0 && refused.length === 0) return yield refusal(source, 'empty', `${source} is a workbook without anything in it.`)
  yield* given
  // Beside a sheet of articles, one of notes is no failure.
  for (const part of refused) yield given.length > 0 && part.kind === 'refusal' ? leftOut(source, part.refusal.message) : part
}

function isWithoutText(part: Part): boolean {
  return part.kind === 'refusal' && part.refusal.code === 'no-text-column'
}

function charsOf(rows: readonly SheetRow[]): number {
  return rows.reduce((sum, { cells }) => sum + cells.reduce((chars, cell) => chars + cell.length, 0), 0)
}

const DAY = 86_400_000

// A day is stored as a number: so many days since the end of 1899, as if 1900 had been a leap year, or since 1904.
function dayOfCell(isFrom1904: boolean): (cell: string) => string | undefined {
  const start = isFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
  return cell =>
    /^\d{5}(?:\.\d+)?$/.test(cell) ? new Date(start + Math.floor(Number(cell)) * DAY).toISOString().slice(0, 10) : dayOfPage(cell)
}
