import { unreadBy } from './completeness.ts'
import type { Store } from './open.ts'
import { liveArticlesIn } from './views.ts'

/** Where the current state stands: which ruleset it is of, and what other rulesets know that it does not. */
export interface Standing {
  /** The ruleset whose records views and exports show. */
  readonly ruleset: string
  readonly articles: number
  /** The ruleset of the newest run, what-ifs aside, where it is another one. */
  readonly newer: string | null
  /** Articles of the state that `newer` has not read. */
  readonly unread: number
  /** Articles that are stored, in no what-if run only, and not in the state. */
  readonly leftOut: number
}

interface MethodRow {
  readonly id: number
  readonly ruleset: string
  readonly options: string
}

/** Where the current state stands; null where no run but what-ifs holds an article. */
export function standingOf({ db }: Store): Standing | null {
  const newest = db
    .prepare(
      'SELECT id, ruleset, options FROM runs WHERE what_if = 0 AND EXISTS (SELECT 1 FROM run_articles WHERE run = runs.id) ORDER BY id DESC LIMIT 1'
    )
    .get() as MethodRow | undefined
  if (newest === undefined) return null
  const state = db.prepare('SELECT (SELECT max(run) FROM current_runs) AS id, ruleset, options FROM current_method').get() as MethodRow
  const articles = db.prepare('SELECT count(*) FROM current_articles').pluck().get() as number
  const isNewest = newest.ruleset === state.ruleset && newest.options === state.options
  const methods = db.prepare('SELECT count(*) FROM (SELECT DISTINCT ruleset, options FROM runs WHERE what_if = 0)').pluck().get() as number
  return {
    ruleset: state.ruleset,
    articles,
    newer: isNewest ? null : newest.ruleset,
    unread: isNewest ? 0 : unreadBy(db, newest.id, state.id),
    // Where all is of one method there is nothing to be left out, and nothing to be looked for.
    leftOut: methods === 1 ? 0 : leftOut(db)
  }
}

function leftOut(db: Store['db']): number {
  return db
    .prepare(
      `SELECT count(*) FROM (${liveArticlesIn('(SELECT id AS run FROM runs WHERE what_if = 0)')})
       WHERE article_id IN (SELECT article_id FROM texts) AND article_id NOT IN (SELECT article_id FROM current_articles)`
    )
    .pluck()
    .get() as number
}

/** Whether the database holds articles in what-if runs alone. */
export function hasOnlyWhatIfs({ db }: Store): boolean {
  return db.prepare('SELECT min(what_if) FROM runs WHERE EXISTS (SELECT 1 FROM run_articles WHERE run = runs.id)').pluck().get() === 1
}
