import { createHash } from 'node:crypto'
import type { Store } from './open.ts'

/** Several publication days that one text of a run has in its sources. */
export interface SeveralDays {
  readonly articleId: string
  readonly source: string
  readonly days: readonly string[]
}

/** The texts of a run whose sources name several days. */
export function severalDaysOf({ db }: Store, run: number): SeveralDays[] {
  const rows = db
    .prepare(
      `SELECT d.article_id, min(d.source) AS source, json_group_array(DISTINCT d.published) AS days
       FROM run_readings r JOIN readings d ON d.id = r.reading WHERE r.run = ? AND d.published IS NOT NULL
       GROUP BY d.article_id HAVING count(DISTINCT d.published) > 1 ORDER BY d.article_id`
    )
    .all(run) as { article_id: string; source: string; days: string }[]
  return rows.map(row => ({ articleId: row.article_id, source: row.source, days: (JSON.parse(row.days) as string[]).toSorted() }))
}

/** One hash of everything that a run was given, whatever the order it came in. */
export function inputSetOf({ db }: Store, run: number): string {
  const rows = db
    .prepare(
      `SELECT d.source, d.article_id, d.key, d.published, d.title FROM run_readings r JOIN readings d ON d.id = r.reading
       WHERE r.run = ? ORDER BY d.source, d.article_id, d.key, d.published, d.title`
    )
    .raw()
  const hash = createHash('sha256')
  for (const row of rows.iterate(run)) hash.update(`${JSON.stringify(row)}\n`)
  return hash.digest('hex')
}

/**
 * Marks the articles of a run that newer texts of the same run replace: a text is newer that stands under the same `url:`
 * or `id:` key with a later day, else a later source; an article that is the newest under any of its keys stays.
 */
export function markSuperseded({ db }: Store, run: number): number {
  return db
    .prepare(
      `WITH held AS (
         SELECT d.article_id, d.key, max(coalesce(d.published, '')) AS day, max(d.source) AS source
         FROM run_readings r JOIN readings d ON d.id = r.reading WHERE r.run = @run GROUP BY d.article_id, d.key
       ), ranked AS (
         SELECT article_id, CASE WHEN key GLOB 'source:*' THEN article_id
           ELSE first_value(article_id) OVER (PARTITION BY key ORDER BY day DESC, source DESC, article_id DESC) END AS newest
         FROM held
       ), replaced AS (
         SELECT article_id, min(newest) AS newest FROM ranked GROUP BY article_id HAVING sum(newest = article_id) = 0
       )
       UPDATE run_articles SET superseded_by = replaced.newest FROM replaced
       WHERE run_articles.run = @run AND run_articles.article_id = replaced.article_id`
    )
    .run({ run }).changes
}

/** An article of a run as near-duplicates are looked for: the text is read from the database when it is asked for. */
export interface DuplicateCandidate {
  readonly id: string
  readonly published: string | null
  readonly text: string
  /** What is known of the text already. */
  readonly bands: Int32Array | undefined
}

/** What candidates are asked for. */
interface Known {
  text(id: string): string
  bands(id: string): Int32Array | undefined
}

/** There are as many as a run has articles: one of a class takes a quarter of the memory of one with functions of its own. */
class Candidate implements DuplicateCandidate {
  readonly id: string
  readonly published: string | null
  readonly #known: Known

  constructor(id: string, published: string | null, known: Known) {
    this.id = id
    this.published = published
    this.#known = known
  }

  get text(): string {
    return this.#known.text(this.id)
  }

  get bands(): Int32Array | undefined {
    return this.#known.bands(this.id)
  }
}

/** The articles of a run that are not superseded, by id, with what is known of them. */
export function duplicateCandidates(
  { db }: Store,
  run: number,
  bandsOf: (id: string) => Int32Array | undefined
): readonly DuplicateCandidate[] {
  const text = db.prepare('SELECT text FROM texts WHERE article_id = ?').pluck()
  const known: Known = { text: id => text.get(id) as string, bands: bandsOf }
  const rows = db.prepare(
    `SELECT a.article_id AS id, d.published FROM run_articles a JOIN readings d ON d.id = a.reading
       WHERE a.run = ? AND a.superseded_by IS NULL ORDER BY a.article_id`
  )
  const candidates: Candidate[] = []
  for (const { id, published } of rows.iterate(run) as Iterable<{ id: string; published: string | null }>)
    candidates.push(new Candidate(id, published, known))
  return candidates
}

/** Takes over what an earlier run of the same set by the same ruleset found out about near-duplicates; whether there was one. */
export function copyDuplicates({ db }: Store, run: number, inputSet: string): boolean {
  const earlier = db
    .prepare(
      `SELECT max(e.id) FROM runs e JOIN runs r ON r.ruleset = e.ruleset WHERE r.id = ? AND e.id < r.id AND e.input_set = ? AND e.status = 'done'`
    )
    .pluck()
    .get(run, inputSet) as number | null
  if (earlier === null) return false
  db.prepare(
    `UPDATE run_articles SET duplicate_of = e.duplicate_of FROM run_articles e
     WHERE run_articles.run = ? AND e.run = ? AND e.article_id = run_articles.article_id AND e.duplicate_of IS NOT NULL`
  ).run(run, earlier)
  return true
}

