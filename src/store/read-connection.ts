import { chmodSync, constants, copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'

const COPIES = 3

/**
 * A connection that only reads. SQLite wants to write beside a database in WAL mode even then; where nothing can be written
 * there (a folder of somebody else, a mounted archive) a copy is read, which goes when the connection is closed.
 */
export function readConnection(path: string, timeout: number): Database.Database {
  const db = new Database(path, { readonly: true, timeout })
  try {
    db.pragma('schema_version')
    return db
  } catch (error) {
    db.close()
    const code = String((error as NodeJS.ErrnoException).code)
    // File systems of archives know no locks either.
    if (!/^SQLITE_(?:CANTOPEN|READONLY|IOERR_(?:LOCK|RDLOCK|SHM))/.test(code)) throw error
    return copyConnection(path, timeout)
  }
}

/** A connection to a copy of a database, with what was committed to its log and is not in the file yet. */
export function copyConnection(path: string, timeout: number): Database.Database {
  const folder = mkdtempSync(join(tmpdir(), 'muctieu-read-'))
  const forget = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 2 })
  try {
    const copy = join(folder, 'copy.sqlite')
    copyWhole(path, copy)
    const db = new Database(copy, { timeout })
    // So everything is in one file, and nothing stands beside it.
    db.pragma('journal_mode = DELETE')
    db.pragma('query_only = ON')
    db.close = () => {
      Database.prototype.close.call(db)
      forget()
      return db
    }
    // Where an open file can be removed, not even a killed process leaves it behind.
    try {
      forget()
    } catch {}
    return db
  } catch (error) {
    forget()
    throw error
  }
}

/** Copies a database and its log; again where somebody wrote to it meanwhile. */
function copyWhole(path: string, to: string): void {
  for (let left = COPIES; ; left--) {
    const before = stamp(path)
    for (const end of ['', '-wal']) {
      rmSync(to + end, { force: true })
      if (!existsSync(path + end)) continue
      copyFileSync(path + end, to + end, constants.COPYFILE_FICLONE)
      // What may not be written is copied as such.
      chmodSync(to + end, 0o600)
    }
    if (stamp(path) === before) return
    if (left === 1) throw Object.assign(new Error('It is written all the time.'), { code: 'SQLITE_BUSY' })
  }
}

function stamp(path: string): string {
  const stats = ['', '-wal'].map(end => statSync(path + end, { throwIfNoEntry: false }))
  return JSON.stringify(stats.map(s => (s === undefined ? null : [s.size, s.mtimeMs])))
}
