import { shortHash } from '../text/hash.ts'
import type { Claim } from './claims.ts'
import type { DifferingPair } from './comparison.ts'

/** Claims of one topic whose numbers differ, said at one time or of one document, by different articles. */
export interface Contradiction {
  readonly id: string
  /** Whether one and the same official document is said to set different values, different ones do, or it is not known. */
  readonly documents: 'same' | 'different' | 'unknown'
  /** By number, at least two. */
  readonly claims: readonly Claim[]
}

/** The topics for which different values are reported. */
export function contradictionsOf(pairs: readonly DifferingPair[]): Contradiction[] {
  const contradicting = pairs.filter(pair => pair.relation === 'contradiction')
  return [...Map.groupBy(contradicting, pair => pair.topic)]
    .map(([topic, group]) => {
      const claims = [...new Set(group.flatMap(pair => pair.claims.map(c => c.claim)))]
      return {
        id: shortHash('contradiction', topic),
        documents: documentsOf(group),
        claims: claims.toSorted((a, b) => firstNumber(a) - firstNumber(b) || (a.id < b.id ? -1 : 1))
      }
    })
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function firstNumber({ record }: Claim): number {
  return Number(record['low'] ?? record['n_low'] ?? 0)
}

function documentsOf(pairs: readonly DifferingPair[]): Contradiction['documents'] {
  const areKnown = pairs.some(({ claims: [a, b] }) => a.document !== null && b.document !== null)
  return !areKnown ? 'unknown' : pairs.every(pair => pair.isOneDocument) ? 'same' : 'different'
}
