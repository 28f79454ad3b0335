import Database from 'better-sqlite3'
import { UsageError } from '../../model/usage-error.ts'
import type { Behind } from '../behind.ts'
import { openStore, SCHEMA_VERSION, type Store } from '../open.ts'
import { shownAddress, wholeAddress } from './address.ts'
import { type Bridge, openBridge } from './bridge.ts'
import { openPostgres, type Postgres } from './client.ts'
import { type CopyPlace, copyPlace } from './copy-place.ts'
import { bringUpToDate } from './replica.ts'

/**
 * What a copy is opened for: to look at what is there, to check it (then nothing that was copied before counts), to change
 * it, or to begin a store where there is none.
 */
export type Purpose = 'read' | 'check' | 'change' | 'begin'

const ATTEMPTS = 3

/**
 * Opens a copy of a store in PostgreSQL, as it is at this moment, and with it everything that can be done with a database:
 * the same questions are asked of the same rows. What is changed in a copy that is opened to be changed is changed in the
 * store first.
 */
export async function openCopy(name: string, purpose: Purpose, now: () => Date, signal?: AbortSignal): Promise<Store> {
  const address = wholeAddress(name)
  const postgres = await openPostgres(address, now, {
    isToRead: purpose === 'read' || purpose === 'check',
    isThere: purpose !== 'begin',
    connections: 1
  })
  const place = copyPlace(shownAddress(address), SCHEMA_VERSION, purpose === 'begin')
  try {
    if (purpose === 'check' && !place.isShared) place.clear()
    const store = await upToDate(postgres, place, now, signal)
    await postgres.close()
    return closingWith(store, place, purpose === 'read' || purpose === 'check' ? undefined : () => behindOf(store, address, now))
  } catch (error) {
    await postgres.close()
    place.release()
    throw error
  }
}

async function upToDate(postgres: Postgres, place: CopyPlace, now: () => Date, signal: AbortSignal | undefined): Promise<Store> {
  for (let attempt = 1; ; attempt++) {
    const store = openCopyAt(place, postgres.shown, now)
    try {
      // What is read already in this process stays as it is: one command tells of one moment.
      if (place.isShared || (await bringUpToDate(postgres, store, signal))) return store
    } catch (error) {
      store.db.close()
      throw error
    }
    store.db.close()
    if (attempt === ATTEMPTS) throw new UsageError(`${postgres.shown} is changed all the time; try again when that has ended.`)
    place.clear()
  }
}

function openCopyAt(place: CopyPlace, shown: string, now: () => Date): Store {
  try {
    return { ...openStore(place.path, shown, now), shown }
  } catch (error) {
    if (place.isShared) throw error
    // A copy that is damaged is worth nothing.
    place.clear()
    return openStore(place.path, shown, now)
  }
}

/** The copy as it is handed out: closing it gives back all that belongs to it. */
function closingWith(store: Store, place: CopyPlace, open: (() => Behind & Bridge) | undefined): Store {
  const bridge = open?.()
  const { db } = store
  db.close = () => {
    Database.prototype.close.call(db)
    bridge?.close()
    place.release()
    return db
  }
  return bridge === undefined ? store : { ...store, behind: bridge }
}

function behindOf(store: Store, address: string, now: () => Date): Behind & Bridge {
  return {
    ...openBridge(address, store.shown),
    async catchUp() {
      const postgres = await openPostgres(address, now, { isToRead: true, connections: 1 })
      try {
        // Where something was removed meanwhile the next copy is made anew; what is decided on this one holds for what is left.
        await bringUpToDate(postgres, store)
      } finally {
        await postgres.close()
      }
    }
  }
}
