import type { AnyRecord } from '../model/record.ts'
import type { Store } from './open.ts'
import { type Judge, sealsIn } from './problems.ts'
import { RECORD_COLUMNS, recordRow } from './rows.ts'
import { columnsOf, rowsThatCanBeRead } from './scan.ts'
import {
  DECISION_COLUMNS,
  EXTRACTION_SEAL,
  INPUT_SEAL,
  READING_SEAL,
  RUN_ROW_SEAL,
  RUN_ROW_SEAL_LENGTH,
  RUN_SEAL,
  sealOf
} from './seals.ts'
import { isWholeRuleset, isWholeText, WHOLE } from './whole.ts'

/** What became of a database whose whole rows were taken into a new one. */
export interface Salvaged {
  /** Rows by table: those that are in the new database, and those that could be read but were not whole. */
  readonly tables: Readonly<Record<string, { readonly kept: number; readonly left: number }>>
  /** Articles of which the damaged database still knew, and that the new one does not hold with all that was extracted. */
  readonly missing: readonly { readonly article: string; readonly source: string | null }[]
}

// Owners before what belongs to them.
const TABLES = [
  'rulesets',
  'ruleset_parts',
  'texts',
  'inputs',
  'input_failures',
  'readings',
  'extractions',
  'records',
  'rejections',
  'runs',
  'run_readings',
  'run_articles',
  'diagnostics',
  'removals',
  'decisions'
] as const

/**
 * Takes everything that is whole into a new, empty database: all rows that can be read are copied, then what is not whole
 * goes with all that belongs to it. Rows without a seal (of an older schema) are judged by the contract.
 */
export function salvage(from: Store, into: Store, judge: Judge): Salvaged {
  const { db } = into
  const hasSeals = sealsIn(from)
  db.pragma('foreign_keys = OFF')
  const tables: Record<string, { kept: number; left: number }> = {}
  const work = db.transaction(() => {
    const read = Object.fromEntries(TABLES.map(table => [table, copy(from, into, table, hasSeals)]))
    const known = db.prepare("SELECT DISTINCT article_id, min(source) FROM readings WHERE line <> '' GROUP BY article_id").raw().all()
    dropBroken(into, hasSeals, judge)
    dropOrphans(into)
    reseal(into, hasSeals)
    for (const table of TABLES) {
      const kept = db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number
      tables[table] = { kept, left: Math.max(0, (read[table] ?? 0) - kept) }
    }
    return known as [string, string | null][]
  })
  const known = work.immediate()
  db.pragma('foreign_keys = ON')
  const holds = db.prepare('SELECT 1 FROM run_articles WHERE article_id = ?').pluck()
  const missing = known.filter(([id]) => holds.get(id) === undefined).map(([article, source]) => ({ article, source }))
  db.exec('VACUUM')
  return { tables, missing: missing.toSorted((a, b) => (a.article < b.article ? -1 : 1)) }
}

