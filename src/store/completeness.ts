import type Database from 'better-sqlite3'
import { liveArticlesIn } from './views.ts'

const ofMethod = (run: string): string =>
  `SELECT r.id AS run FROM runs m JOIN runs r ON r.ruleset = m.ruleset AND r.options = m.options
   WHERE m.id = ${run} AND r.what_if = 0 AND r.id <= @upTo`

// An article is behind the rules of a run that never read it, unless they read a newer text under all of its keys, or tried
// it and gave it up with a diagnostic: one that they cannot read must not keep them from all others for ever.
const UNREAD = `WITH state AS MATERIALIZED (${ofMethod('@state')}), own AS MATERIALIZED (${ofMethod('@run')})
  SELECT a.article_id FROM (${liveArticlesIn('state')}) a
  WHERE a.article_id NOT IN (SELECT article_id FROM run_articles WHERE run IN (SELECT run FROM own))
    AND a.article_id NOT IN (SELECT line ->> 'article_id' FROM diagnostics
      WHERE run IN (SELECT run FROM own) AND severity = 'error' AND line ->> 'article_id' IS NOT NULL)
    AND EXISTS (
      SELECT 1 FROM readings d WHERE d.article_id = a.article_id
        AND EXISTS (SELECT 1 FROM run_readings WHERE reading = d.id AND run IN (SELECT run FROM state))
        AND (d.key GLOB 'source:*' OR NOT EXISTS (
          SELECT 1 FROM readings e JOIN run_readings q ON q.reading = e.id WHERE e.key = d.key AND q.run IN (SELECT run FROM own))))`

/** How many articles that are live under the method of run `state` the method of `run` has not read, what-if runs aside. */
export function unreadBy(db: Database.Database, run: number, state: number): number {
  return db.prepare(`SELECT count(*) FROM (${UNREAD})`).pluck().get({ run, state, upTo: Number.MAX_SAFE_INTEGER }) as number
}

/** Whether, as of `run`, its method had read all that was live under the method of the earlier run `state`. */
export function isComplete(db: Database.Database, run: number, state: number): boolean {
  return db.prepare(`${UNREAD} LIMIT 1`).pluck().get({ run, state, upTo: run }) === undefined
}
