import type { Fact } from './model.ts'
import { subjectKey } from './select.ts'

/** Goals of one subject in one unit: what can be drawn on one axis. */
export interface Series {
  readonly key: string
  readonly goals: readonly Fact[]
}

/** Targets by what can be compared: subject, unit, and whether it is a level, a change or a growth; largest first. */
export function seriesOf(goals: readonly Fact[]): Series[] {
  const targets = goals.filter(g => g.kind === 'target' && subjectKey(g) !== '')
  const groups = Map.groupBy(targets, g => [subjectKey(g), g.unit ?? '', g.measure].join('|'))
  return [...groups]
    .map(([key, members]) => ({ key, goals: members }))
    .toSorted((a, b) => b.goals.length - a.goals.length || (a.key < b.key ? -1 : 1))
}

const FEW = 5

/**
 * Values that would stretch an axis and are likely misread: far above the others (beyond three times the middle half, and four
 * times the median), and shares above 100 % among others below.
 */
export function farOff(goals: readonly Fact[]): Set<Fact> {
  const { count, median, isFar } = spreadOf(goals.flatMap(g => g.low ?? []))
  const isTooMuch = (g: Fact, n: number): boolean =>
    n > 100 && median <= 100 && g.measure === 'level' && g.unit?.startsWith('%') === true && !g.unit.includes('/') && count > 1
  return new Set(goals.filter(g => g.low !== null && (isFar(g.low) || isTooMuch(g, g.low))))
}

function spreadOf(values: readonly number[]) {
  const numbers = values.toSorted((a, b) => a - b)
  const at = (part: number): number => numbers[Math.floor(part * (numbers.length - 1))] ?? 0
  const [q1, median, q3] = [at(0.25), at(0.5), at(0.75)]
  const isFar = (n: number): boolean => numbers.length >= FEW && n > q3 + 3 * (q3 - q1) && n > 4 * median
  return { count: numbers.length, median, isFar }
}

/** The rank that is drawn of a rank goal: of `top 10` ten. */
export function rankOf(g: Fact): number {
  return g.high ?? g.low ?? 0
}

/** Rank goals by what is ranked among whom, those with most goals first. */
export function ranksOf(goals: readonly Fact[]): (readonly [key: string, facts: readonly Fact[]])[] {
  const drawable = goals.filter(g => g.kind === 'rank_goal' && rankOf(g) > 0 && g.measure !== 'improve')
  const groups = Map.groupBy(drawable, g => `${subjectKey(g)}|${g.scope ?? ''}`)
  return [...groups].toSorted(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
}

/** Ranks that are far behind the others in one thing, and likely misread. */
export function farRanks(facts: readonly Fact[]): Set<Fact> {
  const { isFar } = spreadOf(facts.map(rankOf))
  return new Set(facts.filter(g => isFar(rankOf(g))))
}

/** Years so far from the others that they would stretch an axis. */
export function farYears(goals: readonly Fact[]): Set<number> {
  const years = goals.flatMap(g => g.year ?? []).toSorted((a, b) => a - b)
  const median = years[years.length >> 1] ?? 0
  return new Set(years.filter(year => Math.abs(year - median) > 30))
}

/** Goals that are likely misread: far from the others of their subject and unit, or due in a far-off year. */
export function doubtful(goals: readonly Fact[]): Fact[] {
  const ranks = ranksOf(goals).flatMap(([, own]) => [...farRanks(own)])
  const found = new Set([...seriesOf(goals).flatMap(({ goals: own }) => [...farOff(own)]), ...ranks])
  const years = farYears(goals)
  return goals.filter(g => found.has(g) || (g.year !== null && years.has(g.year)))
}

/** Round numbers for an axis from 0 to `most`. */
export function ticks(most: number, count: number): number[] {
  const raw = most / count
  const size = 10 ** Math.floor(Math.log10(raw))
  const step = [1, 2, 5, 10].map(n => n * size).find(n => n >= raw) ?? 10 * size
  return Array.from({ length: Math.floor(most / step + 1e-9) + 1 }, (_, i) => Math.round(i * step * 1e6) / 1e6)
}

/** Years for an axis, evenly apart. */
export function yearTicks(first: number, last: number, count: number): number[] {
  const step = [1, 2, 5, 10, 20, 50].find(n => (last - first) / n <= count) ?? 100
  const from = Math.ceil(first / step) * step
  return Array.from({ length: Math.max(0, Math.floor((last - from) / step) + 1) }, (_, i) => from + i * step)
}
