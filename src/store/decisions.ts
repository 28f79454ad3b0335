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
/** What a decision says; when it was said, and on which runs, may differ where it is sent again. */
const SAID = COLUMNS.filter(name => !['at', 'base_run', 'new_run', 'program', 'ruleset'].includes(name))

/** A token came with another decision before. */
export class TokenUsed extends Error {
  override readonly name = 'TokenUsed'
}

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
 * gives them with their ids. Those whose tokens are stored already are not stored again; where they say something else
 * now, nothing is stored and `TokenUsed` is thrown.
 */
export function addDecisions(
  { db }: Store,
  decisions: readonly Omit<StoredDecision, 'id'>[],
  check: () => void = () => undefined
): StoredDecision[] {
  const quoted = COLUMNS.map(name => `"${name}"`).join(', ')
  const insert = db.prepare(`INSERT INTO decisions (${quoted}) VALUES (${COLUMNS.map(() => '?').join(', ')})`)
  const find = db.prepare('SELECT * FROM decisions WHERE token = ?')
  const work = db.transaction((): StoredDecision[] => {
    const known = decisions.map(d => find.get(d.token) as Record<string, unknown> | undefined)
    if (known.some(row => row !== undefined)) {
      if (!decisions.every((d, i) => SAID.every(name => known[i]?.[name] === columnOf(d, name)))) throw new TokenUsed()
      return decisions.map((d, i) => ({ ...d, id: known[i]?.['id'] as number }))
    }
    check()
    return decisions.map(d => ({ ...d, id: Number(insert.run(...COLUMNS.map(name => columnOf(d, name))).lastInsertRowid) }))
  })
  return work.immediate()
}

function columnOf(decision: Omit<StoredDecision, 'id'>, name: (typeof COLUMNS)[number]): string | number | null {
  const value = decision[name]
  if (JSON_COLUMNS.has(name) && value !== null) return JSON.stringify(value)
  return typeof value === 'string' ? value.toWellFormed() : (value as number | null)
}
