import type { ScoreMeasure, ShareMeasure } from '../measures.ts'
import type { Counts } from '../sheet.ts'
import { HEADLINES } from './measures.ts'
import { type Figure, figuresOf, type Result } from './results.ts'

/** A pooled score of unseen lots that fell by more than its interval. */
export interface PooledFall {
  readonly label: string
  readonly before: number
  readonly now: number
  readonly interval: readonly [number, number]
}

/** What was compared: the lots of the pool, and what fell. */
export interface Gate {
  readonly lots: readonly string[]
  readonly falls: readonly PooledFall[]
}

/** A lot as it was scored now. */
interface ScoredLot {
  readonly name: string
  readonly isSeen: boolean
  readonly isWhole: boolean
  readonly texts: readonly { readonly counts: Counts }[]
}

/**
 * Compares pooled scores of unseen lots with kept ones: over the lots that are whole, and unseen, then and now. A score has
 * fallen where the kept one lies above the 95 % interval of the present one.
 */
export function gateOf(
  kept: Result,
  scored: readonly ScoredLot[],
  measures: { readonly scores: readonly ScoreMeasure[]; readonly shares: readonly ShareMeasure[] }
): Gate {
  const isComparable = ({ name, isSeen, isWhole }: ScoredLot): boolean => {
    const before = kept.lots[name]
    return !isSeen && isWhole && kept.unseen.includes(name) && before !== undefined && before.texts === before.of
  }
  const lots = scored.filter(isComparable)
  const names = lots.map(l => l.name)
  const texts = lots.flatMap(l => l.texts)
  const now = figuresOf(texts, texts.length, measures).measures
  const falls = HEADLINES.flatMap((label): PooledFall[] => {
    const before = pooled(names.flatMap(name => figureIn(kept, name, label)))
    const [value, low, high] = now[label] ?? [null, null, null]
    if (before === null || value === null || low === null || high === null || before <= high) return []
    return [{ label, before, now: value, interval: [low, high] }]
  })
  return { lots: names, falls }
}

function figureIn({ lots }: Result, name: string, label: string): Figure[] {
  const figure = lots[name]?.measures[label]
  return figure === undefined ? [] : [figure]
}

/** F1 or share over the summed counts of several lots. */
function pooled(figures: readonly Figure[]): number | null {
  const sum = (pick: (f: Figure) => number | null) => figures.reduce((n, f) => n + (pick(f) ?? 0), 0)
  const [right, read, gold] = [sum(f => f[3]), sum(f => f[4]), sum(f => f[5])]
  const isShare = figures.every(f => f[5] === null)
  if (read + gold === 0) return null
  return isShare ? right / read : (2 * right) / (read + gold)
}
