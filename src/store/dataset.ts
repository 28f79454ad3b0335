import type { ArticleRecord, ArticleSource } from '../model/article.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Extraction } from '../model/extraction.ts'
import type { AnyRecord } from '../model/record.ts'
import { recordsOf } from './contents.ts'
import { damaged } from './errors.ts'
import type { Store } from './open.ts'
import { READING_COLUMNS, type ReadingRow, unpackReading } from './packing/reading.ts'
import { extractionOf, type Scope, type StoredArticle } from './read.ts'
import { prepared } from './statements.ts'
import { checkText } from './whole.ts'

/** An article of a dataset, as far as it is known without reading it. */
export interface DatasetMember {
  readonly articleId: string
  /** The reading that names it, and its extraction. */
  readonly reading: number
  readonly extraction: number
  /** All readings of it. */
  readonly readings: readonly number[]
  readonly supersededBy: string | null
}

/** A file that articles of a dataset were read from. */
export interface DatasetInput {
  readonly source: string
  readonly sha256: string
  readonly bytes: number
  readonly reader: string
  /** Options that change what is read, as a JSON object. */
  readonly options: string
}

interface MemberRow {
  readonly articleId: string
  readonly reading: number
  readonly extraction: number
  readonly source: string
  readonly run: number
}

/**
 * The articles of a scope by id, whatever the runs were that brought them: for the current state the newest reading of each
 * source counts, and the smallest of them names the article, as it would in one run over all of it.
 */
export function datasetMembers(store: Store, scope: Scope, allVersions: boolean): DatasetMember[] {
  const superseded = scope === 'current' ? new Map<string, string>() : supersededIn(store, scope.run.id)
  const live = scope === 'current' ? liveArticles(store) : null
  const members: DatasetMember[] = []
  for (const [articleId, rows] of Map.groupBy(readingRows(store, scope), row => row.articleId)) {
    const isLive = live === null ? !superseded.has(articleId) : live.has(articleId)
    if (!isLive && !allVersions) continue
    const supersededBy = isLive
      ? null
      : live === null
        ? (superseded.get(articleId) ?? null)
        : newestVersion(store, articleId, 'SELECT run FROM current_runs')
    const newest = new Map<string, number>()
    for (const { source, run } of rows) newest.set(source, Math.max(run, newest.get(source) ?? 0))
    const readings = rows.filter(row => row.run === newest.get(row.source))
    const [first] = readings
    if (first !== undefined)
      members.push({
        articleId,
        reading: first.reading,
        extraction: first.extraction,
        readings: readings.map(r => r.reading),
        supersededBy
      })
  }
  return members
}

/** Readings with their extraction by the scope's method, by article and rank. */
function readingRows({ db }: Store, scope: Scope): MemberRow[] {
  const runs = scope === 'current' ? 'SELECT run FROM current_runs' : String(scope.run.id)
  return db
    .prepare(
      `SELECT d.article_id AS articleId, d.id AS reading, e.id AS extraction, d.source, max(rr.run) AS run
       FROM run_readings rr JOIN runs r ON r.id = rr.run JOIN readings d ON d.id = rr.reading
         JOIN methods m ON m.options = r.options AND m.ruleset = r.ruleset
         JOIN extractions e ON e.article_id = d.article_id AND e.published IS d.published AND e.title IS d.title
           AND e.title_is_text = d.title_is_text AND e.method = m.id
       WHERE rr.run IN (${runs}) AND d.more <> ''
       GROUP BY d.id ORDER BY d.article_id, d.rank`
    )
    .all() as MemberRow[]
}

function liveArticles({ db }: Store): ReadonlySet<string> {
  return new Set(db.prepare('SELECT article_id FROM live_articles').pluck().all() as string[])
}

function supersededIn({ db }: Store, run: number): ReadonlyMap<string, string> {
  const rows = db.prepare('SELECT article_id, superseded_by FROM run_articles WHERE run = ? AND superseded_by IS NOT NULL').raw().all(run)
  return new Map(rows as [string, string][])
}

/** The newest text under a key of an article that another one replaced, as some runs (a SELECT of their ids) know them. */
export function newestVersion({ db }: Pick<Store, 'db'>, articleId: string, runs: string): string | null {
  const row = db
    .prepare(
      `SELECT a.article_id FROM readings d JOIN readings e ON e.key = d.key JOIN run_readings rr ON rr.reading = e.id
         JOIN run_articles a ON a.run = rr.run AND a.article_id = e.article_id
       WHERE d.article_id = @articleId AND d.key NOT GLOB 'source:*' AND a.superseded_by IS NULL AND a.article_id <> @articleId
         AND rr.run IN (${runs})
       ORDER BY rr.run DESC, a.article_id LIMIT 1`
    )
    .pluck()
    .get({ articleId }) as string | undefined
  return row ?? null
}

