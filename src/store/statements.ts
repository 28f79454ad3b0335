import type Database from 'better-sqlite3'

const statements = new WeakMap<Database.Database, Map<string, Database.Statement>>()

/**
 * A statement of a database, prepared once: for what is asked once an article. Its mode (`pluck`, `raw`) must be the same
 * wherever it is asked, so callers set it each time or never.
 */
export function prepared(db: Database.Database, sql: string): Database.Statement {
  let known = statements.get(db)
  if (known === undefined) statements.set(db, (known = new Map()))
  let statement = known.get(sql)
  if (statement === undefined) known.set(sql, (statement = db.prepare(sql)))
  return statement
}
