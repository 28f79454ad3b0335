import type { Article } from '../model/article.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Store } from './open.ts'
import { READING_CELLS, readingCells } from './packing/reading.ts'
import { RECORD_COLUMNS, REJECTION_COLUMNS } from './packing/rows.ts'
import { shapeOf } from './packing/tables.ts'
import { termIds } from './packing/term-ids.ts'
import type { ExtractionRows } from './rows.ts'
import { INPUT_SEAL, joinedLines, METHOD_SEAL, READING_SEAL, sealOf } from './seals.ts'

/** What a run applies: equal values, equal results from equal articles. */
export interface Method {
  readonly ruleset: string
  /** Options that change results, as one string. */
  readonly options: string
}

/** What is known of an input file before it is decoded. */
export interface InputKey {
  readonly sha256: string
  readonly source: string
  readonly reader: string
  /** Options that change what is read, as one string. */
  readonly options: string
}

/** An article as one source gives it. */
export interface Reading extends Pick<Article, 'record' | 'titleIsText' | 'tables'> {
  readonly diagnostics: readonly Diagnostic[]
  /** Hash of everything above. */
  readonly identity: string
}

const inserting = (table: string, columns: readonly string[]): string =>
  `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`

const READING = ['id', 'identity', 'input', ...READING_CELLS.slice(1)]
const EXTRACTION = ['identity', 'article_id', 'published', 'title', 'title_is_text', 'method', 'terms', 'mentions', 'mention_ids']

/** Everything that writes articles and runs: prepared once, each function one statement or a few; callers open the transactions. */
export type StoreWriter = ReturnType<typeof storeWriter>

/** The writing functions of an open database. */
export function storeWriter({ db }: Store) {
  const note = diagnosticWriter(db)
  return {
    /** Runs `work` as one transaction. */
    transaction: <Result>(work: () => Result): Result => db.transaction(work).immediate(),
    ...inputWriter(db),
    putReading: readingWriter(db, note),
    putExtraction: extractionWriter(db, note),
    addReading: membershipWriter(db),
    supersede: supersessionWriter(db),
    /** A diagnostic of the run itself. */
    noteRun: (run: number, diagnostic: Diagnostic): void => note({ run }, diagnostic)
  }
}

type Db = Store['db']
type Note = ReturnType<typeof diagnosticWriter>

function diagnosticWriter(db: Db) {
  const insert = db.prepare(inserting('diagnostics', ['reading', 'extraction', 'run', 'code', 'severity', 'line']))
  return (owner: { reading?: number; extraction?: number; run?: number }, line: Diagnostic): void => {
    insert.run(owner.reading ?? null, owner.extraction ?? null, owner.run ?? null, line.code, line.severity, JSON.stringify(line))
  }
}

function inputWriter(db: Db) {
  const insert = db.prepare(
    'INSERT INTO inputs (sha256, source, reader, options, bytes) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET is_complete = 0 RETURNING id'
  )
  const complete = db.prepare('UPDATE inputs SET is_complete = 1 WHERE id = ?')
  const hasReadings = db.prepare('SELECT 1 FROM readings WHERE input = ? LIMIT 1')
  const forget = db.prepare('DELETE FROM inputs WHERE id = ?')
  const clearFailures = db.prepare('DELETE FROM input_failures WHERE input = ?')
  const insertFailure = db.prepare('INSERT INTO input_failures (input, ordinal, line) VALUES (?, ?, ?)')
  const seal = db.prepare(`UPDATE inputs SET seal = ${INPUT_SEAL} WHERE id = ?`)
  return {
    /** The id of an input that is being read; it counts as known only once it is completed. */
    openInput: (key: InputKey, bytes: number): number => {
      const id = (insert.get(key.sha256, key.source, key.reader, key.options, bytes) as { id: number }).id
      seal.run(id)
      clearFailures.run(id)
      return id
    },

    /** Marks an input as read to its end, with the failures of its parts, which a later run repeats; one without articles is forgotten. */
    completeInput: (input: number, failures: readonly Diagnostic[]): void => {
      if (hasReadings.get(input) === undefined) return void forget.run(input)
      for (const [i, failure] of failures.entries()) insertFailure.run(input, i, JSON.stringify(failure))
      complete.run(input)
    }
  }
}

