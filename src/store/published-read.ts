import Database from 'better-sqlite3'
import { guarded } from './open.ts'
import { definitionOf, type PublishedTable } from './published.ts'

/** A published database that somebody else may have written. */
export interface PublishedReader {
  /** What stands in it beside the tables, or in place of one: no rows are to be asked for where there is anything. */
  readonly strange: readonly string[]
  /** The rows of a table in the order of its key. */
  rows(table: string, key: readonly string[]): Iterable<readonly (string | number | null)[]>
  close(): void
}

/**
 * Opens a published database for reading. A view, a trigger or a column that is computed in place of a table could work
 * without end, so the definitions come first.
 */
export function readPublished(path: string, shown: string, tables: readonly PublishedTable[]): PublishedReader {
  return guarded(shown, () => {
    const db = new Database(path, { readonly: true, fileMustExist: true })
    try {
      db.pragma('trusted_schema = OFF')
      db.pragma('cell_size_check = ON')
      return { strange: strangeIn(db, tables), rows: (table, key) => rowsOf(db, table, key), close: () => void db.close() }
    } catch (error) {
      db.close()
      throw error
    }
  })
}

function strangeIn(db: Database.Database, tables: readonly PublishedTable[]): string[] {
  const expected = new Map(tables.map(table => [table.name, definitionOf(table)]))
  const found = db.prepare('SELECT type, name, sql FROM sqlite_schema').all() as { type: string; name: string; sql: string | null }[]
  const strange = found.filter(({ type, name, sql }) => {
    if (type === 'table' && expected.get(name) === sql) return !expected.delete(name)
    // The index of a key has no text.
    return type !== 'index' || sql !== null
  })
  return [...strange.map(({ type, name }) => `${type} ${name}`), ...[...expected.keys()].map(name => `table ${name}`)]
}

function rowsOf(db: Database.Database, table: string, key: readonly string[]): Iterable<readonly (string | number | null)[]> {
  const columns = key.map(column => `"${column}"`).join(', ')
  return db.prepare(`SELECT * FROM "${table}" ORDER BY ${columns}`).raw().iterate() as Iterable<readonly (string | number | null)[]>
}
