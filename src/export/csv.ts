import { stringify } from 'csv-stringify/sync'
import type { Cell, Table } from './table.ts'

/** What makes Excel read UTF-8. */
const BOM = '\ufeff'
// A spreadsheet takes what begins so for a formula; a lone sign, as comparators have it, is none.
const FORMULA = /^(?:'*[=+\-@\t\r\n＝＋－＠])./s
const OPTIONS = {
  record_delimiter: '\r\n',
  quoted_empty: false,
  quoted_match: /[\r\n]/,
  cast: { number: (value: number) => String(value), string: (value: string) => (FORMULA.test(value) ? `'${value}` : value) }
} as const

/** The header of a table's CSV file; for Excel with the mark by which it reads UTF-8, which others take for a part of the first name. */
export function csvHead(table: Table, isForExcel: boolean): string {
  return (isForExcel ? BOM : '') + stringify([table.columns.map(c => c.name)], OPTIONS)
}

/** Rows as lines of CSV (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe in front. */
export function csvRows(rows: readonly (readonly Cell[])[]): string {
  return rows.length === 0 ? '' : stringify(rows as Cell[][], OPTIONS)
}

/** The cell that was written, from what a reader of CSV gives: without the apostrophe that guards a formula. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell
}

/** The rows of a CSV file (RFC 4180), without a BOM; every cell as it stands between its quotes. */
export function* parseCsv(content: string): Generator<string[]> {
  const text = content.startsWith(BOM) ? content.slice(1) : content
  let row: string[] = []
  for (let at = 0; at < text.length; ) {
    const { cell, next } = cellAt(text, at)
    row.push(cell)
    if (text[next] === ',') {
      at = next + 1
      // A comma at the very end has an empty cell behind it.
      if (at === text.length) row.push('')
      continue
    }
    yield row
    row = []
    at = text[next] === '\r' && text[next + 1] === '\n' ? next + 2 : next + 1
  }
  if (row.length > 0) yield row
}

function cellAt(text: string, from: number): { readonly cell: string; readonly next: number } {
  if (text[from] !== '"') {
    let next = from
    while (next < text.length && text[next] !== ',' && text[next] !== '\n' && text[next] !== '\r') next++
    return { cell: text.slice(from, next), next }
  }
  let end = text.indexOf('"', from + 1)
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2)
  if (end < 0) end = text.length
  return { cell: text.slice(from + 1, end).replaceAll('""', '"'), next: end + 1 }
}

/** A cell as a CSV file has it, without quotes. */
export function csvCell(cell: Cell): string {
  if (cell === null) return ''
  return typeof cell === 'number' ? String(cell) : FORMULA.test(cell) ? `'${cell}` : cell
}
