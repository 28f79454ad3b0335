import { createHash } from 'node:crypto'
import type { SameField } from '../../diff/facts.ts'
import type { Content, Side, SideArticle } from '../../diff/side.ts'
import type { GoldArticle } from '../../eval/gold.ts'
import { outputOf } from '../../eval/output.ts'
import { sameNumber, samePlace, sameScope, sameText, sameUnit } from '../../eval/same.ts'
import type { AnyRecord } from '../../model/record.ts'
import { wordOverlap } from '../../text/similarity.ts'

/** Gold as one side of a diff: each entry a record with the fields that gold has, and no others. */
export function goldSide(label: string, gold: readonly GoldArticle[]): Side {
  const articles = gold.map(
    (g): SideArticle => ({ record: headOf(g), identity: null, content: () => ({ text: null, records: recordsOf(g) }) })
  )
  return { label, method: { ruleset: null, options: null, codeVersion: null, inputSet: null, parts: [] }, articles }
}

/** A side narrowed to the articles of gold, and to the records that gold speaks of there. */
export function narrowToGold(side: Side, gold: readonly GoldArticle[]): Side {
  const bySha = new Map(gold.map(g => [g.sha256, g]))
  const articles = side.articles.flatMap((a): SideArticle[] => {
    const g = bySha.get(a.record.sha256)
    return g === undefined ? [] : [{ ...a, identity: null, content: () => narrowed(a.content(), g) }]
  })
  return { ...side, articles }
}

function narrowed({ text, records }: Content, gold: GoldArticle): Content {
  const output = outputOf({ article: undefined as never, records, mentions: [], sentences: [], rejections: [], diagnostics: [] })
  const isPercent = (r: { readonly anchor: { readonly quote: string } }) => /%|phần trăm/.test(r.anchor.quote)
  const kept = new Set<unknown>([
    ...(gold.quantities === undefined ? [] : [...output.targets, ...output.observations.filter(isPercent)]),
    ...(gold.ranks === undefined ? [] : [...output.rankGoals, ...output.rankObservations]),
    ...(gold.documents === undefined ? [] : output.documents)
  ])
  return { text, records: records.filter(r => kept.has(r)) }
}

/** Whether a field agrees as gold counts it: what gold does not say agrees. */
export const sameAsGold: SameField = (field, before, after) => {
  if (before === undefined || after === undefined) return true
  const [a, b] = [before as never, after as never]
  if (field === 'indicator' || field === 'subject') return sameName(a, b)
  if (['low', 'high', 'n_low', 'n_high', 'total'].includes(field)) return sameNumber(a, b)
  if (field === 'place') return samePlace(a, b) || samePlace(b, a)
  if (field === 'scope') return sameScope(a, b)
  if (field === 'unit') return sameUnit(a, b)
  if (typeof before === 'string' || typeof after === 'string') return sameText(a, b)
  return JSON.stringify(before) === JSON.stringify(after)
}

interface Name {
  readonly id: string | null
  readonly text: string
}

function sameName(a: Name | null, b: Name | null): boolean {
  if (a === null || b === null) return a === b
  return (a.id !== null && a.id === b.id) || wordOverlap(a.text, b.text) >= 0.5
}

function headOf({ article, sha256 }: GoldArticle): SideArticle['record'] {
  const source = { source: article, external_id: null, url: null, published: null }
  return {
    kind: 'article',
    id: sha256.slice(0, 16),
    key: `source:${article}`,
    external_id: null,
    url: null,
    site: null,
    author: null,
    title: null,
    published: null,
    language: 'vi',
    encoding: 'utf-8',
    quality: 'ok',
    chars: 0,
    sha256,
    duplicate_of: null,
    sources: [source]
  }
}

function recordsOf(gold: GoldArticle): AnyRecord[] {
  const article = gold.sha256.slice(0, 16)
  const make = (
    kind: string,
    entry: object & { readonly start: number; readonly end: number; readonly quote: string },
    ordinal: number
  ): AnyRecord => {
    const {
      start,
      end,
      quote,
      note: _note,
      document,
      document_anchor: _anchor,
      indicator,
      subject,
      ...fields
    } = entry as Record<string, unknown> & typeof entry
    const named = (value: unknown) =>
      value == null ? null : { id: (value as { id: string | null }).id, text: (value as { quote: string }).quote }
    const id = createHash('sha256').update(`gold ${article} ${kind} ${start} ${end} ${ordinal}`).digest('hex').slice(0, 16)
    return {
      kind,
      id,
      article_id: article,
      anchor: { start, end, quote },
      ...fields,
      ...(document === undefined ? {} : { document_number: document }),
      ...(indicator === undefined ? {} : { indicator: named(indicator) }),
      ...(subject === undefined ? {} : { subject: named(subject) })
    }
  }
  const kindOf = (entry: { readonly status: string }, goal: string) => (entry.status === 'goal' ? goal : 'observation')
  return [
    ...(gold.quantities ?? []).map((q, i) => make(kindOf(q, 'target'), q, i)),
    ...(gold.ranks ?? []).map((r, i) => make(kindOf(r, 'rank_goal'), r, i)),
    ...(gold.documents ?? []).map((d, i) => make('document', d, i))
  ]
}
