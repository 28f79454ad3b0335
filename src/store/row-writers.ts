import type { Diagnostic } from '../model/diagnostic.ts'
import type { Store } from './open.ts'
import { READING_CELLS } from './packing/reading.ts'
import { RECORD_COLUMNS, REJECTION_COLUMNS } from './packing/rows.ts'
import { termIds } from './packing/term-ids.ts'
import type { ExtractionRows } from './rows.ts'
import { joinedLines, METHOD_SEAL, READING_SEAL, sealOf } from './seals.ts'

type Db = Store['db']
/** Stores a diagnostic of a reading, an extraction or a run. */
export type Note = ReturnType<typeof diagnosticWriter>

/** A cell of a row that is stored. */
export type StoredCell = string | number | null

/** A reading as a row, whoever brings it. */
export interface ReadingRowToWrite {
  readonly identity: string
  /** The cells of `READING_CELLS`; made where the reading is new. */
  readonly cells: () => readonly StoredCell[]
  readonly diagnostics: readonly Diagnostic[]
}

/** The row of a text: article, hash, language, text. */
export type TextRow = readonly [articleId: string, sha256: string, language: string, text: string]
/** What an extraction is known by, and what decides it beside its method. */
export type ExtractionName = readonly [
  identity: string,
  articleId: string,
  published: string | null,
  title: string | null,
  titleIsText: number
]

const READING = ['id', 'identity', 'input', ...READING_CELLS.slice(1)]
const EXTRACTION = ['identity', 'article_id', 'published', 'title', 'title_is_text', 'method', 'terms', 'mentions', 'mention_ids']

const inserting = (table: string, columns: readonly string[]): string =>
  `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`

/** Stores diagnostics. */
export function diagnosticWriter(db: Db) {
  const insert = db.prepare(inserting('diagnostics', ['reading', 'extraction', 'run', 'code', 'severity', 'line']))
  return (owner: { reading?: number; extraction?: number; run?: number }, line: Diagnostic): void => {
    insert.run(owner.reading ?? null, owner.extraction ?? null, owner.run ?? null, line.code, line.severity, JSON.stringify(line))
  }
}

/** Stores the row of a reading once and gives its id. */
export function readingRowWriter(db: Db, note: Note): (reading: ReadingRowToWrite, input: number | null) => number {
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
    const cells = [id, identity, input, ...reading.cells().slice(1)]
    insert.run(...cells, sealOf([...cells, joinedLines(diagnostics)]))
    for (const diagnostic of diagnostics) note({ reading: id }, diagnostic)
    return id
  }
}

/** Stores the row of a text and those of an extraction, and gives the extraction's id. */
export function extractionRowWriter(
  db: Db,
  note: Note
): (text: TextRow, named: ExtractionName, method: { ruleset: string; options: string }, rows: ExtractionRows) => number {
  const insertText = db.prepare('INSERT OR IGNORE INTO texts (article_id, sha256, language, text) VALUES (?, ?, ?, ?)')
  const methodOf = methodIds(db)
  const insert = db.prepare(inserting('extractions', [...EXTRACTION, 'quotes', 'sentences', 'seal']))
  const insertRecord = db.prepare(inserting('records', ['extraction', 'ordinal', ...RECORD_COLUMNS]))
  const insertRejection = db.prepare(inserting('rejections', ['extraction', 'ordinal', ...REJECTION_COLUMNS]))
  const idsOf = termIds(db)
  return (text, named, { ruleset, options }, { packed, seals }) => {
    insertText.run(...text)
    const terms = JSON.stringify(idsOf(packed.terms))
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
