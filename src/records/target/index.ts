import * as z from 'zod'
import { head, tail, targetFields } from '../../model/record.ts'
import type { RecordType } from '../../model/record-type.ts'
import { TARGET_RULES } from './rules.ts'

/** A commitment to a value of an indicator by a time. */
const targetSchema = z
  .strictObject({ kind: z.literal('target'), ...head, status: z.literal('goal'), ...targetFields, ...tail })
  .refine(t => t.low <= t.high, 'low above high')
  .refine(t => (t.comparator === 'range') === t.low < t.high, 'a range has low < high, anything else low = high')
  .describe('A commitment to a value of an indicator')

export type TargetRecord = z.output<typeof targetSchema>

export const target: RecordType<TargetRecord> = {
  kind: 'target',
  schema: targetSchema,
  grammar: { anchor: 'quantity', slot: 'value', rules: TARGET_RULES },
  order: ['kind', 'id', 'article_id', 'anchor', 'status', ...Object.keys(targetFields), 'confidence', 'evidence', 'rules']
}
