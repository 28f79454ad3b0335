import type { ArticleDiff } from '../../diff/diff.ts'
import type { Side } from '../../diff/side.ts'
import type { Judgement } from '../../diff/verdict.ts'
import { bootstrap, type Interval } from '../../eval/bootstrap.ts'
import type { GoldArticle } from '../../eval/gold.ts'
import { SCORES } from '../../eval/measures.ts'
import { type ArticleScore, scoreArticle } from '../../eval/score.ts'
import type { Counts } from '../../eval/sheet.ts'
import type { AnyRecord } from '../../model/record.ts'

/** The measure that gates and headlines are about. */
export const HEADLINE = 'goal core (value, comparator, indicator, deadline)'

/** F1 of both sides against gold and how far they are apart, with the 95 % interval of that over resampled articles. */
export interface ScoreShift {
  readonly label: string
  readonly base: number | null
  readonly new: number | null
  readonly delta: number | null
  readonly interval: Interval | null
  readonly articles: number
}

/** What gold says of the two sides of a diff. */
export interface GoldJudge {
  judgementOf(article: ArticleDiff): Judgement | null
  /** The shift of each measure that gold allows. */
  shifts(): ScoreShift[]
}

/** Scores both sides against gold; articles are joined by the hash of their text. */
export function goldJudge(gold: readonly GoldArticle[], base: Side, now: Side): GoldJudge {
  const bySha = new Map(gold.map(g => [g.sha256, g]))
  const scored = (side: Side) =>
    new Map(
      side.articles.flatMap(a => {
        const g = bySha.get(a.record.sha256)
        return g === undefined ? [] : [[g.sha256, scoreRecords(g, a.content().text ?? '', a.content().records)] as const]
      })
    )
  const [before, after] = [scored(base), scored(now)]
  return {
    judgementOf(article) {
      const [b, a] = [before.get(article.before.sha256), after.get(article.after.sha256)]
      // Spans of two texts are not comparable.
      if (b === undefined || a === undefined || article.isTextChanged) return null
      return { before: b.errors, after: a.errors, kinds: kindsOf(bySha.get(article.after.sha256) as GoldArticle) }
    },
    shifts() {
      const both = [...before.keys()].filter(sha => after.has(sha))
      return SCORES.flatMap(measure => {
        const f1 = (counts: Counts, prefix: string): number | null =>
          f1Of(counts[prefix + measure.right] ?? 0, counts[prefix + measure.read] ?? 0, counts[prefix + measure.gold] ?? 0)
        const paired = both.map(sha => ({ ...prefixed('b.', before.get(sha)!.counts), ...prefixed('n.', after.get(sha)!.counts) }))
        const total = sum(paired)
        const delta = (counts: Counts) => {
          const [b, n] = [f1(counts, 'b.'), f1(counts, 'n.')]
          return b === null || n === null ? null : n - b
        }
        if (!['target', 'rank_goal', 'document', 'rank_observation'].includes(measure.kind) || f1(total, 'b.') === null) return []
        const [interval = null] = bootstrap(paired, [delta])
        return [{ label: measure.label, base: f1(total, 'b.'), new: f1(total, 'n.'), delta: delta(total), interval, articles: both.length }]
      })
    }
  }
}

/** The score of some records of an article against its gold. */
export function scoreRecords(gold: GoldArticle, text: string, records: readonly AnyRecord[]): ArticleScore {
  const extraction = { article: undefined as never, records, mentions: [], sentences: [], rejections: [], diagnostics: [] }
  return scoreArticle({ ...gold, document_numbers: undefined, dates: undefined, sentences: undefined }, { text, extraction })
}

function kindsOf(gold: GoldArticle): ReadonlySet<string> {
  return new Set([
    ...(gold.quantities === undefined ? [] : ['target', 'percent', 'observation']),
    ...(gold.ranks === undefined ? [] : ['rank_goal', 'rank_observation']),
    ...(gold.documents === undefined ? [] : ['document'])
  ])
}

/** F1 of counts; null where nothing was read and there was nothing to read. */
export function f1Of(right: number, read: number, gold: number): number | null {
  return read + gold === 0 ? null : (2 * right) / (read + gold)
}

function prefixed(prefix: string, counts: Counts): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).map(([name, n]) => [prefix + name, n]))
}

function sum(all: readonly Counts[]): Counts {
  const total: Record<string, number> = {}
  for (const counts of all) for (const [name, n] of Object.entries(counts)) total[name] = (total[name] ?? 0) + n
  return total
}

/** Score shifts as lines of a report. */
export function shiftLines(shifts: readonly ScoreShift[]): string[] {
  const cell = (v: number | null) => (v === null ? '—' : v.toFixed(3))
  return shifts.map(s => {
    const noise =
      s.interval === null
        ? ''
        : ` (95 % ${signed(s.interval[0])} to ${signed(s.interval[1])}${s.interval[0] <= 0 && s.interval[1] >= 0 ? ', within noise' : ''})`
    return `F1 ${s.label}: BASE ${cell(s.base)} → NEW ${cell(s.new)}, ${s.delta === null ? '—' : signed(s.delta)}${noise}`
  })
}

const signed = (n: number): string => `${n < 0 ? '−' : '+'}${Math.abs(n).toFixed(3)}`
