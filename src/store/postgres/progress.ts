import { asNoted, type RunProgress } from '../progress.ts'
import { fromCell } from './cells.ts'
import { type PostgresClient, rowsOf } from './client.ts'
import { shardProgress } from './shards.ts'
import { livingWorkers } from './workers.ts'

/** The run that a look is for: the one that is named, else the newest that goes on, else the newest; undefined where there is none. */
export async function postgresRunToWatch(client: PostgresClient, named: number | undefined): Promise<number | undefined> {
  const sql = `SELECT id FROM muctieu.runs WHERE $1::integer IS NULL OR id = $1 ORDER BY (status = 'running') DESC, id DESC LIMIT 1`
  const [row] = await rowsOf<{ id: number }>(client, sql, [named ?? null])
  return row?.id
}

/** How far a run of a store is, whether one program does it or many. */
export async function postgresProgressOf(client: PostgresClient, run: number): Promise<RunProgress> {
  const [row] = await rowsOf<Omit<RunProgress, 'behind' | 'all' | 'workers'> & { timings: string; kind: string | null }>(
    client,
    `SELECT r.id AS run, r.name, r.status, r.started, r.timings, p.kind,
       (SELECT count(*)::integer FROM muctieu.run_articles a WHERE a.run = r.id) AS articles,
       (SELECT count(*)::integer FROM muctieu.diagnostics d WHERE d.run = r.id AND d.severity = 'error')
         + (SELECT coalesce(sum((s.counts ->> 'failed')::integer), 0)::integer FROM muctieu.shards s WHERE s.run = r.id AND r.status = 'running') AS failures
     FROM muctieu.runs r LEFT JOIN muctieu.plans p ON p.run = r.id WHERE r.id = $1`,
    [run]
  )
  if (row === undefined) throw new Error(`There is no run ${run} any more.`)
  const { kind, ...noted } = asNoted({ ...row, name: row.name === null ? null : fromCell(row.name) })
  if (kind === null) return { ...noted, workers: null }
  const { articles, settledArticles } = await shardProgress(client, run)
  const workers = (await livingWorkers(client)).filter(worker => worker.kind === kind || worker.says !== null)
  return { ...noted, behind: settledArticles, all: articles, workers: workers.map(({ name, says }) => ({ name, says })) }
}
