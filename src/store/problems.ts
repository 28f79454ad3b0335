import type { AnyRecord, Rejection } from '../model/record.ts'
import { isFromSqlite } from './errors.ts'
import { type Cell, RECORD_COLUMNS_3, REJECTION_COLUMNS_3, recordRow3, rejectionRow3 } from './migrations/rows-3.ts'
import { type Store, versionOf } from './open.ts'
import { checkSchema } from './schema.ts'
import { DECISION_SEAL, METHOD_SEAL, TERM_SEAL } from './seals.ts'
import { unpackerOf } from './unpacker.ts'
import { isWholeRuleset, isWholeText, WHOLE, WHOLE_3, WHOLE_4 } from './whole.ts'

/** Something that is not as it was stored. */
export interface Problem {
  /** `file`: what SQLite itself finds; `schema`, `key`: the tables, and what points from one to another; `row`: what they hold. */
  readonly kind: 'file' | 'schema' | 'key' | 'row'
  readonly table: string | null
  readonly article: string | null
  /** A sentence. */
  readonly message: string
}

/** Says what is wrong with a stored line by the contract and by the text of its article; undefined where nothing is. */
export type Judge = (line: unknown, text: string | null) => string | undefined

// Where a page is gone, everything on it is.
const MOST_PER_TABLE = 100

/** Everything that is found wrong in a database, one after the other. */
export function* problemsIn(store: Store, judge: Judge): Generator<Problem> {
  const hasSeals = sealsIn(store)
  const isPacked = isPackedIn(store)
  const checks: readonly (readonly [table: string, () => Iterable<Problem>])[] = [
    ['', () => filed(store)],
    ['', () => defined(store)],
    ['', () => astray(store)],
    ['rulesets', () => rulesets(store)],
    ['texts', () => texts(store)],
    ...(hasSeals ? (['inputs', 'readings', 'extractions', 'runs'] as const) : []).map(
      table => [table, () => unsealed(store, table, wholeIn(store))] as const
    ),
    ...(hasSeals ? [['decisions', () => decisions(store)] as const] : []),
    ...(isPacked
      ? ([
          ['terms', () => terms(store)],
          ['extractions', () => extracted(store, judge)]
        ] as const)
      : ([
          ['records', () => lines(store, 'records', RECORD_COLUMNS_3, line => recordRow3(line as AnyRecord), judge)],
          ['rejections', () => lines(store, 'rejections', REJECTION_COLUMNS_3, line => rejectionRow3(line as Rejection), judge)]
        ] as const)),
    ['diagnostics', () => diagnostics(store, judge)]
  ]
  for (const [table, check] of checks) yield* atMost(table, check)
}

/** Whether a database is of a schema that seals its rows. */
export function sealsIn({ db }: Pick<Store, 'db'>): boolean {
  return (db.pragma('table_info(runs)') as { readonly name: string }[]).some(column => column.name === 'seal')
}

/** Whether a database is of a schema whose rows are packed. */
export function isPackedIn({ db }: Pick<Store, 'db'>): boolean {
  return (db.pragma('table_info(extractions)') as { readonly name: string }[]).some(column => column.name === 'mention_ids')
}

/** Whether a database is of a schema whose runs may be what-ifs. */
export function tellsWhatIfs({ db }: Pick<Store, 'db'>): boolean {
  return (db.pragma('table_info(runs)') as { readonly name: string }[]).some(column => column.name === 'what_if')
}

/** The conditions under which rows are as they were stored, by the schema that a database is of. */
export function wholeIn(store: Pick<Store, 'db'>): typeof WHOLE {
  return tellsWhatIfs(store) ? WHOLE : isPackedIn(store) ? WHOLE_4 : WHOLE_3
}

function* atMost(table: string, check: () => Iterable<Problem>): Generator<Problem> {
  let found = 0
  try {
    for (const problem of check()) {
      if (found++ === MOST_PER_TABLE)
        return yield row(table, null, `There is more in ${table === '' ? 'the file' : table} that is like this.`)
      yield problem
    }
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code)
    if (!code.startsWith('SQLITE_')) throw error
    yield {
      kind: 'file',
      table: table || null,
      article: null,
      message: `${table || 'The file'} cannot be read to its end: ${(error as Error).message}.`
    }
  }
}

function row(table: string, article: string | null, message: string): Problem {
  return { kind: 'row', table: table || null, article, message }
}

function* filed({ db }: Store): Generator<Problem> {
  for (const line of db.prepare('PRAGMA integrity_check(50)').pluck().iterate() as IterableIterator<string>)
    if (line !== 'ok') yield { kind: 'file', table: null, article: null, message: `SQLite finds: ${line.trim()}.` }
}

function* defined(store: Store): Generator<Problem> {
  for (const strange of checkSchema(store, versionOf(store.db)))
    yield { kind: 'schema', table: null, article: null, message: `The definition is damaged: ${strange}.` }
}

function* astray({ db }: Store): Generator<Problem> {
  const rows = db.prepare('PRAGMA foreign_key_check').iterate() as IterableIterator<{ table: string; rowid: number | null; parent: string }>
  for (const { table, rowid, parent } of rows) {
    const message = `A row of ${table}${rowid === null ? '' : ` (${rowid})`} belongs to one of ${parent} that is not there.`
    yield { kind: 'key', table, article: null, message }
  }
}

