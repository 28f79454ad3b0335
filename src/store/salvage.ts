import type { AnyRecord } from '../model/record.ts'
import { RECORD_COLUMNS_3, recordRow3 } from './migrations/rows-3.ts'
import { EXTRACTION_SEAL_3, READING_SEAL_3, RUN_ROW_SEAL_3, RUN_SEAL_3 } from './migrations/seals-3.ts'
import { LINES_SCHEMA, PACKED_SCHEMA, SCHEMA_VERSION, type Store } from './open.ts'
import { isPackedIn, type Judge, sealsIn, tellsWhatIfs, wholeIn } from './problems.ts'
import { columnsOf, rowsThatCanBeRead } from './scan.ts'
import {
  DECISION_COLUMNS,
  INPUT_SEAL,
  METHOD_SEAL,
  READING_SEAL,
  RUN_ROW_SEAL,
  RUN_ROW_SEAL_LENGTH,
  RUN_SEAL,
  sealOf,
  TERM_SEAL
} from './seals.ts'
import { isWholeRuleset, isWholeText } from './whole.ts'

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
  'methods',
  'terms',
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
  'decisions',
  'acknowledgements',
  'publication'
] as const
/** Those that schema 3 has not. */
const PACKED: readonly string[] = ['methods', 'terms', 'acknowledgements', 'publication']

/** The schema of the new database that a damaged one is saved into: what is older is brought up to date when it is whole. */
export function salvageSchema(from: Store): number {
  return tellsWhatIfs(from) ? SCHEMA_VERSION : isPackedIn(from) ? PACKED_SCHEMA : LINES_SCHEMA
}

/**
 * Takes everything that is whole into a new, empty database of the `salvageSchema`: all rows that can be read are copied, then what is not whole
 * goes with all that belongs to it. Rows without a seal (of an older schema) are judged by the contract.
 */
