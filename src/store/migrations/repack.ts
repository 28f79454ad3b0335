import type Database from 'better-sqlite3'
import type { ArticleRecord } from '../../model/article.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { AnyRecord, MentionRecord, Rejection, SentenceRecord } from '../../model/record.ts'
import { packExtraction } from '../packing/pack.ts'
import { ownKey, packReading } from '../packing/reading.ts'
import { type Cell, type PackedExtraction, RECORD_COLUMNS, REJECTION_COLUMNS } from '../packing/rows.ts'
import { termIds } from '../packing/term-ids.ts'
import { termOf } from '../packing/terms.ts'
import { type RecordRow, type RejectionRow, unpackMentions, unpackRecord, unpackRejection, unpackSentences } from '../packing/unpack.ts'
import { joinedLines, METHOD_SEAL, packedSeals, sealOf } from '../seals.ts'
import { EXTRACTION_SEAL_3, READING_SEAL_3 } from './seals-3.ts'

/** A row of an older database that is not as it was stored, or that says what none of this program says. */
export class NotWhole extends Error {
  override readonly name = 'NotWhole'
}

// So many rows are held at a time.
const SOME = 200

/** Fills the tables of schema 4 from those of schema 3. Fails with `NotWhole` where a row would lose something. */
export function repack(db: Database.Database): void {
  db.exec('INSERT INTO methods (ruleset, options) SELECT DISTINCT ruleset, options FROM extractions ORDER BY ruleset, options')
  db.exec(`UPDATE methods SET seal = ${METHOD_SEAL}`)
  const putReading = readingPacker(db)
  for (const row of rowsOf<OldReading>(db, `SELECT *, seal IS ${READING_SEAL_3} AS isWhole FROM readings`)) putReading(row)
  const putExtraction = extractionPacker(db)
  const sql = `SELECT *, seal IS (${EXTRACTION_SEAL_3}) AS isWhole,
    (SELECT text FROM texts WHERE texts.article_id = extractions.article_id) AS text FROM extractions`
  for (const row of rowsOf<OldExtraction>(db, sql)) {
    try {
      putExtraction(row)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      throw new NotWhole(`a line of extraction ${row.id} is no JSON`)
    }
  }
}

function* rowsOf<Row extends { readonly id: number; readonly isWhole: number }>(db: Database.Database, sql: string): Generator<Row> {
  const find = db.prepare(`${sql} WHERE id > ? ORDER BY id LIMIT ${SOME}`)
  for (let rows = find.all(0) as Row[]; rows.length > 0; rows = find.all((rows.at(-1) as Row).id) as Row[]) {
    for (const row of rows) {
      if (row.isWhole !== 1) throw new NotWhole(`row ${row.id} of what was read and extracted is not as it was stored`)
      yield row
    }
  }
}

interface OldReading {
  readonly [column: string]: Cell
  readonly id: number
  readonly isWhole: number
  readonly key: string
  readonly url: string | null
  readonly line: string
}

function readingPacker(db: Database.Database): (row: OldReading) => void {
  const columns = ['id', 'identity', 'input', 'article_id', 'source', 'own_key', 'url', 'external_id', 'site', 'title', 'published']
  const insert = db.prepare(
    `INSERT INTO new_readings (${columns.join(', ')}, title_is_text, more, seal) VALUES (${columns.map(() => '?').join(', ')}, ?, ?, ?)`
  )
  const said = db.prepare('SELECT line FROM diagnostics WHERE reading = ? ORDER BY id').pluck()
  return row => {
    const more = row.line === '' ? '' : packReading(JSON.parse(row.line) as ArticleRecord, row.line)
    const cells = [...columns.map(name => (name === 'own_key' ? ownKey(row) : (row[name] as Cell))), row['title_is_text'] as Cell, more]
    const lines = said.all(row.id) as string[]
    insert.run(...cells, sealOf([...cells, lines.length === 0 ? null : lines.join('\n')]))
  }
}

interface OldExtraction {
  readonly id: number
  readonly isWhole: number
  readonly identity: string
  readonly article_id: string
  readonly published: string | null
  readonly title: string | null
  readonly title_is_text: number
  readonly options: string
  readonly ruleset: string
  readonly mentions: string
  readonly sentences: string
  readonly text: string
}

