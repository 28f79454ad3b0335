import { toCell } from './cells.ts'
import { type PostgresClient, rowsOf } from './client.ts'

/** A worker, as others see it. */
export interface WorkerRow {
  /** Machine and process. */
  readonly name: string
  readonly kind: string
  /** Seconds since its last sign of life. */
  readonly silent: number
  /** What keeps it from working, in one sentence; null where nothing does. */
  readonly says: string | null
}

/** Notes that a worker lives; those that have not for a day are forgotten. */
export async function signOfLife(client: PostgresClient, { name, kind, says }: Omit<WorkerRow, 'silent'>): Promise<void> {
  const put = `INSERT INTO muctieu.workers (name, kind, seen, says) VALUES ($1, $2, now(), $3)
    ON CONFLICT (name) DO UPDATE SET kind = excluded.kind, seen = excluded.seen, says = excluded.says`
  await client.query(put, [toCell(name), kind, says === null ? null : toCell(says)])
  await client.query("DELETE FROM muctieu.workers WHERE seen < now() - interval '1 day'")
}

/** Notes that a worker has ended. */
export async function endOfLife(client: PostgresClient, name: string): Promise<void> {
  await client.query('DELETE FROM muctieu.workers WHERE name = $1', [toCell(name)])
}

/** The workers that gave a sign of life in the last minute. */
export async function livingWorkers(client: PostgresClient): Promise<readonly WorkerRow[]> {
  const silent = 'extract(epoch FROM now() - seen)::integer AS silent'
  return await rowsOf(
    client,
    `SELECT name, kind, ${silent}, says FROM muctieu.workers WHERE seen > now() - interval '1 minute' ORDER BY name`
  )
}
