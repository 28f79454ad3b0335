import type { Article } from '../../model/article.ts'
import type { Extraction } from '../../model/extraction.ts'
import { rowsOf } from '../../store/rows.ts'
import { bandsOf } from '../../text/near-duplicates.ts'
import type { Pool } from '../net/pool.ts'

/** A pool that has nothing to extract: others did, and it is told what they made before it is asked. */
export interface GivenPool extends Pool<'rows'> {
  give(article: Article, extraction: Extraction): void
}

/** Begins with nothing given. What is given is kept for as long as its article is. */
export function givenPool(): GivenPool {
  const given = new WeakMap<Article, Extraction>()
  return {
    give: (article, extraction) => void given.set(article, extraction),
    extract: articles =>
      articles.map(async article => {
        const extraction = given.get(article)
        if (extraction === undefined) throw new Error(`Nobody gave what was extracted from ${article.record.id}.`)
        return { made: { rows: rowsOf(extraction, article.text), bands: bandsOf(article.text) } }
      }),
    width: 1,
    workersUsed: () => 0,
    close: () => {}
  }
}
