import type { Store } from './open.ts'
import { removeStatements, VACUUM } from './postgres/changes.ts'
import { READING_SEAL, RUN_SEAL } from './seals.ts'

/** A text that a name stands for, with all that it is told by. */
export interface NamedText {
  readonly articleId: string
  readonly title: string | null
  readonly published: string | null
  /** Where it was read from, under whatever name it has. */
  readonly sources: readonly string[]
}

/** What was removed: the articles whose text and records are gone. */
export interface Removal {
  readonly value: string
  readonly articles: readonly string[]
}

/** The texts that are stored under a name: the id of an article, a key (`url:…`, `id:…`, `source:…`), or a source. */
export function textsNamed({ db }: Store, value: string): readonly NamedText[] {
  const rows = db
    .prepare(
      `SELECT article_id AS articleId, max(title) AS title, max(published) AS published, json_group_array(DISTINCT source) AS sources
       FROM readings WHERE article_id IN (SELECT article_id FROM readings WHERE key = @value OR article_id = @value OR source = @value)
         AND article_id IN (SELECT article_id FROM texts)
       GROUP BY article_id ORDER BY article_id`
    )
    .all({ value }) as (Omit<NamedText, 'sources'> & { readonly sources: string })[]
  return rows.map(row => ({ ...row, sources: (JSON.parse(row.sources) as string[]).toSorted() }))
}

/**
 * Deletes texts with everything extracted from them, and leaves tombstones by which later runs refuse them; where `value` is
 * what names an article in all its versions (`url:…`, `id:…`), it refuses other texts under that name too. The bytes leave the file.
 */
export function removeArticles({ db, behind }: Store, value: string, articles: readonly string[], reason: string, now: Date): Removal {
  // Deleted content is overwritten, not only forgotten.
  db.pragma('secure_delete = ON')
  const remove = db.transaction(() => {
    // A run that was damaged before stays what it is.
    const whole = db.prepare(`SELECT id FROM runs WHERE seal = (${RUN_SEAL})`).pluck().all()
    const bury = db.prepare('INSERT OR REPLACE INTO removals (value, reason, removed) VALUES (?, ?, ?)')
    // Another file may have the name of this one tomorrow: what was read from it is refused by its text.
    const names = /^(?:url|id):/.test(value) ? [value] : []
    const buried = [...names, ...articles]
    for (const name of buried) bury.run(name, reason, now.toISOString())
    for (const article of articles) {
      db.prepare('DELETE FROM texts WHERE article_id = ?').run(article)
      db.prepare('DELETE FROM diagnostics WHERE reading IN (SELECT id FROM readings WHERE article_id = ?)').run(article)
      db.prepare('UPDATE run_articles SET duplicate_of = NULL WHERE duplicate_of = ?').run(article)
      // What is left of a reading says only that its input gave something that is gone.
      db.prepare(
        `UPDATE readings SET own_key = '', url = NULL, external_id = NULL, site = NULL, title = NULL, published = NULL, more = '' WHERE article_id = ?`
      ).run(article)
    }
    const readings = `UPDATE readings SET seal = ${READING_SEAL} WHERE article_id IN (SELECT value FROM json_each(?))`
    db.prepare(readings).run(JSON.stringify(articles))
    db.prepare(`UPDATE runs SET seal = ${RUN_SEAL} WHERE id IN (SELECT value FROM json_each(?))`).run(JSON.stringify(whole))
    behind?.transact(removeStatements(buried, articles, reason, now.toISOString()))
  })
  remove.immediate()
  db.exec('VACUUM')
  behind?.alone(VACUUM)
  return { value, articles }
}
