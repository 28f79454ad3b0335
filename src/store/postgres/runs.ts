import type { Diagnostic } from '../../model/diagnostic.ts'
import type { StoredPart } from '../contents.ts'
import type { InputKey } from '../reading.ts'
import type { RunEnd, RunStart } from '../run-row.ts'
import { fromCell, toCell, toJsonCell } from './cells.ts'
import { execute, type PostgresClient, rowsOf } from './client.ts'
import { inputCells } from './rows.ts'
import { type SentColumn, type Statement, sentRows, sentValues } from './statement.ts'
import { SAME_INPUT } from './statements.ts'

/** The statements that store the parts of a ruleset and the method of a run, once. */
export function rulesetStatements({ ruleset, options }: Pick<RunStart, 'ruleset' | 'options'>, parts: readonly StoredPart[]): Statement[] {
  const columns: SentColumn[] = ['kind', 'name', 'hash'].map(name => [name, 'text'])
  const cells = parts.map(({ kind, name, hash }) => [kind, name, hash])
  const put = `INSERT INTO muctieu.ruleset_parts (ruleset, kind, name, hash) SELECT $1, s.kind, s.name, s.hash FROM ${sentRows('s', columns, 2)}
    ORDER BY s.sent_as ON CONFLICT DO NOTHING`
  return [
    { sql: 'INSERT INTO muctieu.rulesets (hash) VALUES ($1) ON CONFLICT DO NOTHING', values: [ruleset] },
    { sql: put, values: [ruleset, ...sentValues(columns, cells)] },
    { sql: 'INSERT INTO muctieu.methods (ruleset, options) VALUES ($1, $2) ON CONFLICT DO NOTHING', values: [ruleset, options] }
  ]
}

/** The statement that begins a run and returns its `id`: one that goes on with the method of the state, or is the first, is complete. */
export function beginStatement(run: RunStart): Statement {
  const { name, ruleset, options, readingOptions, codeVersion, reader, started, isWhatIf } = run
  const sql = `INSERT INTO muctieu.runs (name, status, ruleset, options, reading_options, code_version, reader, started, what_if, is_complete)
    SELECT $1, 'running', $2::text, $3::text, $4, $5, $6, $7, $8::integer, CASE WHEN $8::integer = 0 AND NOT EXISTS
      (SELECT 1 FROM muctieu.current_method WHERE (ruleset, options) <> ($2::text, $3::text)) THEN 1 ELSE 0 END
    RETURNING id, is_complete`
  const shown = name === null ? null : toCell(name)
  return { sql, values: [shown, ruleset, options, toCell(readingOptions), codeVersion, reader, started, isWhatIf ? 1 : 0] }
}

/**
 * Begins a run and gives its id, by a client inside a transaction or not. Articles are written into it by `writeArticles`; what
 * only the whole of it can tell (newer versions, near-duplicates, whether its rules take over) is decided when it ends, on a
 * copy of the store (`openDatabase`): `finishRun` and `endRun`, as for a local run.
 */
export async function beginPostgresRun(client: PostgresClient, run: RunStart, parts: readonly StoredPart[]): Promise<number> {
  await execute(client, rulesetStatements(run, parts))
  const { sql, values } = beginStatement(run)
  const [row] = await rowsOf<{ id: number }>(client, sql, values)
  if (row === undefined) throw new Error('A run that was begun has no id.')
  return row.id
}

/** The statements that end a run, with what was decided of its articles. */
export function endStatements(
  run: number,
  { status, finished, inputSet, counts, timings }: RunEnd,
  isComplete: boolean,
  decided: readonly (readonly [articleId: string, duplicateOf: string | null, supersededBy: string | null])[]
): Statement[] {
  const end = `UPDATE muctieu.runs SET status = $2, finished = $3, input_set = $4, counts = $5, timings = $6, is_complete = $7 WHERE id = $1`
  const columns: SentColumn[] = ['article_id', 'duplicate_of', 'superseded_by'].map(name => [name, 'text'])
  const put = `UPDATE muctieu.run_articles a SET duplicate_of = s.duplicate_of, superseded_by = s.superseded_by FROM ${sentRows('s', columns, 2)}
    WHERE a.run = $1 AND a.article_id = s.article_id`
  const json = [counts, timings].map(value => toJsonCell(JSON.stringify(value)))
  return [
    ...(decided.length === 0 ? [] : [{ sql: put, values: [run, ...sentValues(columns, decided)] }]),
    { sql: end, values: [run, status, finished, inputSet, ...json, isComplete ? 1 : 0] }
  ]
}

