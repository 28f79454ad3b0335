import type { SentRow, SentRows } from './rows.ts'
import { type SentColumn, type Statement, sentRows, sentValues } from './statement.ts'

/** SQL for what the smallest of an article's readings is told by, of readings `d`: earliest day, then url, id, source. */
export const RANK = `CASE d.more WHEN '' THEN '' ELSE coalesce(d.published, '9999') || E'\\t' ||
  CASE WHEN d.key LIKE 'url:%' THEN '0' WHEN d.key LIKE 'id:%' THEN '1' ELSE '2' END || E'\\t' || d.key || E'\\t' || d.source || E'\\t' ||
  coalesce(d.title, '') || E'\\t' || d.identity END COLLATE "C"`

// Any number that no other program is likely to lock, in a space of its own.
const LOCK = '(1835234409, 2)'
/** Held to the end of a transaction that writes articles: together with others, but not while something is removed or pruned. */
const WRITING = `SELECT pg_advisory_xact_lock_shared${LOCK}`
/** Held to the end of a transaction that removes or prunes, and by it alone. */
export const REMOVING = `SELECT pg_advisory_xact_lock${LOCK}`

const texts = (...names: readonly string[]): SentColumn[] => names.map(name => [name, 'text'])
const integers = (...names: readonly string[]): SentColumn[] => names.map(name => [name, 'integer'])
const jsons = (...names: readonly string[]): SentColumn[] => names.map(name => [name, 'json'])
const bytes = (name: string): SentColumn => [name, 'bytea']
const bigint = (name: string): SentColumn => [name, 'bigint']

const INPUT = texts('sha256', 'source', 'reader', 'options')
const INPUTS = [...INPUT, bigint('bytes')]
const TEXTS = texts('article_id', 'sha256', 'language', 'text')
const NAMED = [...texts('identity', 'article_id', 'published', 'title'), bigint('title_is_text')]
const LISTS = [...texts('terms'), ...jsons('mentions'), bytes('mention_ids'), ...jsons('quotes'), bytes('sentences')]
const EXTRACTIONS = [...NAMED, ...LISTS, ...texts('records_seal', 'rest_seal')]
const PLACE = [...integers('start', '"end"'), ...texts('quote')]
const RECORDS = [...integers('ordinal'), bytes('id'), ...texts('kind'), ...PLACE, ...jsons('facts', 'evidence', 'rules')]
const REASON = [...texts('reason', 'rule', 'message'), ...jsons('line')]
const REJECTIONS = [...integers('ordinal'), bytes('id'), ...texts('record_kind'), ...PLACE, ...REASON]
const DIAGNOSTICS = [...integers('ordinal'), ...texts('code', 'severity'), ...jsons('line')]
const READING = texts('identity', 'article_id', 'source', 'own_key', 'url', 'external_id', 'site', 'title', 'published')
const READINGS = [...READING, bigint('title_is_text'), ...texts('more')]
const FROM = texts('input_sha256', 'input_source', 'input_reader', 'input_options')
const OWNER: SentColumn = ['owner', 'text']

/** SQL for inputs `i` that are those which rows `s` name. */
export const SAME_INPUT = INPUT.map(([name]) => `i.${name} = s.${name}`).join(' AND ')
const FROM_INPUT = INPUT.map(([name]) => `i.${name} = s.input_${name}`).join(' AND ')

/**
 * The statements that write rows of a run. Each writes what is not there yet; rows that others may write at the same time
 * come in the order of their keys, so that of two transactions one waits for the other and never each for each.
 */
export function statementsOf(run: number, rows: SentRows): Statement[] {
  return [
    { sql: WRITING, values: [] },
    inserting('inputs', INPUTS, byKey(rows.inputs, 4)),
    inserting('texts', TEXTS, byKey(rows.texts, 1)),
    extractions(run, byKey(rows.extractions, 1)),
    owned('records', 'extraction', RECORDS, rows.records),
    owned('rejections', 'extraction', REJECTIONS, rows.rejections),
    owned('diagnostics', 'extraction', DIAGNOSTICS, rows.extractionDiagnostics),
    readings(byKey(rows.readings, 1)),
    owned('diagnostics', 'reading', DIAGNOSTICS, rows.readingDiagnostics),
    ...members(run, byKey(rows.members, 2)),
    superseded(run, byKey(rows.superseded, 1)),
    runDiagnostics(run, rows.runDiagnostics)
  ].flatMap(statement => statement ?? [])
}

const listOf = (columns: readonly SentColumn[], prefix = ''): string => columns.map(([name]) => prefix + name).join(', ')

function inserting(table: string, columns: readonly SentColumn[], rows: readonly SentRow[]): Statement | undefined {
  if (rows.length === 0) return undefined
  const sql = `INSERT INTO muctieu.${table} (${listOf(columns)}) SELECT ${listOf(columns, 's.')} FROM ${sentRows('s', columns)}
    ORDER BY s.sent_as ON CONFLICT DO NOTHING`
  return { sql, values: sentValues(columns, rows) }
}

