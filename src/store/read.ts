import type { ArticleRecord, ArticleSource } from '../model/article.ts'
import { type Diagnostic, saidOf } from '../model/diagnostic.ts'
import type { Extraction } from '../model/extraction.ts'
import type { Rejection } from '../model/record.ts'
import type { DataTable } from '../model/table.ts'
import { UsageError } from '../model/usage-error.ts'
import { damaged } from './errors.ts'
import type { Store } from './open.ts'
import { READING_COLUMNS, type ReadingRow, storedTables, unpackReading } from './packing/reading.ts'
import { unpackMentions, unpackSentences } from './packing/unpack.ts'
import { listRuns, type RunRow } from './runs.ts'
import { prepared } from './statements.ts'
import { unpackerOf } from './unpacker.ts'
import { checkExtraction, checkRuns, checkText, WHOLE } from './whole.ts'

/** Which articles of a database are meant: those of one run, or its current state. */
export type Scope = { readonly run: RunRow } | 'current'

/** An article of a scope. */
export interface StoredArticle {
  /** The article line with what the run knows of it: all its sources, and what it is a duplicate of. */
  readonly record: ArticleRecord
  readonly titleIsText: boolean
  /** Where the cells of its tables stand in the text, if it has any. */
  readonly tables?: readonly DataTable[]
  readonly text: string
  /** The run it is taken from. */
  readonly run: number
  readonly extraction: number
  /** The article whose newer text stands in its place, or null. */
  readonly supersededBy: string | null
}

/** The run of a number or of a name (the newest that bears it), or a usage error. */
export function runNamed(store: Store, shown: string, name: string): RunRow {
  const runs = listRuns(store)
  const run = runs.findLast(r => r.name === name) ?? runs.find(r => String(r.id) === name)
  if (run === undefined) throw new UsageError(`The database ${shown} has no run ${name}; "muctieu runs" lists them.`)
  return run
}

/** The articles of a scope by id, read one after the other. Superseded ones are left out unless asked for. */
export function* articlesOf(store: Store, scope: Scope, { allVersions = false } = {}): Generator<StoredArticle> {
  const sql =
    scope === 'current'
      ? 'SELECT article_id, run, reading, extraction, duplicate_of, NULL AS superseded_by FROM current_articles ORDER BY article_id'
      : `SELECT * FROM run_articles WHERE run = ${scope.run.id}${allVersions ? '' : ' AND superseded_by IS NULL'} ORDER BY article_id`
  checkRuns(store)
  const list = store.db.prepare(sql).all() as Membership[]
  for (const member of list) yield stored(store, member)
}

/** One article of a run. */
export function articleOf(store: Store, run: number, articleId: string): StoredArticle {
  return stored(store, prepared(store.db, 'SELECT * FROM run_articles WHERE run = ? AND article_id = ?').get(run, articleId) as Membership)
}

function stored(store: Store, member: Membership): StoredArticle {
  const { db, shown } = store
  const row = prepared(
    db,
    `SELECT ${READING_COLUMNS}, t.text, (SELECT ${WHOLE.readings} FROM readings WHERE id = d.id) AS isWhole
       FROM readings d JOIN texts t ON t.article_id = d.article_id WHERE d.id = ?`
  ).get(member.reading) as (ReadingRow & { titleIsText: number; text: string; isWhole: number }) | undefined
  if (row?.isWhole !== 1) throw damaged(shown, `how article ${member.article_id} was read is not as it was stored`)
  checkText(store, member.article_id, row.sha256, row.text)
  const sources = prepared(
    db,
    'SELECT DISTINCT d.source, d.external_id, d.url, d.published FROM readings d JOIN run_readings r ON r.reading = d.id WHERE d.article_id = ? AND r.run = ?'
  ).all(member.article_id, member.run) as ArticleSource[]
  return {
    record: { ...unpackReading(row), duplicate_of: member.duplicate_of, sources: sources.toSorted(bySource) },
    titleIsText: row.titleIsText === 1,
    ...storedTables(row),
    text: row.text,
    run: member.run,
    extraction: member.extraction,
    supersededBy: member.superseded_by
  }
}

