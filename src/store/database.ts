import { lockDecisions } from './lock.ts'
import type { Lock } from './lock-held.ts'
import { openExistingStore, openStore, openStoreToCheck, openStoreToRead, type Store } from './open.ts'
import { isPostgresAddress } from './postgres/address.ts'
import { openCopy } from './postgres/copy.ts'
import { lockStoreDecisions } from './postgres/lock.ts'

// A database is a file of SQLite or a store in PostgreSQL, by its name; whoever opens one need not know which.

/**
 * Opens a database for writing, creating what is not there, and brings its schema up to date. Where `signal` is aborted while
 * a copy of a store is made, the promise is rejected as the signal says.
 */
export async function openDatabase(path: string, shown: string, now: () => Date, signal?: AbortSignal): Promise<Store> {
  return isPostgresAddress(path) ? await openCopy(path, 'begin', now, signal) : openStore(path, shown, now)
}

/** Opens an existing database for writing. */
export async function openExistingDatabase(path: string, shown: string, now: () => Date, signal?: AbortSignal): Promise<Store> {
  return isPostgresAddress(path) ? await openCopy(path, 'change', now, signal) : openExistingStore(path, shown, now)
}

/** Opens an existing database for reading. */
export async function openDatabaseToRead(path: string, shown: string): Promise<Store> {
  return isPostgresAddress(path) ? await openCopy(path, 'read', neverAsked) : openStoreToRead(path, shown)
}

/** Opens an existing database for reading, to look what is whole in it: a store in PostgreSQL is read anew, all of it. */
export async function openDatabaseToCheck(path: string, shown: string): Promise<Store> {
  return isPostgresAddress(path) ? await openCopy(path, 'check', neverAsked) : openStoreToCheck(path, shown)
}

/** Takes the right to record decisions in a database, or fails with a usage error that says who has it; see `lockDecisions`. */
export async function lockDatabase(path: string, shown: string, now: () => Date): Promise<Lock> {
  return await (isPostgresAddress(path) ? lockStoreDecisions(path, now) : lockDecisions(path, shown))
}

// Only what is brought up to date is dated, and a copy is made anew instead.
function neverAsked(): Date {
  return new Date(0)
}
