import type { Article, ArticleRecord } from '../model/article.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Store } from './open.ts'
import { type ExtractionRows, RECORD_COLUMNS, REJECTION_COLUMNS } from './rows.ts'
import { EXTRACTION_SEAL, INPUT_SEAL, READING_SEAL } from './seals.ts'

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
export interface Reading {
  readonly record: ArticleRecord
  readonly titleIsText: boolean
  readonly diagnostics: readonly Diagnostic[]
  /** Hash of everything above. */
  readonly identity: string
}

const PLACES = (n: number): string => Array(n).fill('?').join(', ')

/** Everything that writes articles and runs: prepared once, each function one statement or a few; callers open the transactions. */
export type StoreWriter = ReturnType<typeof storeWriter>

/** The writing functions of an open database. */
export function storeWriter({ db }: Store) {
  const insertText = db.prepare('INSERT OR IGNORE INTO texts (article_id, sha256, language, text) VALUES (?, ?, ?, ?)')
  const insertInput = db.prepare(
    'INSERT INTO inputs (sha256, source, reader, options, bytes) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET is_complete = 0 RETURNING id'
  )
  const completeInput = db.prepare('UPDATE inputs SET is_complete = 1 WHERE id = ?')
  const hasReadings = db.prepare('SELECT 1 FROM readings WHERE input = ? LIMIT 1')
  const forgetInput = db.prepare('DELETE FROM inputs WHERE id = ?')
  const clearFailures = db.prepare('DELETE FROM input_failures WHERE input = ?')
  const insertFailure = db.prepare('INSERT INTO input_failures (input, ordinal, line) VALUES (?, ?, ?)')
  const findReading = db.prepare('SELECT id FROM readings WHERE identity = ?').pluck()
  const insertReading = db.prepare(
    `INSERT INTO readings (identity, input, article_id, source, key, url, external_id, site, title, published, title_is_text, rank, line) VALUES (${PLACES(13)})`
  )
  const ownReading = db.prepare('UPDATE readings SET input = ? WHERE id = ? AND input IS NULL')
  const sealInput = db.prepare(`UPDATE inputs SET seal = ${INPUT_SEAL} WHERE id = ?`)
  const sealReading = db.prepare(`UPDATE readings SET seal = ${READING_SEAL} WHERE id = ?`)
  const sealExtraction = db.prepare(`UPDATE extractions SET seal = ${EXTRACTION_SEAL} WHERE id = ?`)
  const insertExtraction = db.prepare(
    `INSERT INTO extractions (identity, article_id, published, title, title_is_text, options, ruleset, mentions, sentences) VALUES (${PLACES(9)})`
  )
  const insertRecord = db.prepare(
    `INSERT INTO records (extraction, ordinal, ${RECORD_COLUMNS.join(', ')}) VALUES (${PLACES(RECORD_COLUMNS.length + 2)})`
  )
  const insertRejection = db.prepare(
    `INSERT INTO rejections (extraction, ordinal, ${REJECTION_COLUMNS.join(', ')}) VALUES (${PLACES(REJECTION_COLUMNS.length + 2)})`
  )
  const insertDiagnostic = db.prepare('INSERT INTO diagnostics (reading, extraction, run, code, severity, line) VALUES (?, ?, ?, ?, ?, ?)')
  const insertRunReading = db.prepare('INSERT OR IGNORE INTO run_readings (run, reading) VALUES (?, ?)')
  const upsertRunArticle = db.prepare(
    `INSERT INTO run_articles (run, article_id, reading, extraction) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET reading = excluded.reading, extraction = excluded.extraction
     WHERE (SELECT rank FROM readings WHERE id = excluded.reading) < (SELECT rank FROM readings WHERE id = run_articles.reading)`
  )

  const note = (owner: { reading?: number; extraction?: number; run?: number }, line: Diagnostic): void => {
    insertDiagnostic.run(owner.reading ?? null, owner.extraction ?? null, owner.run ?? null, line.code, line.severity, JSON.stringify(line))
  }

  return {
    /** Runs `work` as one transaction. */
    transaction: <Result>(work: () => Result): Result => db.transaction(work).immediate(),

    /** The id of an input that is being read; it counts as known only once it is completed. */
    openInput: (key: InputKey, bytes: number): number => {
      const id = (insertInput.get(key.sha256, key.source, key.reader, key.options, bytes) as { id: number }).id
      sealInput.run(id)
      clearFailures.run(id)
      return id
    },

    /** Marks an input as read to its end, with the failures of its parts, which a later run repeats; one without articles is forgotten. */
    completeInput: (input: number, failures: readonly Diagnostic[]): void => {
      if (hasReadings.get(input) === undefined) return void forgetInput.run(input)
      for (const [i, failure] of failures.entries()) insertFailure.run(input, i, JSON.stringify(failure))
      completeInput.run(input)
    },

    /** Stores a reading once and gives its id. */
    putReading: (reading: Reading, input: number | null): number => {
      const known = findReading.get(reading.identity) as number | undefined
      if (known !== undefined) {
        if (input !== null && ownReading.run(input, known).changes > 0) sealReading.run(known)
        return known
      }
      const { record } = reading
      const { source = '' } = record.sources[0] ?? {}
      const id = Number(
        insertReading.run(
          reading.identity,
          input,
          record.id,
          source,
          record.key,
          record.url,
          record.external_id,
          record.site,
          record.title,
          record.published,
          reading.titleIsText ? 1 : 0,
          rankOf(reading),
          JSON.stringify(record)
        ).lastInsertRowid
      )
      for (const diagnostic of reading.diagnostics) note({ reading: id }, diagnostic)
      sealReading.run(id)
      return id
    },

    /** Stores the text and what was extracted from it, and gives the extraction's id. */
    putExtraction: (identity: string, article: Article, method: Method, rows: ExtractionRows): number => {
      const { record } = article
      insertText.run(record.id, record.sha256, record.language, article.text)
      const { ruleset, options } = method
      const id = Number(
        insertExtraction.run(
          identity,
          record.id,
          record.published,
          record.title,
          article.titleIsText ? 1 : 0,
          options,
          ruleset,
          rows.mentions,
          rows.sentences
        ).lastInsertRowid
      )
      for (const [i, row] of rows.records.entries()) insertRecord.run(id, i, ...row)
      for (const [i, row] of rows.rejections.entries()) insertRejection.run(id, i, ...row)
      for (const diagnostic of rows.diagnostics) note({ extraction: id }, diagnostic)
      sealExtraction.run(id)
      return id
    },

    /** Says that a run has seen a reading, which names the article from now on if no better one does. */
    addReading: (run: number, article: string, reading: number, extraction: number): void => {
      insertRunReading.run(run, reading)
      upsertRunArticle.run(run, article, reading, extraction)
    },

    /** A diagnostic of the run itself. */
    noteRun: (run: number, diagnostic: Diagnostic): void => note({ run }, diagnostic)
  }
}

// Text sorts by code point in SQLite, the same everywhere.
function rankOf({ record, identity }: Reading): string {
  const kind = record.key.startsWith('url:') ? '0' : record.key.startsWith('id:') ? '1' : '2'
  return [record.published ?? '9999', kind, record.key, record.sources[0]?.source ?? '', record.title ?? '', identity].join('\t')
}
