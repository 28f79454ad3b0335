import type { Store } from './open.ts'
import { RUN_SEAL } from './seals.ts'
import { checkRuns } from './whole.ts'
import type { Method } from './write.ts'

/** A run as it is stored; times in ISO 8601, counts and timings as JSON objects of numbers. */
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
}

/** What is known of a run when it begins. */
export interface RunStart extends Method {
  readonly name: string | null
  readonly readingOptions: string
  readonly codeVersion: string
  readonly reader: string
  readonly started: string
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

/** Begins a run and gives its id. */
export function beginRun({ db }: Store, run: RunStart): number {
  const insert = db.prepare(
    `INSERT INTO runs (name, status, ruleset, options, reading_options, code_version, reader, started) VALUES (?, 'running', ?, ?, ?, ?, ?, ?)`
  )
  return Number(
    insert.run(run.name, run.ruleset, run.options, run.readingOptions, run.codeVersion, run.reader, run.started).lastInsertRowid
  )
}

/** Ends a run. */
export function endRun({ db }: Store, run: number, end: RunEnd): void {
  db.prepare('UPDATE runs SET status = ?, finished = ?, input_set = ?, counts = ?, timings = ? WHERE id = ?').run(
    end.status,
    end.finished,
    end.inputSet,
    JSON.stringify(end.counts),
    JSON.stringify(end.timings),
    run
  )
  db.prepare(`UPDATE runs SET seal = ${RUN_SEAL} WHERE id = ?`).run(run)
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
