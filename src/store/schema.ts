import Database from 'better-sqlite3'
import { MIGRATIONS } from './migrations.ts'
import type { Store } from './open.ts'
import { registerSeal } from './seals.ts'

/** The statements that a database of this program is made of, by type and name. */
let expected: ReadonlyMap<string, string> | undefined

/**
 * What is missing or otherwise in the definitions of tables, indexes, views and triggers, in words. What somebody added is
 * theirs.
 */
export function checkSchema({ db }: Pick<Store, 'db'>, wanted = MIGRATIONS.length): string[] {
  // What a damaged page says it is need not be.
  const version = wanted < 1 || wanted > MIGRATIONS.length ? MIGRATIONS.length : wanted
  if (expected === undefined || version !== MIGRATIONS.length) {
    const fresh = new Database(':memory:')
    registerSeal(fresh)
    fresh.pragma('foreign_keys = OFF')
    for (const { apply } of MIGRATIONS.slice(0, version)) apply(fresh)
    const made = definitionsOf(fresh)
    fresh.close()
    if (version !== MIGRATIONS.length) return differing(definitionsOf(db), made)
    expected = made
  }
  return differing(definitionsOf(db), expected)
}

function differing(found: ReadonlyMap<string, string>, made: ReadonlyMap<string, string>): string[] {
  return [...made].flatMap(([name, sql]) => (found.get(name) === sql ? [] : [`the ${name} is not as this program makes it`]))
}

function definitionsOf(db: Database.Database): ReadonlyMap<string, string> {
  const rows = db.prepare("SELECT type || ' ' || name, sql || '\n' || tbl_name FROM sqlite_schema WHERE sql IS NOT NULL").raw().all()
  return new Map((rows as [string, string][]).filter(([name]) => !/^\w+ sqlite_/.test(name)))
}
