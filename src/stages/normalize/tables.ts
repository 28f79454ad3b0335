import { type Cell, type DataTable, NO_TABLES } from '../../model/table.ts'
import type { NormalizedText } from '../../model/text.ts'
import { fromSource } from '../../text/offset-map.ts'

/** Tables whose cells are spans of the text layer, by offsets of the normalized text; cells of which nothing is left go. */
export function placed(tables: readonly DataTable[] | undefined, { text, map }: NormalizedText): readonly DataTable[] {
  if (tables === undefined) return NO_TABLES
  return tables.map(table => ({
    cells: table.cells.flatMap((cell): Cell[] => {
      let { start, end } = fromSource(map, cell.start, cell.end, text.length)
      while (start < end && isSpace(text[start])) start++
      while (end > start && isSpace(text[end - 1])) end--
      return start === end ? [] : [{ ...cell, start, end }]
    })
  }))
}

const isSpace = (c: string | undefined): boolean => c === ' ' || c === '\n'
