import { openStoreToRead } from '../../store/open.ts'
import { isPostgresAddress, wholeAddress } from '../../store/postgres/address.ts'
import { progressOf, type RunProgress, runToWatch } from '../../store/progress.ts'
import type { Io } from '../command.ts'
import { pathOf } from '../operands.ts'

/** A run that is looked at. */
export interface Watched {
  look(): Promise<RunProgress>
  close(): Promise<void>
}

/** A run of a database, by its number or else the newest that goes on; undefined where there is none. */
export async function openWatch(db: string, named: number | undefined, io: Io): Promise<Watched | undefined> {
  return isPostgresAddress(db) ? await watchedOnServer(db, named, io) : watchedInFile(pathOf(db, io), db, named)
}

function watchedInFile(path: string, shown: string, named: number | undefined): Watched | undefined {
  const store = openStoreToRead(path, shown)
  const run = runToWatch(store, named)
  if (run !== undefined) return { look: async () => progressOf(store, run), close: async () => void store.db.close() }
  store.db.close()
  return undefined
}

async function watchedOnServer(address: string, named: number | undefined, io: Io): Promise<Watched | undefined> {
  const { openPostgres } = await import('../../store/postgres/client.ts')
  const { postgresProgressOf, postgresRunToWatch } = await import('../../store/postgres/progress.ts')
  const postgres = await openPostgres(wholeAddress(address), io.now, { isToRead: true, connections: 1 })
  const run = await postgres.use(client => postgresRunToWatch(client, named))
  if (run !== undefined) return { look: () => postgres.use(client => postgresProgressOf(client, run)), close: () => postgres.close() }
  await postgres.close()
  return undefined
}
