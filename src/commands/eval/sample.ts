import { bootstrap, type Interval } from '../../eval/bootstrap.ts'
import { goldSchema } from '../../eval/gold.ts'
import { SCORES } from '../../eval/measures.ts'
import type { Counts } from '../../eval/sheet.ts'
import { summarize } from '../../eval/summary.ts'
import { holding, settle } from '../../review/decisions/apply.ts'
import { type Decision, standing } from '../../review/decisions/decision.ts'
import { goldLine } from '../../review/decisions/gold.ts'
import { recordsOf } from '../../store/contents.ts'
import { decisionsFrom } from '../../store/decisions.ts'
import type { Store } from '../../store/open.ts'
import { articlesOf, type Scope } from '../../store/read.ts'
import { f1Of, scoreRecords } from '../diff/gold-judge.ts'

/** A measure on a drawn sample, each figure with its 95 % interval over resampled articles. */
export interface SampleMeasure {
  readonly label: string
  readonly p: number | null
  readonly p_interval: Interval | null
  readonly r: number | null
  readonly r_interval: Interval | null
  readonly f1: number | null
  readonly f1_interval: Interval | null
  readonly right: number
  readonly read: number
  readonly gold: number
}

/** How good a run is on articles that were drawn by chance from it and judged whole. */
export interface SampleFigures {
  readonly articles: number
  /** Drawn articles that were closed with records nobody judged: they do not count. */
  readonly undecided: number
  readonly reviewers: readonly string[]
  readonly measures: readonly SampleMeasure[]
}

// Numbers that are no percentage and no goal are not judged.
const isJudged = (r: { readonly kind: string; readonly anchor: { readonly quote: string }; readonly [name: string]: unknown }) =>
  r.kind !== 'observation' || r['measure'] === 'rank' || /%|phần trăm/.test(r.anchor.quote)

/** The figures of a scope on its drawn articles; null where none was judged to the end. */
export function sampleFigures(store: Store, scope: Scope): SampleFigures | null {
  const log = decisionsFrom(store) as Decision[]
  const closed = standing(log).filter(d => d.action === 'done')
  const done = new Set(closed.map(d => d.sha256))
  const decisions = Map.groupBy(holding(log, 'last'), d => d.sha256)
  const scores: ReturnType<typeof scoreRecords>[] = []
  let undecided = 0
  for (const { record, text, extraction } of articlesOf(store, scope)) {
    const { sha256, id } = record
    if (!done.has(sha256)) continue
    const records = recordsOf(store, extraction).filter(isJudged)
    const own = decisions.get(sha256) ?? []
    if (settle(sha256, records, own).some(s => s.decision === null)) {
      undecided++
      continue
    }
    const gold = goldSchema.parse(goldLine({ name: id, sha256, text, records, decisions: own }).line)
    scores.push(scoreRecords(gold, text, records))
  }
  if (scores.length === 0 && undecided === 0) return null
  const summary = summarize(scores, { kind: null, field: null }, { intervals: false })
  const measures = SCORES.flatMap((m): SampleMeasure[] => {
    const score = summary.scores[m.label]
    if (score === undefined || score.pred + score.gold === 0) return []
    const at = (name: string) => (counts: Counts) => counts[name] ?? 0
    const [right, read, gold] = [at(m.right), at(m.read), at(m.gold)]
    const share = (of: (c: Counts) => number) => (c: Counts) => (of(c) === 0 ? null : right(c) / of(c))
    const [p = null, r = null, f1 = null] = bootstrap(
      scores.map(s => s.counts),
      [share(read), share(gold), c => f1Of(right(c), read(c), gold(c))]
    )
    return [
      {
        label: m.label,
        p: score.p,
        p_interval: p,
        r: score.r,
        r_interval: r,
        f1: score.f1,
        f1_interval: f1,
        right: score.tp,
        read: score.pred,
        gold: score.gold
      }
    ]
  })
  return { articles: scores.length, undecided, reviewers: [...new Set(closed.map(d => d.reviewer))].toSorted(), measures }
}

/** The figures for people. */
export function figuresInWords({ articles, undecided, reviewers, measures }: SampleFigures): string {
  const cell = (v: number | null, i: Interval | null) =>
    v === null ? '—'.padEnd(22) : `${v.toFixed(3)}${i === null ? '' : ` (${i[0].toFixed(3)}–${i[1].toFixed(3)})`}`.padEnd(22)
  const rows = measures.map(
    m =>
      `${m.label.padEnd(52)}${cell(m.p, m.p_interval)}${cell(m.r, m.r_interval)}${cell(m.f1, m.f1_interval)}${m.right} / ${m.read} / ${m.gold}`
  )
  const left = undecided === 0 ? '' : `${undecided} closed articles have records that nobody judged; they do not count.\n`
  return `Drawn sample: ${articles} articles, judged by ${reviewers.join(', ')}; 95 % intervals over resampled articles\n\n${''.padEnd(52)}${'precision'.padEnd(22)}${'recall'.padEnd(22)}${'F1'.padEnd(22)}right / read / gold\n${rows.join('\n')}\n${left}`
}
