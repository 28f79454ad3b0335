import { bootstrap, type Interval } from './bootstrap.ts'
import { isScoreSelected, isShareSelected, SCORES, type ScoreMeasure, type Selection, SHARES, type ShareMeasure } from './measures.ts'
import type { Band } from './output.ts'
import type { ArticleScore } from './score.ts'
import type { Counts, Kind } from './sheet.ts'

/** Precision, recall and F1 with the counts behind them; null is undefined: nothing was read, or there was nothing to read. */
export interface Score {
  readonly p: number | null
  readonly r: number | null
  readonly f1: number | null
  readonly tp: number
  readonly pred: number
  readonly gold: number
}

/** A share with the counts behind it; null where there was nothing to share. */
export interface Share {
  readonly value: number | null
  readonly right: number
  readonly of: number
}

/** What was read with one confidence: `share` of all read, and how much of it is right. */
export interface BandScore {
  readonly read: number
  readonly share: number | null
  readonly found: number
  readonly core: number
  readonly full: number
  /** Precision of whole records. */
  readonly full_precision: number | null
}

export type Bands = Readonly<Record<Band, BandScore>>

/** The scores of a set of articles, by the labels of the measures; unmeasured ones (neither gold nor readings) are null throughout. */
export interface Summary {
  readonly articles: number
  readonly scores: Readonly<Record<string, Score>>
  readonly shares: Readonly<Record<string, Share>>
  /** 95 % intervals of F1 and of shares, by label; empty where they were not asked for. */
  readonly intervals: Readonly<Record<string, Interval | null>>
  /** By confidence; null for a kind that was not asked for. */
  readonly bands: { readonly target: Bands | null; readonly rank_goal: Bands | null }
}

/** Scores and shares of some articles by given measures. */
export type Measured = Pick<Summary, 'scores' | 'shares' | 'intervals'>

/** Sums up articles by given measures. `intervals` draws articles again and again, which takes about a tenth of a second. */
export function measure(
  articles: readonly { readonly counts: Counts }[],
  scores: readonly ScoreMeasure[],
  shares: readonly ShareMeasure[],
  { intervals }: { readonly intervals: boolean }
): Measured {
  const counts = sum(articles.map(a => a.counts))
  return {
    scores: Object.fromEntries(scores.map(m => [m.label, scoreOf(m, counts)])),
    shares: Object.fromEntries(shares.map(m => [m.label, shareOf(m, counts)])),
    intervals: intervals ? intervalsOf(articles, scores, shares) : {}
  }
}

/** Sums up articles by all measures of a selection, and by confidence. */
export function summarize(
  articles: readonly ArticleScore[],
  selection: Selection,
  { intervals }: { readonly intervals: boolean }
): Summary {
  const scores = SCORES.filter(m => isScoreSelected(m, selection))
  const shares = SHARES.filter(m => isShareSelected(m, selection))
  const counts = sum(articles.map(a => a.counts))
  const isAsked = (kind: Kind) => selection.kind === null || selection.kind === kind
  return {
    articles: articles.length,
    ...measure(articles, scores, shares, { intervals }),
    bands: { target: isAsked('target') ? bandsOf('goal', counts) : null, rank_goal: isAsked('rank_goal') ? bandsOf('rank', counts) : null }
  }
}

function sum(all: readonly Counts[]): Counts {
  const total: Record<string, number> = {}
  for (const counts of all) for (const [name, value] of Object.entries(counts)) total[name] = (total[name] ?? 0) + value
  return total
}

function scoreOf(measure: ScoreMeasure, counts: Counts): Score {
  const [tp, pred, gold] = [counts[measure.right] ?? 0, counts[measure.read] ?? 0, counts[measure.gold] ?? 0]
  const p = pred === 0 ? null : tp / pred
  const r = gold === 0 ? null : tp / gold
  return { p, r, f1: f1Of(p, r), tp, pred, gold }
}

/** F1; 0 where nothing is right, null where nothing could be. */
function f1Of(p: number | null, r: number | null): number | null {
  if (p === null && r === null) return null
  return p === null || r === null || p + r === 0 ? 0 : (2 * p * r) / (p + r)
}

function shareOf(measure: ShareMeasure, counts: Counts): Share {
  const [right, of] = [counts[measure.right] ?? 0, counts[measure.of] ?? 0]
  return { value: of === 0 ? null : right / of, right, of }
}

function intervalsOf(
  articles: readonly { readonly counts: Counts }[],
  scores: readonly ScoreMeasure[],
  shares: readonly ShareMeasure[]
): Record<string, Interval | null> {
  const values = [...scores.map(m => (c: Counts) => scoreOf(m, c).f1), ...shares.map(m => (c: Counts) => shareOf(m, c).value)]
  const labels = [...scores, ...shares].map(m => m.label)
  const found = bootstrap(
    articles.map(a => a.counts),
    values
  )
  return Object.fromEntries(labels.map((label, i) => [label, found[i] ?? null]))
}

function bandsOf(prefix: string, counts: Counts): Bands {
  const total = counts[`${prefix}.read`] ?? 0
  const band = (name: Band): BandScore => {
    const of = (part: string) => counts[`${prefix}.band.${name}.${part}`] ?? 0
    const read = of('read')
    return {
      read,
      share: total === 0 ? null : read / total,
      found: of('found'),
      core: of('core'),
      full: of('full'),
      full_precision: read === 0 ? null : of('full') / read
    }
  }
  return { high: band('high'), medium: band('medium'), low: band('low') }
}
