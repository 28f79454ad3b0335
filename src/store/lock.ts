import { realpathSync, type Stats, statSync } from 'node:fs'
import { UsageError } from '../model/usage-error.ts'
import { lockFile } from './lock-file.ts'
import type { Lock } from './lock-held.ts'
import { lockName } from './lock-name.ts'
import { guarded } from './open.ts'

/**
 * Takes the right to record decisions in a database, or fails with a usage error that says who has it. The operating system
 * gives it back when the process ends, however it ends. To be asked for before the database is opened: SQLite damages one
 * that is open under two names.
 */
export async function lockDecisions(path: string, shown: string): Promise<Lock> {
  const { real, stats } = identityOf(path, shown)
  const isTaken = () => new UsageError(`The database ${shown} is being reviewed by another process already; use that one, or end it.`)
  // By the file itself, whatever its names are: hard links have as many as they like.
  const name = await lockName(`${stats.dev}-${stats.ino}`)
  if (name === null) throw isTaken()
  try {
    // By its place as well: names are not shared between containers, and not every system has them.
    const file = guarded(shown, () => lockFile(`${real}.review`))
    if (file === null) throw isTaken()
    return {
      release: () => {
        file.release()
        name.release()
      }
    }
  } catch (error) {
    name.release()
    throw error
  }
}

function identityOf(path: string, shown: string): { readonly real: string; readonly stats: Stats } {
  return guarded(shown, () => {
    try {
      const real = realpathSync(path)
      return { real, stats: statSync(real) }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new UsageError(`The database ${shown} does not exist.`)
      throw error
    }
  })
}
