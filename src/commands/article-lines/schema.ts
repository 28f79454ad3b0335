import * as z from 'zod'
import { MENTIONS } from '../../mentions/index.ts'
import { articleSchema } from '../../model/article.ts'
import { diagnosticSchema } from '../../model/diagnostic-schema.ts'
import { mentionSchema, rejectionSchema, sentenceSchema } from '../../model/record.ts'
import { RECORDS } from '../../records/index.ts'

/** The number of the form of these lines: another one, and `import` refuses them. */
export const LINE_FORMAT = 1

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const offset = z.int().min(0)

/** What made a line: who has the same gives the same line. */
const madeBy = {
  format: z.literal(LINE_FORMAT),
  program: z.string(),
  reader: z.string(),
  ruleset: sha256,
  options: z.strictObject({ without: z.array(z.string()).optional() })
} as const

/** The file or stream that an article was read from: a stream has no hash; `published` is what `--published` said. */
const inputSchema = z.strictObject({
  source: z.string(),
  sha256: sha256.nullable(),
  bytes: offset,
  published: z.string().nullable()
})

const cellSchema = z.strictObject({
  start: offset,
  end: offset,
  row: offset,
  column: offset,
  rows: z.int().min(1),
  columns: z.int().min(1),
  isHeader: z.boolean()
})

const tableSchema = z.strictObject({ cells: z.array(cellSchema) })

const ofKinds = RECORDS.map(r => r.schema)
const ofTypes = MENTIONS.filter(m => m.isPublic).map(m => mentionSchema.extend({ type: z.literal(m.type), value: m.schema }))
// That each has its own `kind` or `type` is known to the registries, not to their types.
const recordSchema = z.discriminatedUnion('kind', ofKinds as unknown as [z.ZodObject<{ kind: z.ZodLiteral<string> }>])
const mentionOfAnyType = z.discriminatedUnion('type', ofTypes as unknown as [z.ZodObject<{ type: z.ZodLiteral<string> }>])

/** One article with everything that is stored of it: a line of `extract --as articles`, and of what `import` takes. */
export const extractionLineSchema = z
  .strictObject({
    kind: z.literal('extraction'),
    ...madeBy,
    input: inputSchema,
    article: articleSchema,
    title_is_text: z.boolean(),
    text: z.string(),
    tables: z.array(tableSchema),
    reading: z.array(diagnosticSchema),
    records: z.array(recordSchema),
    mentions: z.array(mentionOfAnyType),
    sentences: z.array(sentenceSchema),
    rejections: z.array(rejectionSchema),
    diagnostics: z.array(diagnosticSchema)
  })
  .describe('One article with its text and everything that was read from it')

/** An input, or a part of one, that gave no article, with the reason. */
export const failureLineSchema = z
  .strictObject({ kind: z.literal('failure'), ...madeBy, input: inputSchema, diagnostic: diagnosticSchema })
  .describe('An input, or a part of one, that gave no article')

/** What made a line, beside its input. */
export type MadeBy = { readonly [Key in keyof typeof madeBy]: z.output<(typeof madeBy)[Key]> }
export type LineInput = z.output<typeof inputSchema>
export type ExtractionLine = z.output<typeof extractionLineSchema>
export type FailureLine = z.output<typeof failureLineSchema>
