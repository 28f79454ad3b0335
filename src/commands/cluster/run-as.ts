import { spawnSync } from 'node:child_process'
import { userInfo } from 'node:os'
import { UsageError } from '../../model/usage-error.ts'

/** Whom a program is run as. */
export interface RunAs {
  readonly uid?: number
  readonly gid?: number
}

/**
 * Whom PostgreSQL is run as, which refuses to run as root: who started the program, or for root the user `wanted`.
 * A usage error says what to do where there is no such user.
 */
export function serverUser(wanted: string): RunAs {
  if (userInfo().uid !== 0) return {}
  const [uid, gid] = [idOf('-u', wanted), idOf('-g', wanted)]
  if (uid === undefined || gid === undefined || uid === 0) {
    throw new UsageError(
      `PostgreSQL does not run as root, and there is no user ${wanted} to run it as: start the cluster as another user, or name one with --as.`
    )
  }
  return { uid, gid }
}

function idOf(flag: '-u' | '-g', user: string): number | undefined {
  const { status, stdout } = spawnSync('id', [flag, '--', user], { encoding: 'utf8' })
  const id = status === 0 ? Number(stdout.trim()) : Number.NaN
  return Number.isInteger(id) ? id : undefined
}
