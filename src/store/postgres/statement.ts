/** A statement of PostgreSQL with its values; plain enough to be handed from thread to thread. */
export interface Statement {
  readonly sql: string
  readonly values: readonly unknown[]
  /** How many rows it must touch; where it touches others, the transaction is rolled back. */
  readonly touches?: number
}

/** A column as it is sent: its name and its type in SQL. */
export type SentColumn = readonly [name: string, type: string]

/** SQL for rows that are sent as one array a column: a table `name` of these columns, beginning with parameter `first`. */
export function sentRows(name: string, columns: readonly SentColumn[], first = 1): string {
  const arrays = columns.map(([, type], i) => `$${first + i}::${type}[]`)
  return `unnest(${arrays.join(', ')}) WITH ORDINALITY AS ${name} (${columns.map(([column]) => column).join(', ')}, sent_as)`
}

/** The values that belong to `sentRows`: of each column all its cells. */
export function sentValues(columns: readonly SentColumn[], rows: readonly (readonly unknown[])[]): unknown[] {
  return columns.map((_, i) => rows.map(row => row[i] ?? null))
}
