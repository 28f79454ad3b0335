import { type PostgresClient, rowsOf } from './client.ts'
import { CANCELLED } from './plans.ts'
import { atHand, withdraw } from './queue.ts'

/** What became of a wish to cancel a run. */
export type Cancelling =
  /** There is no such run, it is not shared out, or it has ended. */
  | { readonly kind: 'none' }
  | { readonly kind: 'local' }
  | { readonly kind: 'ended' }
  /** It ends with the shards that workers have at hand. */
  | { readonly kind: 'cancelled'; readonly atHand: number }

/**
 * Cancels a run that is shared out, inside a transaction: nobody takes a shard of it any more, what is stored stays, and what
 * workers have at hand they may end. Cancelling once more also leaves what a worker had at hand that has gone since.
 */
export async function cancelRun(client: PostgresClient, run: number, at: Date): Promise<Cancelling> {
  const look = `SELECT r.status, p.run IS NOT NULL AS "isShared" FROM muctieu.runs r LEFT JOIN muctieu.plans p ON p.run = r.id
    WHERE r.id = $1 FOR UPDATE OF r`
  const [row] = await rowsOf<{ status: string; isShared: boolean }>(client, look, [run])
  if (row === undefined) return { kind: 'none' }
  if (row.status !== 'running') return { kind: 'ended' }
  if (!row.isShared) return { kind: 'local' }
  // First: who takes one now waits here, and then finds nothing.
  await withdraw(client, run)
  const numbers = await atHand(client, run)
  const leave = `UPDATE muctieu.shards SET state = 'given up', settled = $2, counts = json_build_object('undone', articles)
    WHERE run = $1 AND state = 'planned' AND NOT number = ANY ($3::integer[])`
  await client.query(leave, [run, at.toISOString(), numbers])
  await client.query('UPDATE muctieu.plans SET plan = $2 WHERE run = $1', [run, CANCELLED])
  const count = "SELECT count(*)::integer AS planned FROM muctieu.shards WHERE run = $1 AND state = 'planned'"
  const [left] = await rowsOf<{ planned: number }>(client, count, [run])
  return { kind: 'cancelled', atHand: left?.planned ?? 0 }
}
