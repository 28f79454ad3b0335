import type { Cell } from '../../../model/table.ts'
import { withoutSoftHyphens } from '../tidy.ts'
import { type Draft, plainDraft } from '../types.ts'
import type { Row } from './rows.ts'

// A table of figures is a sheet of a report; what is longer is data of another kind.
const MOST_ROWS = 2000
const MOST_COLUMNS = 60
// Titles that stand above a table (`BIỂU 1`, `CÁC CHỈ TIÊU CHỦ YẾU`, `Đơn vị tính: %`), each in the first cell of a row.
const MOST_TITLES = 5
// So many of the cells that are not in the first columns must be figures.
const LEAST_FIGURES = 0.6

const FIGURE =
  /^(?:[<>≤≥~]|trên|dưới|khoảng|từ|tối thiểu|ít nhất)? ?\d[\d.,]{0,20}(?: ?(?:-|–|÷|đến) ?\d[\d.,]{0,20})? ?(?:%|‰)?(?: trở (?:lên|xuống))?$/iu
const NO_FIGURE = /^(?:[-–—x…]|n\/a)?$/i
// What a header of figures names: a year, a plan, what was done.
const TIME = /(?:^|[^\d/])(?:19|20)\d\d(?!\d)/
const PLANNED = /kế hoạch|mục tiêu|chỉ tiêu|thực hiện|ước|hiện trạng|^kh(?: |$)|^th(?: |$)/iu
const NUMBERING = /^(?:stt|tt|số tt|số thứ tự|no\.?)$/iu

/**
 * The article of a table that is one: titles, a header that names years or plans over figures, and rows that begin with what
 * they are of. Its text has a line a row, cells between tabs, empty ones left out. Undefined where any of it is in doubt.
 */
export function tableDraft(all: Iterable<Row>, encoding: string): Draft | undefined {
  const rows: string[][] = []
  for (const { cells, isCutOff, isTooWide } of all) {
    if (isCutOff || isTooWide || rows.length === MOST_ROWS) return undefined
    rows.push(cells.map(shown))
  }
  const head = rows.findIndex(cells => filled(cells) > 1)
  const header = rows[head]
  if (header === undefined || head > MOST_TITLES || header.length > MOST_COLUMNS || header.length < 2) return undefined
  if (!isHeader(header) || !isBody(rows.slice(head + 1), header)) return undefined
  const { lines, cells } = laidOut(rows, head)
  return {
    ...plainDraft(lines.join('\n'), encoding),
    title: head > 0 ? (lines[0] ?? null) : null,
    titleIsText: head > 0,
    tables: [{ cells }]
  }
}

/** The lines of a table, and its cells from the row of its header on: titles are no cells of the grid, they stand above it. */
function laidOut(
  rows: readonly (readonly string[])[],
  head: number
): { readonly lines: readonly string[]; readonly cells: readonly Cell[] } {
  const cells: Cell[] = []
  const lines: string[] = []
  let at = 0
  for (const [row, texts] of rows.entries()) {
    let line = ''
    for (const [column, text] of texts.entries()) {
      if (text === '') continue
      if (line !== '') line += '\t'
      const start = at + line.length
      const place = { row: row - head, column, rows: 1, columns: 1, isHeader: row === head }
      if (row >= head) cells.push({ start, end: start + text.length, ...place })
      line += text
    }
    if (line === '') continue
    lines.push(line)
    at += line.length + 1
  }
  return { lines, cells }
}

const shown = (cell: string): string => withoutSoftHyphens(cell).replace(/\s+/g, ' ').trim()
const filled = (cells: readonly string[]): number => cells.filter(cell => cell !== '').length

/** Whether a row names the first column and, over the others, times or plans. */
function isHeader(header: readonly string[]): boolean {
  const [first = ''] = header
  return first !== '' && !FIGURE.test(first) && header.slice(1).some(name => TIME.test(name) || PLANNED.test(name))
}

/** Whether rows are as wide as their header, begin with words, and hold figures. */
function isBody(rows: readonly (readonly string[])[], header: readonly string[]): boolean {
  const body = rows.filter(cells => filled(cells) > 0)
  const named = NUMBERING.test(header[0] ?? '') ? 1 : 0
  let [figures, others] = [0, 0]
  for (const cells of body) {
    if (cells.length > header.length && cells.slice(header.length).some(cell => cell !== '')) return false
    const name = cells[named] ?? ''
    if (filled(cells) > 1 && (name === '' || FIGURE.test(name))) return false
    for (const [i, name] of header.entries()) {
      const cell = cells[i] ?? ''
      if (i <= named || NO_FIGURE.test(cell) || !(TIME.test(name) || PLANNED.test(name))) continue
      if (FIGURE.test(cell)) figures++
      else others++
    }
  }
  return figures > 0 && figures >= LEAST_FIGURES * (figures + others)
}
