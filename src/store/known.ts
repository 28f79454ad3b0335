import type { Diagnostic } from '../model/diagnostic.ts'
import type { Store } from './open.ts'
import type { InputKey, Method } from './write.ts'

/** A reading that an input gave in an earlier run, with its extraction by the present method; null where the article was removed. */
export interface KnownReading {
  readonly id: number
  readonly articleId: string
  readonly source: string
  readonly extraction: number | null
}

/** The questions that a run asks before it works, answered by an open database. */
export function storeMemory({ db }: Store, method: Method) {
  const findExtraction = db.prepare('SELECT id FROM extractions WHERE identity = ?').pluck()
  const findInput = db
    .prepare('SELECT id FROM inputs WHERE sha256 = ? AND source = ? AND reader = ? AND options = ? AND is_complete = 1')
    .pluck()
  const joined = `FROM readings r LEFT JOIN extractions e
    ON e.article_id = r.article_id AND e.published IS r.published AND e.title IS r.title AND e.title_is_text = r.title_is_text
    AND e.method = (SELECT id FROM methods WHERE options = ? AND ruleset = ?) WHERE r.input = ?`
  const findUndone = db.prepare(`SELECT 1 ${joined} AND r.more <> '' AND e.id IS NULL LIMIT 1`).pluck()
  const findReadings = db.prepare(
    `SELECT r.id, r.article_id AS articleId, r.source, CASE r.more WHEN '' THEN NULL ELSE e.id END AS extraction ${joined} AND r.id > ? ORDER BY r.id LIMIT 500`
  )
  const findFailures = db.prepare('SELECT line FROM input_failures WHERE input = ? ORDER BY ordinal').pluck()
  const findRemoval = db.prepare('SELECT reason FROM removals WHERE value IN (?, ?)').pluck()

  return {
    /** The stored extraction of a name, if there is one. */
    extractionOf: (identity: string): number | undefined => findExtraction.get(identity) as number | undefined,

    /** Why an article may not come back, if somebody had it removed. */
    removalOf: (articleId: string, key: string): string | undefined => findRemoval.get(articleId, key) as string | undefined,

    /** The id of an input that was read to its end before and all of whose articles were extracted by this method. */
    inputOf: (key: InputKey): number | undefined => {
      const input = findInput.get(key.sha256, key.source, key.reader, key.options) as number | undefined
      return input === undefined || findUndone.get(method.options, method.ruleset, input) !== undefined ? undefined : input
    },

    /** Some of what an input gave, in order: the readings behind `after`. */
    readingsOf: (input: number, after: number): readonly KnownReading[] =>
      findReadings.all(method.options, method.ruleset, input, after) as KnownReading[],

    /** What an input failed to give. */
    failuresOf: (input: number): readonly Diagnostic[] => (findFailures.all(input) as string[]).map(line => JSON.parse(line) as Diagnostic)
  }
}
