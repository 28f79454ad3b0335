import { datasetMembers } from './dataset.ts'
import type { Store } from './open.ts'
import { pruneStatements, VACUUM } from './postgres/changes.ts'

/** What pruning removes, by number. */
export interface Pruning {
  readonly runs: readonly { readonly id: number; readonly name: string | null; readonly started: string }[]
  readonly extractions: number
  readonly records: number
  readonly articles: number
}

/** Which runs are young enough to be kept whatever they hold: so many of the newest, or those begun since a time (ISO 8601). */
export type Keep = { readonly newest: number } | { readonly since: string }

interface Run {
  readonly id: number
  readonly name: string | null
  readonly started: string
  readonly status: string
  readonly isWhatIf: number
}

// `2026-01-02`, `daily-20260102`, `2026-01`, `2026-W05`: a name that no second run will bear says no more than when the run was.
const DATE_NAME = /(?<!\d)(?:19|20)\d\d(?:[-_.]?(?:0[1-9]|1[0-2])(?:[-_.]?(?:0[1-9]|[12]\d|3[01]))?|-?W[0-5]\d)(?!\d)/

/**
 * Removes old runs with what only they hold. Kept are the young ones, the newest of each name that is no date, what the
 * current state is made of, and every run that holds an article which no kept run holds: views and exports stay as they
 * are, and no article leaves the database. Nothing is changed unless `isMeant`.
 */
export function prune(store: Store, keep: Keep, isMeant: boolean): Pruning {
  const { db, behind } = store
  const runs = db.prepare('SELECT id, name, started, status, what_if AS isWhatIf FROM runs ORDER BY id DESC').all() as Run[]
  const kept = new Set([...youngOrNamed(runs, keep), ...stateRuns(store)])
  keepHolders(store, runs, kept)
  const removed = runs.filter(run => !kept.has(run.id)).toReversed()
  const changes = (sql: string): number => db.prepare(sql).run().changes
  const work = db.transaction((): Pruning => {
    for (const { id } of removed) db.prepare('DELETE FROM runs WHERE id = ?').run(id)
    const orphans = 'FROM extractions WHERE id NOT IN (SELECT extraction FROM run_articles)'
    const records = changes(`DELETE FROM records WHERE extraction IN (SELECT id ${orphans})`)
    const extractions = changes(`DELETE ${orphans}`)
    changes('DELETE FROM readings WHERE id NOT IN (SELECT reading FROM run_readings)')
    changes('DELETE FROM inputs WHERE id NOT IN (SELECT input FROM readings WHERE input IS NOT NULL)')
    const articles = changes('DELETE FROM texts WHERE article_id NOT IN (SELECT article_id FROM extractions)')
    changes('DELETE FROM methods WHERE id NOT IN (SELECT method FROM extractions)')
    changes('DELETE FROM rulesets WHERE hash NOT IN (SELECT ruleset FROM runs UNION SELECT ruleset FROM methods)')
    const pruning = { runs: removed.map(({ id, name, started }) => ({ id, name, started })), extractions, records, articles }
    // What would go is what goes: looked at by doing it and taking it back.
    if (!isMeant) throw new Undone(pruning)
    const known = { all: runs.length, ended: runs.filter(run => run.status !== 'running').length }
    behind?.transact(
      pruneStatements(
        removed.map(run => run.id),
        known
      )
    )
    return pruning
  })
  try {
    const pruning = work.immediate()
    db.exec('VACUUM')
    behind?.alone(VACUUM)
    return pruning
  } catch (error) {
    if (error instanceof Undone) return error.pruning
    throw error
  }
}

function youngOrNamed(runs: readonly Run[], keep: Keep): number[] {
  const names = new Set<string>()
  return runs.flatMap(({ id, name, started }, i) => {
    const isNamed = name !== null && !DATE_NAME.test(name) && !names.has(name)
    if (name !== null) names.add(name)
    const isYoung = 'newest' in keep ? i < keep.newest : started >= keep.since
    return isYoung || isNamed ? [id] : []
  })
}

/** The runs by which the current state is what it is: which ruleset it is of, which readings count, which text is the newest. */
function stateRuns(store: Store): number[] {
  const readings = datasetMembers(store, 'current', true).flatMap(member => member.readings)
  const newest = `SELECT max(r.run) FROM run_readings r JOIN readings d ON d.id = r.reading WHERE r.run IN (SELECT run FROM current_runs)`
  return store.db
    .prepare(
      `SELECT max(c.run) FROM current_runs c JOIN runs r ON r.id = c.run WHERE r.is_complete = 1
       UNION ${newest} AND d.id IN (SELECT value FROM json_each(?)) GROUP BY d.id
       UNION ${newest} AND d.key NOT GLOB 'source:*' GROUP BY d.key`
    )
    .pluck()
    .all(JSON.stringify(readings)) as number[]
}

/** Keeps runs that hold an article which none that is kept holds; what an experiment holds counts for experiments alone. */
function keepHolders({ db }: Store, runs: readonly Run[], kept: Set<number>): void {
  const holdsMore = db
    .prepare(
      `SELECT 1 FROM run_articles a WHERE a.run = ? AND NOT EXISTS
       (SELECT 1 FROM run_articles b WHERE b.article_id = a.article_id AND b.run IN (SELECT value FROM json_each(?))) LIMIT 1`
    )
    .pluck()
  for (const { id, isWhatIf } of runs) {
    if (kept.has(id)) continue
    const others = runs.filter(run => kept.has(run.id) && (isWhatIf === 1 || run.isWhatIf === 0)).map(run => run.id)
    if (holdsMore.get(id, JSON.stringify(others)) !== undefined) kept.add(id)
  }
}

class Undone extends Error {
  readonly pruning: Pruning
  constructor(pruning: Pruning) {
    super('undone')
    this.pruning = pruning
  }
}
