import * as z from 'zod'
import { head, rankFields, tail } from '../../model/record.ts'
import type { RecordType } from '../../model/record-type.ts'
import { RANK_RULES } from './rules.ts'

/** A commitment to a position in an order. */
const rankGoalSchema = z
  .strictObject({ kind: z.literal('rank_goal'), ...head, status: z.literal('goal'), ...rankFields, ...tail })
  .refine(r => r.n_low === null || r.n_high === null || r.n_low <= r.n_high, 'n_low above n_high')
  .describe('A commitment to a position in an order')

export type RankGoalRecord = z.output<typeof rankGoalSchema>

export const rankGoal: RecordType<RankGoalRecord> = {
  kind: 'rank_goal',
  schema: rankGoalSchema,
  grammar: { anchor: 'rank', slot: 'rank', rules: RANK_RULES },
  order: ['kind', 'id', 'article_id', 'anchor', 'status', ...Object.keys(rankFields), 'confidence', 'evidence', 'rules']
}
