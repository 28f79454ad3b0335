import { homedir, userInfo } from 'node:os'
import { join } from 'node:path'
import { cacheFolder } from '../../store/cache-folder.ts'
import type { Io } from '../command.ts'
import { pathOf } from '../operands.ts'

/** Where a cluster of this machine keeps what it needs. */
export interface Places {
  /** The folder of everything, of whom PostgreSQL runs as. */
  readonly home: string
  /** The data of PostgreSQL. */
  readonly data: string
  /** What PostgreSQL says. */
  readonly log: string
  /** Who runs it, where it listens: for `cluster down`, and for who names no database. */
  readonly state: string
  /** Where a fetched PostgreSQL is kept. */
  readonly cache: string
}

/**
 * The places of a cluster; `named` is the folder that somebody wants for it. What root has at home, nobody else can read,
 * and PostgreSQL does not run as root: there it is kept where services have it.
 */
export function placesOf(named: string | undefined, io: Pick<Io, 'cwd' | 'env'>): Places {
  const isRoot = userInfo().uid === 0
  const data = io.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share')
  const home = named === undefined ? (isRoot ? '/var/lib/muctieu/cluster' : join(data, 'muctieu', 'cluster')) : pathOf(named, io)
  return {
    home,
    data: join(home, 'data'),
    log: join(home, 'postgres.log'),
    state: join(home, 'cluster.json'),
    cache: isRoot && (io.env['MUCTIEU_CACHE'] ?? '') === '' ? '/var/cache/muctieu' : cacheFolder(io.env)
  }
}
