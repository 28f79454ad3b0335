import { BANDS } from './migrations/bands.ts'
import { DECISIONS } from './migrations/decisions.ts'
import { FIRST } from './migrations/first.ts'
import { PLANS } from './migrations/plans.ts'
import { SHARDS } from './migrations/shards.ts'
import { VIEWS } from './migrations/views.ts'

/** One step of PostgreSQL's schema, as SQL: never changed after it was released. */
export interface PostgresMigration {
  readonly name: string
  readonly sql: string
}

/** The steps; the number of those applied is the schema version. All tables and views stand in the schema `muctieu`. */
export const POSTGRES_MIGRATIONS: readonly PostgresMigration[] = [
  { name: 'articles, extractions, runs', sql: FIRST },
  { name: 'decisions', sql: DECISIONS },
  { name: 'views', sql: VIEWS },
  { name: 'shards', sql: SHARDS },
  { name: 'plans', sql: PLANS },
  { name: 'bands', sql: BANDS }
]
