import { hash } from 'node:crypto'
import { damaged } from './errors.ts'
import { EXTRACTION_SEAL_3, READING_SEAL_3, RUN_SEAL_3 } from './migrations/seals-3.ts'
import type { Store } from './open.ts'
import { checkSchema } from './schema.ts'
import { EXTRACTION_SEAL, INPUT_SEAL, METHOD_SEAL, READING_SEAL, RECORDS_SEAL, RECORDS_SEAL_LENGTH, RUN_SEAL, TERM_SEAL } from './seals.ts'
import { prepared } from './statements.ts'

/** The conditions under which rows of a table are as they were stored, as SQL. */
export const WHOLE = {
  inputs: `seal IS ${INPUT_SEAL}`,
  readings: `seal IS ${READING_SEAL}`,
  extractions: `seal IS (${EXTRACTION_SEAL})`,
  // A run that goes on, or was killed, has none yet.
  runs: `(seal IS (${RUN_SEAL}) OR seal IS NULL AND status = 'running')`
}

/** The same in a database of schema 4. */
export const WHOLE_4: typeof WHOLE = {
  ...WHOLE,
  runs: `(seal IS (${RUN_SEAL_3}) OR seal IS NULL AND status = 'running')`
}

/** The same in a database of schema 3. */
export const WHOLE_3: typeof WHOLE = {
  ...WHOLE_4,
  readings: `seal IS ${READING_SEAL_3}`,
  extractions: `seal IS (${EXTRACTION_SEAL_3})`
}

/** Whether a text is the one that its article is called by. */
export function isWholeText(articleId: string, sha256: string, text: string): boolean {
  return hash('sha256', text) === sha256 && sha256.startsWith(articleId) && articleId.length === 16
}

/** Fails with a usage error unless every run, and every method by which something was extracted, is as it was stored. */
export function checkRuns({ db, shown }: Store): void {
  const method = db.prepare(`SELECT id FROM methods WHERE seal IS NOT ${METHOD_SEAL} LIMIT 1`).pluck().get()
  if (method !== undefined) throw damaged(shown, `method ${String(method)} is not as it was stored`)
  const id = db.prepare(`SELECT id FROM runs WHERE NOT ${WHOLE.runs} LIMIT 1`).pluck().get()
  if (id !== undefined) throw damaged(shown, `run ${String(id)} is not as it was stored`)
}

/** Fails with a usage error unless a text is the one that was stored. */
export function checkText({ shown }: Store, articleId: string, sha256: string, text: string): void {
  if (!isWholeText(articleId, sha256, text)) throw damaged(shown, `the text of article ${articleId} is not the one its hash is of`)
}

/** Fails with a usage error unless an extraction is as it was stored; where `records` are all that is read, only they count. */
export function checkExtraction({ db, shown }: Store, extraction: number, part: 'all' | 'records'): void {
  const condition = part === 'all' ? WHOLE.extractions : `substr(seal, 1, ${RECORDS_SEAL_LENGTH}) IS (${RECORDS_SEAL})`
  const isWhole = prepared(db, `SELECT ${condition} FROM extractions WHERE id = ?`).pluck().get(extraction)
  if (isWhole === 1) return
  const article = db.prepare('SELECT article_id FROM extractions WHERE id = ?').pluck().get(extraction)
  throw damaged(shown, `what was extracted from article ${String(article ?? '?')} is not as it was stored`)
}

/**
 * Fails with a usage error unless the file is sound: what SQLite itself can tell (its pages, its indexes), the tables and
 * views that it is made of, and the rows that say what was read and by what. A dataset is made of nothing else but these,
 * texts and extractions.
 */
export function checkStore(store: Store): void {
  const { db, shown } = store
  const [problem] = db.pragma('integrity_check(1)') as { readonly integrity_check: string }[]
  if (problem?.integrity_check !== 'ok') throw damaged(shown, `SQLite finds "${problem?.integrity_check}"`)
  const [strange] = checkSchema(store)
  if (strange !== undefined) throw damaged(shown, strange)
  checkRuns(store)
  for (const table of ['inputs', 'readings'] as const) {
    const id = db.prepare(`SELECT id FROM ${table} WHERE NOT ${WHOLE[table]} LIMIT 1`).pluck().get()
    if (id !== undefined) throw damaged(shown, `row ${String(id)} of ${table} is not as it was stored`)
  }
  const term = db.prepare(`SELECT id FROM terms WHERE seal IS NOT ${TERM_SEAL} LIMIT 1`).pluck().get()
  if (term !== undefined) throw damaged(shown, `term ${String(term)} is not as it was stored`)
  for (const ruleset of db.prepare('SELECT hash FROM rulesets').pluck().all() as string[])
    if (!isWholeRuleset(store, ruleset)) throw damaged(shown, `the parts of ruleset ${ruleset.slice(0, 12)} are not as they were stored`)
}

/** Whether the parts of a ruleset are those that its hash is of; none are known of one that was only named. */
export function isWholeRuleset({ db }: Pick<Store, 'db'>, ruleset: string): boolean {
  const parts = db.prepare('SELECT kind, name, hash FROM ruleset_parts WHERE ruleset = ? ORDER BY kind, name').raw().all(ruleset)
  const lines = (parts as [string, string, string][]).map(part => `${part.join('\t')}\n`)
  return lines.length === 0 || hash('sha256', lines.join('')) === ruleset
}
