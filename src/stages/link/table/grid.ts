import type { Span } from '../../../model/span.ts'
import type { Cell, DataTable } from '../../../model/table.ts'
import type { Context } from '../context.ts'
import { isFigure } from './figure.ts'
import { HEADS_FIGURES, type Role, roleOf } from './roles.ts'
import { isUnit } from './unit.ts'
import { wordsOf } from './words.ts'

/** A row that holds figures, with what says what they are. */
export interface Row {
  readonly cells: readonly Cell[]
  /** The rows of headers above it. */
  readonly head: Head
  /** The cell that names what the row is of. */
  readonly name: Cell | undefined
  /** The cell that gives its unit; one above it where its own says `as above`. */
  readonly unit: Cell | undefined
  /** The row above that this one is a part of, by its bullet. */
  readonly parent: Row | undefined
}

/** The rows of headers that stand over some rows of figures. */
export class Head {
  readonly #rows: (readonly Cell[])[] = []
  readonly #columns = new Map<number, readonly Cell[]>()
  readonly #roles = new Map<number, Role>()
  readonly #context: Context
  #goals: { readonly span: Span | undefined } | undefined

  constructor(context: Context) {
    this.#context = context
  }

  get isEmpty(): boolean {
    return this.#rows.length === 0
  }

  /** All cells of the headers. */
  get cells(): readonly Cell[] {
    return this.#rows.flat()
  }

  add(row: readonly Cell[]): void {
    this.#rows.push(row)
  }

  /** The headers that stand over all columns of a cell, from the top. */
  over(cell: Cell): readonly Cell[] {
    const last = cell.column + cell.columns
    const over = this.#over(cell.column)
    return cell.columns === 1 ? over : over.filter(h => h.column + h.columns >= last)
  }

  #over(column: number): readonly Cell[] {
    let over = this.#columns.get(column)
    if (over === undefined) {
      const found = this.#rows.flatMap(row => row.filter(h => h.column <= column && column < h.column + h.columns))
      this.#columns.set(column, (over = [...new Set(found)]))
    }
    return over
  }

  /** What is found in the first header that stands behind a column and in which something is; looked for once. */
  goals(behind: number, find: (cell: Cell) => Span | undefined): Span | undefined {
    if (this.#goals === undefined) {
      const found = this.cells.filter(c => c.column > behind).map(find)
      this.#goals = { span: found.find(span => span !== undefined) }
    }
    return this.#goals.span
  }

  /** What a column holds, by its headers. */
  roleOf(column: number): Role {
    let role = this.#roles.get(column)
    if (role === undefined) this.#roles.set(column, (role = roleOf(this.#over(column).map(h => wordsOf(this.#context, h)))))
    return role
  }
}

/** A table as it is read: its rows of figures, and what stands in it above its headers. */
export interface Grid {
  readonly rows: readonly Row[]
  readonly captions: readonly Cell[]
  readonly first: Cell
}

/** Arranges the cells of a table: what heads what. */
export function gridOf(context: Context, { cells }: DataTable): Grid | undefined {
  const [first] = cells
  if (first === undefined) return undefined
  const captions: Cell[] = []
  const rows: Row[] = []
  let head = new Head(context)
  let isHead = true
  let whole: Row | undefined
  let unit: Cell | undefined
  for (const covering of rowsOf(cells)) {
    if (isNumbering(context, covering)) continue
    if (!covering.some(c => c.column > 0 && isFigure(context, wordsOf(context, c)))) {
      const isSection = covering.filter(c => !ORDINAL.test(wordsOf(context, c))).length < 2
      whole = undefined
      if (isSection && head.isEmpty) captions.push(...covering)
      else if (isSection) whole = labelRow(context, covering, head)
      else if (isHead || startsAgain(context, covering)) {
        if (!isHead) head = new Head(context)
        isHead = true
        head.add(covering)
      } else whole = labelRow(context, covering, head)
      continue
    }
    isHead = false
    const name = nameOf(context, covering, head)
    const isPart = covering.some(c => c.column <= (name?.column ?? -1) && BULLET.test(wordsOf(context, c)))
    unit = unitCell(context, covering, head, name, unit)
    const row: Row = { cells: covering, head, name, unit, parent: isPart ? whole : undefined }
    if (!isPart) whole = row
    rows.push(row)
  }
  return { rows, captions, first }
}