/** Everything that was extracted from an article, as it was printed. Diagnostics of reading come first. */
export function extractionOf(store: Store, article: StoredArticle): Extraction {
  const { extraction: id, record } = article
  const { db } = store
  checkExtraction(store, id, 'all')
  const lines = (sql: string, ...values: unknown[]): unknown[] =>
    (
      prepared(db, sql)
        .pluck()
        .all(...values) as string[]
    ).map(line => JSON.parse(line) as unknown)
  const packed = prepared(db, 'SELECT mentions, mention_ids AS ids, sentences FROM extractions WHERE id = ?').get(id) as Packed
  const unpacker = unpackerOf(store)
  const unpacking = unpacker.unpacking(id)
  const said = lines(
    `SELECT g.line FROM run_readings r JOIN readings d ON d.id = r.reading JOIN diagnostics g ON g.reading = d.id
     WHERE d.article_id = ? AND r.run = ? ORDER BY d.source, g.id`,
    record.id,
    article.run
  )
  const extracted = lines('SELECT line FROM diagnostics WHERE extraction = ? ORDER BY id', id)
  return {
    article: record,
    records: unpacker.records(id, unpacking),
    rejections: unpacker.rejections(id, unpacking),
    diagnostics: [...(said as Diagnostic[]), ...saidOf(extracted as Diagnostic[], record)],
    mentions: unpackMentions(packed.mentions, packed.ids, unpacking),
    sentences: unpackSentences(packed.sentences, unpacking)
  }
}

const ID = /^[0-9a-f]{16}$/

/** Where a record or rejection with an id stands: its article ids, newest run first, what-if runs behind all others. */
export function runsWithLine({ db }: Store, id: string): readonly { readonly run: number; readonly articleId: string }[] {
  if (!ID.test(id)) return []
  return db
    .prepare(
      `SELECT a.run, a.article_id AS articleId FROM run_articles a JOIN runs r ON r.id = a.run
       WHERE a.extraction IN (SELECT extraction FROM records WHERE id = @bytes UNION SELECT extraction FROM rejections WHERE id = @bytes)
       ORDER BY r.what_if, a.run DESC, a.article_id`
    )
    .all({ bytes: Buffer.from(id, 'hex') }) as { run: number; articleId: string }[]
}

/** What was said of a run itself: of inputs that gave no article, as it came. */
export function saidOfRun({ db }: Store, run: number): Diagnostic[] {
  const lines = db.prepare('SELECT line FROM diagnostics WHERE run = ? ORDER BY id').pluck().all(run) as string[]
  return lines.map(line => JSON.parse(line) as Diagnostic)
}

/** The diagnostics of a run: its own, then those of what it read and extracted. */
export function diagnosticsOf({ db }: Store, run: number): Diagnostic[] {
  // What was extracted from an article is stored without a source: it may have several.
  const rows = db
    .prepare(
      `SELECT line, coalesce(line ->> 'source', (SELECT r.source FROM run_articles a JOIN readings r ON r.id = a.reading
         WHERE a.run = @run AND a.article_id = line ->> 'article_id')) AS source
       FROM run_diagnostics WHERE run = @run ORDER BY code, source, line`
    )
    .all({ run }) as { readonly line: string; readonly source: string | null }[]
  return rows.map(({ line, source }) => ({ ...(JSON.parse(line) as Diagnostic), source }))
}

/** The rejections of a run by article and place. */
export function rejectionsOf(store: Store, run: number): Rejection[] {
  const extractions = store.db
    .prepare(
      `SELECT extraction FROM run_articles a WHERE run = ? AND EXISTS (SELECT 1 FROM rejections r WHERE r.extraction = a.extraction)
       ORDER BY article_id`
    )
    .pluck()
    .all(run) as number[]
  const unpacker = unpackerOf(store)
  return extractions.flatMap(id => {
    checkExtraction(store, id, 'all')
    return unpacker.rejections(id, unpacker.unpacking(id))
  })
}

interface Membership {
  readonly article_id: string
  readonly run: number
  readonly reading: number
  readonly extraction: number
  readonly duplicate_of: string | null
  readonly superseded_by: string | null
}

interface Packed {
  readonly mentions: string
  readonly ids: Uint8Array
  readonly sentences: Uint8Array
}

function bySource(a: ArticleSource, b: ArticleSource): number {
  const [x, y] = [JSON.stringify(a), JSON.stringify(b)]
  return x < y ? -1 : x > y ? 1 : 0
}
