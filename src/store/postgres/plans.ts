import { createHash } from 'node:crypto'
import type { StoredPart } from '../contents.ts'
import type { RunStart } from '../runs.ts'
import { fromJsonCell, toJsonCell } from './cells.ts'
import { type Postgres, type PostgresClient, rowsOf } from './client.ts'
import type { ShardQueue } from './queue.ts'
import { beginPostgresRun } from './runs.ts'
import { planShards, type ShardPlan } from './shards.ts'
import { type SentColumn, sentRows, sentValues } from './statement.ts'

/** A run that is to be shared out. */
export interface PlannedRun {
  readonly start: RunStart
  readonly parts: readonly StoredPart[]
  /** Which workers do it: those whose results are the same. */
  readonly kind: string
  readonly shards: readonly ShardPlan[]
  /** What else the engine must know of it at its end; JSON. */
  readonly more: unknown
}

/** A run that is under way, as workers see it. */
export interface OpenRun {
  readonly run: number
  readonly kind: string
  readonly ruleset: string
  readonly options: string
  readonly readingOptions: string
  readonly reader: string
  readonly codeVersion: string
  /** How many shards were planned at its beginning. */
  readonly shards: number
  readonly planned: number
  readonly more: unknown
  /** Whether somebody cancelled it: it ends with what is at hand. */
  readonly isCancelled: boolean
}

/** The plan of a run that was cancelled: none, so that planning the same begins another one. */
export const CANCELLED = 'cancelled'

/** So many shards of a run wait or are worked at; each that is settled lets the next one in. A long queue is slow to take from. */
const WINDOW = 2_000
const AT_ONCE = 2_000

/**
 * Begins a run with its shards, all in one transaction, or finds the one of the same plan that is under way; says which run it
 * is and whether it is new. The queue must be of the run's kind.
 */
export async function beginPlannedRun(
  postgres: Postgres,
  queue: ShardQueue,
  planned: PlannedRun
): Promise<{ run: number; isNew: boolean }> {
  const plan = planName(planned)
  return await postgres.transaction(async client => {
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`muctieu plan ${plan}`])
    const same = "SELECT p.run FROM muctieu.plans p JOIN muctieu.runs r ON r.id = p.run WHERE p.plan = $1 AND r.status = 'running'"
    const [found] = await rowsOf<{ run: number }>(client, `${same} ORDER BY p.run DESC LIMIT 1`, [plan])
    if (found !== undefined) return { run: found.run, isNew: false }
    const run = await beginPostgresRun(client, planned.start, planned.parts)
    const put = 'INSERT INTO muctieu.plans (run, plan, kind, more) VALUES ($1, $2, $3, $4)'
    await client.query(put, [run, plan, planned.kind, toJsonCell(JSON.stringify(planned.more))])
    for (let at = 0; at < planned.shards.length; at += AT_ONCE) await planShards(client, run, planned.shards.slice(at, at + AT_ONCE))
    const first = planned.shards.slice(0, WINDOW).map(({ number }) => ({ run, number }))
    if (first.length > 0) await queue.put(client, first)
    return { run, isNew: true }
  })
}

/** The shard that may be put into the queue when one of a run is settled; undefined where none is left. */
export function nextInWindow({ run, shards }: OpenRun, number: number): { readonly run: number; readonly number: number } | undefined {
  const next = number + WINDOW
  return number < shards && next < shards ? { run, number: next } : undefined
}

function planName({ start, kind, shards, more }: PlannedRun): string {
  const hash = createHash('sha256')
  const { name, ruleset, options, readingOptions, codeVersion, reader, isWhatIf } = start
  hash.update(JSON.stringify([name, ruleset, options, readingOptions, codeVersion, reader, isWhatIf, kind, more]))
  for (const { number, reference } of shards) hash.update(`\n${number} ${JSON.stringify(reference)}`)
  return hash.digest('hex')
}

/** The runs that are shared out and under way, oldest first. */
export async function openRuns(client: PostgresClient): Promise<readonly OpenRun[]> {
  const shards = 'SELECT count(*)::integer FROM muctieu.shards s WHERE s.run = r.id'
  const rows = await rowsOf<Omit<OpenRun, 'more'> & { more: string }>(
    client,
    `SELECT r.id AS run, p.kind, r.ruleset, r.options, r.reading_options AS "readingOptions", r.reader, r.code_version AS "codeVersion",
       (${shards} AND s.parent IS NULL) AS shards, (${shards} AND s.state = 'planned') AS planned, p.more,
       p.plan = '${CANCELLED}' AS "isCancelled"
     FROM muctieu.plans p JOIN muctieu.runs r ON r.id = p.run WHERE r.status = 'running' ORDER BY r.id`
  )
  return rows.map(row => ({ ...row, more: JSON.parse(row.more) as unknown }))
}

