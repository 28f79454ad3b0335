import type { Cell, DataTable } from '../../../model/table.ts'
import { NO_TABLES } from '../../../model/table.ts'
import { type Element, isElement, parentOf } from './dom.ts'

/** A line of an article, with the cells that its parts between tabs stand in. */
export interface Line {
  readonly text: string
  readonly cells: readonly Element[]
}

/** A line that stands in no table. */
export const proseLine = (text: string): Line => ({ text, cells: [] })

// A table that only lays out a page has no rows of short cells; one of data has this many.
const LEAST_ROWS = 2
// What claims to be wider lays out something else, and a cell that claims more columns is not to fill the memory.
const MOST_COLUMNS = 200

type Place = Omit<Cell, 'start' | 'end'>

/**
 * Where the cells of an article's tables of data stand in its text, which is made of the lines: the same number of them, cells
 * between tabs. Whatever was done to the letters since (old fonts, soft hyphens), the tabs are where they were.
 */
export function tablesIn(text: string, lines: readonly Line[]): readonly DataTable[] {
  const tables = dataTables(lines)
  if (tables.size === 0) return NO_TABLES
  const printed = text.split('\n')
  if (printed.length !== lines.length) return NO_TABLES
  const spans = new Map<Element, { start: number; end: number }>()
  let at = 0
  for (const [i, { cells }] of lines.entries()) {
    const line = printed[i] as string
    const parts = cells.length > 1 ? line.split('\t') : [line]
    let start = at
    for (const [k, part] of parts.entries()) {
      const cell = cells[k]
      if (cell !== undefined && parts.length === cells.length) extend(spans, cell, start, start + part.length)
      start += part.length + 1
    }
    at += line.length + 1
  }
  return [...tables].flatMap(table => {
    const placed = placesIn(table)
    const cells = [...placed].flatMap(([element, place]): Cell[] => {
      const span = spans.get(element)
      return span === undefined || span.start === span.end ? [] : [{ ...span, ...place }]
    })
    return cells.length === 0 ? [] : [{ cells }]
  })
}

/** A cell may hold several lines, one behind the other. */
function extend(spans: Map<Element, { start: number; end: number }>, cell: Element, start: number, end: number): void {
  const known = spans.get(cell)
  if (known === undefined) spans.set(cell, { start, end })
  else known.end = end
}

function dataTables(lines: readonly Line[]): ReadonlySet<Element> {
  const rows = new Map<Element, number>()
  for (const { cells } of lines) {
    const table = cells.length > 1 ? tableOf(cells[0] as Element) : null
    if (table !== null) rows.set(table, (rows.get(table) ?? 0) + 1)
  }
  return new Set([...rows].filter(([, count]) => count >= LEAST_ROWS).map(([table]) => table))
}

function tableOf(cell: Element): Element | null {
  for (let at = parentOf(cell); at !== null; at = parentOf(at)) {
    if (at.name === 'table') return at
    if (at.name === 'td' || at.name === 'th') return null
  }
  return null
}

/** The cells of a table by their places in its grid; none of a table that is too wide. */
function placesIn(table: Element): ReadonlyMap<Element, Place> {
  const places = new Map<Element, Place>()
  const rows = [...rowsIn(table)]
  // For each column, how many more rows the cell takes up that stands there.
  const open: number[] = []
  for (const [row, { element, isHead }] of rows.entries()) {
    let column = 0
    for (const cell of element.children) {
      if (!isElement(cell) || (cell.name !== 'td' && cell.name !== 'th')) continue
      while ((open[column] ?? 0) > 0) column++
      const columns = spanOf(cell, 'colspan', MOST_COLUMNS)
      const down = spanOf(cell, 'rowspan', rows.length - row)
      if (column + columns > MOST_COLUMNS) return new Map()
      places.set(cell, { row, column, rows: down, columns, isHeader: isHead || cell.name === 'th' })
      for (let i = 0; i < columns; i++) open[column++] = down
    }
    for (let i = 0; i < open.length; i++) open[i] = Math.max(0, (open[i] ?? 0) - 1)
  }
  return places
}

interface Row {
  readonly element: Element
  readonly isHead: boolean
}

const SECTIONS = new Set(['thead', 'tbody', 'tfoot', 'form'])

// A form may stand around sections, which stand in no others.
const MOST_AROUND = 2

function* rowsIn(element: Element, isHead = false, around = 0): Generator<Row> {
  for (const child of element.children) {
    if (!isElement(child)) continue
    if (child.name === 'tr') yield { element: child, isHead }
    else if (SECTIONS.has(child.name) && around < MOST_AROUND) yield* rowsIn(child, child.name === 'thead', around + 1)
  }
}

/** How many rows or columns a cell says that it takes up; `rowspan="0"` is all that are left. */
function spanOf(cell: Element, name: 'rowspan' | 'colspan', most: number): number {
  const told = Number.parseInt(cell.attribs[name] ?? '1', 10)
  if (Number.isNaN(told) || told < 0) return 1
  return told === 0 ? (name === 'rowspan' ? most : 1) : Math.min(told, most)
}
