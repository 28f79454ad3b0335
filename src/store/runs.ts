import { unreadBy } from './completeness.ts'
import { currentMethod } from './contents.ts'
import type { Store } from './open.ts'
import { RUN_SEAL } from './seals.ts'
import { checkRuns } from './whole.ts'
import type { Method } from './write.ts'

/** A run as it is stored; times in ISO 8601, counts and timings as JSON objects of numbers; yes is 1. */
export interface RunRow {
  readonly id: number
  readonly name: string | null
  readonly status: 'running' | 'done' | 'interrupted'
  readonly ruleset: string
  readonly options: string
  readonly reading_options: string
  readonly code_version: string
  readonly reader: string
  readonly started: string
  readonly finished: string | null
  readonly input_set: string | null
  readonly counts: Readonly<Record<string, number>>
  readonly timings: Readonly<Record<string, number>>
  /** An experiment: it never becomes the current state. */
  readonly what_if: 0 | 1
  /** Its rules had read all that the state before it held: the newest such run makes the state. */
  readonly is_complete: 0 | 1
}

/** What is known of a run when it begins. */
export interface RunStart extends Method {
  readonly name: string | null
  readonly readingOptions: string
  readonly codeVersion: string
  readonly reader: string
  readonly started: string
  readonly isWhatIf: boolean
}

/** What is known of it when it ends. */
export interface RunEnd {
  readonly status: 'done' | 'interrupted'
  readonly finished: string
  readonly inputSet: string
  readonly counts: Readonly<Record<string, number>>
  readonly timings: Readonly<Record<string, number>>
}

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
  const { db } = store
  const insert = db.prepare(
    `INSERT INTO runs (name, status, ruleset, options, reading_options, code_version, reader, started, what_if, is_complete)
     VALUES (?, 'running', ?, ?, ?, ?, ?, ?, ?, ?)`
  )
  const state = currentMethod(store)
  const goesOn = state === null || (state.ruleset === run.ruleset && state.options === run.options)
  const said = [run.name, run.ruleset, run.options, run.readingOptions, run.codeVersion, run.reader, run.started]
  return Number(insert.run(...said, run.isWhatIf ? 1 : 0, goesOn && !run.isWhatIf ? 1 : 0).lastInsertRowid)
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
  })
  work.immediate()
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
