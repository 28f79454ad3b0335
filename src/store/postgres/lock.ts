import { UsageError } from '../../model/usage-error.ts'
import type { Lock } from '../lock-held.ts'
import { wholeAddress } from './address.ts'
import { openPostgres, rowsOf } from './client.ts'

// The first number is this program's, the second says what is locked.
const TAKE = 'SELECT pg_try_advisory_lock(1835234409, 1) AS "isTaken"'

/**
 * Takes the right to record decisions in a store, or fails with a usage error. The server gives it back when the connection
 * ends, however it ends.
 */
export async function lockStoreDecisions(name: string, now: () => Date): Promise<Lock> {
  const postgres = await openPostgres(wholeAddress(name), now, { isToRead: true, connections: 1 })
  let release = (): void => undefined
  const isOver = new Promise<void>(resolve => {
    release = resolve
  })
  try {
    const isTaken = await new Promise<boolean>((resolve, reject) => {
      const held = postgres.use(async client => {
        const [row] = await rowsOf<{ isTaken: boolean }>(client, TAKE)
        resolve(row?.isTaken === true)
        if (row?.isTaken === true) await isOver
      })
      held.catch(reject)
    })
    if (!isTaken)
      throw new UsageError(`The database ${postgres.shown} is being reviewed by another process already; use that one, or end it.`)
    return {
      release: () => {
        release()
        void postgres.close()
      }
    }
  } catch (error) {
    await postgres.close()
    throw error
  }
}
