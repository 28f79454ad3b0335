import * as z from 'zod'
import type { DataTable } from './table.ts'

/** A calendar day `YYYY-MM-DD`, in Asia/Ho_Chi_Minh. */
const daySchema = z.string().regex(/^\d{4}-\d\d-\d\d$/)

const QUALITIES = ['ok', 'low'] as const

const sourceSchema = z.strictObject({
  source: z.string(),
  external_id: z.string().nullable(),
  url: z.string().nullable(),
  published: daySchema.nullable()
})

/** The article line: what is known of one news text beside its text layer. */
export const articleSchema = z
  .strictObject({
    kind: z.literal('article'),
    id: z.string().regex(/^[0-9a-f]{16}$/),
    key: z.string(),
    external_id: z.string().nullable(),
    url: z.string().nullable(),
    site: z.string().nullable(),
    author: z.string().nullable(),
    title: z.string().nullable(),
    published: daySchema.nullable(),
    language: z.string(),
    encoding: z.string(),
    quality: z.enum(QUALITIES),
    chars: z.int(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    duplicate_of: z.string().nullable(),
    sources: z.array(sourceSchema).min(1)
  })
  .describe('One news text')

export type ArticleRecord = z.output<typeof articleSchema>
export type ArticleSource = z.output<typeof sourceSchema>

/** What `read` hands on: the text layer with what its container says of it. The record's `id` and `sha256` are of `text`. */
export interface Article {
  /** The text layer: all offsets of records point into it. */
  readonly text: string
  readonly record: ArticleRecord
  /** Whether the title is a line of the text layer (a `.txt` file's first line) or metadata. */
  readonly titleIsText: boolean
  /** Where the cells of its tables stand in the text layer; absent where the container has none, as plain text. */
  readonly tables?: readonly DataTable[]
}
