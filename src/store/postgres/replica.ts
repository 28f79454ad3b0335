import type { Store } from '../open.ts'
import { fromCell } from './cells.ts'
import { inTransaction, type Postgres, type PostgresClient, rowsOf } from './client.ts'
import { type Copies, copyLists } from './copy-lists.ts'
import { type PostgresRun, runCopier } from './copy-run.ts'

/** Which store a copy is of, and of which generation. */
interface Origin {
  readonly id: string
  readonly generation: number
}

// One state of the store for everything that is copied.
const SNAPSHOT = 'BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY'

/**
 * Brings a copy up to date with its store, as that is at one moment: runs that ended are copied once, others each time, small
 * lists always. Gives false where the copy must be made anew: something was removed from the store or pruned, or it is
 * another one. Memory is bounded by a few hundred articles.
 */
export async function bringUpToDate(postgres: Postgres, store: Store, signal?: AbortSignal): Promise<boolean> {
  return await postgres.use(client => inTransaction(client, () => copy(client, store, signal), SNAPSHOT))
}

async function copy(client: PostgresClient, store: Store, signal: AbortSignal | undefined): Promise<boolean> {
  const [origin] = await rowsOf<Origin>(client, 'SELECT id::text AS id, generation FROM muctieu.store')
  if (origin === undefined) throw new Error('The store has no id.')
  if (!isOf(store, origin) || !(await knowsLast(client, store))) return false
  const runs = await rowsOf<PostgresRun>(client, 'SELECT * FROM muctieu.runs ORDER BY id')
  const copied = new Map((store.db.prepare('SELECT * FROM runs').all() as PostgresRun[]).map(run => [run.id, run]))
  if (copied.size > 0 && [...copied.keys()].some(id => !runs.some(run => run.id === id))) return false
  const copies: Copies = { client, db: store.db, signal }
  await copyLists(copies)
  const copyRun = runCopier(copies)
  for (const run of runs) {
    const known = copied.get(run.id)
    if (known !== undefined && known.started !== run.started) return false
    if (known === undefined || known.status === 'running') await copyRun(run)
  }
  return true
}

/** Whether the store has the last decision of a copy: where it was restored from a backup it may not. */
async function knowsLast(client: PostgresClient, { db }: Store): Promise<boolean> {
  const last = db.prepare('SELECT id, token FROM decisions ORDER BY id DESC LIMIT 1').get() as { id: number; token: string } | undefined
  if (last === undefined) return true
  const [known] = await rowsOf<{ token: string }>(client, 'SELECT token FROM muctieu.decisions WHERE id = $1', [last.id])
  return known !== undefined && fromCell(known.token) === last.token
}

/** Whether a copy is of a store of some generation; a new one is from now on. */
function isOf({ db }: Store, { id, generation }: Origin): boolean {
  db.exec('CREATE TABLE IF NOT EXISTS copy_of (id TEXT NOT NULL, generation INTEGER NOT NULL)')
  const known = db.prepare('SELECT id, generation FROM copy_of').get() as Origin | undefined
  if (known !== undefined) return known.id === id && known.generation === generation
  db.prepare('INSERT INTO copy_of (id, generation) VALUES (?, ?)').run(id, generation)
  return true
}
