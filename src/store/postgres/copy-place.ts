import { hash } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env } from 'node:process'
import Database from 'better-sqlite3'
import { cacheFolder } from '../cache-folder.ts'
import { makeFolder } from '../folder.ts'
import { lockFile } from '../lock-file.ts'

/** Where a copy of a store stands while this process uses it. */
export interface CopyPlace {
  readonly path: string
  /** Whether another part of this process uses it already. */
  readonly isShared: boolean
  /** Removes what stands there: it is to be made anew. */
  clear(): void
  release(): void
}

interface Used {
  users: number
  readonly isAlone: boolean
  readonly end: () => void
}

const used = new Map<string, Used>()

/**
 * A place for a copy: in the folder of this user's caches, kept for the next command; where another process uses that one,
 * or nothing can be written there, in a folder that goes when it is released. Parts of one process share a place, unless one
 * of them wants it alone.
 */
export function copyPlace(address: string, schema: number, isAlone: boolean): CopyPlace {
  const path = join(copiesFolder(), `${hash('sha256', address).slice(0, 16)}-${schema}.sqlite`)
  const shared = used.get(path)
  if (shared !== undefined && !shared.isAlone && !isAlone) {
    shared.users++
    return placeAt(path, true)
  }
  const kept = shared === undefined ? keptPlace(path, isAlone) : undefined
  if (kept !== undefined) return kept
  const folder = mkdtempSync(join(tmpdir(), 'muctieu-copy-'))
  const own = join(folder, 'copy.sqlite')
  begin(own, path)
  used.set(own, { users: 1, isAlone: true, end: () => rmSync(folder, { recursive: true, force: true, maxRetries: 2 }) })
  return placeAt(own, false)
}

function keptPlace(path: string, isAlone: boolean): CopyPlace | undefined {
  try {
    makeFolder(copiesFolder())
    // Texts of others and what is said of them are nobody else's business.
    chmodSync(copiesFolder(), 0o700)
    const lock = lockFile(`${path}.lock`)
    if (lock === null) return undefined
    used.set(path, { users: 1, isAlone, end: () => lock.release() })
    return placeAt(path, false)
  } catch {
    return undefined
  }
}

/** Begins a copy with what another process has of the store already: most of it need not be fetched again. */
function begin(own: string, kept: string): void {
  try {
    const db = new Database(kept, { readonly: true })
    try {
      db.prepare('VACUUM INTO ?').run(own)
    } finally {
      db.close()
    }
  } catch {
    rmSync(own, { force: true })
  }
}

function placeAt(path: string, isShared: boolean): CopyPlace {
  let isReleased = false
  return {
    path,
    isShared,
    clear: () => {
      for (const end of ['', '-wal', '-shm']) if (existsSync(path + end)) rmSync(path + end)
    },
    release: () => {
      const use = used.get(path)
      if (isReleased || use === undefined) return
      isReleased = true
      if (--use.users > 0) return
      used.delete(path)
      use.end()
    }
  }
}

/** Beside what others may read of the caches. */
function copiesFolder(): string {
  return join(cacheFolder(env), 'copies')
}
