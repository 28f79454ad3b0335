import type Database from 'better-sqlite3'
import { isComplete } from '../completeness.ts'
import { RUN_SEAL } from '../seals.ts'
import { STATE } from '../views.ts'
import { RUN_SEAL_3 } from './seals-3.ts'

/** Schema 5: runs that are experiments are told from others, and a ruleset becomes current only when it has read everything. */

const COLUMNS = `
-- 1: an experiment, which never becomes the current state.
ALTER TABLE runs ADD COLUMN what_if INTEGER NOT NULL DEFAULT 0 CHECK (what_if IN (0, 1));
-- 1: when it ended, its rules had read everything that the state before it held.
ALTER TABLE runs ADD COLUMN is_complete INTEGER NOT NULL DEFAULT 0 CHECK (is_complete IN (0, 1));
`

interface OldRun {
  readonly id: number
  readonly method: string
}

/** Brings a database of schema 4 to schema 5; runs that left rules out become what-ifs. */
export function tellWhatIfs(db: Database.Database): void {
  // What was altered before stays so: its seal must not fit.
  const whole = db.prepare(`SELECT id FROM runs WHERE seal = (${RUN_SEAL_3})`).pluck().all()
  for (const view of ['articles', 'current_articles', 'live_articles', 'current_method']) db.exec(`DROP VIEW ${view}`)
  db.exec(`${COLUMNS} UPDATE runs SET what_if = 1 WHERE options <> '{}'; ${STATE}`)
  const complete = db.prepare('UPDATE runs SET is_complete = 1 WHERE id = ?')
  const runs = db
    .prepare(
      "SELECT id, ruleset || ' ' || options AS method FROM runs WHERE what_if = 0 AND EXISTS (SELECT 1 FROM run_articles WHERE run = runs.id) ORDER BY id"
    )
    .all() as OldRun[]
  let state: OldRun | undefined
  for (const run of runs) {
    if (state !== undefined && state.method !== run.method && !isComplete(db, run.id, state.id)) continue
    complete.run(run.id)
    state = run
  }
  db.prepare(`UPDATE runs SET seal = ${RUN_SEAL} WHERE id IN (SELECT value FROM json_each(?))`).run(JSON.stringify(whole))
}
