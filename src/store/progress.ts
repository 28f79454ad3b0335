import type { Store } from './open.ts'

/** How far a run is. */
export interface RunProgress {
  readonly run: number
  readonly name: string | null
  readonly status: 'running' | 'done' | 'interrupted'
  /** In ISO 8601. */
  readonly started: string
  /** Articles of the run that are committed. */
  readonly articles: number
  /** What gave no article. */
  readonly failures: number
  /** Work behind, and all of it, in one measure; null where nobody knows how much there is. */
  readonly behind: number
  readonly all: number | null
  /** Those who work at it, where there are several; null for a run of one program. */
  readonly workers: readonly { readonly name: string; readonly says: string | null }[] | null
}

/** How a run notes how far it is, in the place where its timings will stand. */
export interface NotedProgress {
  readonly behind: number
  readonly all: number
}

/** Notes how far a run is, for who looks on. */
export function noteProgress({ db, behind }: Store, run: number, progress: NotedProgress): void {
  const noted = JSON.stringify(progress)
  db.prepare("UPDATE runs SET timings = ? WHERE id = ? AND status = 'running'").run(noted, run)
  behind?.transact([{ sql: "UPDATE muctieu.runs SET timings = $1 WHERE id = $2 AND status = 'running'", values: [noted, run] }])
}

/** The run that a look is for: the one that is named, else the newest that goes on, else the newest; undefined where there is none. */
export function runToWatch({ db }: Store, named: number | undefined): number | undefined {
  const newest = db.prepare("SELECT id FROM runs WHERE coalesce(id = ?, 1) ORDER BY status = 'running' DESC, id DESC LIMIT 1")
  return newest.pluck().get(named ?? null) as number | undefined
}

/** How far a run of a database is. */
export function progressOf({ db }: Store, run: number): RunProgress {
  const row = db
    .prepare(
      `SELECT id AS run, name, status, started, timings,
         (SELECT count(*) FROM run_articles WHERE run = runs.id) AS articles,
         (SELECT count(*) FROM diagnostics WHERE run = runs.id AND severity = 'error') AS failures
       FROM runs WHERE id = ?`
    )
    .get(run) as Omit<RunProgress, 'behind' | 'all' | 'workers'> & { timings: string }
  return { ...asNoted(row), workers: null }
}

/** A row with its timings, as far as they are a noted progress. */
export function asNoted<Row extends { readonly timings: string }>(row: Row): Omit<Row, 'timings'> & { behind: number; all: number | null } {
  const { timings, ...rest } = row
  const { behind = 0, all = null } = JSON.parse(timings) as Partial<NotedProgress>
  return { ...rest, behind, all }
}