/** Copies the rows of a table that can be read and stored; gives how many could be read. */
function copy(from: Store, { db }: Store, table: (typeof TABLES)[number], hasSeals: boolean): number {
  const columns = columnsOf(db, table).filter(column => column !== 'seal' || hasSeals)
  // The log of decisions is sealed as it is written, and refuses that anything in it is changed.
  const isSealedHere = table === 'decisions' && !hasSeals
  const names = [...columns, ...(isSealedHere ? ['seal'] : [])].map(column => `"${column}"`)
  const insert = db.prepare(`INSERT OR IGNORE INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
  const keys = new Set<string>()
  for (const row of rowsThatCanBeRead(from.db, table, columns)) {
    keys.add(JSON.stringify(row.slice(0, 3)))
    const at = (name: string): unknown => row[columns.indexOf(name)]
    if (table === 'decisions' && hasSeals && !isWholeDecision(at)) continue
    try {
      insert.run(...row, ...(isSealedHere ? [isBlanked(at) ? null : sealOf(DECISION_COLUMNS.map(at))] : []))
    } catch (error) {
      // A cell of another type, or null where none may be.
      if (!/^SQLITE_(?:CONSTRAINT|MISMATCH)/.test(String((error as NodeJS.ErrnoException).code))) throw error
    }
  }
  return keys.size
}

function isWholeDecision(at: (name: string) => unknown): boolean {
  return at('seal') === null ? isBlanked(at) : at('seal') === sealOf(DECISION_COLUMNS.map(at))
}

function isBlanked(at: (name: string) => unknown): boolean {
  return ['quote', 'subject', 'before', 'after', 'truth', 'note'].every(name => at(name) === null)
}

function dropBroken({ db }: Store, hasSeals: boolean, judge: Judge): void {
  const drop = (table: string, key: string) => db.prepare(`DELETE FROM ${table} WHERE ${key} = ?`)
  const dropText = drop('texts', 'article_id')
  for (const [id, sha256, text] of db.prepare('SELECT article_id, sha256, text FROM texts').raw().all() as [string, string, string][])
    if (!isWholeText(id, sha256, text)) dropText.run(id)
  const dropParts = drop('ruleset_parts', 'ruleset')
  for (const ruleset of db.prepare('SELECT DISTINCT ruleset FROM ruleset_parts').pluck().all() as string[])
    if (!isWholeRuleset({ db }, ruleset)) dropParts.run(ruleset)
  if (hasSeals) {
    db.exec(`DELETE FROM inputs WHERE NOT (${WHOLE.inputs});
      DELETE FROM readings WHERE NOT (${WHOLE.readings});
      DELETE FROM extractions WHERE NOT (${WHOLE.extractions});
      DELETE FROM runs WHERE NOT (substr(seal, 1, ${RUN_ROW_SEAL_LENGTH}) IS (${RUN_ROW_SEAL}) OR seal IS NULL AND status = 'running')`)
  }
  dropUnreadable({ db }, 'records', hasSeals ? () => undefined : judge)
  dropUnreadable({ db }, 'rejections', hasSeals ? () => undefined : judge)
}

/** Takes out extractions with a line that is none by the contract; the columns of the others are made of their lines anew. */
function dropUnreadable({ db }: Pick<Store, 'db'>, table: 'records' | 'rejections', judge: Judge): void {
  const rows = db
    .prepare(
      `SELECT r.rowid, r.extraction, r.line, t.text FROM ${table} r JOIN extractions e ON e.id = r.extraction
       JOIN texts t ON t.article_id = e.article_id`
    )
    .raw()
    .all() as [number, number, string, string][]
  const drop = db.prepare('DELETE FROM extractions WHERE id = ?')
  const renew = db.prepare(`UPDATE records SET ${RECORD_COLUMNS.map(name => `${name} = ?`).join(', ')} WHERE rowid = ?`)
  for (const [rowid, extraction, line, text] of rows) {
    let value: unknown
    try {
      value = JSON.parse(line)
    } catch {}
    if (value === undefined || judge(value, text) !== undefined) drop.run(extraction)
    else if (table === 'records') renew.run(...recordRow(value as AnyRecord), rowid)
  }
}

function dropOrphans({ db }: Store): void {
  db.exec(`DELETE FROM readings WHERE line <> '' AND article_id NOT IN (SELECT article_id FROM texts);
    DELETE FROM texts WHERE article_id NOT IN (SELECT article_id FROM readings);
    DELETE FROM extractions WHERE article_id NOT IN (SELECT article_id FROM texts);
    UPDATE readings SET input = NULL WHERE input NOT IN (SELECT id FROM inputs);
    DELETE FROM records WHERE extraction NOT IN (SELECT id FROM extractions);
    DELETE FROM rejections WHERE extraction NOT IN (SELECT id FROM extractions);
    DELETE FROM input_failures WHERE input NOT IN (SELECT id FROM inputs);
    DELETE FROM run_readings WHERE run NOT IN (SELECT id FROM runs) OR reading NOT IN (SELECT id FROM readings);
    DELETE FROM run_articles WHERE run NOT IN (SELECT id FROM runs) OR reading NOT IN (SELECT id FROM readings)
      OR NOT EXISTS (SELECT 1 FROM extractions e WHERE e.id = run_articles.extraction AND e.article_id = run_articles.article_id);
    UPDATE run_articles SET duplicate_of = NULL WHERE duplicate_of NOT IN (SELECT article_id FROM texts);
    UPDATE run_articles SET superseded_by = NULL WHERE superseded_by NOT IN (SELECT article_id FROM texts);
    DELETE FROM diagnostics WHERE reading NOT IN (SELECT id FROM readings) OR extraction NOT IN (SELECT id FROM extractions)
      OR run NOT IN (SELECT id FROM runs) OR NOT json_valid(line);
    DELETE FROM ruleset_parts WHERE ruleset NOT IN (SELECT hash FROM rulesets);
    INSERT OR IGNORE INTO rulesets SELECT ruleset FROM runs UNION SELECT ruleset FROM extractions;
    DELETE FROM rulesets WHERE hash NOT IN (SELECT ruleset FROM runs UNION SELECT ruleset FROM extractions)`)
}

/** Seals what changed by what was left out; files that it may have come from are read again by the next run. */
function reseal({ db }: Store, hasSeals: boolean): void {
  if (!hasSeals) db.exec(`UPDATE inputs SET seal = ${INPUT_SEAL}; UPDATE extractions SET seal = ${EXTRACTION_SEAL}`)
  db.exec(`UPDATE inputs SET is_complete = 0;
    UPDATE readings SET seal = ${READING_SEAL};
    UPDATE runs SET seal = ${RUN_SEAL} WHERE status <> 'running'`)
}
