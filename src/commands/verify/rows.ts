import { type Cell, type Column, type ColumnType, type Line, rowOf, type Table } from '../../export/table.ts'
import { NAMES } from '../export/names.ts'

const TYPES: Readonly<Record<ColumnType, (cell: unknown) => boolean>> = {
  string: cell => typeof cell === 'string',
  json: cell => typeof cell === 'string',
  number: cell => typeof cell === 'number',
  integer: Number.isInteger
}

/** The flat row of a line that anybody may have written; undefined where it has not what the columns are read from. */
export function flatRow(table: Table, line: Line): Cell[] | undefined {
  try {
    const row = rowOf(table, line, NAMES)
    const isSound = row.every((cell, i) => {
      const { type, isRequired } = table.columns[i] as Column
      return cell === null ? isRequired !== true : TYPES[type](cell)
    })
    return isSound ? row : undefined
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return undefined
    throw error
  }
}
