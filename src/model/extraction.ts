import type { ArticleRecord } from './article.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { AnyRecord, MentionRecord, Rejection, SentenceRecord } from './record.ts'

/**
 * Everything read from one article, as output lines. Each list is in the order of the contract. What kinds of records and
 * mentions there are is known to those who extract; others read them by the names of their fields.
 */
export interface Extraction<R extends AnyRecord = AnyRecord, M extends MentionRecord = MentionRecord> {
  readonly article: ArticleRecord
  readonly records: readonly R[]
  readonly mentions: readonly M[]
  readonly sentences: readonly SentenceRecord[]
  readonly rejections: readonly Rejection[]
  readonly diagnostics: readonly Diagnostic[]
}
