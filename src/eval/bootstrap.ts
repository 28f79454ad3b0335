import type { Counts } from './sheet.ts'

/** How often articles are drawn anew, and what the draws begin with: the same every time. */
export const RESAMPLES = 1000
export const SEED = 20210611

/** The middle 95 % of a measure over resampled articles. */
export type Interval = readonly [low: number, high: number]

/** Draws articles with replacement and gives the 95 % interval of each measure of the summed counts; null where it is mostly undefined. */
export function bootstrap(articles: readonly Counts[], measures: readonly ((counts: Counts) => number | null)[]): (Interval | null)[] {
  const names = [...new Set(articles.flatMap(a => Object.keys(a)))]
  const rows = articles.map(a => Float64Array.from(names, name => a[name] ?? 0))
  const random = generator(SEED)
  const values: number[][] = measures.map(() => [])
  for (let draw = 0; draw < RESAMPLES; draw++) {
    const sums = new Float64Array(names.length)
    for (let i = 0; i < rows.length; i++) {
      const row = rows[Math.floor(random() * rows.length)]!
      for (let k = 0; k < sums.length; k++) sums[k]! += row[k]!
    }
    const counts = Object.fromEntries(names.map((name, k) => [name, sums[k]!]))
    for (const [m, measure] of measures.entries()) {
      const value = measure(counts)
      if (value !== null) values[m]!.push(value)
    }
  }
  return values.map(middle)
}

function middle(values: readonly number[]): Interval | null {
  if (values.length < RESAMPLES / 2) return null
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(share * (sorted.length - 1))))]!
  return [at(0.025), at(0.975)]
}

/** Numbers in [0, 1) that look random and are the same in every run (mulberry32). */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
