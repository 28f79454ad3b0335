import type { Article } from '../../model/article.ts'
import type { Extraction } from '../../model/extraction.ts'
import { UsageError } from '../../model/usage-error.ts'
import type { Store } from '../../store/open.ts'
import { articleOf, articlesOf, extractionOf, type Scope } from '../../store/read.ts'
import { type Matcher, matcherOf } from '../explain/matched.ts'

/** An article with all that was read of it. */
export interface Opened {
  readonly article: Article
  readonly extraction: Extraction
  readonly matcher: Matcher
}

/** The articles under review; an article is read when it is opened, and the ones opened last are kept. */
export interface Library {
  readonly ids: readonly string[]
  open(articleId: string): Opened
}

const KEPT = 16

/** The articles of a scope. */
export function libraryOf(store: Store, scope: Scope): Library {
  const runs = new Map<string, number>()
  for (const a of articlesOf(store, scope)) runs.set(a.record.id, a.run)
  const kept = new Map<string, Opened>()
  return {
    ids: [...runs.keys()],
    open(articleId) {
      const known = kept.get(articleId)
      if (known !== undefined) return known
      const run = runs.get(articleId)
      if (run === undefined) throw new UsageError(`There is no article ${articleId} under review.`)
      const stored = articleOf(store, run, articleId)
      const article = {
        text: stored.text,
        record: stored.record,
        titleIsText: stored.titleIsText,
        ...(stored.tables === undefined ? {} : { tables: stored.tables })
      }
      const opened = { article, extraction: extractionOf(store, stored), matcher: matcherOf(article) }
      kept.set(articleId, opened)
      for (const old of kept.keys()) {
        if (kept.size <= KEPT) break
        kept.delete(old)
      }
      return opened
    }
  }
}
