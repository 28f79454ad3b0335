import type { ArticleRecord } from './article.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { AnyRecord, MentionRecord, Rejection, SentenceRecord } from './record.ts'

/** Everything read from one article, as output lines. Each list is in the order of the contract. */
export interface Extraction {
  readonly article: ArticleRecord
  readonly records: readonly AnyRecord[]
  readonly mentions: readonly MentionRecord[]
  readonly sentences: readonly SentenceRecord[]
  readonly rejections: readonly Rejection[]
  readonly diagnostics: readonly Diagnostic[]
}
