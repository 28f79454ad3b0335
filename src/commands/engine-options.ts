import { hostname } from 'node:os'
import { pid } from 'node:process'
import { UsageError } from '../model/usage-error.ts'
import { hidePassword, isPostgresAddress, wholeAddress } from '../store/postgres/address.ts'
import { clusterAddress } from './cluster/state.ts'
import type { CommandOption, Io } from './command.ts'
import { DB_OPTION } from './operands.ts'
import { oneOf, wholeNumber } from './option-values.ts'

/** `--db`, of commands that work on a server. */
export const SERVER_OPTION: CommandOption = {
  flags: '--db <address>',
  says: 'the database, postgres://…',
  fallbackSays: 'DATABASE_URL, else the cluster of this machine',
  parse: hidePassword
}

/** How long a worker may keep a shard. */
export const LEASE_OPTION: CommandOption = {
  flags: '--lease <seconds>',
  says: 'a shard that a worker has for longer goes to another one',
  fallback: 300,
  parse: wholeNumber('--lease', 2)
}

/** What `run` is told of who does it. */
export const ENGINE_OPTIONS: readonly CommandOption[] = [
  {
    flags: '--engine <name>',
    says: 'local: this program; postgres: the workers of a server (--db postgres://…), with --workers some here too',
    fallback: 'local',
    parse: oneOf('--engine', ['local', 'postgres'])
  },
  LEASE_OPTION,
  { flags: '--shard <n>', says: 'articles that a worker takes at a time', fallback: 100, parse: wholeNumber('--shard', 1) }
]

/** The server that is meant, with its password; a usage error where none is. */
export function serverOf(db: string | undefined, io: Pick<Io, 'cwd' | 'env'>): string {
  const named = (db === DB_OPTION.fallback ? undefined : db) ?? io.env['DATABASE_URL'] ?? clusterAddress(io)
  if (named === undefined)
    throw new UsageError('No server is named: say --db postgres://…, set DATABASE_URL, or start one here with "muctieu cluster up".')
  if (isPostgresAddress(named)) return wholeAddress(hidePassword(named))
  throw new UsageError('The engine postgres works on a PostgreSQL server: --db postgres://user:password@host:port/database.')
}

/** The name of this process among all workers. */
export function workerName(): string {
  return `${hostname()}/${pid}`
}
