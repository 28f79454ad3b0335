import type Database from 'better-sqlite3'
import { ACKNOWLEDGEMENTS } from './migrations/acknowledgements.ts'
import { DECISIONS } from './migrations/decisions.ts'
import { FIRST } from './migrations/first.ts'
import { sayOnce } from './migrations/once.ts'
import { PUBLICATION } from './migrations/publication.ts'
import { SEALS_3 } from './migrations/seals-3.ts'
import { tellWhatIfs } from './migrations/what-ifs.ts'

/** One step of the schema: never changed after it was released. */
export interface Migration {
  readonly name: string
  /** Takes the step; foreign keys are off. */
  readonly apply: (db: Database.Database) => void
}

const statements =
  (sql: string) =>
  (db: Database.Database): void =>
    void db.exec(sql)

/** The schema's steps; the number of those applied is the schema version. */
export const MIGRATIONS: readonly Migration[] = [
  { name: 'articles, extractions, runs', apply: statements(FIRST) },
  { name: 'decisions', apply: statements(DECISIONS) },
  { name: 'seals', apply: statements(SEALS_3) },
  { name: 'said once', apply: sayOnce },
  { name: 'what-if runs', apply: tellWhatIfs },
  { name: 'acknowledgements', apply: statements(ACKNOWLEDGEMENTS) },
  { name: 'publication', apply: statements(PUBLICATION) }
]