const BULLET = /^(?:[-–+*•]|trong đó|bao gồm|gồm)(?![a-zà-ỹđ])/

/** A row that names what the rows below it are parts of, without figures of its own. */
function labelRow(context: Context, cells: readonly Cell[], head: Head): Row | undefined {
  const name = nameOf(context, cells, head)
  return name === undefined ? undefined : { cells, head, name, unit: unitCell(context, cells, head, name, undefined), parent: undefined }
}

// `1.000 tấn` is a unit.
const THOUSANDS = /^1\.?000 /
const DITTO = /^(?:["″”]|-?nt-?|[-–]"[-–]|như trên)$/

/** The cell of a row's unit; `above` where it says that it is as above. */
function unitCell(context: Context, cells: readonly Cell[], head: Head, name: Cell | undefined, above: Cell | undefined): Cell | undefined {
  const cell = cells.find(c => {
    const text = wordsOf(context, c)
    return head.roleOf(c.column) === 'unit' && c !== name && (THOUSANDS.test(text) || !isFigure(context, text))
  })
  return cell !== undefined && DITTO.test(wordsOf(context, cell)) ? above : cell
}

/** The cells of each row, with those that reach into it from above; rows without cells are left out. */
function rowsOf(cells: readonly Cell[]): (readonly Cell[])[] {
  const rows: Cell[][] = []
  const last = cells.at(-1)?.row ?? 0
  for (const cell of cells)
    for (let r = cell.row; r < cell.row + cell.rows && r <= last; r++) {
      rows[r] ??= []
      rows[r]?.push(cell)
    }
  return rows.filter(row => row !== undefined && row.length > 0).map(row => row.toSorted((a, b) => a.column - b.column))
}

// `(1) (2) (3)`, `A B 1 2 3`, `1 2 3=2/1`: the numbers of the columns.
const COLUMN_NUMBER = /^\(?(?:\d{1,2}|[a-z])\)?(?: ?= ?[\d()/x*:+-]{1,20})?$/

function isNumbering(context: Context, cells: readonly Cell[]): boolean {
  if (cells.length < 3) return false
  let last = 0
  for (const cell of cells) {
    const text = wordsOf(context, cell)
    if (!COLUMN_NUMBER.test(text)) return false
    const number = Number(/\d+/.exec(text)?.[0] ?? Number.NaN)
    if (Number.isNaN(number)) continue
    if (number !== last + 1 && last !== 0) return false
    last = number
  }
  return last > 1
}

/** Whether a row below figures heads others: over two columns or more it names times, plans or what was done. */
function startsAgain(context: Context, cells: readonly Cell[]): boolean {
  let said = 0
  for (const cell of cells) if (cell.column > 0 && HEADS_FIGURES.test(wordsOf(context, cell))) said++
  return said > 1
}

// What numbers rows, where its column says nothing.
const ORDINAL = /^(?:\d{1,3}(?:\.\d{1,3}){0,4}|[ivxlc]{1,6}|[a-zđ]|[-–+*•])[.)]?$/

/** The cell that says what a row is of: in a column that is called so, else the last words before the first figure. */
function nameOf(context: Context, cells: readonly Cell[], head: Head): Cell | undefined {
  let last: Cell | undefined
  let other: Cell | undefined
  for (const cell of cells) {
    const text = wordsOf(context, cell)
    const role = head.roleOf(cell.column)
    if (role === 'note' || ORDINAL.test(text)) continue
    // `Đơn vị` may head units or whose the figures are.
    if (role === 'unit' && isUnit(context, text)) continue
    if (isFigure(context, text)) {
      if (role === 'ordinal') continue
      break
    }
    // `Mã` may be a name, and a header of figures stand over one.
    if (role === 'value' || role === 'ordinal') {
      other ??= cell
      continue
    }
    last = cell
    if (role === 'name') break
  }
  return last ?? other
}
