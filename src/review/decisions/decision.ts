import type { StoredDecision } from '../../model/decision.ts'

/**
 * What can be decided: the new side holds · the old side holds · what was written holds · a record is missing · there is no
 * such record · not now · a remark · (of a drawn article) show what was read · all of it is looked at · take back · take up again.
 */
const ACTIONS = ['accept', 'reject', 'edit', 'add', 'none', 'skip', 'note', 'reveal', 'done', 'undo', 'redo'] as const
export type Action = (typeof ACTIONS)[number]

const DECISIVE: ReadonlySet<string> = new Set(['accept', 'reject', 'edit', 'add', 'none'])

/** What something is that is no goal: such a decision makes an observation of it. */
export const OTHER_STATUSES = ['result', 'current', 'forecast', 'other'] as const

/** Why something was decided: a closed list, so that errors can be counted. */
export const REASONS = [
  ...OTHER_STATUSES,
  'not_a_number',
  'duplicate',
  'wrong_span',
  'wrong_value',
  'wrong_unit',
  'wrong_comparator',
  'wrong_deadline',
  'wrong_place',
  'wrong_document',
  'wrong_subject',
  'text_problem'
] as const
export type Reason = (typeof REASONS)[number]

/** One entry of the log. */
export interface Decision extends StoredDecision {
  readonly action: Action
}

/** Whether a decision says what holds. */
export function isDecisive({ action }: Pick<Decision, 'action'>): boolean {
  return DECISIVE.has(action)
}

/** The decisions that stand: those not taken back, without the entries that only take back. */
export function standing(log: readonly Decision[]): Decision[] {
  const undone = new Set<number>()
  for (const { action, target } of log) {
    if (target === null) continue
    if (action === 'undo') undone.add(target)
    else if (action === 'redo') undone.delete(target)
  }
  return log.filter(d => d.action !== 'undo' && d.action !== 'redo' && !undone.has(d.id))
}

/** What the next undo of a reviewer takes back: the last decision that stands, with all that were made at once with it. */
export function nextUndo(log: readonly Decision[], reviewer: string): Decision[] {
  const own = standing(log).filter(d => d.reviewer === reviewer)
  const last = own.at(-1)
  if (last === undefined) return []
  return last.batch === null ? [last] : own.filter(d => d.batch === last.batch)
}

/** What the next redo of a reviewer takes up again: what was taken back last, unless something was decided since. */
export function nextRedo(log: readonly Decision[], reviewer: string): Decision[] {
  const stack: number[][] = []
  const byId = new Map(log.map(d => [d.id, d]))
  let batch: string | null = null
  for (const d of log) {
    if (d.reviewer !== reviewer) continue
    if (d.action === 'undo' && d.target !== null) {
      if (d.batch !== null && d.batch === batch) stack.at(-1)?.push(d.target)
      else stack.push([d.target])
      batch = d.batch
      continue
    }
    if (d.action === 'redo') {
      const targets = stack.at(-1)
      if (d.target !== null && targets !== undefined) {
        targets.splice(targets.indexOf(d.target), 1)
        if (targets.length === 0) stack.pop()
      }
    } else stack.length = 0
    batch = null
  }
  return (stack.at(-1) ?? []).flatMap(id => byId.get(id) ?? [])
}
