import type Database from 'better-sqlite3'

type Row = readonly unknown[]

/** The columns of a table. */
export function columnsOf(db: Database.Database, table: string): string[] {
  return (db.pragma(`table_info(${table})`) as { readonly name: string }[]).map(column => column.name)
}

/**
 * The rows of a table that can be read although pages of it are gone: from its beginning up to a damaged page, from behind
 * that page, and so on. Without the help of an index, which may be damaged as well.
 */
export function rowsThatCanBeRead(db: Database.Database, table: string, columns: readonly string[]): Generator<Row> {
  const names = columns.map(column => `"${column}"`).join(', ')
  try {
    db.prepare(`SELECT rowid FROM ${table} LIMIT 0`)
    return byRowid(db, table, names)
  } catch {
    return byKey(db, table, names)
  }
}

function* byRowid(db: Database.Database, table: string, names: string): Generator<Row> {
  const from = prepared(db, `SELECT rowid, ${names} FROM ${table} NOT INDEXED WHERE rowid >= ? ORDER BY rowid`)
  const back = prepared(db, `SELECT ${names} FROM ${table} NOT INDEXED WHERE rowid < ? AND rowid >= ? ORDER BY rowid DESC`)
  if (from === undefined || back === undefined) return
  const last = lastOf(db, table)
  // The first row that was not read yet, and where reading goes on: behind a damaged page, wherever that is.
  let [open, next, step] = [Number.MIN_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 1]
  while (next <= last) {
    try {
      for (const [rowid, ...row] of from.iterate(next) as IterableIterator<[number, ...unknown[]]>) {
        if (open < next) yield* upToDamage(back.iterate(next, open) as IterableIterator<Row>)
        yield row
        open = next = rowid + 1
        step = 1
      }
      return
    } catch (error) {
      if (!isDamage(error)) throw error
      next = Math.max(next, 0) + step
      step *= 2
    }
  }
}

function* upToDamage(rows: Iterable<Row>): Generator<Row> {
  try {
    yield* rows
  } catch (error) {
    if (!isDamage(error)) throw error
  }
}

// Tables whose rows stand in the index of their key: from both ends; who takes them takes each once.
function* byKey(db: Database.Database, table: string, names: string): Generator<Row> {
  const key = (db.pragma(`table_info(${table})`) as { readonly name: string; readonly pk: number }[])
    .filter(column => column.pk > 0)
    .toSorted((a, b) => a.pk - b.pk)
    .map(column => `"${column.name}"`)
  for (const direction of ['ASC', 'DESC']) {
    const rows = prepared(db, `SELECT ${names} FROM ${table} ORDER BY ${key.map(column => `${column} ${direction}`).join(', ')}`)
    if (rows === undefined) return
    yield* upToDamage(rows.iterate() as IterableIterator<Row>)
  }
}

function lastOf(db: Database.Database, table: string): number {
  try {
    return Number(db.prepare(`SELECT rowid FROM ${table} NOT INDEXED ORDER BY rowid DESC LIMIT 1`).pluck().get() ?? 0)
  } catch {
    // Far enough to step over whatever is there.
    return 1_000_000_000
  }
}

function prepared(db: Database.Database, sql: string): Database.Statement | undefined {
  try {
    return db.prepare(sql).raw()
  } catch (error) {
    if (!isDamage(error)) throw error
    return undefined
  }
}

function isDamage(error: unknown): boolean {
  return /^SQLITE_(?:CORRUPT|ERROR|IOERR|NOTADB|MISMATCH|TOOBIG|NOMEM)/.test(String((error as NodeJS.ErrnoException).code))
}
