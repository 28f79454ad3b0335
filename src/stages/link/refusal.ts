import type { GrammarMatch } from '../../model/frame.ts'
import type { Quantity } from '../../model/values.ts'
import type { Units } from '../../text/units.ts'
import { type Candidate, REFUSALS, type Refusal } from './refusals.ts'
import type { ReadTarget } from './target-indicator.ts'

/** Why a number that was read as a goal cannot be one, or undefined. */
export function refuse(target: ReadTarget, units: Units): Refusal | undefined {
  const candidate = new ReadCandidate(target, units)
  const rule = REFUSALS.find(r => r.applies(candidate))
  return rule && { rule: rule.id, reason: rule.reason, message: typeof rule.message === 'string' ? rule.message : rule.message(candidate) }
}

/** A number as the rules look at it: what it measures is worked out for those that ask, and most are refused by what they count. */
class ReadCandidate implements Candidate {
  readonly units: Units
  readonly at: number
  readonly quantity: Quantity
  readonly unit: string | null
  readonly rule: string
  readonly isSaid: boolean
  readonly #target: ReadTarget

  constructor(target: ReadTarget, units: Units) {
    const { quantity, at, frame, status } = target
    this.units = units
    this.at = at
    this.quantity = quantity
    this.unit = quantity.unit
    this.rule = frame.anchor.rule
    this.isSaid = status?.evidence.source === 'same_clause'
    this.#target = target
  }

  get phrase(): string {
    return this.#target.phrase?.text ?? ''
  }

  get reading(): GrammarMatch | undefined {
    return this.#target.best?.reading
  }
}
