import type { Client, ClientConfig, Pool, PoolClient } from 'pg'
import { UsageError } from '../../model/usage-error.ts'
import { shownAddress } from './address.ts'
import { postgresProblem } from './errors.ts'
import { POSTGRES_MIGRATIONS } from './migrations.ts'
import type { Statement } from './statement.ts'

/** Whatever takes statements: a client of `pg`, one of a pool, or something that passes them on to such a one. */
export type PostgresClient = Pick<Client | PoolClient, 'query'>

/** An open store in PostgreSQL. */
export interface Postgres {
  /** With its password: for processes that connect themselves, never for people. */
  readonly address: string
  /** For people. */
  readonly shown: string
  /** Runs `work` with a connection of its own; what the server refuses becomes a usage error. */
  use<Result>(work: (client: PostgresClient) => Promise<Result>): Promise<Result>
  /** The same as one transaction (READ COMMITTED), which is rolled back where `work` throws. */
  transaction<Result>(work: (client: PostgresClient) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

/** The schema that this program writes and reads. */
export const POSTGRES_VERSION = POSTGRES_MIGRATIONS.length

const LEAST_SERVER = 130_000
const CONNECT_MILLISECONDS = 15_000
// A network that is gone without a word is noticed in minutes, not hours.
const KEEP_ALIVE = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 }
// Any number that no other program is likely to lock.
const MIGRATION_LOCK = 0x6d637469

// json and bigint: as text to the letter, and as a number; ids and sizes stay far below what a number holds.
const JSON_TYPE = 114
const BIGINT_TYPE = 20

/** How a connection is made, for `pg` in this process or another. */
export function connectionSettings(address: string): ClientConfig {
  return { connectionString: address, connectionTimeoutMillis: CONNECT_MILLISECONDS, application_name: 'muctieu', ...KEEP_ALIVE }
}

/** How a store is opened. */
export interface OpenOptions {
  readonly isToRead?: boolean
  readonly isThere?: boolean
  /** How many connections there may be at a time. */
  readonly connections?: number
  /** Seconds after which an answer that does not come is waited for no longer, and the server ends a transaction that stands still. */
  readonly silenceSeconds?: number
}

/**
 * Opens a store in PostgreSQL and brings its schema up to date, creating it where there is none; with `isThere` it must be
 * there, with `isToRead` it is only looked at as well. Wrong addresses, missing rights and other versions are usage errors
 * that never show a password. `pg` is loaded here and nowhere else.
 */
export async function openPostgres(
  address: string,
  now: () => Date,
  { isToRead = false, isThere = isToRead, connections = 4, silenceSeconds }: OpenOptions = {}
): Promise<Postgres> {
  const shown = shownAddress(address)
  const pool = await poolOf(address, shown, connections, silenceSeconds)
  const use = usingOf(pool, shown)
  const postgres: Postgres = {
    address,
    shown,
    use,
    transaction: work => use(client => inTransaction(client, work)),
    close: () => pool.end()
  }
  try {
    await bringUpToDate(postgres, now, { isToRead, isThere })
    return postgres
  } catch (error) {
    await pool.end()
    throw error
  }
}

async function poolOf(address: string, shown: string, connections: number, silenceSeconds: number | undefined): Promise<Pool> {
  const pg = (await import('pg')).default
  // What is no address shows here, and may not be quoted.
  guardSync(shown, () => new pg.Client(connectionSettings(address)))
  const getTypeParser = ((type: number, format: 'text') =>
    type === JSON_TYPE
      ? (text: string) => text
      : type === BIGINT_TYPE
        ? Number
        : pg.types.getTypeParser(type, format)) as typeof pg.types.getTypeParser
  const pool = new pg.Pool({
    ...connectionSettings(address),
    ...silenceSettings(silenceSeconds),
    max: connections,
    types: { getTypeParser }
  })
  // A connection that is lost while nobody uses it is made anew when it is needed.
  pool.on('error', ignore)
  return pool
}

function usingOf(pool: Pool, shown: string): Postgres['use'] {
  return async work => {
    let client: PoolClient | undefined
    let broken: Error | undefined
    try {
      client = await pool.connect()
      client.on('error', ignore)
      return await work(client)
    } catch (error) {
      broken = error as Error
      const problem = postgresProblem(shown, error)
      if (problem === undefined || problem === error) throw error
      // Who may try again asks what it was.
      throw Object.assign(problem, { cause: error })
    } finally {
      client?.off('error', ignore)
      // What failed may hang in a transaction: such a connection is not used again.
      client?.release(broken)
    }
  }
}

/** A machine that is cut off neither answers nor lets go: both sides give each other up. */
function silenceSettings(seconds: number | undefined): ClientConfig {
  if (seconds === undefined) return {}
  return {
    query_timeout: seconds * 1000,
    connectionTimeoutMillis: Math.min(CONNECT_MILLISECONDS, seconds * 1000),
    idle_in_transaction_session_timeout: seconds * 1000
  }
}

/** Runs `work` as one transaction of a connection: committed when it returns, rolled back when it throws. */
export async function inTransaction<Result>(
  client: PostgresClient,
  work: (client: PostgresClient) => Promise<Result>,
  begin = 'BEGIN'
): Promise<Result> {
  await client.query(begin)
  try {
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    // Where the server is gone it has rolled back by itself.
    await client.query('ROLLBACK').catch(ignore)
    throw error
  }
}

/** Runs statements one after the other; gives how many rows each touched, a usage error where one touches others than it must. */
export async function execute(client: PostgresClient, statements: readonly Statement[]): Promise<number[]> {
  const touched: number[] = []
  for (const { sql, values, touches } of statements) {
    const { rowCount } = await client.query(sql, values as unknown[])
    if (touches !== undefined && rowCount !== touches)
      throw new UsageError('Something was removed from the store, or pruned, while this was going on; do the same again.')
    touched.push(rowCount ?? 0)
  }
  return touched
}

/** The rows of a question. */
export async function rowsOf<Row>(client: PostgresClient, sql: string, values: readonly unknown[] = []): Promise<Row[]> {
  return (await client.query(sql, values as unknown[])).rows as Row[]
}

async function bringUpToDate(
  { use, shown }: Postgres,
  now: () => Date,
  { isToRead, isThere }: { readonly isToRead: boolean; readonly isThere: boolean }
): Promise<void> {
  await use(async client => {
    const [server] = await rowsOf<{ server: string }>(client, "SELECT current_setting('server_version_num') AS server")
    if (Number(server?.server) < LEAST_SERVER) throw new UsageError(`The server of ${shown} is older than PostgreSQL 13.`)
    const version = await versionOf(client, shown)
    if (version === POSTGRES_VERSION) return
    if (version > POSTGRES_VERSION)
      throw new UsageError(`${shown} has schema ${version}; this program knows ${POSTGRES_VERSION} at most. Update muctieu.`)
    if (version === 0 && isThere) throw new UsageError(`${shown} holds no articles yet: "muctieu run --db" puts some there.`)
    if (isToRead) throw new UsageError(`${shown} has the older schema ${version}; any "muctieu run" on it brings it up to date.`)
    await inTransaction(client, () => migrate(client, shown, now))
  })
}

async function migrate(client: PostgresClient, shown: string, now: () => Date): Promise<void> {
  await client.query(`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`)
  // Looked at again inside the lock: another process may have been faster.
  const from = await versionOf(client, shown)
  if (from === 0) await client.query('CREATE SCHEMA IF NOT EXISTS muctieu')
  for (const [i, { name, sql }] of POSTGRES_MIGRATIONS.entries()) {
    if (i < from) continue
    await client.query(sql)
    await client.query('INSERT INTO muctieu.migrations VALUES ($1, $2, $3)', [i + 1, name, now().toISOString()])
  }
}

async function versionOf(client: PostgresClient, shown: string): Promise<number> {
  const [found] = await rowsOf<{ relation: string | null; others: number }>(
    client,
    `SELECT to_regclass('muctieu.migrations')::text AS relation,
       (SELECT count(*) FROM pg_class WHERE relnamespace = to_regnamespace('muctieu'))::integer AS others`
  )
  if (found?.relation == null) {
    if ((found?.others ?? 0) > 0) throw new UsageError(`${shown} has a schema "muctieu" of another program.`)
    return 0
  }
  const [row] = await rowsOf<{ version: number }>(client, 'SELECT coalesce(max(version), 0) AS version FROM muctieu.migrations')
  return row?.version ?? 0
}

function guardSync(shown: string, work: () => unknown): void {
  try {
    work()
  } catch {
    throw new UsageError(`${shown} is no address of a PostgreSQL server: postgres://user:password@host:port/database`)
  }
}

function ignore(): void {}
