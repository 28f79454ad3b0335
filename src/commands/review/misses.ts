import { setImmediate } from 'node:timers/promises'
import { contains, overlaps, type Span } from '../../model/span.ts'
import type { Item } from '../../review/item.ts'
import { shortHash } from '../../text/hash.ts'
import type { Contrast, Phrase } from '../rules/phrases.ts'
import { judge } from '../rules/unclaimed.ts'
import { excerptAt } from './excerpt.ts'
import { aboutOf, whereOf } from './items.ts'
import type { Library } from './library.ts'

interface Found {
  readonly item: Item
  readonly weight: number
}

interface Sentence extends Span {
  readonly articleId: string
  readonly lower: string
}

/**
 * What may have been missed: sentences with a goal cue or a number that no record claims, those with the commonest phrases
 * first; then refused candidates, those of the commonest reasons first. Gives way to other work between articles, and tells how
 * many it has looked through.
 */
export async function missItems(library: Library, signal: AbortSignal, tell: (done: number) => void): Promise<Item[]> {
  const { phrasesOf, typicalPhrases } = await import('../rules/phrases.ts')
  const sentences: Sentence[] = []
  const contrasts: Contrast[] = []
  const refused: Item[] = []
  for (const [done, articleId] of library.ids.entries()) {
    if (signal.aborted) break
    tell(done)
    await setImmediate()
    const { article, extraction } = library.open(articleId)
    if (article.record.language !== 'vi') continue
    const anchors = extraction.records.map(r => r.anchor)
    const [texts, others]: [string[], string[]] = [[], []]
    for (const judged of judge(article)) {
      const isUnclaimed =
        judged.gaps.includes('goal') ||
        extraction.mentions.some(m => m.type === 'quantity' && contains(judged, m) && !anchors.some(a => overlaps(a, m)))
      ;(isUnclaimed ? texts : others).push(judged.lower)
      if (isUnclaimed) sentences.push({ articleId, start: judged.start, end: judged.end, lower: judged.lower })
    }
    contrasts.push({ texts, others })
    for (const r of extraction.rejections)
      refused.push(missItem(library, articleId, r, 'rejection', r.record_kind, r.id, `${r.reason}: ${r.message}`))
  }
  const common = typicalPhrases(contrasts, { most: 200, least: contrasts.length < 100 ? 2 : 3 })
  const found = sentences.map((s): Found => {
    const phrase = heaviest(new Set(phrasesOf(s.lower)), common)
    const says = phrase === null ? null : `${phrase.phrase} ×${phrase.count}`
    return { item: missItem(library, s.articleId, s, 'sentence', 'sentence', '', says), weight: phrase?.weight ?? 0 }
  })
  const reasons = new Map<string, number>()
  const reasonOf = (item: Item) => item.says?.split(':')[0] ?? ''
  for (const item of refused) reasons.set(reasonOf(item), (reasons.get(reasonOf(item)) ?? 0) + 1)
  const ordered = refused.toSorted((a, b) => (reasons.get(reasonOf(b)) ?? 0) - (reasons.get(reasonOf(a)) ?? 0))
  return [...found.toSorted((a, b) => b.weight - a.weight).map(f => f.item), ...ordered]
}

function heaviest(inside: ReadonlySet<string>, phrases: readonly Phrase[]): Phrase | null {
  // Phrases come by weight, the heaviest first.
  return phrases.find(p => inside.has(p.phrase)) ?? null
}

function missItem(
  library: Library,
  articleId: string,
  span: Span,
  name: 'sentence' | 'rejection',
  kind: string,
  id: string,
  says: string | null
): Item {
  const { article } = library.open(articleId)
  return {
    id: shortHash('misses', name, articleId, span.start, span.end, id),
    queue: 'misses',
    class: name,
    kind,
    articleId,
    sha256: article.record.sha256,
    where: whereOf(article.record.sources[0]?.source ?? article.record.key, article.text, span.start),
    before: null,
    after: null,
    at: { kind: name, start: span.start, end: span.end },
    quote: article.text.slice(span.start, Math.min(span.end, span.start + 300)),
    fields: [],
    rules: [],
    group: null,
    same: null,
    shape: null,
    isShared: false,
    isLocated: true,
    verdict: null,
    cause: null,
    says,
    about: aboutOf(article.record, article.text),
    sentences: { before: null, after: excerptAt(article.text, span) }
  }
}
