import type Database from 'better-sqlite3'
import { sealOf, TERM_SEAL } from '../seals.ts'
import { type Term, termCells, termOf } from './terms.ts'

/** Gives the ids of terms in a database, new ones to those that it has not met. */
export function termIds(db: Database.Database): (keys: readonly string[]) => number[] {
  const find = db.prepare('SELECT id FROM terms WHERE name = ? AND source = ? AND rule = ? AND keys = ?').pluck()
  const insert = db.prepare('INSERT INTO terms (id, name, source, rule, keys, seal) VALUES (?, ?, ?, ?, ?, ?)')
  const last = db.prepare('SELECT coalesce(max(id), 0) FROM terms').pluck()
  const known = new Map<string, number>()
  const idOf = (key: string): number => {
    const cells = termCells(key)
    const stored = find.get(...cells) as number | undefined
    if (stored !== undefined) return stored
    const id = (last.get() as number) + 1
    insert.run(id, ...cells, sealOf([id, ...cells]))
    return id
  }
  return keys =>
    keys.map(key => {
      let id = known.get(key)
      if (id === undefined) {
        id = idOf(key)
        known.set(key, id)
      }
      return id
    })
}

/** The terms of a database by id: those that are as they were stored. */
export function storedTerms(db: Database.Database): Map<number, Term> {
  const rows = db.prepare(
    `SELECT id, name || char(9) || source || char(9) || rule || char(9) || keys FROM terms WHERE seal IS ${TERM_SEAL}`
  )
  return new Map((rows.raw().all() as [number, string][]).map(([id, key]) => [id, termOf(key)]))
}
