import type { Article } from '../../model/article.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Extraction } from '../../model/extraction.ts'
import { type ExtractionRows, rowsOf } from '../../store/rows.ts'
import type { ExtractionOptions } from '../extractor.ts'

/** What extraction made of one article: rows to store, or why it broke off. */
export type Extracted = { readonly rows: ExtractionRows } | { readonly failure: Diagnostic }

/** What a thread is started with. */
export interface WorkerSettings {
  readonly options: ExtractionOptions
}

/** A batch on its way to a thread. */
export interface BatchQuestion {
  readonly ticket: number
  readonly articles: readonly Article[]
}

/** A batch on its way back, in the order of its articles. */
export interface BatchAnswer {
  readonly ticket: number
  readonly extracted: readonly Extracted[]
}

/** Extracts articles one by one. */
export function extractBatch(articles: readonly Article[], extract: (article: Article) => Extraction | Diagnostic): Extracted[] {
  return articles.map(article => {
    const extraction = extract(article)
    return 'kind' in extraction ? { failure: extraction } : { rows: rowsOf(extraction) }
  })
}
