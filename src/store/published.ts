import Database from 'better-sqlite3'
import { APPLICATION_ID } from './open.ts'

/** A table as the published database has it. */
export interface PublishedTable {
  readonly name: string
  readonly columns: readonly { readonly name: string; readonly type: string; readonly isRequired?: true }[]
  readonly key: readonly string[]
  readonly foreignKeys: readonly { readonly columns: readonly string[]; readonly table: string; readonly to: readonly string[] }[]
}

/** Takes the rows of a dataset and leaves one SQLite file; equal rows give equal bytes, whatever order they come in. */
export interface PublishedDatabase {
  insert(table: string, rows: readonly (readonly (string | number | null)[])[]): void
  /** Writes the file; it must not exist. */
  finish(path: string): void
  /** The version of SQLite that wrote it. */
  readonly version: string
}

/** The schema version of published databases. */
export const PUBLISHED_VERSION = 1

const TYPES: Readonly<Record<string, string>> = { string: 'TEXT', json: 'TEXT', integer: 'INTEGER', number: 'REAL' }
// KiB of pages that are held: rows come in the order of articles and stand in the order of their keys.
const CACHE = 'cache_size = -65536'
const quoted = (name: string): string => `"${name}"`
const list = (names: readonly string[]): string => names.map(quoted).join(', ')

/** Begins a published database in a scratch file. */
export function publishedDatabase(scratch: string, tables: readonly PublishedTable[]): PublishedDatabase {
  const db = new Database(scratch)
  for (const setting of ['page_size = 4096', 'journal_mode = OFF', 'synchronous = OFF', 'foreign_keys = OFF', CACHE]) db.pragma(setting)
  db.pragma(`application_id = ${APPLICATION_ID}`)
  db.pragma(`user_version = ${PUBLISHED_VERSION}`)
  for (const table of tables) db.exec(definitionOf(table))
  const inserts = new Map(
    tables.map(({ name, columns }) => [name, db.prepare(`INSERT INTO ${quoted(name)} VALUES (${columns.map(() => '?').join(', ')})`)])
  )
  db.exec('BEGIN')
  return {
    insert: (table, rows) => {
      const insert = inserts.get(table)
      for (const row of rows) insert?.run(...row)
    },
    finish: path => {
      db.exec('COMMIT')
      db.prepare('VACUUM INTO ?').run(path)
      db.close()
    },
    version: db.prepare('SELECT sqlite_version()').pluck().get() as string
  }
}

/** The statement that makes a table. Without row ids the layout of the file depends on the rows alone. */
export function definitionOf({ name, columns, key, foreignKeys }: PublishedTable): string {
  const parts = [
    ...columns.map(c => `${quoted(c.name)} ${TYPES[c.type]}${c.isRequired ? ' NOT NULL' : ''}`),
    `PRIMARY KEY (${list(key)})`,
    ...foreignKeys.map(f => `FOREIGN KEY (${list(f.columns)}) REFERENCES ${quoted(f.table)} (${list(f.to)})`)
  ]
  return `CREATE TABLE ${quoted(name)} (\n  ${parts.join(',\n  ')}\n) STRICT, WITHOUT ROWID`
}
