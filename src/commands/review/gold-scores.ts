import type { Side } from '../../diff/side.ts'
import type { GoldArticle } from '../../eval/gold.ts'
import { summarize } from '../../eval/summary.ts'
import { holding, settle } from '../../review/decisions/apply.ts'
import type { Decision } from '../../review/decisions/decision.ts'
import { scoreRecords } from '../diff/gold-judge.ts'

const SHOWN = [
  'goal detected',
  'goal core (value, comparator, indicator, deadline)',
  'rank goal core',
  'document full (all that gold says)'
]

/** F1 against gold of what a run read, and of the same with decisions applied. */
export function goldScores(
  { articles, side }: { readonly articles: readonly GoldArticle[]; readonly side: Side },
  log: readonly Decision[]
): { readonly label: string; readonly before: number | null; readonly after: number | null }[] {
  const bySha = new Map(articles.map(g => [g.sha256, g]))
  const decisions = Map.groupBy(holding(log, 'last'), d => d.sha256)
  const both = side.articles.flatMap(a => {
    const gold = bySha.get(a.record.sha256)
    if (gold === undefined) return []
    const { text, records } = a.content()
    const settled = settle(gold.sha256, records, decisions.get(gold.sha256) ?? []).flatMap(s => (s.record === null ? [] : [s.record]))
    return [{ before: scoreRecords(gold, text ?? '', records), after: scoreRecords(gold, text ?? '', settled) }]
  })
  const [before, after] = [both.map(b => b.before), both.map(b => b.after)].map(scores =>
    summarize(scores, { kind: null, field: null }, { intervals: false })
  )
  return SHOWN.map(label => ({ label, before: before?.scores[label]?.f1 ?? null, after: after?.scores[label]?.f1 ?? null }))
}
