import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { UsageError } from '../model/usage-error.ts'

/** Held while one process alone may record decisions in a database. */
export interface Lock {
  release(): void
}

/**
 * Takes the right to record decisions in a database, or fails with a usage error that says who has it. The operating system
 * gives it back when the process ends, however it ends.
 */
export function lockDecisions(path: string, shown: string): Lock {
  // A lock that a process holds on a small database beside it: no stale file can keep anybody out.
  const file = new Database(`${path}.review`, { timeout: 0 })
  try {
    file.pragma('journal_mode = DELETE')
    file.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    file.close()
    if (String((error as NodeJS.ErrnoException).code).startsWith('SQLITE_BUSY'))
      throw new UsageError(`The database ${shown} is being reviewed by another process already; use that one, or end it.`)
    throw error
  }
  return {
    release: () => {
      file.exec('ROLLBACK')
      file.close()
      rmSync(`${path}.review`, { force: true })
    }
  }
}
