import type { Article } from '../model/article.ts'
import { newestVersion } from './dataset.ts'
import { damaged } from './errors.ts'
import type { Store } from './open.ts'
import { READING_COLUMNS, type ReadingRow, storedTables, unpackReading } from './packing/reading.ts'
import { liveArticlesIn } from './views.ts'
import { isWholeText, WHOLE } from './whole.ts'

/** What is stored of an article, as far as it is known without its text. */
export interface StoredText {
  readonly articleId: string
  /** Of its readings the newest from each source, in the order of their rank: the first names the article. */
  readonly readings: readonly number[]
  /** The article whose newer text stands in its place, or null. */
  readonly supersededBy: string | null
}

// What only an experiment brought is no part of the data.
const RUNS = 'SELECT id AS run FROM runs WHERE what_if = 0'

/** Everything that a database holds of texts, whatever rulesets read them, by article id. Removed articles are gone. */
export function storedTexts({ db }: Store): StoredText[] {
  const rows = db
    .prepare(
      `SELECT d.article_id AS articleId, d.id AS reading, d.source, max(r.run) AS run FROM run_readings r JOIN readings d ON d.id = r.reading
       WHERE r.run IN (${RUNS}) AND d.more <> '' GROUP BY d.id ORDER BY d.article_id, d.rank`
    )
    .all() as { articleId: string; reading: number; source: string; run: number }[]
  const live = new Set(
    db
      .prepare(liveArticlesIn(`(${RUNS})`))
      .pluck()
      .all() as string[]
  )
  return [...Map.groupBy(rows, row => row.articleId)].map(([articleId, own]) => {
    const newest = new Map<string, number>()
    for (const { source, run } of own) newest.set(source, Math.max(run, newest.get(source) ?? 0))
    return {
      articleId,
      readings: own.filter(row => row.run === newest.get(row.source)).map(row => row.reading),
      supersededBy: live.has(articleId) ? null : newestVersion({ db }, articleId, RUNS)
    }
  })
}

/** Reads stored articles as they were read from their sources; a usage error where one is not as it was stored. */
export function storedReader({ db, shown }: Store): (reading: number) => Article {
  const find = db.prepare(
    `SELECT ${READING_COLUMNS}, t.text, (SELECT ${WHOLE.readings} FROM readings WHERE id = d.id) AS isWhole
     FROM readings d JOIN texts t ON t.article_id = d.article_id WHERE d.id = ?`
  )
  return reading => {
    const row = find.get(reading) as (ReadingRow & { titleIsText: number; text: string; isWhole: number }) | undefined
    if (row === undefined) throw damaged(shown, `the text of reading ${reading} is missing`)
    if (row.isWhole !== 1) throw damaged(shown, `how article ${row.article_id} was read is not as it was stored`)
    if (!isWholeText(row.article_id, row.sha256, row.text))
      throw damaged(shown, `the text of article ${row.article_id} is not the one its hash is of`)
    return { text: row.text, record: unpackReading(row), titleIsText: row.titleIsText === 1, ...storedTables(row) }
  }
}