/** An article with all that is stored of it: every source it was read from, the diagnostics of all its readings. */
export function datasetArticle(store: Store, member: DatasetMember): { readonly text: string; readonly extraction: Extraction } {
  const stored = storedMember(store, member)
  const said = prepared(
    store.db,
    `SELECT DISTINCT g.line FROM diagnostics g JOIN readings d ON d.id = g.reading
     WHERE d.id IN (SELECT value FROM json_each(?)) ORDER BY d.source, g.line`
  )
    .pluck()
    .all(JSON.stringify(member.readings)) as string[]
  const extraction = extractionOf(store, stored)
  const diagnostics = [...said.map(line => JSON.parse(line) as Diagnostic), ...extraction.diagnostics]
  return { text: stored.text, extraction: { ...extraction, diagnostics } }
}

/** An article of a dataset with its records alone. */
export function datasetRecords(store: Store, member: DatasetMember): { readonly article: ArticleRecord; readonly records: AnyRecord[] } {
  return { article: storedMember(store, member).record, records: recordsOf(store, member.extraction) }
}

function storedMember(store: Store, member: DatasetMember): StoredArticle {
  const { articleId, reading, readings, extraction, supersededBy } = member
  const { db } = store
  const sql = `SELECT ${READING_COLUMNS}, t.text FROM readings d JOIN texts t ON t.article_id = d.article_id WHERE d.id = ?`
  const row = prepared(db, sql).get(reading) as (ReadingRow & { titleIsText: number; text: string }) | undefined
  if (row === undefined) throw damaged(store.shown, `the text of article ${articleId} is missing`)
  checkText(store, articleId, row.sha256, row.text)
  const sources = prepared(
    db,
    'SELECT DISTINCT source, external_id, url, published FROM readings WHERE id IN (SELECT value FROM json_each(?))'
  ).all(JSON.stringify(readings)) as ArticleSource[]
  const record: ArticleRecord = { ...unpackReading(row), duplicate_of: null, sources: sources.toSorted(bySource) }
  if (record.id !== articleId) throw new Error(`Reading ${reading} is of another article.`)
  return { record, titleIsText: row.titleIsText === 1, text: row.text, run: -1, extraction, supersededBy }
}

/** What near-duplicates are told by, without the rest of the article. */
export function textOf(
  { db }: Store,
  member: DatasetMember
): { readonly id: string; readonly published: string | null; readonly text: string } {
  const sql = 'SELECT t.article_id AS id, d.published, t.text FROM readings d JOIN texts t ON t.article_id = d.article_id WHERE d.id = ?'
  return prepared(db, sql).get(member.reading) as { id: string; published: string | null; text: string }
}

/** The files that some readings came from, and how many articles came from streams. */
export function datasetInputs(
  { db }: Store,
  members: readonly DatasetMember[]
): { readonly files: readonly DatasetInput[]; readonly streamed: number } {
  const find = db.prepare(
    `SELECT i.source, i.sha256, i.bytes, i.reader, i.options FROM readings d JOIN inputs i ON i.id = d.input WHERE d.id = ?`
  )
  const files = new Map<string, DatasetInput>()
  let streamed = 0
  for (const { readings } of members) {
    let isFiled = false
    for (const reading of readings) {
      const input = find.get(reading) as DatasetInput | undefined
      if (input === undefined) continue
      isFiled = true
      files.set(JSON.stringify([input.source, input.sha256, input.options, input.reader]), input)
    }
    if (!isFiled) streamed++
  }
  return { files: [...files].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, input]) => input), streamed }
}

/** The method of a scope: what its extractions were made by; undefined where no run holds an article. */
export function methodOf({ db }: Store, scope: Scope): { readonly ruleset: string; readonly options: string } | undefined {
  if (scope !== 'current') return { ruleset: scope.run.ruleset, options: scope.run.options }
  return db.prepare('SELECT ruleset, options FROM current_method').get() as { ruleset: string; options: string } | undefined
}

/** The parts of a stored ruleset, by kind and name. */
export function rulesetParts({ db }: Store, ruleset: string): { readonly kind: string; readonly name: string; readonly hash: string }[] {
  return db.prepare('SELECT kind, name, hash FROM ruleset_parts WHERE ruleset = ? ORDER BY kind, name').all(ruleset) as {
    kind: string
    name: string
    hash: string
  }[]
}

function bySource(a: ArticleSource, b: ArticleSource): number {
  const [x, y] = [JSON.stringify(a), JSON.stringify(b)]
  return x < y ? -1 : x > y ? 1 : 0
}
