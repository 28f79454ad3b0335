import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { UsageError } from '../model/usage-error.ts'
import type { Behind } from './behind.ts'
import { asUsageError, damaged, guarded } from './errors.ts'
import { makeFolder } from './folder.ts'
import { NotWhole } from './migrations/repack.ts'
import { MIGRATIONS } from './migrations.ts'
import { readConnection } from './read-connection.ts'
import { registerSeal } from './seals.ts'

/** An open database of muctieu. */
export interface Store {
  readonly path: string
  /** As the caller named it. */
  readonly shown: string
  readonly db: Database.Database
  /** Where it is a copy of a store in PostgreSQL that may be written: what is written here is written there first. */
  readonly behind?: Behind
}

/** `mcti` in ASCII: how SQLite files of this program are told from others. */
export const APPLICATION_ID = 0x6d637469
/** The schema that this program writes and reads. */
export const SCHEMA_VERSION = MIGRATIONS.length
/** The last schema whose rows were whole lines. */
export const LINES_SCHEMA = 3
/** The last schema that did not tell what-if runs from others. */
export const PACKED_SCHEMA = 4

const BUSY_MILLISECONDS = 10_000
const MOST_BYTES_CHECKED = 512 << 20

export { asUsageError, guarded } from './errors.ts'

/** Opens a database for writing, creating it and its folder where there is none, and brings its schema up to date, or to `version`. */
export function openStore(path: string, shown: string, now: () => Date, version = SCHEMA_VERSION): Store {
  return guarded(shown, () => {
    if (existsSync(path) && statSync(path).isDirectory()) throw new UsageError(`The database ${shown} is a folder.`)
    makeFolder(dirname(path))
    const db = new Database(path, { timeout: BUSY_MILLISECONDS })
    try {
      registerSeal(db)
      checkIdentity(db, shown)
      checkPages(db, path, shown)
      db.pragma('journal_mode = WAL')
      db.pragma('synchronous = NORMAL')
      // 16 MB: pages of indexes are written to the file once for many articles.
      db.pragma('wal_autocheckpoint = 4096')
      // KiB of pages that are held: what an article touches of the indexes.
      db.pragma('cache_size = -8192')
      db.pragma('foreign_keys = ON')
      migrate(db, shown, now, version)
      return { path, shown, db }
    } catch (error) {
      db.close()
      throw error
    }
  })
}

/** Opens an existing database for writing. */
export function openExistingStore(path: string, shown: string, now: () => Date): Store {
  checkExists(path, shown)
  return openStore(path, shown, now)
}

/** Opens an existing database for reading; it may stand where nothing can be written. */
export function openStoreToRead(path: string, shown: string): Store {
  const store = openToRead(path, shown)
  try {
    const version = versionOf(store.db)
    if (version < SCHEMA_VERSION) {
      throw new UsageError(`The database ${shown} has the older schema ${version}; any "muctieu run" on it brings it up to date.`)
    }
    return store
  } catch (error) {
    store.db.close()
    throw error
  }
}

/** Opens a database for reading, to look what is whole in it: of any schema, whatever its first page says. */
export function openStoreToCheck(path: string, shown: string): Store {
  checkExists(path, shown)
  let db: Database.Database | undefined
  try {
    db = readConnection(path, BUSY_MILLISECONDS)
    registerSeal(db)
    if (db.prepare("SELECT count(*) FROM sqlite_schema WHERE name IN ('texts', 'readings', 'runs')").pluck().get() === 3)
      return { path, shown, db }
    db.close()
  } catch (error) {
    db?.close()
    const code = String((error as NodeJS.ErrnoException).code)
    if (!/^SQLITE_(?:NOTADB|CORRUPT)/.test(code)) throw asUsageError(shown, error) ?? error
  }
  throw new UsageError(`${shown} is no database of this program, or so damaged that nothing in it is found; take a copy from before.`)
}

function openToRead(path: string, shown: string): Store {
  return guarded(shown, () => {
    checkExists(path, shown)
    if (statSync(path).isDirectory()) throw new UsageError(`The database ${shown} is a folder.`)
    const db = readConnection(path, BUSY_MILLISECONDS)
    try {
      registerSeal(db)
      checkIdentity(db, shown)
      if (versionOf(db) === 0) throw new UsageError(`The database ${shown} is empty.`)
      return { path, shown, db }
    } catch (error) {
      db.close()
      throw error
    }
  })
}

/** Closes a database that was written, leaving one file on the disk. */
export function closeStore({ db }: Store): void {
  try {
    if (db.open && !db.readonly) {
      db.pragma('optimize')
      db.pragma('wal_checkpoint(TRUNCATE)')
    }
  } finally {
    db.close()
  }
}

function checkExists(path: string, shown: string): void {
  if (!existsSync(path)) throw new UsageError(`The database ${shown} does not exist.`)
}

function checkIdentity(db: Database.Database, shown: string): void {
  const id = db.pragma('application_id', { simple: true })
  const version = versionOf(db)
  const isEmpty = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0
  if (isEmpty && version === 0) return
  if (id !== APPLICATION_ID) throw new UsageError(`${shown} is a database of another program.`)
  if (version > SCHEMA_VERSION) {
    throw new UsageError(`The database ${shown} has schema ${version}; this program knows ${SCHEMA_VERSION} at most. Update muctieu.`)
  }
}

/**
 * Looks at the pages of a database before something is added to it: half a second for 200 MB. A large one is looked at only
 * where the last run on it was broken off.
 */
function checkPages(db: Database.Database, path: string, shown: string): void {
  const version = versionOf(db)
  if (version === 0) return
  const last = db.prepare('SELECT status FROM runs ORDER BY id DESC LIMIT 1').pluck().get()
  if (statSync(path).size > MOST_BYTES_CHECKED && last !== 'running') return
  const [problem] = db.pragma('quick_check(1)') as { readonly quick_check: string }[]
  if (problem?.quick_check !== 'ok') throw damaged(shown, `SQLite finds "${problem?.quick_check}"`)
}

/** Brings the schema of a database up to date, and its file to the size that it needs. */
export function migrate(db: Database.Database, shown: string, now: () => Date, version = SCHEMA_VERSION): void {
  const before = versionOf(db)
  if (before >= version) return
  const apply = db.transaction(() => {
    // Looked at again inside the lock: another process may have been faster.
    const from = versionOf(db)
    for (const [i, { name, apply: step }] of MIGRATIONS.slice(0, version).entries()) {
      if (i < from) continue
      step(db)
      db.prepare('INSERT INTO migrations (version, name, applied) VALUES (?, ?, ?)').run(i + 1, name, now().toISOString())
    }
    db.pragma(`application_id = ${APPLICATION_ID}`)
    db.pragma(`user_version = ${version}`)
  })
  // Tables are made anew under the names that others refer to.
  db.pragma('foreign_keys = OFF')
  try {
    guarded(shown, () => apply.immediate())
    if (before > 0) guarded(shown, () => db.exec('VACUUM'))
  } catch (error) {
    throw error instanceof NotWhole ? damaged(shown, error.message) : error
  } finally {
    db.pragma('foreign_keys = ON')
  }
}

/** The schema version that a database says it has. */
export function versionOf(db: Database.Database): number {
  return db.pragma('user_version', { simple: true }) as number
}
