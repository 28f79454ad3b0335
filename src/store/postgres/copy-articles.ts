import type Database from 'better-sqlite3'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Cell } from '../packing/rows.ts'
import { diagnosticWriter, type ExtractionName, extractionRowWriter, readingRowWriter, type StoredCell } from '../row-writers.ts'
import type { ExtractionRows } from '../rows.ts'
import { fromCell, fromJsonCell } from './cells.ts'
import { type PostgresClient, rowsOf } from './client.ts'
import type { Copies } from './copy-lists.ts'

/** Gives the id in the copy of what has a name. */
type Ids = (identity: string) => number

/**
 * Brings readings and extractions that a copy lacks. Each call asks the store for them and gives what writes them, to be
 * called inside a transaction of the copy.
 */
export interface ArticleCopier {
  bringReadings(readings: readonly { readonly identity: string; readonly isFiled: boolean }[]): Promise<() => Ids>
  bringExtractions(identities: readonly string[]): Promise<() => Ids>
}

/** What copies readings and extractions. */
export function articleCopier({ client, db }: Copies): ArticleCopier {
  return { bringReadings: readingCopier(client, db), bringExtractions: extractionCopier(client, db) }
}

interface ReadingRow {
  readonly identity: string
  readonly cells: readonly StoredCell[]
  readonly input: readonly string[] | null
  readonly diagnostics: readonly Diagnostic[]
}

const READINGS = `SELECT d.identity, d.article_id, d.source, d.own_key, d.url, d.external_id, d.site, d.title, d.published, d.title_is_text,
    d.more, i.sha256 AS input_sha256, i.source AS input_source, i.reader AS input_reader, i.options AS input_options, g.lines
  FROM muctieu.readings d LEFT JOIN muctieu.inputs i ON i.id = d.input LEFT JOIN LATERAL
    (SELECT json_agg(g.line ORDER BY g.ordinal)::text AS lines FROM muctieu.diagnostics g WHERE g.reading = d.id) g ON true
  WHERE d.identity = ANY($1::text[]) ORDER BY d.id`

function readingCopier(client: PostgresClient, db: Database.Database): ArticleCopier['bringReadings'] {
  const put = readingRowWriter(db, diagnosticWriter(db))
  const find = db.prepare('SELECT id FROM readings WHERE identity = ?').pluck()
  const findFiled = db.prepare('SELECT input IS NOT NULL FROM readings WHERE identity = ?').pluck()
  const inputOf = db.prepare('SELECT id FROM inputs WHERE sha256 = ? AND source = ? AND reader = ? AND options = ?').pluck()
  return async readings => {
    // One that came from a stream before and from a file now is brought again.
    const missing = readings.filter(({ identity, isFiled }) => {
      const known = findFiled.get(identity) as number | undefined
      return known === undefined || (known === 0 && isFiled)
    })
    const rows = await readingRows(client, missing)
    return () => {
      for (const { identity, cells, input, diagnostics } of rows) {
        const from = input === null ? null : ((inputOf.get(...input) as number | undefined) ?? null)
        put({ identity, cells: () => cells, diagnostics }, from)
      }
      return identity => find.get(identity) as number
    }
  }
}

async function readingRows(client: PostgresClient, readings: readonly { readonly identity: string }[]): Promise<ReadingRow[]> {
  if (readings.length === 0) return []
  type Found = Readonly<Record<string, string | number | null>> & { readonly title_is_text: number; readonly more: string }
  const found = await rowsOf<Found>(client, READINGS, [readings.map(r => r.identity)])
  return found.map(row => {
    const text = (name: string): string | null => (typeof row[name] === 'string' ? fromCell(row[name]) : null)
    const named = ['identity', 'article_id', 'source', 'own_key', 'url', 'external_id', 'site', 'title', 'published'].map(text)
    const input = ['input_sha256', 'input_source', 'input_reader', 'input_options'].map(text)
    return {
      identity: row['identity'] as string,
      cells: [...named, row.title_is_text, fromJsonCell(row.more)],
      input: input[0] === null ? null : (input as string[]),
      diagnostics: linesOf(row['lines'] as string | null)
    }
  })
}