/** Says which articles of a run are near-duplicates of which. */
export function markDuplicates({ db }: Store, run: number, originals: ReadonlyMap<string, string>): void {
  const mark = db.prepare('UPDATE run_articles SET duplicate_of = ? WHERE run = ? AND article_id = ?')
  for (const [article, original] of originals) mark.run(original, run, article)
}

/** How much a run holds: articles, articles without any record, records by kind, rejections. */
export function contentsOf({ db }: Store, run: number): Record<string, number> {
  const counts: Record<string, number> = {}
  const articles = db
    .prepare(
      `SELECT count(*) AS articles, coalesce(sum(a.superseded_by IS NOT NULL), 0) AS superseded, coalesce(sum(a.duplicate_of IS NOT NULL), 0) AS duplicates,
         coalesce(sum(NOT EXISTS (SELECT 1 FROM records r WHERE r.extraction = a.extraction)), 0) AS without_records,
         coalesce(sum((SELECT count(*) FROM rejections r WHERE r.extraction = a.extraction)), 0) AS rejections
       FROM run_articles a WHERE a.run = ?`
    )
    .get(run) as Record<string, number>
  Object.assign(counts, articles)
  const kinds = db
    .prepare(
      'SELECT r.kind, count(*) AS n FROM run_articles a JOIN records r ON r.extraction = a.extraction WHERE a.run = ? GROUP BY r.kind ORDER BY r.kind'
    )
    .all(run) as { kind: string; n: number }[]
  for (const { kind, n } of kinds) counts[`${kind}s`] = n
  return counts
}

/** What is new in a run: articles extracted by it, those of them without any record, and diagnostics by code. */
export interface NewCases {
  readonly articles: number
  readonly withoutRecords: number
  readonly diagnostics: Readonly<Record<string, number>>
}

/** Counts what a run added: what stands behind the ids that were the last before it, or, without them, what no earlier run holds. */
export function newCasesOf({ db }: Store, run: number, before: { readonly extraction: number; readonly reading: number } | null): NewCases {
  const isNew = before === null ? UNHELD : BEHIND
  const given = { run, ...(before ?? {}) }
  const { articles, withoutRecords } = db
    .prepare(
      `SELECT count(*) AS articles, coalesce(sum(NOT EXISTS (SELECT 1 FROM records r WHERE r.extraction = a.extraction)), 0) AS withoutRecords
       FROM run_articles a WHERE a.run = @run AND ${isNew.extraction}`
    )
    .get(given) as { articles: number; withoutRecords: number }
  const rows = db
    .prepare(
      `SELECT code, count(*) AS n FROM (
         SELECT d.code FROM run_readings r JOIN diagnostics d ON d.reading = r.reading WHERE r.run = @run AND ${isNew.reading}
         UNION ALL
         SELECT d.code FROM run_articles a JOIN diagnostics d ON d.extraction = a.extraction WHERE a.run = @run AND ${isNew.extraction}
         UNION ALL
         SELECT d.code FROM diagnostics d WHERE d.run = @run
       ) GROUP BY code ORDER BY code`
    )
    .all(given) as { code: string; n: number }[]
  return { articles, withoutRecords, diagnostics: Object.fromEntries(rows.map(row => [row.code, row.n])) }
}

const BEHIND = { extraction: 'a.extraction > @extraction', reading: 'r.reading > @reading' }
const UNHELD = {
  extraction: 'NOT EXISTS (SELECT 1 FROM run_articles e WHERE e.extraction = a.extraction AND e.run < @run)',
  reading: 'NOT EXISTS (SELECT 1 FROM run_readings e WHERE e.reading = r.reading AND e.run < @run)'
}

/** The ids that were given last: what comes later is new. */
export function lastIds({ db }: Store): { readonly extraction: number; readonly reading: number } {
  return db
    .prepare('SELECT (SELECT coalesce(max(id), 0) FROM extractions) AS extraction, (SELECT coalesce(max(id), 0) FROM readings) AS reading')
    .get() as { extraction: number; reading: number }
}

/**
 * The ids that were given last before a run began, in a database whose runs were written or copied one after the other: as
 * `lastIds` said then.
 */
export function lastIdsBefore({ db }: Store, run: number): { readonly extraction: number; readonly reading: number } {
  return db
    .prepare(
      `SELECT (SELECT coalesce(max(extraction), 0) FROM run_articles WHERE run < @run) AS extraction,
         (SELECT coalesce(max(reading), 0) FROM run_readings WHERE run < @run) AS reading`
    )
    .get({ run }) as { extraction: number; reading: number }
}
