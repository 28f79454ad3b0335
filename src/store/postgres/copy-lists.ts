import type Database from 'better-sqlite3'
import { INPUT_SEAL } from '../seals.ts'
import { fromCell, fromJsonCell } from './cells.ts'
import { type PostgresClient, rowsOf } from './client.ts'

/** Where something is copied from and to. */
export interface Copies {
  readonly client: PostgresClient
  readonly db: Database.Database
  /** Aborted where nobody waits for it any more: what was copied stays, the rest is taken up another time. */
  readonly signal: AbortSignal | undefined
}

type Row = Readonly<Record<string, string | number | null>>

const AT_ONCE = 500

/** The rows of a question, some at a time; inside a transaction. `name` must be free there. */
export async function* rowsInTurn<Of>(
  { client, signal }: Pick<Copies, 'client' | 'signal'>,
  name: string,
  sql: string,
  values: readonly unknown[] = [],
  atOnce = AT_ONCE
): AsyncGenerator<Of[]> {
  await client.query(`DECLARE ${name} NO SCROLL CURSOR FOR ${sql}`, values as unknown[])
  for (;;) {
    signal?.throwIfAborted()
    const rows = await rowsOf<Of>(client, `FETCH ${atOnce} FROM ${name}`)
    if (rows.length > 0) yield rows
    if (rows.length < atOnce) break
  }
  await client.query(`CLOSE ${name}`)
}

/** Copies what stands beside runs and articles: rulesets, inputs, tombstones, acknowledgements, decisions, what was said of an export. */
export async function copyLists(copies: Copies): Promise<void> {
  const { client, db } = copies
  const rulesets = await rowsOf<Row>(client, 'SELECT hash FROM muctieu.rulesets')
  const parts = await rowsOf<Row>(client, 'SELECT ruleset, kind, name, hash FROM muctieu.ruleset_parts')
  const lists = {
    removals: await rowsOf<Row>(client, 'SELECT value, reason, removed FROM muctieu.removals'),
    acknowledgements: await rowsOf<Row>(client, 'SELECT sha256, name, bytes, reason, acknowledged FROM muctieu.acknowledgements'),
    publication: await rowsOf<Row>(client, 'SELECT id, license, creators, url FROM muctieu.publication')
  }
  const write = db.transaction(() => {
    insertAll(db, 'INSERT OR IGNORE', 'rulesets', rulesets)
    insertAll(db, 'INSERT OR IGNORE', 'ruleset_parts', parts)
    for (const [table, rows] of Object.entries(lists)) {
      db.prepare(`DELETE FROM ${table}`).run()
      insertAll(db, 'INSERT', table, rows)
    }
  })
  write.immediate()
  await copyDecisions(copies)
  await copyInputs(copies)
}

const JSON_CELLS: ReadonlySet<string> = new Set(['creators', 'before', 'after', 'truth'])

function insertAll(db: Database.Database, how: string, table: string, rows: readonly Row[]): void {
  const [first] = rows
  if (first === undefined) return
  const names = Object.keys(first)
  const insert = db.prepare(`${how} INTO ${table} (${names.map(n => `"${n}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
  for (const row of rows) insert.run(...names.map(name => cellOf(name, row[name] ?? null)))
}

function cellOf(name: string, cell: string | number | null): string | number | null {
  return typeof cell !== 'string' ? cell : JSON_CELLS.has(name) ? fromJsonCell(cell) : fromCell(cell)
}

async function copyDecisions(copies: Copies): Promise<void> {
  const { db } = copies
  const last = db.prepare('SELECT coalesce(max(id), 0) FROM decisions').pluck().get() as number
  const sql = 'SELECT * FROM muctieu.decisions WHERE id > $1 ORDER BY id'
  for await (const rows of rowsInTurn<Row>(copies, 'decisions', sql, [last]))
    db.transaction(() => insertAll(db, 'INSERT', 'decisions', rows)).immediate()
}

interface InputRow {
  readonly sha256: string
  readonly source: string
  readonly reader: string
  readonly options: string
  readonly bytes: number
  readonly is_complete: number
  readonly failures: string | null
}

/** Files as they were read; many are known already, and few of them changed. */
async function copyInputs(copies: Copies): Promise<void> {
  const { db } = copies
  const put = db.prepare(
    `INSERT INTO inputs (sha256, source, reader, options, bytes, is_complete) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET is_complete = excluded.is_complete RETURNING id`
  )
  const seal = db.prepare(`UPDATE inputs SET seal = ${INPUT_SEAL} WHERE id = ?`)
  const clear = db.prepare('DELETE FROM input_failures WHERE input = ?')
  const fail = db.prepare('INSERT INTO input_failures (input, ordinal, line) VALUES (?, ?, ?)')
  const sql = `SELECT i.sha256, i.source, i.reader, i.options, i.bytes, i.is_complete,
      (SELECT string_agg(f.line::text, E'\\n' ORDER BY f.ordinal) FROM muctieu.input_failures f WHERE f.input = i.id) AS failures
    FROM muctieu.inputs i ORDER BY i.id`
  for await (const rows of rowsInTurn<InputRow>(copies, 'inputs', sql)) {
    const write = db.transaction(() => {
      for (const { sha256, source, reader, options, bytes, is_complete, failures } of rows) {
        const { id } = put.get(...[sha256, source, reader, options].map(fromCell), bytes, is_complete) as { id: number }
        seal.run(id)
        clear.run(id)
        for (const [i, line] of (failures?.split('\n') ?? []).entries()) fail.run(id, i, fromJsonCell(line))
      }
    })
    write.immediate()
  }
}
