import type { Article } from './model/article.ts'
import { UsageError } from './model/usage-error.ts'
import { toResult } from './stages/read/article.ts'
import { DEFAULT_LIMITS } from './stages/read/limits.ts'
import { dayOfIso } from './stages/read/published.ts'
import { plainDraft } from './stages/read/types.ts'

export type { Article, ArticleRecord, ArticleSource } from './model/article.ts'
export type { Diagnostic } from './model/diagnostic.ts'
export type { Extraction } from './model/extraction.ts'
export type { AnyRecord, MentionRecord, Rejection, SentenceRecord } from './model/record.ts'
export { UsageError } from './model/usage-error.ts'
export { extract } from './pipeline.ts'

/** A news text with what is known of it: the fields of an NDJSON line. */
export interface ArticleInput {
  readonly text: string
  readonly id?: string
  readonly url?: string
  readonly title?: string
  /** Publication day or time in ISO 8601; it anchors relative dates. */
  readonly published?: string
}

/** The article that `extract` takes, of a text; fails with a UsageError where there is no text or the day is none. */
export async function articleOf({ text, id, url, title, published }: ArticleInput): Promise<Article> {
  const day = published === undefined ? null : dayOfIso(published)
  if (day === undefined) throw new UsageError(`${published} is no date in ISO 8601.`)
  const draft = { ...plainDraft(text, 'utf-8'), title: title ?? null, url: url ?? null, externalId: id ?? null, published: day }
  const input = { source: 'text', sha256: null, bytes: 0 }
  const context = { options: { published: null }, limits: DEFAULT_LIMITS, input }
  const result = await toResult(draft, { source: input.source, inside: true }, context)
  if (result.kind === 'article') return result.article
  throw new UsageError(result.kind === 'failure' ? result.diagnostic.message : 'There is no article.')
}
