import { fold } from './language.ts'
import type { ArticleFact, Fact } from './model.ts'
import { placeKey, subjectKey } from './select.ts'

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
  const numbers = goals.flatMap(g => g.low ?? []).toSorted((a, b) => a - b)
  const at = (part: number): number => numbers[Math.floor(part * (numbers.length - 1))] ?? 0
  const [q1, median, q3] = [at(0.25), at(0.5), at(0.75)]
  const isFar = (n: number): boolean => numbers.length >= FEW && n > q3 + 3 * (q3 - q1) && n > 4 * median
  const isTooMuch = (g: Fact, n: number): boolean =>
    n > 100 && median <= 100 && g.measure === 'level' && g.unit?.startsWith('%') === true && !g.unit.includes('/') && numbers.length > 1
  return new Set(goals.filter(g => g.low !== null && (isFar(g.low) || isTooMuch(g, g.low))))
}

/** Years so far from the others that they would stretch an axis. */
export function farYears(goals: readonly Fact[]): Set<number> {
  const years = goals.flatMap(g => g.year ?? []).toSorted((a, b) => a - b)
  const median = years[years.length >> 1] ?? 0
  return new Set(years.filter(year => Math.abs(year - median) > 30))
}

/** What was said of one goal over time. */
export interface Move {
  readonly goal: Fact
  /** In the order of their publication; goals of one value that follow each other are one step. */
  readonly steps: readonly (readonly Fact[])[]
}

/** Goals whose value was told differently on different days, those with most reports first. */
export function moves(goals: readonly Fact[], articles: readonly ArticleFact[]): Move[] {
  const day = (g: Fact): string => articles[g.article]?.published ?? ''
  const told = goals.filter(g => g.place !== null && subjectKey(g) !== '' && g.edtf !== null && g.low !== null && day(g) !== '')
  const found: (Move & { readonly count: number })[] = []
  for (const members of Map.groupBy(told, topicKey).values()) {
    const sorted = members.toSorted((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0))
    const steps: Fact[][] = []
    for (const goal of sorted) {
      const last = steps.at(-1)
      if (last?.[0]?.low === goal.low && last?.[0]?.high === goal.high) last?.push(goal)
      else steps.push([goal])
    }
    if (steps.length < 2 || day(sorted[0] as Fact) === day(sorted.at(-1) as Fact)) continue
    found.push({ goal: sorted[0] as Fact, steps, count: sorted.length })
  }
  return found.toSorted((a, b) => b.count - a.count)
}

function topicKey(g: Fact): string {
  const qualifier = g.qualifier === null ? null : fold(g.qualifier)
  return JSON.stringify([g.kind, placeKey(g), subjectKey(g), qualifier, g.unit, g.measure, g.direction, g.scope, g.edtf])
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
