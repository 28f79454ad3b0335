import { shortHash } from '../text/hash.ts'
import type { Claim } from './claims.ts'

/** Claims of one topic whose numbers differ. */
export interface Contradiction {
  readonly id: string
  /** Whether one and the same official document is said to set different values, different ones do, or it is not known. */
  readonly documents: 'same' | 'different' | 'unknown'
  /** Whether the claims stand in different articles. */
  readonly across: 'one_article' | 'several_articles'
  /** By number, at least two. */
  readonly claims: readonly Claim[]
}

// Other ranks (`improve`, `band`) have no number that another could differ from.
const COMPARABLE_RANKS: readonly unknown[] = ['top_n', 'exact', 'at_least', 'leader']

/** The topics for which different values are reported. A goal without a deadline contradicts nothing: it may mean another year. */
export function contradictionsOf(claims: readonly Claim[]): Contradiction[] {
  const comparable = claims.filter(c => c.topic !== null && c.record['deadline'] !== null && numbersOf(c) !== null)
  return [...Map.groupBy(comparable, c => c.topic as string)]
    .filter(([, group]) => new Set(group.map(numbersOf)).size > 1)
    .map(([topic, group]) => ({
      id: shortHash('contradiction', topic),
      documents: documentsOf(group),
      across:
        new Set(group.flatMap(c => c.reports.map(r => r.article.id))).size > 1 ? ('several_articles' as const) : ('one_article' as const),
      claims: group.toSorted((a, b) => firstNumber(a) - firstNumber(b) || (a.id < b.id ? -1 : 1))
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function numbersOf({ record }: Claim): string | null {
  if (record.kind === 'rank_goal')
    return COMPARABLE_RANKS.includes(record['rank_kind']) ? JSON.stringify([record['n_low'], record['n_high']]) : null
  return JSON.stringify([record['low'], record['high']])
}

function firstNumber({ record }: Claim): number {
  return Number(record['low'] ?? record['n_low'] ?? 0)
}

function documentsOf(claims: readonly Claim[]): Contradiction['documents'] {
  const named = claims.map(c => c.officialDocument)
  const distinct = new Set(named.filter(d => d !== null))
  if (distinct.size > 1) return 'different'
  return named.includes(null) || distinct.size === 0 ? 'unknown' : 'same'
}
