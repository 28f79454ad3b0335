import type { Acknowledgement, StoredPublication } from '../noted.ts'
import { toCell, toJsonCell } from './cells.ts'
import type { Statement } from './statement.ts'
import { REMOVING } from './statements.ts'

// What people change in a store: each change is a list of statements, and happens whole or not at all.

const IS_IT = 'sha256 = $1 AND (bytes > 0 OR name = $2)'

/** Acknowledges a file, or gives it another reason. */
export function acknowledgeStatements({ sha256, name, bytes, reason, acknowledged }: Acknowledgement): Statement[] {
  const put = 'INSERT INTO muctieu.acknowledgements (sha256, name, bytes, reason, acknowledged) VALUES ($1, $2, $3, $4, $5)'
  return [...unacknowledgeStatements({ sha256, name }), { sql: put, values: [sha256, toCell(name), bytes, toCell(reason), acknowledged] }]
}

/** Takes an acknowledgement back. */
export function unacknowledgeStatements({ sha256, name }: Pick<Acknowledgement, 'sha256' | 'name'>): Statement[] {
  return [{ sql: `DELETE FROM muctieu.acknowledgements WHERE ${IS_IT}`, values: [sha256, toCell(name)] }]
}

/** Keeps what was said of an export. */
export function publicationStatements({ license, creators, url }: StoredPublication): Statement[] {
  const sql = `INSERT INTO muctieu.publication (id, license, creators, url) VALUES (1, $1, $2, $3)
    ON CONFLICT (id) DO UPDATE SET license = excluded.license, creators = excluded.creators, url = excluded.url`
  const cell = (text: string | null): string | null => (text === null ? null : toCell(text))
  return [{ sql, values: [cell(license), toJsonCell(JSON.stringify(creators)), cell(url)] }]
}

// Copies of the store are made anew: they hold what is gone.
const NEXT_GENERATION = { sql: 'UPDATE muctieu.store SET generation = generation + 1', values: [] }

/** Deletes texts with everything extracted from them, and leaves tombstones for `buried`: what `removeArticles` does. */
export function removeStatements(buried: readonly string[], articles: readonly string[], reason: string, removed: string): Statement[] {
  const bury = `INSERT INTO muctieu.removals (value, reason, removed) SELECT DISTINCT s.value, $2, $3 FROM unnest($1::text[]) AS s (value)
    ON CONFLICT (value) DO UPDATE SET reason = excluded.reason, removed = excluded.removed`
  const said = 'DELETE FROM muctieu.diagnostics WHERE reading IN (SELECT id FROM muctieu.readings WHERE article_id = ANY($1::text[]))'
  const blank = `UPDATE muctieu.readings SET own_key = '', url = NULL, external_id = NULL, site = NULL, title = NULL, published = NULL, more = ''
    WHERE article_id = ANY($1::text[])`
  return [
    { sql: REMOVING, values: [] },
    { sql: bury, values: [buried.map(toCell), toCell(reason), removed] },
    { sql: 'DELETE FROM muctieu.texts WHERE article_id = ANY($1::text[])', values: [articles] },
    { sql: said, values: [articles] },
    { sql: 'UPDATE muctieu.run_articles SET duplicate_of = NULL WHERE duplicate_of = ANY($1::text[])', values: [articles] },
    { sql: blank, values: [articles] },
    NEXT_GENERATION
  ]
}

/** What a pruning was decided on: it holds only as long as the runs are these. */
export interface KnownRuns {
  readonly all: number
  readonly ended: number
}

/** Deletes runs with what only they hold: what `prune` does. */
export function pruneStatements(runs: readonly number[], known: KnownRuns): Statement[] {
  const orphan = (table: string, condition: string): Statement => ({
    sql: `DELETE FROM muctieu.${table} o WHERE NOT EXISTS (${condition})`,
    values: []
  })
  return [
    { sql: REMOVING, values: [] },
    { sql: 'SELECT 1 FROM muctieu.runs', values: [], touches: known.all },
    { sql: "SELECT 1 FROM muctieu.runs WHERE status <> 'running'", values: [], touches: known.ended },
    { sql: 'DELETE FROM muctieu.runs WHERE id = ANY($1::integer[])', values: [runs], touches: runs.length },
    orphan('extractions', 'SELECT 1 FROM muctieu.run_articles WHERE extraction = o.id'),
    orphan('readings', 'SELECT 1 FROM muctieu.run_readings WHERE reading = o.id'),
    orphan('inputs', 'SELECT 1 FROM muctieu.readings WHERE input = o.id'),
    orphan('texts', 'SELECT 1 FROM muctieu.extractions WHERE article_id = o.article_id'),
    orphan(
      'methods',
      'SELECT 1 FROM muctieu.extractions WHERE method = o.id UNION ALL SELECT 1 FROM muctieu.runs r WHERE r.ruleset = o.ruleset AND r.options = o.options'
    ),
    orphan('rulesets', 'SELECT 1 FROM muctieu.runs WHERE ruleset = o.hash UNION ALL SELECT 1 FROM muctieu.methods WHERE ruleset = o.hash'),
    NEXT_GENERATION
  ]
}

/** Gives the room of what was deleted to what comes next. */
export const VACUUM: Statement = {
  sql: 'VACUUM muctieu.texts, muctieu.readings, muctieu.extractions, muctieu.records, muctieu.rejections, muctieu.diagnostics, muctieu.decisions',
  values: []
}

const INTEGERS: ReadonlySet<string> = new Set(['start', 'end', 'target', 'base_run', 'new_run'])
const JSONS: ReadonlySet<string> = new Set(['before', 'after', 'truth'])

/** Adds decisions, whose ids the copy gave: another process that adds some at the same time gets the same ones and is refused. */
export function decisionStatements(
  columns: readonly string[],
  decisions: readonly { readonly id: number; readonly row: readonly (string | number | null)[]; readonly seal: string }[]
): Statement[] {
  const names = ['id', ...columns, 'seal'].map(name => `"${name}"`).join(', ')
  const values = ['id', ...columns, 'seal'].map((_, i) => `$${i + 1}`).join(', ')
  const cell = (name: string, value: string | number | null): string | number | null =>
    value === null || INTEGERS.has(name) ? value : JSONS.has(name) ? toJsonCell(String(value)) : toCell(String(value))
  const sql = `INSERT INTO muctieu.decisions (${names}) VALUES (${values})`
  return decisions.map(({ id, row, seal }) => ({ sql, values: [id, ...columns.map((name, i) => cell(name, row[i] ?? null)), seal] }))
}
