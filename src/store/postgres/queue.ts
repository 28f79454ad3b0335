import { createHash } from 'node:crypto'
import type PgBoss from 'pg-boss'
import { type Postgres, type PostgresClient, rowsOf } from './client.ts'
import { isInTheWay } from './errors.ts'

/** A shard that is to be done, by the numbers of its run and of itself. */
export interface ShardName {
  readonly run: number
  readonly number: number
}

/** A shard that was taken: nobody else gets it until its lease is over. */
export interface TakenShard extends ShardName {
  /** The name of the job. */
  readonly id: string
  /** How often it was taken before and never completed. */
  readonly attempts: number
  /** How often it was given back by who could not do it. */
  readonly returns: number
}

/** The shards that wait for workers of one kind, kept by pg-boss in tables of its own. */
export interface ShardQueue {
  /** Puts shards into it, each at most once; `after` seconds from now they may be taken. */
  put(client: PostgresClient, shards: readonly ShardName[], more?: { readonly after?: number; readonly returns?: number }): Promise<void>
  /** Takes the shard that waits longest; undefined where none does, or the server is away. */
  take(): Promise<TakenShard | undefined>
  /**
   * Says that a shard is done, inside the transaction that stores what it gave. False where its lease is over and somebody
   * else has it, or has done it: then the transaction must be rolled back.
   */
  complete(client: PostgresClient, taken: TakenShard): Promise<boolean>
  close(): Promise<void>
}

/** What is to be known to open a queue. */
export interface QueueSettings {
  /** Which workers it is for: equal names, equal results. */
  readonly kind: string
  /** Seconds after which a shard that was taken and not completed goes to somebody else. */
  readonly leaseSeconds: number
  /** Whether to look after leases that are over. */
  readonly isWatching: boolean
}

/** Each major version of pg-boss has tables that the next does not read. */
const SCHEMA = 'muctieu_boss10'
const LOOK_SECONDS = 1
/** Left alone pg-boss forgets what has waited for two weeks, and what was tried three times. */
const KEPT_DAYS = 3_650
const MOST_ATTEMPTS = 1_000_000

/** Opens a queue, which is made where there is none. */
export async function openQueue(postgres: Postgres, { kind, leaseSeconds, isWatching }: QueueSettings): Promise<ShardQueue> {
  const { default: Boss } = await import('pg-boss')
  const boss = new Boss({
    db: { executeSql: (text, values) => postgres.use(client => executed(client, text, values)) },
    schema: SCHEMA,
    schedule: false,
    supervise: isWatching,
    maintenanceIntervalSeconds: LOOK_SECONDS,
    archiveCompletedAfterSeconds: 3_600,
    deleteAfterDays: 1
  })
  // A server that is away is met, and told of, by who asks it for something.
  boss.on('error', () => undefined)
  const name = `shards-${kind}`
  await makeTables(postgres, async () => {
    await boss.start()
    if ((await boss.getQueue(name)) === null) await boss.createQueue(name, { name, policy: 'standard' })
  })
  return {
    put: async (client, shards, { after = 0, returns = 0 } = {}) => {
      const jobs = shards.map(shard => jobOf(name, shard, { after, returns, leaseSeconds }))
      await boss.insert(jobs, { db: dbOf(client) })
    },
    take: async () => {
      const [job] = await boss.fetch<ShardName & { returns: number }>(name, { includeMetadata: true, batchSize: 1 })
      if (job === undefined) return undefined
      const { run, number, returns } = job.data
      return { id: job.id, run, number, returns, attempts: job.retryCount }
    },
    complete: async (client, { id }) => affected(await boss.complete(name, id, {}, { db: dbOf(client) })) === 1,
    close: () => boss.stop({ graceful: false })
  }
}

/** Takes the shards of a run that nobody has out of whatever queue they wait in. */
export async function withdraw(client: PostgresClient, run: number): Promise<void> {
  const waiting = `DELETE FROM ${SCHEMA}.job WHERE name LIKE 'shards-%' AND state IN ('created', 'retry') AND (data ->> 'run')::integer = $1`
  await client.query(waiting, [run])
}

/** The numbers of the shards of a run that somebody has whose lease is not over. */
export async function atHand(client: PostgresClient, run: number): Promise<number[]> {
  const taken = `SELECT (data ->> 'number')::integer AS number FROM ${SCHEMA}.job
    WHERE name LIKE 'shards-%' AND state = 'active' AND started_on + expire_in > now() AND (data ->> 'run')::integer = $1`
  return (await rowsOf<{ number: number }>(client, taken, [run])).map(row => row.number)
}

const TRIES = 5

/** Lets one process at a time make tables: several that start at once on an empty server would be in each other's way. */
async function makeTables(postgres: Postgres, make: () => Promise<void>): Promise<void> {
  for (let tried = 1; ; tried++) {
    try {
      return await postgres.use(async client => {
        await client.query("SELECT pg_advisory_lock(hashtextextended('muctieu queue', 0))")
        try {
          await make()
        } finally {
          await client.query("SELECT pg_advisory_unlock(hashtextextended('muctieu queue', 0))")
        }
      })
    } catch (error) {
      // Somebody who works already may be looking after leases meanwhile.
      if (tried === TRIES || !isInTheWay(error)) throw error
    }
  }
}

function jobOf(
  name: string,
  { run, number }: ShardName,
  { after, returns, leaseSeconds }: { readonly after: number; readonly returns: number; readonly leaseSeconds: number }
): PgBoss.JobInsert {
  return {
    // The same shard is the same job: who plans twice puts nothing twice.
    id: jobId(`${run}/${number}/${returns}`),
    name,
    data: { run, number, returns },
    startAfter: `${after} seconds`,
    expireInSeconds: leaseSeconds,
    retryLimit: MOST_ATTEMPTS,
    keepUntil: new Date(Date.now() + KEPT_DAYS * 86_400_000)
  }
}

function jobId(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}

/** What `complete` gives, which its types do not say: how many jobs it completed. */
function affected(result: unknown): number {
  return (result as { readonly affected: number }).affected
}

function dbOf(client: PostgresClient): PgBoss.Db {
  return { executeSql: (text, values) => executed(client, text, values) }
}

async function executed(client: PostgresClient, text: string, values?: readonly unknown[]): Promise<{ rows: unknown[] }> {
  const result = await client.query(text, values as unknown[])
  return { rows: result.rows ?? [] }
}
