import { shortHash } from '../text/hash.ts'
import { byTime, type DatedClaim, type DifferingPair } from './comparison.ts'

/** How one goal moved: its values in the order in which they were said. */
export interface TargetChange {
  readonly id: string
  /** By time, at least two. */
  readonly steps: readonly DatedClaim[]
}

/** The goals that were set anew: other values at other times, or by later documents. */
export function targetChanges(pairs: readonly DifferingPair[]): TargetChange[] {
  const changing = pairs.filter(pair => pair.relation === 'change')
  return [...Map.groupBy(changing, pair => pair.topic)]
    .map(([topic, group]) => {
      const steps = new Map(group.flatMap(pair => pair.claims.map(step => [step.claim.id, step] as const)))
      return { id: shortHash('target_change', topic), steps: [...steps.values()].toSorted(byTime) }
    })
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
}