function extractions(run: number, rows: readonly SentRow[]): Statement | undefined {
  if (rows.length === 0) return undefined
  const sql = `INSERT INTO muctieu.extractions (method, ${listOf(EXTRACTIONS)}) SELECT m.id, ${listOf(EXTRACTIONS, 's.')}
    FROM ${sentRows('s', EXTRACTIONS, 2)} CROSS JOIN muctieu.runs q JOIN muctieu.methods m ON m.ruleset = q.ruleset AND m.options = q.options
    WHERE q.id = $1::integer ORDER BY s.sent_as ON CONFLICT DO NOTHING`
  return { sql, values: [run, ...sentValues(EXTRACTIONS, rows)] }
}

/** Rows that belong to an extraction or a reading, which is named by what decides it. */
function owned(
  table: string,
  owner: 'extraction' | 'reading',
  columns: readonly SentColumn[],
  rows: readonly SentRow[]
): Statement | undefined {
  if (rows.length === 0) return undefined
  const sent = [OWNER, ...columns]
  const sql = `INSERT INTO muctieu.${table} (${owner}, ${listOf(columns)}) SELECT o.id, ${listOf(columns, 's.')}
    FROM ${sentRows('s', sent)} JOIN muctieu.${owner}s o ON o.identity = s.owner ORDER BY s.sent_as ON CONFLICT DO NOTHING`
  return { sql, values: sentValues(sent, rows) }
}

/** Readings; one that came from a stream before and from a file now is of that file. */
function readings(rows: readonly SentRow[]): Statement | undefined {
  if (rows.length === 0) return undefined
  const sent = [...READINGS, ...FROM]
  const sql = `INSERT INTO muctieu.readings AS known (input, ${listOf(READINGS)}) SELECT i.id, ${listOf(READINGS, 's.')}
    FROM ${sentRows('s', sent)} LEFT JOIN muctieu.inputs i ON ${FROM_INPUT} ORDER BY s.sent_as
    ON CONFLICT (identity) DO UPDATE SET input = excluded.input WHERE known.input IS NULL AND excluded.input IS NOT NULL`
  return { sql, values: sentValues(sent, rows) }
}

const MEMBERS = texts('article_id', 'reading', 'extraction')

/** Which readings a run has seen; the best of an article's names it. */
function members(run: number, rows: readonly SentRow[]): (Statement | undefined)[] {
  if (rows.length === 0) return []
  const values = [run, ...sentValues(MEMBERS, rows)]
  const from = `${sentRows('s', MEMBERS, 2)} JOIN muctieu.readings d ON d.identity = s.reading`
  const seen = `INSERT INTO muctieu.run_readings (run, reading) SELECT $1::integer, d.id FROM ${from}
    ORDER BY d.id ON CONFLICT DO NOTHING`
  const rank = (reading: string): string => `(SELECT ${RANK} FROM muctieu.readings d WHERE d.id = ${reading})`
  const holds = `INSERT INTO muctieu.run_articles AS held (run, article_id, reading, extraction)
    SELECT DISTINCT ON (s.article_id) $1::integer, s.article_id, d.id, x.id
    FROM ${from} JOIN muctieu.extractions x ON x.identity = s.extraction ORDER BY s.article_id, ${RANK}
    ON CONFLICT (run, article_id) DO UPDATE SET reading = excluded.reading, extraction = excluded.extraction
    WHERE ${rank('excluded.reading')} < ${rank('held.reading')}`
  // None may be missing without a word: what was known of an article may have been pruned a moment ago.
  const there = (table: string, names: readonly unknown[]): Statement => {
    const distinct = [...new Set(names)]
    return { sql: `SELECT 1 FROM muctieu.${table} WHERE identity = ANY($1::text[])`, values: [distinct], touches: distinct.length }
  }
  const named = [
    there(
      'readings',
      rows.map(([, reading]) => reading)
    ),
    there(
      'extractions',
      rows.map(([, , extraction]) => extraction)
    )
  ]
  return [...named, ...[seen, holds].map(sql => ({ sql, values }))]
}

function superseded(run: number, rows: readonly SentRow[]): Statement | undefined {
  if (rows.length === 0) return undefined
  const sent = texts('article_id', 'superseded_by')
  const sql = `UPDATE muctieu.run_articles a SET superseded_by = s.superseded_by FROM ${sentRows('s', sent, 2)}
    WHERE a.run = $1::integer AND a.article_id = s.article_id`
  return { sql, values: [run, ...sentValues(sent, rows)] }
}

function runDiagnostics(run: number, rows: readonly SentRow[]): Statement | undefined {
  if (rows.length === 0) return undefined
  const sent = [...texts('code', 'severity'), ...jsons('line')]
  const sql = `INSERT INTO muctieu.diagnostics (run, ${listOf(sent)}) SELECT $1::integer, ${listOf(sent, 's.')}
    FROM ${sentRows('s', sent, 2)} ORDER BY s.sent_as`
  return { sql, values: [run, ...sentValues(sent, rows)] }
}

/** Rows without those whose first cells were there already, by these cells. */
function byKey(rows: readonly SentRow[], length: number): SentRow[] {
  const keyed = new Map(rows.map(row => [JSON.stringify(row.slice(0, length)), row]))
  return [...keyed].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, row]) => row)
}