/** The statements that store an input which is being read: it counts as known only once it is completed. */
export function openStatements(key: InputKey, bytes: number): Statement[] {
  const cells = inputCells(key)
  const put = `INSERT INTO muctieu.inputs (sha256, source, reader, options, bytes) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (sha256, source, reader, options) DO UPDATE SET is_complete = 0`
  const clear = `DELETE FROM muctieu.input_failures WHERE input =
    (SELECT id FROM muctieu.inputs WHERE sha256 = $1 AND source = $2 AND reader = $3 AND options = $4)`
  return [
    { sql: put, values: [...cells, bytes] },
    { sql: clear, values: cells }
  ]
}

/** The statement that stores an input of which others bring the articles: what is known of it stays as it is. */
export function nameStatements(key: InputKey, bytes: number): Statement[] {
  const put = `INSERT INTO muctieu.inputs (sha256, source, reader, options, bytes) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (sha256, source, reader, options) DO NOTHING`
  return [{ sql: put, values: [...inputCells(key), bytes] }]
}

/** An input that was read to its end, with the failures of its parts, which a later run repeats. */
export interface ReadInput extends InputKey {
  readonly failures: readonly Diagnostic[]
}

/** The statements that mark inputs as read to their end; those without any reading are forgotten. */
export function completeStatements(inputs: readonly ReadInput[]): Statement[] {
  const names = ['sha256', 'source', 'reader', 'options']
  const key: SentColumn[] = names.map(name => [name, 'text'])
  const failure: SentColumn[] = [...key, ['ordinal', 'integer'], ['line', 'json']]
  const keys = inputs.map(inputCells)
  const failures = inputs.flatMap(input =>
    input.failures.map((line, i) => [...inputCells(input), i, toJsonCell(JSON.stringify(line))] as const)
  )
  const hasReadings = 'EXISTS (SELECT 1 FROM muctieu.readings d WHERE d.input = i.id)'
  const forget = `DELETE FROM muctieu.inputs i USING ${sentRows('s', key)} WHERE ${SAME_INPUT} AND NOT ${hasReadings}`
  const clear = `DELETE FROM muctieu.input_failures f USING muctieu.inputs i, ${sentRows('s', key)} WHERE f.input = i.id AND ${SAME_INPUT}`
  const complete = `UPDATE muctieu.inputs i SET is_complete = 1 FROM ${sentRows('s', key)} WHERE ${SAME_INPUT}`
  const put = `INSERT INTO muctieu.input_failures (input, ordinal, line) SELECT i.id, s.ordinal, s.line
    FROM ${sentRows('s', failure)} JOIN muctieu.inputs i ON ${SAME_INPUT} ON CONFLICT DO NOTHING`
  return [
    ...[forget, clear, complete].map(sql => ({ sql, values: sentValues(key, keys) })),
    ...(failures.length === 0 ? [] : [{ sql: put, values: sentValues(failure, failures) }])
  ]
}

/** Marks inputs as read to their end: a later run knows them by their bytes and takes what they gave, failures included. */
export async function completeInputs(client: PostgresClient, inputs: readonly ReadInput[]): Promise<void> {
  if (inputs.length > 0) await execute(client, completeStatements(inputs))
}

/** The inputs that a run has read something of, and that are not marked as read to their end. */
export async function inputsOfRun(client: PostgresClient, run: number): Promise<readonly Pick<InputKey, 'sha256' | 'source'>[]> {
  const sql = `SELECT i.sha256, i.source FROM muctieu.inputs i WHERE i.is_complete = 0 AND EXISTS
    (SELECT 1 FROM muctieu.readings d JOIN muctieu.run_readings r ON r.reading = d.id WHERE d.input = i.id AND r.run = $1) ORDER BY i.id`
  const rows = await rowsOf<{ sha256: string; source: string }>(client, sql, [run])
  return rows.map(({ sha256, source }) => ({ sha256, source: fromCell(source) }))
}
