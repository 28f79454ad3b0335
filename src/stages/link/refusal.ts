import type { Units } from '../../text/units.ts'
import { type Candidate, REFUSALS, type Refusal } from './refusals.ts'
import type { ReadTarget } from './target-indicator.ts'

/** Why a number that was read as a goal cannot be one, or undefined. */
export function refuse(target: ReadTarget, units: Units): Refusal | undefined {
  const { quantity, at, phrase, best, frame, status } = target
  const candidate: Candidate = {
    units,
    at,
    quantity,
    unit: quantity.unit,
    phrase: phrase?.text ?? '',
    reading: best?.reading,
    rule: frame.anchor.rule,
    isSaid: status?.evidence.source === 'same_clause'
  }
  const rule = REFUSALS.find(r => r.applies(candidate))
  return rule && { rule: rule.id, reason: rule.reason, message: typeof rule.message === 'string' ? rule.message : rule.message(candidate) }
}
