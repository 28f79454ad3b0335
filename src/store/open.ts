import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { UsageError } from '../model/usage-error.ts'
import { makeFolder } from './folder.ts'
import { MIGRATIONS } from './migrations.ts'

/** An open database of muctieu. */
export interface Store {
  readonly path: string
  readonly db: Database.Database
}

/** `mcti` in ASCII: how SQLite files of this program are told from others. */
export const APPLICATION_ID = 0x6d637469
/** The schema that this program writes and reads. */
export const SCHEMA_VERSION = MIGRATIONS.length

const BUSY_MILLISECONDS = 10_000

/** Opens a database for writing, creating it and its folder where there is none, and brings its schema up to date. */
export function openStore(path: string, shown: string, now: () => Date): Store {
  return guarded(shown, () => {
    if (existsSync(path) && statSync(path).isDirectory()) throw new UsageError(`The database ${shown} is a folder.`)
    makeFolder(dirname(path))
    const db = new Database(path, { timeout: BUSY_MILLISECONDS })
    try {
      checkIdentity(db, shown)
      db.pragma('journal_mode = WAL')
      db.pragma('synchronous = NORMAL')
      db.pragma('foreign_keys = ON')
      migrate(db, shown, now)
      return { path, db }
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

/** Opens an existing database for reading. */
export function openStoreToRead(path: string, shown: string): Store {
  return guarded(shown, () => {
    checkExists(path, shown)
    if (statSync(path).isDirectory()) throw new UsageError(`The database ${shown} is a folder.`)
    const db = new Database(path, { readonly: true, timeout: BUSY_MILLISECONDS })
    try {
      checkIdentity(db, shown)
      const version = versionOf(db)
      if (version === 0) throw new UsageError(`The database ${shown} is empty.`)
      if (version < SCHEMA_VERSION) {
        throw new UsageError(`The database ${shown} has the older schema ${version}; any "muctieu run" on it brings it up to date.`)
      }
      return { path, db }
    } catch (error) {
      db.close()
      throw error
    }
  })
}

/** Closes a database that was written, leaving one file on the disk. */
export function closeStore({ db }: Store): void {
  if (db.open && !db.readonly) {
    db.pragma('optimize')
    db.pragma('wal_checkpoint(TRUNCATE)')
  }
  db.close()
}

/** Runs `work`; what the disk or another process makes impossible becomes a usage error that names the database. */
export function guarded<Result>(shown: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw asUsageError(shown, error) ?? error
  }
}

/** The usage error for what SQLite or the file system refused, or undefined where it is something else. */
export function asUsageError(shown: string, error: unknown): UsageError | undefined {
  if (error instanceof UsageError) return error
  const code = String((error as NodeJS.ErrnoException | null)?.code ?? '')
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'))
    return new UsageError(`${shown} is not a SQLite database, or is damaged.`)
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new UsageError(`The database ${shown} is being written by another process.`)
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return new UsageError(`The database ${shown} cannot be written: the disk is full.`)
  if (/^(?:SQLITE_(?:CANTOPEN|READONLY|IOERR|PERM)|EACCES|EPERM|EROFS|ENOENT|ENOTDIR|EISDIR|EEXIST|ENAMETOOLONG)/.test(code)) {
    return new UsageError(`The database ${shown} cannot be opened or written (${code.toLowerCase().replaceAll('_', ' ')}).`)
  }
  return undefined
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

function migrate(db: Database.Database, shown: string, now: () => Date): void {
  if (versionOf(db) === SCHEMA_VERSION) return
  const apply = db.transaction(() => {
    // Looked at again inside the lock: another process may have been faster.
    const from = versionOf(db)
    for (const [i, { name, sql }] of MIGRATIONS.entries()) {
      if (i < from) continue
      db.exec(sql)
      db.prepare('INSERT INTO migrations (version, name, applied) VALUES (?, ?, ?)').run(i + 1, name, now().toISOString())
    }
    db.pragma(`application_id = ${APPLICATION_ID}`)
    db.pragma(`user_version = ${SCHEMA_VERSION}`)
  })
  guarded(shown, () => apply.immediate())
}

function versionOf(db: Database.Database): number {
  return db.pragma('user_version', { simple: true }) as number
}
