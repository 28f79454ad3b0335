import type { AnyRecord } from '../model/record.ts'
import type { Store } from './open.ts'
import { unpackerOf } from './unpacker.ts'
import { checkExtraction } from './whole.ts'

/** A part of a stored ruleset. */
export interface StoredPart {
  readonly kind: string
  readonly name: string
  readonly hash: string
}

/** How the current state was made. */
export interface StoredMethod {
  readonly ruleset: string
  readonly options: string
  readonly codeVersion: string
}

/** The record lines of an extraction, as they were printed. */
export function recordsOf(store: Store, extraction: number): AnyRecord[] {
  checkExtraction(store, extraction, 'records')
  const unpacker = unpackerOf(store)
  return unpacker.records(extraction, unpacker.unpacking(extraction))
}

/** The content name of an extraction: equal names, equal records, also in two databases. */
export function identityOf({ db }: Store, extraction: number): string {
  return db.prepare('SELECT identity FROM extractions WHERE id = ?').pluck().get(extraction) as string
}

/** The parts of a ruleset by kind and name; none where the database does not know it. */
export function partsOf({ db }: Store, ruleset: string): StoredPart[] {
  return db.prepare('SELECT kind, name, hash FROM ruleset_parts WHERE ruleset = ? ORDER BY kind, name').all(ruleset) as StoredPart[]
}

/** The ruleset and options of the current state; null where no run holds an article. */
export function currentMethod({ db }: Store): StoredMethod | null {
  const row = db
    .prepare(
      'SELECT m.ruleset, m.options, (SELECT code_version FROM runs r WHERE r.ruleset = m.ruleset ORDER BY id DESC LIMIT 1) AS codeVersion FROM current_method m'
    )
    .get() as StoredMethod | undefined
  return row ?? null
}

/** How the newest run of the current state ended; `done` where there is none. */
export function stateStatus({ db }: Store): 'running' | 'done' | 'interrupted' {
  const status = db.prepare('SELECT status FROM runs WHERE id = (SELECT max(run) FROM current_runs)').pluck().get()
  return (status as 'running' | 'done' | 'interrupted' | undefined) ?? 'done'
}

/** The text of an article; null where the database does not hold it. */
export function textOf({ db }: Store, articleId: string): string | null {
  return (db.prepare('SELECT text FROM texts WHERE article_id = ?').pluck().get(articleId) as string | undefined) ?? null
}
