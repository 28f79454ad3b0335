import type { Article } from '../../model/article.ts'
import type { AnyRecord } from '../../model/record.ts'
import { contains, type Span } from '../../model/span.ts'
import type { Quantity } from '../../model/values.ts'
import { extract } from '../../pipeline.ts'
import { toSource } from '../../text/offset-map.ts'
import { type Analysis, analyze } from './analysis.ts'

/**
 * Why a sentence counts as a gap: `status` a percentage of which no rule says whether it is a goal · `indicator` a number for
 * which nothing is named that it measures · `goal` a goal cue beside a number that became no goal · `numberless` a goal cue without a number.
 */
export const GAP_KINDS = ['status', 'indicator', 'goal', 'numberless'] as const
export type GapKind = (typeof GAP_KINDS)[number]

/** A sentence of a corpus, and what no rule claimed of it. Offsets are of the text layer. */
export interface Judged extends Span {
  /** The sentence in lower case, as rules see it. */
  readonly lower: string
  readonly gaps: readonly GapKind[]
}

/** Every sentence of an article with its gaps; `records` are what was read of it, where that is known. */
export function judge(article: Article, records: readonly AnyRecord[] = extract(article).records): Judged[] {
  const analysis = analyze(article)
  return analysis.sentences.map(sentence => {
    const at = toSource(analysis.text.map, sentence.start, sentence.end)
    const own = records.filter(r => r.kind !== 'document').filter(r => contains(at, r.anchor))
    const mentions = analysis.table.mentionsOf(sentence.index)
    const gaps: GapKind[] = []
    if (mentions.some(isPercentage) && own.some(r => ruleOfStatus(r) === 'status/no-cue')) gaps.push('status')
    if (own.some(r => ('indicator' in r ? r['indicator'] : r['subject']) === null)) gaps.push('indicator')
    const hasCue = mentions.some(m => m.type === 'cue' && m.tags.includes('Goal'))
    if (hasCue && !own.some(r => r.kind === 'target' || r.kind === 'rank_goal'))
      gaps.push(hasFreeNumber(analysis, sentence.index) ? 'goal' : 'numberless')
    return { ...at, lower: analysis.text.lower.slice(sentence.start, sentence.end), gaps }
  })
}

function ruleOfStatus(record: AnyRecord): string | undefined {
  const evidence = record['evidence'] as Readonly<Record<string, { readonly rule: string } | undefined>> | undefined
  return evidence?.['status']?.rule
}

function isPercentage(m: { readonly type: string; readonly value: unknown }): boolean {
  return m.type === 'quantity' && ['percent', 'points'].includes((m.value as Quantity).form)
}

/** Whether a sentence has a digit outside of dates and document numbers. */
function hasFreeNumber({ text, sentences, table }: Analysis, index: number): boolean {
  const sentence = sentences[index]!
  const taken = table.mentionsOf(index).filter(m => m.type === 'date' || m.type === 'document_number')
  for (let i = sentence.start; i < sentence.end; i++) {
    const code = text.lower.charCodeAt(i)
    if (code >= 48 && code <= 57 && !taken.some(m => i >= m.outer.start && i < m.outer.end)) return true
  }
  return false
}
