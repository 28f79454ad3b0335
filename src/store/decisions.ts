import type { StoredDecision } from '../model/decision.ts'
import { damaged } from './errors.ts'
import type { Store } from './open.ts'
import { DECISION_COLUMNS, DECISION_SEAL, sealOf } from './seals.ts'

const JSON_COLUMNS: ReadonlySet<string> = new Set(['before', 'after', 'truth'])

/** All decisions from an id on, in the order they were made. */
export function decisionsFrom({ db, shown }: Store, after = 0): StoredDecision[] {
  const rows = db
    .prepare(`SELECT *, seal IS NULL AND EXISTS (SELECT 1 FROM removals WHERE value = article_id) OR seal IS ${DECISION_SEAL} AS isWhole
      FROM decisions WHERE id > ? ORDER BY id`)
    .all(after) as Record<string, unknown>[]
  return rows.map(({ isWhole, seal: _, ...row }) => {
    if (isWhole !== 1) throw damaged(shown, `decision ${String(row['id'])} is not as it was stored`)
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
  const quoted = DECISION_COLUMNS.map(name => `"${name}"`).join(', ')
  const insert = db.prepare(
    `INSERT INTO decisions (${quoted}, seal) VALUES (${DECISION_COLUMNS.map(() => '?').join(', ')}, ?) ON CONFLICT (token) DO NOTHING`
  )
  const find = db.prepare('SELECT id FROM decisions WHERE token = ?').pluck()
  const work = db.transaction((): StoredDecision[] => {
    const isKnown = decisions.every(d => find.get(d.token) !== undefined)
    if (!isKnown) check()
    return decisions.map(decision => {
      const row = DECISION_COLUMNS.map(name => {
        const value = decision[name]
        return JSON_COLUMNS.has(name) && value !== null ? JSON.stringify(value) : (value as string | number | null)
      })
      insert.run(...row, sealOf(row))
      return { ...decision, id: find.get(decision.token) as number }
    })
  })
  return work.immediate()
}
