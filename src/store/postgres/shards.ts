import { fromJsonCell, toJsonCell } from './cells.ts'
import { type PostgresClient, rowsOf } from './client.ts'
import { type SentColumn, sentRows, sentValues } from './statement.ts'

/** A piece of a run's inputs, as it is planned. */
export interface ShardPlan {
  /** From 0, in the order of the plan; halves of a shard that broke off get numbers behind all others. */
  readonly number: number
  /** The shard that it is a half of, or null. */
  readonly parent: number | null
  /** Where its articles are; JSON that the engine knows. */
  readonly reference: unknown
  readonly articles: number
  readonly bytes: number
}

/** A piece as it is stored. */
export interface ShardRow extends ShardPlan {
  readonly run: number
  readonly state: ShardState
}

/** Planned, all its articles stored, cut into two, or given up for good. */
export type ShardState = 'planned' | 'done' | 'split' | 'given up'

/** How far a run is. */
export interface ShardProgress {
  readonly planned: number
  readonly done: number
  readonly givenUp: number
  /** Articles that the plan counts, those of shards that were cut once only; and of these the settled ones. */
  readonly articles: number
  readonly settledArticles: number
  /** When the last one was settled, in ISO 8601, or null. */
  readonly lastSettled: string | null
}

const COLUMNS: readonly SentColumn[] = [
  ['number', 'integer'],
  ['parent', 'integer'],
  ['reference', 'json'],
  ['articles', 'integer'],
  ['bytes', 'bigint']
]

/** Stores a plan of shards; those that are there already stay as they are. Gives how many are new. */
export async function planShards(client: PostgresClient, run: number, shards: readonly ShardPlan[]): Promise<number> {
  const rows = shards.map(s => [s.number, s.parent, toJsonCell(JSON.stringify(s.reference)), s.articles, s.bytes])
  const sql = `INSERT INTO muctieu.shards (run, number, parent, reference, articles, bytes)
    SELECT $1::integer, s.number, s.parent, s.reference, s.articles, s.bytes FROM ${sentRows('s', COLUMNS, 2)} ORDER BY s.sent_as
    ON CONFLICT DO NOTHING`
  return (await client.query(sql, [run, ...sentValues(COLUMNS, rows)])).rowCount ?? 0
}

/**
 * Settles a planned shard, inside the transaction that stores its articles. Gives whether it was still planned: where it was
 * not, somebody else has settled it, and the caller must roll back.
 */
export async function settleShard(
  client: PostgresClient,
  run: number,
  number: number,
  how: {
    readonly state: Exclude<ShardState, 'planned'>
    readonly at: Date
    readonly worker: string
    readonly counts: Readonly<Record<string, number>>
  }
): Promise<boolean> {
  const sql = `UPDATE muctieu.shards SET state = $3, settled = $4, worker = $5, counts = $6 WHERE run = $1 AND number = $2 AND state = 'planned'`
  const values = [run, number, how.state, how.at.toISOString(), how.worker, JSON.stringify(how.counts)]
  return (await client.query(sql, values)).rowCount === 1
}

/** A shard of a run; undefined where there is none. */
export async function shardOf(client: PostgresClient, run: number, number: number): Promise<ShardRow | undefined> {
  const sql = 'SELECT run, number, parent, reference, articles, bytes, state FROM muctieu.shards WHERE run = $1 AND number = $2'
  const [row] = await rowsOf<ShardRow & { reference: string }>(client, sql, [run, number])
  return row === undefined ? undefined : { ...row, reference: JSON.parse(fromJsonCell(row.reference)) as unknown }
}

/** The numbers of the shards of a run that nobody has settled. */
export async function plannedShards(client: PostgresClient, run: number): Promise<number[]> {
  const sql = "SELECT number FROM muctieu.shards WHERE run = $1 AND state = 'planned' ORDER BY number"
  return (await rowsOf<{ number: number }>(client, sql, [run])).map(row => row.number)
}

/** How far a run is. */
export async function shardProgress(client: PostgresClient, run: number): Promise<ShardProgress> {
  const sql = `SELECT count(*) FILTER (WHERE state = 'planned')::integer AS planned, count(*) FILTER (WHERE state = 'done')::integer AS done,
      count(*) FILTER (WHERE state = 'given up')::integer AS "givenUp",
      coalesce(sum(articles) FILTER (WHERE state <> 'split'), 0)::bigint AS articles,
      coalesce(sum(articles) FILTER (WHERE state IN ('done', 'given up')), 0)::bigint AS "settledArticles", max(settled) AS "lastSettled"
    FROM muctieu.shards WHERE run = $1`
  const [row] = await rowsOf<ShardProgress>(client, sql, [run])
  return row as ShardProgress
}
