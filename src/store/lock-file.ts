import { closeSync, fstatSync, openSync, rmSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { Lock } from './lock-held.ts'

/**
 * Takes a lock on a small database of its own, or gives null where another process has it. What is left of a process that
 * was killed is a file that nobody has locked.
 */
export function lockFile(path: string): Lock | null {
  for (;;) {
    // Open until the end, so that no other file can get this one's number.
    const open = openSync(path, 'a')
    let file: Database.Database | undefined
    const close = (): void => {
      file?.close()
      // Last: closing any handle of a file gives up all locks that the process has on it.
      closeSync(open)
    }
    try {
      file = new Database(path, { timeout: 0 })
      file.pragma('journal_mode = DELETE')
      file.exec('BEGIN EXCLUSIVE')
      if (isStill(path, open)) return { release: () => remove(path, close) }
    } catch (error) {
      const isThis = isStill(path, open)
      close()
      if (isThis && String((error as NodeJS.ErrnoException).code).startsWith('SQLITE_BUSY')) return null
      if (isThis) throw error
      continue
    }
    close()
  }
}

// Whoever had it before may have removed it meanwhile, and the next one made another.
function isStill(path: string, open: number): boolean {
  const [there, here] = [statSync(path, { throwIfNoEntry: false }), fstatSync(open)]
  return there !== undefined && there.dev === here.dev && there.ino === here.ino
}

// While it is still held: who waited for it finds it gone and begins anew.
function remove(path: string, close: () => void): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // Windows keeps a file that is open; it is in nobody's way.
  }
  close()
}
