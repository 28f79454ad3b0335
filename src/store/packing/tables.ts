import { hash } from 'node:crypto'
import type { Cell, DataTable } from '../../model/table.ts'

/**
 * How a reading says where the cells of its tables stand: an array of numbers a table, seven a cell: how far behind the cell
 * before it begins, how long it is, row, column, rows, columns, 1 where it is a header.
 */
type PackedTable = readonly number[]

const NUMBERS = 7

export function packTables(tables: readonly DataTable[]): PackedTable[] {
  return tables.map(({ cells }) => {
    let before = 0
    return cells.flatMap(({ start, end, row, column, rows, columns, isHeader }) => {
      const packed = [start - before, end - start, row, column, rows, columns, isHeader ? 1 : 0]
      before = start
      return packed
    })
  })
}

export function unpackTables(packed: readonly PackedTable[]): DataTable[] {
  return packed.map(numbers => {
    const cells: Cell[] = []
    let start = 0
    for (let i = 0; i < numbers.length; i += NUMBERS) {
      const [from, length, row, column, rows, columns, isHeader] = numbers.slice(i, i + NUMBERS) as [
        number,
        number,
        number,
        number,
        number,
        number,
        number
      ]
      start += from
      cells.push({ start, end: start + length, row, column, rows, columns, isHeader: isHeader === 1 })
    }
    return { cells }
  })
}

// Twice this and one more is still a whole number that SQLite and JavaScript both have.
const DIGITS = 12

/**
 * What beside the text and its title decides an extraction, as the number in `title_is_text`: its last bit says whether the
 * title is a line of the text, the others are a fingerprint of the tables, 0 without any. By it a reading and its extraction
 * find each other.
 */
export function shapeOf(titleIsText: boolean, tables: readonly DataTable[] | undefined): number {
  const print = tables === undefined ? 0 : Number.parseInt(hash('sha256', JSON.stringify(packTables(tables))).slice(0, DIGITS), 16)
  return print * 2 + (titleIsText ? 1 : 0)
}