export function salvage(from: Store, into: Store, judge: Judge): Salvaged {
  const { db } = into
  const hasSeals = sealsIn(from)
  const isPacked = isPackedIn(into)
  const names = TABLES.filter(table => (isPacked || !PACKED.includes(table)) && columnsOf(from.db, table).length > 0)
  db.pragma('foreign_keys = OFF')
  const tables: Record<string, { kept: number; left: number }> = {}
  const work = db.transaction(() => {
    const read = Object.fromEntries(names.map(table => [table, copy(from, into, table, hasSeals)]))
    const known = db
      .prepare(`SELECT DISTINCT article_id, min(source) FROM readings WHERE ${isPacked ? 'more' : 'line'} <> '' GROUP BY article_id`)
      .raw()
      .all()
    dropBroken(into, hasSeals)
    if (isPacked) dropUnnamed(into)
    else dropUnreadable(into, hasSeals ? () => undefined : judge)
    dropOrphans(into, isPacked)
    reseal(into, hasSeals, isPacked)
    for (const table of names) {
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

function dropBroken(into: Store, hasSeals: boolean): void {
  const { db } = into
  const whole = wholeIn(into)
  const rowSeal = tellsWhatIfs(into) ? RUN_ROW_SEAL : RUN_ROW_SEAL_3
  const drop = (table: string, key: string) => db.prepare(`DELETE FROM ${table} WHERE ${key} = ?`)
  const dropText = drop('texts', 'article_id')
  for (const [id, sha256, text] of db.prepare('SELECT article_id, sha256, text FROM texts').raw().all() as [string, string, string][])
    if (!isWholeText(id, sha256, text)) dropText.run(id)
  const dropParts = drop('ruleset_parts', 'ruleset')
  for (const ruleset of db.prepare('SELECT DISTINCT ruleset FROM ruleset_parts').pluck().all() as string[])
    if (!isWholeRuleset({ db }, ruleset)) dropParts.run(ruleset)
  if (hasSeals) {
    db.exec(`DELETE FROM inputs WHERE NOT (${whole.inputs});
      DELETE FROM readings WHERE NOT (${whole.readings});
      DELETE FROM extractions WHERE NOT (${whole.extractions});
      DELETE FROM runs WHERE NOT (substr(seal, 1, ${RUN_ROW_SEAL_LENGTH}) IS (${rowSeal}) OR seal IS NULL AND status = 'running')`)
  }
}

/** Takes out extractions whose rows name a term that is gone. */
function dropUnnamed({ db }: Store): void {
  db.exec(`DELETE FROM terms WHERE seal IS NOT ${TERM_SEAL};
    DELETE FROM extractions WHERE EXISTS (SELECT 1 FROM json_each(extractions.terms) n WHERE n.value NOT IN (SELECT id FROM terms))`)
}

function dropUnreadable(into: Store, judge: Judge): void {
  const drop = into.db.prepare('DELETE FROM extractions WHERE id = ?')
  const rows = into.db.prepare('SELECT id, mentions, text FROM extractions JOIN texts USING (article_id)').raw().all()
  for (const [id, mentions, text] of rows as [number, string, string][]) if (!areQuoted(mentions, text)) drop.run(id)
  dropUnreadableLines(into, 'records', judge)
  dropUnreadableLines(into, 'rejections', judge)
}

function areQuoted(mentions: string, text: string): boolean {
  try {
    const rows = JSON.parse(mentions) as [string, string, number, number, string][]
    return rows.every(([, , start, end, quote]) => text.slice(start, end) === quote)
  } catch {
    return false
  }
}

/** Takes out extractions with a line that is none by the contract; the columns of the others are made of their lines anew. */
function dropUnreadableLines({ db }: Store, table: 'records' | 'rejections', judge: Judge): void {
  const rows = db
    .prepare(
      `SELECT r.rowid, r.extraction, r.line, t.text FROM ${table} r JOIN extractions e ON e.id = r.extraction
       JOIN texts t ON t.article_id = e.article_id`
    )
    .raw()
    .all() as [number, number, string, string][]
  const drop = db.prepare('DELETE FROM extractions WHERE id = ?')
  const renew = db.prepare(`UPDATE records SET ${RECORD_COLUMNS_3.map(name => `${name} = ?`).join(', ')} WHERE rowid = ?`)
  for (const [rowid, extraction, line, text] of rows) {
    let value: unknown
    try {
      value = JSON.parse(line)
    } catch {}
    if (value === undefined || judge(value, text) !== undefined) drop.run(extraction)
    else if (table === 'records') renew.run(...recordRow3(value as AnyRecord), rowid)
  }
}

function dropOrphans({ db }: Store, isPacked: boolean): void {
  const methods = isPacked ? 'methods' : 'extractions'
  db.exec(`DELETE FROM readings WHERE ${isPacked ? 'more' : 'line'} <> '' AND article_id NOT IN (SELECT article_id FROM texts);
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
    ${isPacked ? 'DELETE FROM methods WHERE id NOT IN (SELECT method FROM extractions);' : ''}
    DELETE FROM ruleset_parts WHERE ruleset NOT IN (SELECT hash FROM rulesets);
    INSERT OR IGNORE INTO rulesets SELECT ruleset FROM runs UNION SELECT ruleset FROM ${methods};
    DELETE FROM rulesets WHERE hash NOT IN (SELECT ruleset FROM runs UNION SELECT ruleset FROM ${methods})`)
}

/** Seals what changed by what was left out; files that it may have come from are read again by the next run. */
function reseal(into: Store, hasSeals: boolean, isPacked: boolean): void {
  const { db } = into
  // What is packed has seals.
  if (!hasSeals) db.exec(`UPDATE inputs SET seal = ${INPUT_SEAL}; UPDATE extractions SET seal = ${EXTRACTION_SEAL_3}`)
  // What was extracted by a method that was altered is gone.
  if (isPacked) db.exec(`UPDATE methods SET seal = ${METHOD_SEAL}`)
  db.exec(`UPDATE inputs SET is_complete = 0;
    UPDATE readings SET seal = ${isPacked ? READING_SEAL : READING_SEAL_3};
    UPDATE runs SET seal = ${tellsWhatIfs(into) ? RUN_SEAL : RUN_SEAL_3} WHERE status <> 'running'`)
}