function extractionPacker(db: Database.Database): (row: OldExtraction) => void {
  const method = db.prepare('SELECT id FROM methods WHERE ruleset = ? AND options = ?').pluck()
  const insert = db.prepare(
    `INSERT INTO new_extractions (id, identity, article_id, published, title, title_is_text, method, terms, mentions, mention_ids, quotes, sentences, seal)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
  )
  const inserting = (table: string, columns: readonly string[]) =>
    db.prepare(`INSERT INTO new_${table} (extraction, ordinal, ${columns.join(', ')}) VALUES (?, ?, ${columns.map(() => '?').join(', ')})`)
  const insertRecord = inserting('records', RECORD_COLUMNS)
  const insertRejection = inserting('rejections', REJECTION_COLUMNS)
  const read = linesReader(db)
  const idsOf = termIds(db)
  return row => {
    const packed = packedOf(row, read)
    const terms = JSON.stringify(idsOf(packed.terms))
    const { id, identity, article_id, published, title, title_is_text, options, ruleset } = row
    const head = sealOf([identity, article_id, published, title, title_is_text, options, ruleset, terms])
    const { mentions, mentionIds, quotes, sentences } = packed
    insert.run(
      ...[id, identity, article_id, published, title, title_is_text, method.get(ruleset, options)],
      ...[terms, mentions, mentionIds, quotes, sentences, [head, ...packedSeals(packed)].join(' ')]
    )
    for (const [i, cells] of packed.records.entries()) insertRecord.run(id, i, ...cells)
    for (const [i, cells] of packed.rejections.entries()) insertRejection.run(id, i, ...cells)
  }
}

function linesReader(db: Database.Database): (table: 'records' | 'rejections' | 'diagnostics', extraction: number) => string[] {
  const find = Object.fromEntries(
    (['records', 'rejections', 'diagnostics'] as const).map(table => [
      table,
      db.prepare(`SELECT line FROM ${table} WHERE extraction = ? ORDER BY ${table === 'diagnostics' ? 'id' : 'ordinal'}`).pluck()
    ])
  )
  return (table, extraction) => find[table]?.all(extraction) as string[]
}

/** An extraction as it is packed, and looked at whether nothing of it is lost. */
function packedOf(row: OldExtraction, read: ReturnType<typeof linesReader>): PackedExtraction {
  const { id, article_id, text } = row
  const [records, rejections, diagnostics] = [read('records', id), read('rejections', id), read('diagnostics', id)]
  const mentions = (JSON.parse(row.mentions) as [string, string, number, number, string, unknown, string][]).map(
    ([mention, type, start, end, quote, value, rule]): MentionRecord => {
      return { kind: 'mention', id: mention, article_id, type, start, end, quote, value, rule }
    }
  )
  const sentences = (JSON.parse(row.sentences) as [number, number][]).map(([start, end]): SentenceRecord => {
    return { kind: 'sentence', article_id, start, end }
  })
  const parsed = <Line>(lines: readonly string[]): Line[] => lines.map(line => JSON.parse(line) as Line)
  const whole = { records: parsed<AnyRecord>(records), rejections: parsed<Rejection>(rejections), mentions, sentences }
  const packed = packExtraction({ ...whole, article: {} as ArticleRecord, diagnostics: parsed<Diagnostic>(diagnostics) }, text)
  const terms = packed.terms.map(termOf)
  const unpacking = { articleId: article_id, text, terms }
  const lists: readonly (readonly [unknown[], readonly string[]])[] = [
    [packed.records.map(cells => unpackRecord(rowOf<RecordRow>(RECORD_COLUMNS, cells), unpacking)), records],
    [packed.rejections.map(cells => unpackRejection(rowOf<RejectionRow>(REJECTION_COLUMNS, cells), unpacking)), rejections],
    [unpackMentions(packed.mentions, packed.mentionIds, unpacking), mentions.map(m => JSON.stringify(m))],
    [unpackSentences(packed.sentences, unpacking), sentences.map(s => JSON.stringify(s))]
  ]
  const isSame = lists.every(([unpacked, lines]) => unpacked.every((line, i) => JSON.stringify(line) === lines[i]))
  if (!isSame || joinedLines(packed.diagnostics) !== (diagnostics.length === 0 ? null : diagnostics.join('\n')))
    throw new NotWhole(`what was extracted from article ${article_id} is not what its text says`)
  return packed
}

function rowOf<Row>(columns: readonly string[], cells: readonly Cell[]): Row {
  return Object.fromEntries(columns.map((name, i) => [name.replaceAll('"', ''), cells[i]])) as Row
}
