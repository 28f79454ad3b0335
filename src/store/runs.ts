import { unreadBy } from './completeness.ts'
import { currentMethod, partsOf } from './contents.ts'
import type { Store } from './open.ts'
import { beginStatement, endStatements, rulesetStatements } from './postgres/runs.ts'
import type { RunEnd, RunRow, RunStart } from './run-row.ts'
import { RUN_SEAL } from './seals.ts'
import { checkRuns } from './whole.ts'

export type { RunEnd, RunRow, RunStart } from './run-row.ts'

/** Stores the parts of a ruleset, once. */
export function putRuleset(
  { db }: Store,
  hash: string,
  parts: readonly { readonly kind: string; readonly name: string; readonly hash: string }[]
): void {
  if (db.prepare('INSERT OR IGNORE INTO rulesets (hash) VALUES (?)').run(hash).changes === 0) return
  const insert = db.prepare('INSERT INTO ruleset_parts (ruleset, kind, name, hash) VALUES (?, ?, ?, ?)')
  for (const part of parts) insert.run(hash, part.kind, part.name, part.hash)
}

/** Begins a run and gives its id. One that goes on with the ruleset of the state, or is the first, shows what it reads at once. */
export function beginRun(store: Store, run: RunStart): number {
  const insert = store.db.prepare(
    `INSERT INTO runs (id, name, status, ruleset, options, reading_options, code_version, reader, started, what_if, is_complete)
     VALUES (?, ?, 'running', ?, ?, ?, ?, ?, ?, ?, ?)`
  )
  const { id, isComplete } = store.behind === undefined ? begunHere(store, run) : begunBehind(store, run)
  const said = [run.name, run.ruleset, run.options, run.readingOptions, run.codeVersion, run.reader, run.started]
  return Number(insert.run(id, ...said, run.isWhatIf ? 1 : 0, isComplete ? 1 : 0).lastInsertRowid)
}

interface Begun {
  /** Null where SQLite gives one. */
  readonly id: number | null
  readonly isComplete: boolean
}

function begunHere(store: Store, { ruleset, options, isWhatIf }: RunStart): Begun {
  const state = currentMethod(store)
  const goesOn = state === null || (state.ruleset === ruleset && state.options === options)
  return { id: null, isComplete: goesOn && !isWhatIf }
}

function begunBehind(store: Store, run: RunStart): Begun {
  const answers = store.behind?.transact([...rulesetStatements(run, partsOf(store, run.ruleset)), beginStatement(run)])
  const [row] = (answers?.at(-1)?.rows ?? []) as readonly { readonly id: number; readonly is_complete: number }[]
  if (row === undefined) throw new Error('A run that was begun has no id.')
  return { id: row.id, isComplete: row.is_complete === 1 }
}

/** Ends a run. Where its rules have read by now all that the state holds, the state is theirs from here on. */
export function endRun(store: Store, run: number, end: RunEnd): void {
  const { db } = store
  const set = db.prepare('UPDATE runs SET status = ?, finished = ?, input_set = ?, counts = ?, timings = ? WHERE id = ?')
  const complete = db.prepare('UPDATE runs SET is_complete = 1 WHERE id = ?')
  const seal = db.prepare(`UPDATE runs SET seal = ${RUN_SEAL} WHERE id = ?`)
  const work = db.transaction(() => {
    set.run(end.status, end.finished, end.inputSet, JSON.stringify(end.counts), JSON.stringify(end.timings), run)
    if (takesOver(store, run)) complete.run(run)
    seal.run(run)
    endBehind(store, run, end)
  })
  work.immediate()
}

function endBehind({ db, behind }: Store, run: number, end: RunEnd): void {
  if (behind === undefined) return
  const isComplete = db.prepare('SELECT is_complete FROM runs WHERE id = ?').pluck().get(run) === 1
  const decided = db
    .prepare(
      'SELECT article_id, duplicate_of, superseded_by FROM run_articles WHERE run = ? AND coalesce(duplicate_of, superseded_by) IS NOT NULL'
    )
    .raw()
    .all(run) as [string, string | null, string | null][]
  behind.transact(endStatements(run, end, isComplete, decided))
}

function takesOver({ db }: Store, run: number): boolean {
  const isSettled = db.prepare('SELECT 1 FROM runs WHERE id = ? AND (what_if = 1 OR is_complete = 1)').pluck().get(run) === 1
  if (isSettled) return false
  const state = db.prepare('SELECT max(run) FROM current_runs').pluck().get() as number | null
  return state !== null && unreadBy(db, run, state) === 0
}

/** All runs, oldest first. */
export function listRuns(store: Store): RunRow[] {
  checkRuns(store)
  const rows = store.db.prepare('SELECT * FROM runs ORDER BY id').all() as (RunRow & { counts: string; timings: string; seal: unknown })[]
  return rows.map(({ seal: _, ...row }) => ({
    ...row,
    counts: JSON.parse(row.counts) as Record<string, number>,
    timings: JSON.parse(row.timings) as Record<string, number>
  }))
}
