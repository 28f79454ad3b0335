import type { Statement } from './postgres/statement.ts'

/** What a statement of a server came to. */
export interface Answer {
  readonly rows: readonly unknown[]
  /** How many rows it touched. */
  readonly touched: number
}

/**
 * The store in PostgreSQL that a database is a copy of. All waits: what the copy is told is committed there before it is
 * committed here, so that the copy never says more than the store.
 */
export interface Behind {
  /** Runs statements as one transaction; a usage error where the server refuses, or where one touches other rows than it must. */
  transact(statements: readonly Statement[]): readonly Answer[]
  /** Runs a statement outside of any transaction. */
  alone(statement: Statement): void
  /** Brings the copy up to date with what others have written since it was opened. */
  catchUp(): Promise<void>
}
