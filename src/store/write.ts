import type { Article } from '../model/article.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Store } from './open.ts'
import { readingCells } from './packing/reading.ts'
import { shapeOf } from './packing/tables.ts'
import { mirrored } from './postgres/mirror.ts'
import type { InputKey, Method, Reading } from './reading.ts'
import { diagnosticWriter, extractionRowWriter, type Note, readingRowWriter } from './row-writers.ts'
import type { ExtractionRows } from './rows.ts'
import { INPUT_SEAL } from './seals.ts'
import type { StoreWriter } from './writer.ts'

export type { InputKey, Method, Reading } from './reading.ts'
export type { StoreWriter } from './writer.ts'

/** The writing functions of an open database. */
export function storeWriter(store: Store): StoreWriter {
  const writer = ownWriter(store)
  return store.behind === undefined ? writer : mirrored(writer, store.db, store.behind)
}

function ownWriter({ db }: Store): StoreWriter {
  const note = diagnosticWriter(db)
  return {
    transaction: <Result>(work: () => Result): Result => db.transaction(work).immediate(),
    ...inputWriter(db),
    putReading: readingWriter(db, note),
    putExtraction: extractionWriter(db, note),
    addReading: membershipWriter(db),
    supersede: supersessionWriter(db),
    noteRun: (run: number, diagnostic: Diagnostic): void => note({ run }, diagnostic)
  }
}

type Db = Store['db']

function inputWriter(db: Db) {
  const insert = db.prepare(
    'INSERT INTO inputs (sha256, source, reader, options, bytes) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET is_complete = 0 RETURNING id'
  )
  const find = db.prepare('SELECT id FROM inputs WHERE sha256 = ? AND source = ? AND reader = ? AND options = ?').pluck()
  const complete = db.prepare('UPDATE inputs SET is_complete = 1 WHERE id = ?')
  const hasReadings = db.prepare('SELECT 1 FROM readings WHERE input = ? LIMIT 1')
  const forget = db.prepare('DELETE FROM inputs WHERE id = ?')
  const clearFailures = db.prepare('DELETE FROM input_failures WHERE input = ?')
  const insertFailure = db.prepare('INSERT INTO input_failures (input, ordinal, line) VALUES (?, ?, ?)')
  const seal = db.prepare(`UPDATE inputs SET seal = ${INPUT_SEAL} WHERE id = ?`)
  return {
    openInput: (key: InputKey, bytes: number): number => {
      const id = (insert.get(key.sha256, key.source, key.reader, key.options, bytes) as { id: number }).id
      seal.run(id)
      clearFailures.run(id)
      return id
    },

    nameInput: (key: InputKey, bytes: number): number => {
      const known = find.get(key.sha256, key.source, key.reader, key.options) as number | undefined
      if (known !== undefined) return known
      const id = (insert.get(key.sha256, key.source, key.reader, key.options, bytes) as { id: number }).id
      seal.run(id)
      return id
    },

    completeInput: (input: number, failures: readonly Diagnostic[]): void => {
      if (hasReadings.get(input) === undefined) return void forget.run(input)
      for (const [i, failure] of failures.entries()) insertFailure.run(input, i, JSON.stringify(failure))
      complete.run(input)
    }
  }
}

/** Stores a reading once and gives its id. */
function readingWriter(db: Db, note: Note): (reading: Reading, input: number | null) => number {
  const put = readingRowWriter(db, note)
  return (reading, input) => put({ cells: () => readingCells(reading, reading.identity), ...reading }, input)
}

/** Stores the text and what was extracted from it, and gives the extraction's id. */
function extractionWriter(db: Db, note: Note): (identity: string, article: Article, method: Method, rows: ExtractionRows) => number {
  const put = extractionRowWriter(db, note)
  return (identity, article, method, rows) => {
    const { id, sha256, language, published, title } = article.record
    const shape = shapeOf(article.titleIsText, article.tables)
    return put([id, sha256, language, article.text], [identity, id, published, title, shape], method, rows)
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
