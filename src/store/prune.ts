import type { Store } from './open.ts'

/** What pruning removes, by number. */
export interface Pruning {
  readonly runs: readonly { readonly id: number; readonly name: string | null; readonly started: string }[]
  readonly extractions: number
  readonly records: number
  readonly articles: number
}

/**
 * Removes old runs with what only they hold. Kept are the `keep` newest runs, the newest of each name, and every run that
 * holds an article which no kept run holds: no article leaves the database. Nothing is changed unless `isMeant`.
 */
export function prune({ db }: Store, keep: number, isMeant: boolean): Pruning {
  const runs = db.prepare('SELECT id, name, started FROM runs ORDER BY id DESC').all() as Pruning['runs']
  const names = new Set<string>()
  const kept = new Set<number>()
  for (const [i, { id, name }] of runs.entries()) {
    if (i < keep || (name !== null && !names.has(name))) kept.add(id)
    if (name !== null) names.add(name)
  }
  const holdsMore = db
    .prepare(
      `SELECT 1 FROM run_articles a WHERE a.run = ? AND NOT EXISTS
       (SELECT 1 FROM run_articles b WHERE b.article_id = a.article_id AND b.run IN (SELECT value FROM json_each(?))) LIMIT 1`
    )
    .pluck()
  for (const { id } of runs) if (!kept.has(id) && holdsMore.get(id, JSON.stringify([...kept])) !== undefined) kept.add(id)
  const removed = runs.filter(run => !kept.has(run.id)).toReversed()
  const changes = (sql: string): number => db.prepare(sql).run().changes
  const work = db.transaction((): Pruning => {
    for (const { id } of removed) db.prepare('DELETE FROM runs WHERE id = ?').run(id)
    const orphans = 'FROM extractions WHERE id NOT IN (SELECT extraction FROM run_articles)'
    const records = changes(`DELETE FROM records WHERE extraction IN (SELECT id ${orphans})`)
    const extractions = changes(`DELETE ${orphans}`)
    changes('DELETE FROM readings WHERE id NOT IN (SELECT reading FROM run_readings)')
    changes('DELETE FROM inputs WHERE id NOT IN (SELECT input FROM readings WHERE input IS NOT NULL)')
    const articles = changes('DELETE FROM texts WHERE article_id NOT IN (SELECT article_id FROM extractions)')
    changes('DELETE FROM methods WHERE id NOT IN (SELECT method FROM extractions)')
    changes('DELETE FROM rulesets WHERE hash NOT IN (SELECT ruleset FROM runs UNION SELECT ruleset FROM methods)')
    // What would go is what goes: looked at by doing it and taking it back.
    if (!isMeant) throw new Undone({ runs: removed, extractions, records, articles })
    return { runs: removed, extractions, records, articles }
  })
  try {
    const pruning = work.immediate()
    db.exec('VACUUM')
    return pruning
  } catch (error) {
    if (error instanceof Undone) return error.pruning
    throw error
  }
}

class Undone extends Error {
  readonly pruning: Pruning
  constructor(pruning: Pruning) {
    super('undone')
    this.pruning = pruning
  }
}