/** Stores a reading once and gives its id. */
function readingWriter(db: Db, note: Note): (reading: Reading, input: number | null) => number {
  const find = db.prepare('SELECT id FROM readings WHERE identity = ?').pluck()
  const last = db.prepare('SELECT coalesce(max(id), 0) FROM readings').pluck()
  const insert = db.prepare(inserting('readings', [...READING, 'seal']))
  const own = db.prepare('UPDATE readings SET input = ? WHERE id = ? AND input IS NULL')
  const seal = db.prepare(`UPDATE readings SET seal = ${READING_SEAL} WHERE id = ?`)
  return (reading, input) => {
    const known = find.get(reading.identity) as number | undefined
    if (known !== undefined) {
      if (input !== null && own.run(input, known).changes > 0) seal.run(known)
      return known
    }
    const { identity, diagnostics } = reading
    const id = (last.get() as number) + 1
    const cells = [id, identity, input, ...readingCells(reading, identity).slice(1)]
    insert.run(...cells, sealOf([...cells, joinedLines(diagnostics)]))
    for (const diagnostic of diagnostics) note({ reading: id }, diagnostic)
    return id
  }
}

/** Stores the text and what was extracted from it, and gives the extraction's id. */
function extractionWriter(db: Db, note: Note): (identity: string, article: Article, method: Method, rows: ExtractionRows) => number {
  const insertText = db.prepare('INSERT OR IGNORE INTO texts (article_id, sha256, language, text) VALUES (?, ?, ?, ?)')
  const methodOf = methodIds(db)
  const insert = db.prepare(inserting('extractions', [...EXTRACTION, 'quotes', 'sentences', 'seal']))
  const insertRecord = db.prepare(inserting('records', ['extraction', 'ordinal', ...RECORD_COLUMNS]))
  const insertRejection = db.prepare(inserting('rejections', ['extraction', 'ordinal', ...REJECTION_COLUMNS]))
  const idsOf = termIds(db)
  return (identity, article, { ruleset, options }, { packed, seals }) => {
    const { record } = article
    insertText.run(record.id, record.sha256, record.language, article.text)
    const terms = JSON.stringify(idsOf(packed.terms))
    const named = [identity, record.id, record.published, record.title, shapeOf(article.titleIsText, article.tables)] as const
    const seal = [sealOf([...named, options, ruleset, terms]), ...seals].join(' ')
    const { mentions, mentionIds, quotes, sentences, records, rejections, diagnostics } = packed
    const cells = [...named, methodOf(ruleset, options), terms, mentions, mentionIds, quotes, sentences, seal]
    const id = Number(insert.run(...cells).lastInsertRowid)
    for (const [i, row] of records.entries()) insertRecord.run(id, i, ...row)
    for (const [i, row] of rejections.entries()) insertRejection.run(id, i, ...row)
    for (const diagnostic of diagnostics) note({ extraction: id }, diagnostic)
    return id
  }
}

/** Gives the ids of methods. */
function methodIds(db: Db): (ruleset: string, options: string) => number {
  const find = db.prepare('SELECT id FROM methods WHERE ruleset = ? AND options = ?').pluck()
  const insert = db.prepare('INSERT INTO methods (ruleset, options) VALUES (?, ?)')
  const seal = db.prepare(`UPDATE methods SET seal = ${METHOD_SEAL} WHERE id = ?`)
  return (ruleset, options) => {
    const known = find.get(ruleset, options) as number | undefined
    if (known !== undefined) return known
    const id = Number(insert.run(ruleset, options).lastInsertRowid)
    seal.run(id)
    return id
  }
}

/** Says that a newer text of a run stands in the place of an article. */
function supersessionWriter(db: Db): (run: number, article: string, by: string) => void {
  const update = db.prepare('UPDATE run_articles SET superseded_by = ? WHERE run = ? AND article_id = ?')
  return (run, article, by) => void update.run(by, run, article)
}

/** Says that a run has seen a reading, which names the article from now on if no better one does. */
function membershipWriter(db: Db): (run: number, article: string, reading: number, extraction: number) => void {
  const insert = db.prepare('INSERT OR IGNORE INTO run_readings (run, reading) VALUES (?, ?)')
  const upsert = db.prepare(
    `INSERT INTO run_articles (run, article_id, reading, extraction) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET reading = excluded.reading, extraction = excluded.extraction
     WHERE (SELECT rank FROM readings WHERE id = excluded.reading) < (SELECT rank FROM readings WHERE id = run_articles.reading)`
  )
  return (run, article, reading, extraction) => {
    insert.run(run, reading)
    upsert.run(run, article, reading, extraction)
  }
}
