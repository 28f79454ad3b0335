import * as z from 'zod'
import { edtfSchema, head, placeSchema, placeUnitsSchema, quoteSchema, tail } from '../../model/record.ts'
import type { RecordType } from '../../model/record-type.ts'

const fields = {
  number: z.string().nullable(),
  number_as_printed: z.string().nullable(),
  type: z.string().nullable(),
  issuer: z.string().nullable(),
  place: placeSchema.nullable(),
  place_units: placeUnitsSchema.nullable(),
  issued: edtfSchema.nullable(),
  title: z.string().nullable(),
  period: edtfSchema.nullable(),
  horizon: edtfSchema.nullable(),
  mentions: z.array(quoteSchema).min(1)
} as const

/** An official document that an article names. */
const documentSchema = z
  .strictObject({ kind: z.literal('document'), ...head, ...fields, ...tail })
  .describe('An official document that an article names')

export type DocumentRecord = z.output<typeof documentSchema>

export const documentRecord: RecordType<DocumentRecord> = {
  kind: 'document',
  schema: documentSchema,
  order: ['kind', 'id', 'article_id', 'anchor', ...Object.keys(fields), 'confidence', 'evidence', 'rules']
}
