import type { StoredDecision } from '../model/decision.ts'
import { damaged } from './errors.ts'
import type { Store } from './open.ts'
import { decisionStatements } from './postgres/changes.ts'
import { DECISION_COLUMNS, DECISION_SEAL, sealOf } from './seals.ts'

const JSON_COLUMNS: ReadonlySet<string> = new Set(['before', 'after', 'truth'])
/** What a decision says; when it was said, and on which runs, may differ where it is sent again. */
const SAID = DECISION_COLUMNS.filter(name => !['at', 'base_run', 'new_run', 'program', 'ruleset'].includes(name))

/** A token came with another decision before. */
export class TokenUsed extends Error {
  override readonly name = 'TokenUsed'
}

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
 * gives them with their ids. Those whose tokens are stored already are not stored again; where they say something else
 * now, nothing is stored and `TokenUsed` is thrown.
 */
export function addDecisions(
  { db, behind }: Store,
  decisions: readonly Omit<StoredDecision, 'id'>[],
  check: () => void = () => undefined
): StoredDecision[] {
  const quoted = DECISION_COLUMNS.map(name => `"${name}"`).join(', ')
  const insert = db.prepare(`INSERT INTO decisions (${quoted}, seal) VALUES (${DECISION_COLUMNS.map(() => '?').join(', ')}, ?)`)
  const find = db.prepare('SELECT * FROM decisions WHERE token = ?')
  const work = db.transaction((): StoredDecision[] => {
    const known = decisions.map(d => find.get(d.token) as Record<string, unknown> | undefined)
    if (known.some(row => row !== undefined)) {
      if (!decisions.every((d, i) => SAID.every(name => known[i]?.[name] === columnOf(d, name)))) throw new TokenUsed()
      return decisions.map((d, i) => ({ ...d, id: known[i]?.['id'] as number }))
    }
    check()
    const added = decisions.map(d => {
      const row = DECISION_COLUMNS.map(name => columnOf(d, name))
      const seal = sealOf(row)
      return { d, row, seal, id: Number(insert.run(...row, seal).lastInsertRowid) }
    })
    behind?.transact(decisionStatements(DECISION_COLUMNS, added))
    return added.map(({ d, id }) => ({ ...d, id }))
  })
  return work.immediate()
}

function columnOf(decision: Omit<StoredDecision, 'id'>, name: (typeof DECISION_COLUMNS)[number]): string | number | null {
  const value = decision[name]
  if (JSON_COLUMNS.has(name) && value !== null) return JSON.stringify(value)
  return typeof value === 'string' ? value.toWellFormed() : (value as number | null)
}
