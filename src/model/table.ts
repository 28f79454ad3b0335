import type { Span } from './span.ts'

/** A cell of a table of data, as the span of its words. Rows and columns count from 0 and are those of the grid that spans make. */
export interface Cell extends Span {
  readonly row: number
  readonly column: number
  /** How many rows and columns it takes up. */
  readonly rows: number
  readonly columns: number
  /** Whether its container says that it heads others (`th`). */
  readonly isHeader: boolean
}

/**
 * Where the cells of a table stand in a text that is flat: the text has all words, this has what belongs to what. Cells are in
 * reading order, and those without words are left out.
 */
export interface DataTable {
  readonly cells: readonly Cell[]
}

/** No table, which is what most texts have. */
export const NO_TABLES: readonly DataTable[] = []
