import type { Decision } from '../../review/decisions/decision.ts'
import { standing } from '../../review/decisions/decision.ts'
import type { Item } from '../../review/item.ts'
import { sha256, shortHash } from '../../text/hash.ts'
import { aboutOf, itemsOfArticle, nameOf } from './items.ts'
import type { Library } from './library.ts'

/** Which articles a sample draws. */
export interface SampleOptions {
  readonly count: number
  readonly seed: string
}

/** The articles of a sample: by the hash of seed and id, so that the same seed draws the same ones, and more go on where fewer ended. */
export function drawn(ids: readonly string[], { count, seed }: SampleOptions): string[] {
  const rank = new Map(ids.map(id => [id, sha256(`${seed}\n${id}`)]))
  return ids.toSorted((a, b) => ((rank.get(a) as string) < (rank.get(b) as string) ? -1 : 1)).slice(0, count)
}

export type Phase = 'blind' | 'shown' | 'done'

/** How far a reviewer is with a drawn article. */
export function phaseOf(log: readonly Decision[], reviewer: string, sha: string): Phase {
  const own = standing(log).filter(d => d.reviewer === reviewer && d.sha256 === sha)
  if (own.some(d => d.action === 'done')) return 'done'
  return own.some(d => d.action === 'reveal') ? 'shown' : 'blind'
}

/** The queue of a sample: each article, and once its output is shown the records of that. */
export function sampleItems(library: Library, articles: readonly string[], phase: (sha: string) => Phase): Item[] {
  return articles.flatMap(articleId => {
    const { article, extraction } = library.open(articleId)
    const { record, text } = article
    const source = record.sources[0]?.source ?? record.key
    const head: Item = {
      id: shortHash('sample', articleId),
      queue: 'sample',
      class: 'article',
      kind: 'article',
      articleId,
      sha256: record.sha256,
      where: source,
      before: null,
      after: null,
      at: { kind: 'article', start: 0, end: 0 },
      quote: record.title ?? text.slice(0, 80).split('\n')[0] ?? '',
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
      says: null,
      about: aboutOf(record, text),
      sentences: { before: null, after: null }
    }
    if (phase(record.sha256) === 'blind') return [head]
    // What gold has no word for is not judged.
    const judged = extraction.records.filter(r => r.kind !== 'observation' || r['measure'] === 'rank' || /%|phần trăm/.test(r.anchor.quote))
    return [...itemsOfArticle(judged, nameOf(record, text), 'sample'), head]
  })
}
