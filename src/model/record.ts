import * as z from 'zod'
import { SOURCES, VIA_ROLES } from './frame.ts'

/** Pieces of the record contract that several kinds share. All spans are of the text layer. */

const id = z.string().regex(/^[0-9a-f]{16}$/)

/** A span with its raw text; `quote` is exactly `text.slice(start, end)`. */
export const quoteSchema = z.strictObject({ start: z.int().min(0), end: z.int().min(0), quote: z.string() })

const viaSchema = z.strictObject({ start: z.int().min(0), end: z.int().min(0), quote: z.string(), role: z.enum(VIA_ROLES) })

/** Why a field has its value. `start`, `end`, `quote` are null only where the source is `metadata`. */
const evidenceSchema = z
  .strictObject({
    start: z.int().min(0).nullable(),
    end: z.int().min(0).nullable(),
    quote: z.string().nullable(),
    source: z.enum(SOURCES),
    rule: z.string(),
    via: z.array(viaSchema).optional()
  })
  .refine(e => e.source === 'metadata' || e.start !== null, 'evidence without a span')

const evidenceMapSchema = z.record(z.string(), evidenceSchema)

/** EDTF strings of the subset this project writes. */
export const edtfSchema = z.string().regex(/^(?:(?:\d{4}|\d{3}X)(?:-\d\d)?(?:-\d\d)?|\.\.)(?:\/(?:\d{4}(?:-\d\d)?(?:-\d\d)?|\.\.))?$/)

const CONFIDENCES = ['high', 'medium', 'low'] as const
export const COMPARATORS = ['=', '>', '>=', '<', '<=', '~', 'range'] as const
export const VALUE_KINDS = ['level', 'change', 'growth', 'ratio'] as const
export const DEADLINE_MODS = ['by', 'before', 'in'] as const
export const STATUSES = ['goal', 'result', 'current', 'forecast', 'other'] as const

/** A province id, `vn`, `other:<text>`. */
export const placeSchema = z.string().regex(/^(?:[a-z_]+|other:.+)$/s)
export const placeUnitsSchema = z.union([z.literal(63), z.literal(34)])

/** An indicator or a subject: catalogue id where it has one, and its normalized text. */
const namedSchema = z.strictObject({ id: z.string().nullable(), text: z.string() })

export const baselineSchema = z.strictObject({ low: z.number(), high: z.number(), unit: z.string().nullable() })

/** The fields that every target has, in the order they are written. */
export const targetFields = {
  place: placeSchema.nullable(),
  place_units: placeUnitsSchema.nullable(),
  document_id: id.nullable(),
  document_number: z.string().nullable(),
  indicator: namedSchema.nullable(),
  qualifier: z.string().nullable(),
  comparator: z.enum(COMPARATORS),
  low: z.number().min(0),
  high: z.number().min(0),
  unit: z.string().nullable(),
  value_kind: z.enum(VALUE_KINDS),
  direction: z.enum(['up', 'down']).nullable(),
  baseline: baselineSchema.nullable(),
  deadline: edtfSchema.nullable(),
  deadline_mod: z.enum(DEADLINE_MODS).nullable()
} as const

/** The fields that every rank has, in the order they are written. */
export const rankFields = {
  place: placeSchema.nullable(),
  place_units: placeUnitsSchema.nullable(),
  document_id: id.nullable(),
  document_number: z.string().nullable(),
  subject: namedSchema.nullable(),
  rank_kind: z.enum(['top_n', 'exact', 'at_least', 'band', 'leader', 'improve']),
  n_low: z.number().nullable(),
  n_high: z.number().nullable(),
  total: z.number().nullable(),
  band: z.string().nullable(),
  scope: z.string().nullable(),
  deadline: edtfSchema.nullable(),
  deadline_mod: z.enum(DEADLINE_MODS).nullable()
} as const

export const head = { id, article_id: id, anchor: quoteSchema } as const
export const tail = { confidence: z.enum(CONFIDENCES), evidence: evidenceMapSchema, rules: z.array(z.string()) } as const

/** A candidate that was refused, with the reason. */
export const rejectionSchema = z
  .strictObject({
    kind: z.literal('rejection'),
    id,
    article_id: id,
    record_kind: z.string(),
    start: z.int(),
    end: z.int(),
    quote: z.string(),
    reason: z.string(),
    message: z.string(),
    rule: z.string()
  })
  .describe('A candidate refused, with the reason')

export const sentenceSchema = z
  .strictObject({ kind: z.literal('sentence'), article_id: id, start: z.int(), end: z.int() })
  .describe('A sentence, heading or list item')

export const mentionSchema = z
  .strictObject({
    kind: z.literal('mention'),
    id,
    article_id: id,
    type: z.string(),
    start: z.int(),
    end: z.int(),
    quote: z.string(),
    value: z.unknown(),
    rule: z.string()
  })
  .describe('A span with a type and a value')

/** A span of the text layer with its raw text. */
export type Quote = z.output<typeof quoteSchema>
/** Why a field has its value: the words and the rule that read them. */
export type Evidence = z.output<typeof evidenceSchema>
export type Rejection = z.output<typeof rejectionSchema>
export type MentionRecord = z.output<typeof mentionSchema>
export type SentenceRecord = z.output<typeof sentenceSchema>

/** Any record line: a validated fact. The schema of each kind is in `records/`. */
export interface AnyRecord {
  readonly kind: string
  readonly id: string
  readonly article_id: string
  readonly anchor: { readonly start: number; readonly end: number; readonly quote: string }
  readonly [field: string]: unknown
}
