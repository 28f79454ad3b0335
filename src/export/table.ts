/** A line of JSONL as it is exported. */
export type Line = Readonly<Record<string, unknown>>

/** A cell of a flat table; JSON cells are strings. */
export type Cell = string | number | null

export type ColumnType = 'string' | 'integer' | 'number' | 'json'

/** A column of a flat table: what CSV, Parquet and SQLite hold. */
export interface Column {
  readonly name: string
  readonly type: ColumnType
  /** One sentence for the data dictionary. */
  readonly says: string
  /** Whether it is never null. */
  readonly isRequired?: true
  /** Its value in a line; a `json` column gives the value that is written as JSON. */
  readonly from: (line: Line, names: Names) => unknown
}

/** Columns that point at the key of another table. */
export interface ForeignKey {
  readonly columns: readonly string[]
  readonly table: string
  readonly to: readonly string[]
}

/** A table of the dataset. */
export interface Table {
  readonly name: string
  readonly says: string
  /** The kind of its JSONL lines in the contract; null where a line holds just the columns. */
  readonly kind: string | null
  readonly columns: readonly Column[]
  readonly key: readonly string[]
  readonly foreignKeys: readonly ForeignKey[]
  /** A table that only CSV has: a join for those who open a file. */
  readonly isCsvOnly?: true
}

/** A name in both languages. */
export interface Name {
  readonly vi: string
  readonly en: string
}

/** The names behind ids. */
export interface Names {
  readonly place: (id: unknown) => Name | null
  readonly indicator: (id: unknown) => Name | null
  readonly documentType: (id: unknown) => Name | null
  readonly issuer: (id: unknown) => Name | null
}

/** The flat row of a line. */
export function rowOf(table: Table, line: Line, names: Names): Cell[] {
  return table.columns.map(({ from, type }) => {
    const value = from(line, names) ?? null
    return type === 'json' && value !== null ? JSON.stringify(value) : (value as Cell)
  })
}
