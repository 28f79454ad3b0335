import type { AnyRecord } from '../model/record.ts'
import type { Store } from './open.ts'

/** A decision as it is stored; `before` and `after` are the sides that were shown, `truth` what holds by it. */
export interface StoredDecision {
  readonly id: number
  readonly token: string
  /** ISO 8601. */
  readonly at: string
  readonly reviewer: string
  readonly action: string
  readonly origin: string
  readonly article_id: string
  readonly sha256: string
  readonly kind: string | null
  readonly start: number | null
  readonly end: number | null
  readonly quote: string | null
  readonly subject: string | null
  readonly before: AnyRecord | null
  readonly after: AnyRecord | null
  readonly truth: AnyRecord | null
  readonly reason: string | null
  readonly note: string | null
  readonly target: number | null
  readonly batch: string | null
  readonly base_run: number | null
  readonly new_run: number | null
  readonly program: string
  readonly ruleset: string | null
}

const COLUMNS = [
  'token',
  'at',
  'reviewer',
  'action',
  'origin',
  'article_id',
  'sha256',
  'kind',
  'start',
  'end',
  'quote',
  'subject',
  'before',
  'after',
  'truth',
  'reason',
  'note',
  'target',
  'batch',
  'base_run',
  'new_run',
  'program',
  'ruleset'
] as const

const JSON_COLUMNS: ReadonlySet<string> = new Set(['before', 'after', 'truth'])

/** All decisions from an id on, in the order they were made. */
export function decisionsFrom({ db }: Store, after = 0): StoredDecision[] {
  const rows = db.prepare('SELECT * FROM decisions WHERE id > ? ORDER BY id').all(after) as Record<string, unknown>[]
  return rows.map(row => {
    const parsed = [...JSON_COLUMNS].map(name => [name, row[name] === null ? null : JSON.parse(row[name] as string)])
    return { ...row, ...Object.fromEntries(parsed) } as StoredDecision
  })
}

/** Makes decisions outlast a failure of the machine's power as well: each is on the disk when it is reported. */
export function makeDurable({ db }: Store): void {
  db.pragma('synchronous = FULL')
}

/**
 * Adds decisions as one transaction, if `check` (called inside it, so that nobody is faster) finds nothing against it, and
 * gives them with their ids; one whose token is stored already is not stored again.
 */
export function addDecisions(
  { db }: Store,
  decisions: readonly Omit<StoredDecision, 'id'>[],
  check: () => void = () => undefined
): StoredDecision[] {
  const quoted = COLUMNS.map(name => `"${name}"`).join(', ')
  const insert = db.prepare(
    `INSERT INTO decisions (${quoted}) VALUES (${COLUMNS.map(() => '?').join(', ')}) ON CONFLICT (token) DO NOTHING`
  )
  const find = db.prepare('SELECT id FROM decisions WHERE token = ?').pluck()
  const work = db.transaction((): StoredDecision[] => {
    const isKnown = decisions.every(d => find.get(d.token) !== undefined)
    if (!isKnown) check()
    return decisions.map(decision => {
      const row = COLUMNS.map(name => {
        const value = decision[name]
        return JSON_COLUMNS.has(name) && value !== null ? JSON.stringify(value) : (value as string | number | null)
      })
      insert.run(...row)
      return { ...decision, id: find.get(decision.token) as number }
    })
  })
  return work.immediate()
}
