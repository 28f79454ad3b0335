import Database from 'better-sqlite3'
import { guarded } from './open.ts'

/** Opens a published database for reading and gives the rows of its tables in the order of their keys. */
export function readPublished(
  path: string,
  shown: string
): { rows(table: string, key: readonly string[]): Iterable<readonly (string | number | null)[]>; close(): void } {
  const db = guarded(shown, () => new Database(path, { readonly: true, fileMustExist: true }))
  return {
    rows: (table, key) =>
      db
        .prepare(`SELECT * FROM "${table}" ORDER BY ${key.map(column => `"${column}"`).join(', ')}`)
        .raw()
        .iterate() as Iterable<readonly (string | number | null)[]>,
    close: () => void db.close()
  }
}
