import type { StoredDecision } from '../model/decision.ts'
import type { Store } from './open.ts'

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