interface ExtractionRow {
  readonly id: number
  readonly identity: string
  readonly article_id: string
  readonly sha256: string
  readonly language: string
  readonly text: string
  readonly published: string | null
  readonly title: string | null
  readonly title_is_text: number
  readonly ruleset: string
  readonly options: string
  readonly terms: string
  readonly mentions: string
  readonly mention_ids: Uint8Array
  readonly quotes: string | null
  readonly sentences: Uint8Array
  readonly records_seal: string
  readonly rest_seal: string
  readonly lines: string | null
}

const EXTRACTIONS = `SELECT x.*, t.sha256, t.language, t.text, m.ruleset, m.options, g.lines
  FROM muctieu.extractions x JOIN muctieu.texts t ON t.article_id = x.article_id JOIN muctieu.methods m ON m.id = x.method LEFT JOIN LATERAL
    (SELECT json_agg(g.line ORDER BY g.ordinal)::text AS lines FROM muctieu.diagnostics g WHERE g.extraction = x.id) g ON true
  WHERE x.identity = ANY($1::text[]) ORDER BY x.id`

type Owned = Readonly<Record<string, Cell>> & { readonly extraction: number }
const RECORDS = 'SELECT * FROM muctieu.records WHERE extraction = ANY($1::bigint[]) ORDER BY extraction, ordinal'
const REJECTIONS = 'SELECT * FROM muctieu.rejections WHERE extraction = ANY($1::bigint[]) ORDER BY extraction, ordinal'

function extractionCopier(client: PostgresClient, db: Database.Database): ArticleCopier['bringExtractions'] {
  const put = extractionRowWriter(db, diagnosticWriter(db))
  const find = db.prepare('SELECT id FROM extractions WHERE identity = ?').pluck()
  return async identities => {
    const missing = identities.filter(identity => find.get(identity) === undefined)
    const rows = missing.length === 0 ? [] : await rowsOf<ExtractionRow>(client, EXTRACTIONS, [missing])
    const ids = [rows.map(row => row.id)]
    const records = Map.groupBy(rows.length === 0 ? [] : await rowsOf<Owned>(client, RECORDS, ids), row => row.extraction)
    const rejections = Map.groupBy(rows.length === 0 ? [] : await rowsOf<Owned>(client, REJECTIONS, ids), row => row.extraction)
    return () => {
      for (const row of rows) {
        const text = [row.article_id, row.sha256, fromCell(row.language), fromCell(row.text)] as const
        put(text, nameOf(row), row, extractionRows(row, records.get(row.id) ?? [], rejections.get(row.id) ?? []))
      }
      return identity => find.get(identity) as number
    }
  }
}

function nameOf({ identity, article_id, published, title, title_is_text }: ExtractionRow): ExtractionName {
  return [identity, article_id, published === null ? null : fromCell(published), title === null ? null : fromCell(title), title_is_text]
}

/** Rows as `packExtraction` made them. */
function extractionRows(row: ExtractionRow, records: readonly Owned[], rejections: readonly Owned[]): ExtractionRows {
  const said = fromCell(row.terms)
  return {
    packed: {
      terms: said === '' ? [] : said.split('\n'),
      mentions: fromJsonCell(row.mentions),
      mentionIds: row.mention_ids,
      quotes: row.quotes === null ? null : fromJsonCell(row.quotes),
      sentences: row.sentences,
      records: records.map(r => [...place(r, 'kind'), ...['facts', 'evidence', 'rules'].map(name => json(r[name]))]),
      rejections: rejections.map(r => [
        ...place(r, 'record_kind'),
        ...['reason', 'rule', 'message'].map(name => plain(r[name])),
        json(r['line'])
      ]),
      diagnostics: linesOf(row.lines)
    },
    seals: [row.records_seal, row.rest_seal]
  }
}

function place(row: Owned, kind: string): Cell[] {
  return [row['id'], row[kind], row['start'], row['end'], plain(row['quote'])].map(cell => cell ?? null)
}

function plain(cell: Cell | undefined): Cell {
  return typeof cell === 'string' ? fromCell(cell) : (cell ?? null)
}

function json(cell: Cell | undefined): Cell {
  return typeof cell === 'string' ? fromJsonCell(cell) : (cell ?? null)
}

/** Lines as a JSON array that PostgreSQL put together. */
function linesOf(lines: string | null): Diagnostic[] {
  return lines === null ? [] : (JSON.parse(fromJsonCell(lines)) as Diagnostic[])
}
