import { setImmediate } from 'node:timers/promises'
import { contains, overlaps, type Span } from '../../model/span.ts'
import type { Item } from '../../review/item.ts'
import { shortHash } from '../../text/hash.ts'
import type { Contrast, Phrase } from '../rules/phrases.ts'
import { judge } from '../rules/unclaimed.ts'
import { excerptAt } from './excerpt.ts'
import { aboutOf, whereOf } from './items.ts'
import type { Library, Opened } from './library.ts'

interface Unclaimed {
  readonly item: Item
  readonly lower: string
}

/**
 * What may have been missed: sentences with a goal cue or a number that no record claims, those with the commonest phrases
 * first; then refused candidates, those of the commonest reasons first. Gives way to other work between articles, and tells how
 * many it has looked through.
 */
export async function missItems(library: Library, signal: AbortSignal, tell: (done: number) => void): Promise<Item[]> {
  const sentences: Unclaimed[] = []
  const contrasts: Contrast[] = []
  const refused: Item[] = []
  for (const [done, articleId] of library.ids.entries()) {
    if (signal.aborted) break
    tell(done)
    await setImmediate()
    const opened = library.open(articleId)
    if (opened.article.record.language !== 'vi') continue
    const { unclaimed, others } = unclaimedIn(opened)
    sentences.push(...unclaimed)
    contrasts.push({ texts: unclaimed.map(u => u.lower), others })
    for (const r of opened.extraction.rejections)
      refused.push(missItem(opened, r, 'rejection', r.record_kind, r.id, `${r.reason}: ${r.message}`))
  }
  tell(library.ids.length)
  return [...(await byPhrases(sentences, contrasts)), ...byReasons(refused)]
}

/** The sentences of an article that no record claims, and those that are claimed or have nothing to claim. */
function unclaimedIn(opened: Opened): { readonly unclaimed: Unclaimed[]; readonly others: string[] } {
  const { article, extraction } = opened
  const anchors = extraction.records.map(r => r.anchor)
  const loose = extraction.mentions.filter(m => m.type === 'quantity' && !anchors.some(a => overlaps(a, m)))
  const [unclaimed, others]: [Unclaimed[], string[]] = [[], []]
  // What was read of the article is known; reading it again would take most of the time.
  for (const judged of judge(article, extraction.records)) {
    const isUnclaimed = judged.gaps.includes('goal') || loose.some(m => contains(judged, m))
    if (isUnclaimed) unclaimed.push({ lower: judged.lower, item: missItem(opened, judged, 'sentence', 'sentence', '', null) })
    else others.push(judged.lower)
  }
  return { unclaimed, others }
}

async function byPhrases(sentences: readonly Unclaimed[], contrasts: readonly Contrast[]): Promise<Item[]> {
  const { beginOf, phrasesOf, typicalPhrases } = await import('../rules/phrases.ts')
  const pause = async (): Promise<void> => void (await setImmediate())
  const common = await typicalPhrases(contrasts, { most: 200, least: contrasts.length < 100 ? 2 : 3, pause })
  const begins = new Set(common.map(p => beginOf(p.phrase)))
  const found = sentences.map(({ item, lower }) => {
    const phrase = heaviest(new Set(phrasesOf(lower, begins)), common)
    return phrase === null ? { item, weight: 0 } : { item: { ...item, says: `${phrase.phrase} ×${phrase.count}` }, weight: phrase.weight }
  })
  return found.toSorted((a, b) => b.weight - a.weight).map(f => f.item)
}

function byReasons(refused: readonly Item[]): Item[] {
  const counts = new Map<string, number>()
  const reasonOf = (item: Item) => item.says?.split(':')[0] ?? ''
  for (const item of refused) counts.set(reasonOf(item), (counts.get(reasonOf(item)) ?? 0) + 1)
  return refused.toSorted((a, b) => (counts.get(reasonOf(b)) ?? 0) - (counts.get(reasonOf(a)) ?? 0))
}

function heaviest(inside: ReadonlySet<string>, phrases: readonly Phrase[]): Phrase | null {
  // Phrases come by weight, the heaviest first.
  return phrases.find(p => inside.has(p.phrase)) ?? null
}

function missItem({ article }: Opened, span: Span, name: 'sentence' | 'rejection', kind: string, id: string, says: string | null): Item {
  const articleId = article.record.id
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
    gathering: null,
    alike: null,
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