function* rulesets(store: Store): Generator<Problem> {
  for (const ruleset of store.db.prepare('SELECT hash FROM rulesets').pluck().all() as string[])
    if (!isWholeRuleset(store, ruleset)) yield row('rulesets', null, `The parts of ruleset ${ruleset} are not those that its hash is of.`)
}

function* texts({ db }: Store): Generator<Problem> {
  const rows = db.prepare('SELECT article_id, sha256, text FROM texts').raw().iterate() as IterableIterator<[string, string, string]>
  for (const [id, sha256, text] of rows)
    if (!isWholeText(id, sha256, text)) yield row('texts', id, `The text of article ${id} is not the one its hash is of.`)
}

const NAMES = { inputs: 'Input', readings: 'Reading', extractions: 'Extraction', runs: 'Run' } as const

function* unsealed({ db }: Store, table: keyof typeof NAMES, whole: typeof WHOLE): Generator<Problem> {
  const article = table === 'readings' || table === 'extractions' ? 'article_id' : 'NULL'
  const rows = db.prepare(`SELECT id, ${article} FROM ${table} WHERE NOT ${whole[table]}`).raw().iterate()
  for (const [id, of] of rows as IterableIterator<[number, string | null]>) {
    const what = table === 'runs' ? 'it or the list of its articles' : 'it or what belongs to it'
    yield row(table, of, `${NAMES[table]} ${id}${of === null ? '' : `, of article ${of},`} was altered: ${what} is not as it was stored.`)
  }
}

function* decisions({ db }: Store): Generator<Problem> {
  const sql = `SELECT id, article_id FROM decisions WHERE seal IS NOT ${DECISION_SEAL} AND article_id NOT IN (SELECT value FROM removals)`
  for (const [id, article] of db.prepare(sql).raw().iterate() as IterableIterator<[number, string]>)
    yield row('decisions', article, `Decision ${id} was altered: it is not as it was stored.`)
}

function* lines(
  { db }: Store,
  table: 'records' | 'rejections',
  columns: readonly string[],
  rowOf: (line: unknown) => readonly Cell[],
  judge: Judge
): Generator<Problem> {
  const rows = db
    .prepare(
      `SELECT e.article_id, t.text, ${columns.map(name => `r.${name}`).join(', ')} FROM ${table} r
       LEFT JOIN extractions e ON e.id = r.extraction LEFT JOIN texts t ON t.article_id = e.article_id ORDER BY r.extraction, r.ordinal`
    )
    .raw()
    .iterate() as IterableIterator<[string | null, string | null, ...Cell[]]>
  for (const [article, text, ...cells] of rows) {
    const line = parsed(cells.at(-1))
    const problem = line === undefined ? 'is no JSON' : judge(line, text)
    if (problem !== undefined) yield row(table, article, `Line ${String(cells[0])} of ${table} ${problem}.`)
    else if (JSON.stringify(rowOf(line)) !== JSON.stringify(cells))
      yield row(table, article, `The columns of ${String(cells[0])} in ${table} are not those of its line.`)
  }
}

function* terms({ db }: Store): Generator<Problem> {
  for (const id of db.prepare(`SELECT id FROM terms WHERE seal IS NOT ${TERM_SEAL}`).pluck().all() as number[])
    yield row('terms', null, `Term ${id} was altered: it is not as it was stored.`)
  for (const id of db.prepare(`SELECT id FROM methods WHERE seal IS NOT ${METHOD_SEAL}`).pluck().all() as number[])
    yield row('methods', null, `Method ${id} was altered: it is not as it was stored.`)
}

/** Looks at what the rows of each extraction say, by the contract. */
function* extracted(store: Store, judge: Judge): Generator<Problem> {
  const unpacker = unpackerOf(store)
  const rows = store.db.prepare('SELECT id, article_id FROM extractions ORDER BY id').raw().all() as [number, string][]
  for (const [id, article] of rows) {
    try {
      const unpacking = unpacker.unpacking(id)
      for (const line of [...unpacker.records(id, unpacking), ...unpacker.rejections(id, unpacking)]) {
        const problem = judge(line, unpacking.text)
        if (problem !== undefined) yield row('extractions', article, `Line ${line.id} of extraction ${id} ${problem}.`)
      }
    } catch (error) {
      if (isFromSqlite(error)) throw error
      yield row('extractions', article, `What extraction ${id} holds cannot be read.`)
    }
  }
}

function* diagnostics({ db }: Store, judge: Judge): Generator<Problem> {
  const rows = db.prepare('SELECT id, line FROM diagnostics').raw().iterate() as IterableIterator<[number, string]>
  for (const [id, text] of rows) {
    const line = parsed(text)
    const problem = line === undefined ? 'is no JSON' : judge(line, null)
    if (problem !== undefined) yield row('diagnostics', null, `Line ${id} of diagnostics ${problem}.`)
  }
}

function parsed(line: unknown): unknown {
  try {
    return JSON.parse(String(line))
  } catch {
    return undefined
  }
}