/** Stores the halves of a shard that broke off, behind all shards of the run; gives their numbers. */
export async function addHalves(
  client: PostgresClient,
  run: number,
  parent: number,
  halves: readonly Pick<ShardPlan, 'reference' | 'articles' | 'bytes'>[]
): Promise<number[]> {
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`muctieu halves ${run}`])
  const [last] = await rowsOf<{ number: number }>(client, 'SELECT max(number) AS number FROM muctieu.shards WHERE run = $1', [run])
  const shards = halves.map((half, i) => ({ ...half, parent, number: (last?.number ?? 0) + 1 + i }))
  await planShards(client, run, shards)
  return shards.map(({ number }) => number)
}

const FAILURES: readonly SentColumn[] = [
  ['ordinal', 'integer'],
  ['failure', 'json']
]

/** Stores what is said of parts of a shard that gave no article, in their order; JSON of the engine. */
export async function putFailures(client: PostgresClient, run: number, number: number, failures: readonly unknown[]): Promise<void> {
  if (failures.length === 0) return
  const rows = failures.map((failure, i) => [i, toJsonCell(JSON.stringify(failure))])
  const sql = `INSERT INTO muctieu.shard_failures (run, number, ordinal, failure) SELECT $1::integer, $2::integer, s.ordinal, s.failure
    FROM ${sentRows('s', FAILURES, 3)}`
  await client.query(sql, [run, number, ...sentValues(FAILURES, rows)])
}

/**
 * What is said of parts of a run that gave no article, in the order of its inputs: halves stand where the whole would.
 * As `putFailures` was given it.
 */
export async function shardFailures(client: PostgresClient, run: number): Promise<unknown[]> {
  const sql = `WITH RECURSIVE placed AS (
      SELECT number, ARRAY[number] AS place FROM muctieu.shards WHERE run = $1 AND parent IS NULL
      UNION ALL SELECT s.number, p.place || s.number FROM muctieu.shards s JOIN placed p ON p.number = s.parent WHERE s.run = $1
    ) SELECT f.failure FROM muctieu.shard_failures f JOIN placed p ON p.number = f.number WHERE f.run = $1 ORDER BY p.place, f.ordinal`
  return (await rowsOf<{ failure: string }>(client, sql, [run])).map(row => JSON.parse(fromJsonCell(row.failure)) as unknown)
}

/** What the shards of a run came to in all, and how many workers settled some. */
export async function shardTotals(
  client: PostgresClient,
  run: number
): Promise<{ readonly counts: Readonly<Record<string, number>>; readonly workers: number }> {
  const sum = `SELECT c.key, sum(c.value::text::integer)::integer AS count FROM muctieu.shards s, json_each(s.counts) c WHERE s.run = $1 GROUP BY c.key`
  const counts = await rowsOf<{ key: string; count: number }>(client, sum, [run])
  const who = 'SELECT count(DISTINCT worker)::integer AS workers FROM muctieu.shards WHERE run = $1'
  const [row] = await rowsOf<{ workers: number }>(client, who, [run])
  return { counts: Object.fromEntries(counts.map(({ key, count }) => [key, count])), workers: row?.workers ?? 0 }
}

/** Forgets what was said of a run at its end: somebody who was to end it did not come to it. */
export async function clearSaid(client: PostgresClient, run: number): Promise<void> {
  const isOpen = "EXISTS (SELECT 1 FROM muctieu.runs WHERE id = $1 AND status = 'running')"
  await client.query(`DELETE FROM muctieu.diagnostics WHERE run = $1 AND ${isOpen}`, [run])
}

/** Does `work` where nobody else does what has this name; else nothing. Who is cut off from the server has it no more. */
export async function alone(postgres: Pick<Postgres, 'use'>, name: string, work: () => Promise<void>): Promise<void> {
  await postgres.use(async client => {
    const [lock] = await rowsOf<{ held: boolean }>(client, 'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS held', [name])
    if (lock?.held !== true) return
    try {
      await work()
    } finally {
      await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [name])
    }
  })
}
