import * as z from 'zod'
import type { Article } from './model/article.ts'
import { UsageError } from './model/usage-error.ts'
import { type Extracted, type ExtractOptions, extract as extractRead } from './pipeline.ts'
import { toResult } from './stages/read/article.ts'
import { DEFAULT_LIMITS } from './stages/read/limits.ts'
import { dayOfIso } from './stages/read/published.ts'
import { plainDraft } from './stages/read/types.ts'

export type { ExtractedMention, MentionValues } from './mentions/index.ts'
export type { Article, ArticleRecord, ArticleSource } from './model/article.ts'
export type { Diagnostic } from './model/diagnostic.ts'
export type { Evidence, Quote, Rejection, SentenceRecord } from './model/record.ts'
export type { Cell, DataTable } from './model/table.ts'
export { UsageError } from './model/usage-error.ts'
export type { Extracted as Extraction, ExtractOptions } from './pipeline.ts'
export type { DocumentRecord, ExtractedRecord, ObservationRecord, RankGoalRecord, TargetRecord } from './records/index.ts'

const inputSchema = z.strictObject({
  text: z.string(),
  id: z.string().nullish(),
  url: z.string().nullish(),
  title: z.string().nullish(),
  published: z.string().nullish()
})

/** A news text with what is known of it: the fields of an NDJSON line. */
export interface ArticleInput {
  readonly text: string
  readonly id?: string | null | undefined
  readonly url?: string | null | undefined
  readonly title?: string | null | undefined
  /** Publication day or time in ISO 8601; it anchors relative dates. */
  readonly published?: string | null | undefined
}

/**
 * The article that `extract` takes, of a text. What is no such input, a text without words and a day that is none are a
 * UsageError in one sentence.
 */
export async function articleOf(input: ArticleInput): Promise<Article> {
  const { text, id, url, title, published } = checked(input)
  const day = published == null ? null : dayOfIso(published)
  if (day === undefined) throw new UsageError(`articleOf: published is ${shown(published)}, which is no date in ISO 8601.`)
  const draft = { ...plainDraft(text, 'utf-8'), title: title ?? null, url: url ?? null, externalId: id ?? null, published: day }
  const place = { source: 'text', inside: true }
  const context = { options: { published: null }, limits: DEFAULT_LIMITS, input: { source: 'text', sha256: null, bytes: 0 } }
  const result = await toResult(draft, place, context)
  if (result.kind === 'article') return result.article
  throw new UsageError(result.kind === 'failure' ? result.diagnostic.message : 'There is no article.')
}

/** Everything that one article says. Pure: the same article gives the same bytes. What is no article is a UsageError. */
export function extract(article: Article, options?: ExtractOptions): Extracted {
  if (article instanceof Promise) throw new UsageError('extract takes an article: await what articleOf gives.')
  if (typeof article?.text !== 'string' || typeof article.record?.sha256 !== 'string')
    throw new UsageError(`extract takes an article, as articleOf makes it of a text; this is ${shown(article)}.`)
  return extractRead(article, options)
}

function checked(input: unknown): ArticleInput {
  const { success, data, error } = inputSchema.safeParse(input)
  if (success) return data
  const [issue] = error.issues
  const takes = `articleOf takes { text, ${Object.keys(inputSchema.shape).slice(1).join(', ')} }`
  if (issue?.code === 'unrecognized_keys') throw new UsageError(`${takes}; it knows no ${issue.keys.join(', ')}.`)
  const field = issue?.path[0]
  if (field === undefined) throw new UsageError(`${takes}, of which only text must be there; this is ${shown(input)}.`)
  const value = (input as Readonly<Record<PropertyKey, unknown>>)[field]
  throw new UsageError(`${takes}, which are strings; ${String(field)} is ${shown(value)}.`)
}

/** A value in a few words, whatever it is. */
function shown(value: unknown): string {
  if (typeof value === 'string') return `the string ${JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)}`
  if (value === null || value === undefined || typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return 'an array'
  if (value instanceof Date) return 'a Date (say its ISO string)'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
