import type { Chunk } from '../../model/frame.ts'
import { BY_STATUS, BY_WEAKNESS } from './refusal-by-status.ts'
import { BY_DOER, BY_UNIT } from './refusal-by-unit.ts'
import { BY_WORDING, isListed } from './refusal-by-wording.ts'
import { type Candidate, candidateOf, type RefusalRule } from './refusal-candidate.ts'
import { OF_MONEY } from './refusal-of-money.ts'
import { OF_SIZES } from './refusal-of-sizes.ts'
import type { ReadTarget } from './target-indicator.ts'

/** Why a number is no goal. */
export interface Refusal {
  readonly rule: string
  readonly reason: string
  readonly message: string
}

/** What refuses any number, also an item of a list of counts. */
const FIRST: readonly RefusalRule[] = [...BY_UNIT, ...BY_WORDING]
const THEN: readonly RefusalRule[] = [...BY_WEAKNESS, ...OF_MONEY, ...OF_SIZES, ...BY_DOER, ...BY_STATUS]

/** All rules, in the order in which they are asked. */
export const REFUSALS: readonly RefusalRule[] = [...FIRST, ...THEN]

/**
 * Why a number with a goal in view is none, or undefined. `previous` is the last number that was taken for a goal;
 * `isItem`: whether it stands in an item of a list that a header makes one of goals.
 */
export function refuse(
  target: ReadTarget,
  chunks: readonly Chunk[],
  previous: ReadTarget | undefined,
  isItem: boolean
): Refusal | undefined {
  const candidate = candidateOf(target, chunks, previous, isItem)
  return firstThatApplies(FIRST, candidate) ?? (isListed(candidate) ? undefined : firstThatApplies(THEN, candidate))
}

function firstThatApplies(rules: readonly RefusalRule[], candidate: Candidate): Refusal | undefined {
  const rule = rules.find(r => r.applies(candidate))
  return rule && { rule: rule.id, reason: rule.reason, message: typeof rule.message === 'string' ? rule.message : rule.message(candidate) }
}
