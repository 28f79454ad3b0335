import { join } from 'node:path'
import Database from 'better-sqlite3'
import { EXTRACTION_SEAL, METHOD_SEAL, RUN_SEAL, registerSeal } from '../../src/store/seals.ts'

/** A ruleset that this program does not have. */
export const OLDER = 'f'.repeat(64)

/**
 * Makes everything in a database the work of an older version of the program with another ruleset, whole by its seals. What
 * was run without a rule is taken for what that version read, so that its records are other ones.
 */
export function makeOlder(folder: string, name = 'out/muctieu.sqlite'): void {
  const db = new Database(join(folder, name))
  registerSeal(db)
  const work = db.transaction(() => {
    db.exec(`INSERT INTO rulesets (hash) VALUES ('${OLDER}');
      UPDATE runs SET ruleset = '${OLDER}', options = '{}', is_complete = 1, what_if = 0;
      UPDATE methods SET ruleset = '${OLDER}', options = '{}';
      UPDATE methods SET seal = ${METHOD_SEAL};
      DELETE FROM rulesets WHERE hash <> '${OLDER}';
      UPDATE extractions SET identity = substr('old' || identity, 1, 16);
      UPDATE extractions SET seal = ${EXTRACTION_SEAL};
      UPDATE runs SET seal = ${RUN_SEAL} WHERE seal IS NOT NULL`)
  })
  work()
  db.close()
}
