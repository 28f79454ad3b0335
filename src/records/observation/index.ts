import * as z from 'zod'
import { edtfSchema, head, rankFields, STATUSES, tail, targetFields } from '../../model/record.ts'
import type { RecordType } from '../../model/record-type.ts'

const status = z.enum(STATUSES.filter(s => s !== 'goal') as ['result', 'current', 'forecast', 'other'])
const aside = { as_of: edtfSchema.nullable(), reason: z.enum(['related_link', 'caption']).nullable() } as const

/** A number or rank that is no goal: a result, a standing fact, a forecast, something else. */
const observationSchema = z
  .discriminatedUnion('measure', [
    z.strictObject({ kind: z.literal('observation'), ...head, measure: z.literal('quantity'), status, ...targetFields, ...aside, ...tail }),
    z.strictObject({ kind: z.literal('observation'), ...head, measure: z.literal('rank'), status, ...rankFields, ...aside, ...tail })
  ])
  .describe('A number or rank that is no goal')

export type ObservationRecord = z.output<typeof observationSchema>

export const observation: RecordType<ObservationRecord> = {
  kind: 'observation',
  schema: observationSchema,
  order: [
    'kind',
    'id',
    'article_id',
    'anchor',
    'measure',
    'status',
    ...new Set([
      ...Object.keys(targetFields).slice(0, 4),
      ...Object.keys(targetFields).slice(4, -2),
      ...Object.keys(rankFields).slice(4, -2)
    ]),
    'deadline',
    'deadline_mod',
    'as_of',
    'reason',
    'confidence',
    'evidence',
    'rules'
  ]
}
