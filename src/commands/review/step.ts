import type { Decision } from '../../review/decisions/decision.ts'
import type { Step } from '../../review/pages/work-view.ts'

/** What one undo or redo takes: the last of the decisions, and all that were made at once with it. */
export function stepOf(decisions: readonly Decision[]): Step | null {
  const decision = decisions.at(-1)
  return decision === undefined ? null : { decision, batch: decisions }
}
