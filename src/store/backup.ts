import { randomUUID } from 'node:crypto'
import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { UsageError } from '../model/usage-error.ts'
import { asUsageError, damaged, isFromSqlite } from './errors.ts'
import { makeFolder } from './folder.ts'
import { openStoreToCheck, versionOf } from './open.ts'

/** A copy of a database that was made. */
export interface Backup {
  /** The schema version of the database, which is that of the copy. */
  readonly schema: number
  readonly runs: number
  readonly articles: number
  readonly bytes: number
}

const COUNTS = 'SELECT (SELECT count(*) FROM runs) AS runs, (SELECT count(*) FROM texts) AS articles'

/**
 * Copies a database of any schema, as it is at one moment, into a new file without a log beside it, also while others write
 * to it. The copy stands under its name only when it is whole; what is there already is never overwritten.
 */
export function backup(
  from: { readonly path: string; readonly shown: string },
  to: { readonly path: string; readonly shown: string }
): Backup {
  if (existsSync(to.path)) throw new UsageError(`${to.shown} is there already; a backup wants a new file.`)
  const { db } = openStoreToCheck(from.path, from.shown)
  try {
    makeFolder(dirname(to.path))
  } catch (error) {
    db.close()
    throw asUsageError(to.shown, error) ?? error
  }
  const copy = join(dirname(to.path), `.${basename(to.path)}-${randomUUID()}`)
  try {
    // A connection to a copy of the file may not write either, but this is no writing to it.
    db.pragma('query_only = OFF')
    db.prepare('VACUUM INTO ?').run(copy)
    const made = checked(copy, from.shown)
    renameSync(copy, to.path)
    return { ...made, bytes: statSync(to.path).size }
  } catch (error) {
    if (existsSync(copy)) rmSync(copy)
    // What cannot be read is the database, what cannot be written its copy.
    const isOfSource = isFromSqlite(error) && /^SQLITE_(?:CORRUPT|NOTADB|BUSY|LOCKED)/.test(String((error as NodeJS.ErrnoException).code))
    throw asUsageError(isOfSource ? from.shown : to.shown, error) ?? error
  } finally {
    db.close()
  }
}

function checked(path: string, shown: string): Omit<Backup, 'bytes'> {
  const db = new Database(path, { readonly: true })
  try {
    const [problem] = db.pragma('quick_check(1)') as { readonly quick_check: string }[]
    if (problem?.quick_check !== 'ok') throw damaged(shown, `in a copy of it SQLite finds "${problem?.quick_check}"`)
    return { schema: versionOf(db), ...(db.prepare(COUNTS).get() as { runs: number; articles: number }) }
  } finally {
    db.close()
  }
}
