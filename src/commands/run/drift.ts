/** What a run's new articles came to, in cases a hundred articles, beside the runs before. */
export interface Measure {
  readonly name: string
  readonly count: number
  readonly per100: number
  /** Of the last ten runs; null where there are fewer than three to compare with. */
  readonly median: number | null
  readonly low: number | null
  readonly high: number | null
  readonly isOutside: boolean
}

/** The counts of one run that drift is judged by: new articles, and cases by name. */
export interface DriftCounts {
  readonly articles: number
  readonly cases: Readonly<Record<string, number>>
}

const RUNS = 10
const FEWEST_RUNS = 3

/**
 * Compares a run's new articles with those of the ten runs before. Usual is what lies between the lowest and the highest
 * rate of those runs, give or take three standard errors of a rate measured on so many articles.
 */
export function measureDrift(current: DriftCounts, earlier: readonly DriftCounts[]): readonly Measure[] {
  const runs = earlier.filter(run => run.articles > 0).slice(-RUNS)
  const isComparable = runs.length >= FEWEST_RUNS && current.articles > 0
  const names = new Set([...Object.keys(current.cases), ...(isComparable ? runs.flatMap(run => Object.keys(run.cases)) : [])])
  return [...names].toSorted().map(name => {
    const count = current.cases[name] ?? 0
    const per100 = rate(count, current.articles)
    if (!isComparable) return { name, count, per100, median: null, low: null, high: null, isOutside: false }
    const rates = runs.map(run => rate(run.cases[name] ?? 0, run.articles)).toSorted((a, b) => a - b)
    const median = medianOf(rates)
    // A rate of nought has no error of its own: one case in a hundred is granted.
    const share = Math.min(Math.max(median, 1), 99) / 100
    const slack = 300 * Math.sqrt((share * (1 - share)) / current.articles)
    const [low, high] = [Math.max(0, (rates[0] as number) - slack), (rates.at(-1) as number) + slack]
    return { name, count, per100, median, low, high, isOutside: per100 < low || per100 > high }
  })
}

function rate(count: number, articles: number): number {
  return articles === 0 ? 0 : (100 * count) / articles
}

function medianOf(sorted: readonly number[]): number {
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}
