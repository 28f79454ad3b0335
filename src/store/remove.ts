import { UsageError } from '../model/usage-error.ts'
import type { Store } from './open.ts'
import { READING_SEAL, RUN_SEAL } from './seals.ts'

/** What was removed: the articles whose text and records are gone. */
export interface Removal {
  readonly value: string
  readonly articles: readonly string[]
}

/**
 * Deletes the text of an article (by id), or of every article under a key, with everything extracted from it, and leaves
 * a tombstone by which later runs refuse it. The bytes leave the file.
 */
export function removeArticles({ db }: Store, value: string, reason: string, now: Date): Removal {
  const find = db.prepare('SELECT DISTINCT article_id FROM readings WHERE key = @value OR article_id = @value').pluck()
  const articles = (find.all({ value }) as string[]).toSorted()
  if (articles.length === 0)
    throw new UsageError(`Nothing is stored under ${value}; give the id of an article or a key such as url:https://… .`)
  // Deleted content is overwritten, not only forgotten.
  db.pragma('secure_delete = ON')
  const remove = db.transaction(() => {
    // A run that was damaged before stays what it is.
    const whole = db.prepare(`SELECT id FROM runs WHERE seal = (${RUN_SEAL})`).pluck().all()
    const bury = db.prepare('INSERT OR REPLACE INTO removals (value, reason, removed) VALUES (?, ?, ?)')
    for (const buried of new Set([value, ...articles])) bury.run(buried, reason, now.toISOString())
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
  })
  remove.immediate()
  db.exec('VACUUM')
  return { value, articles }
}
