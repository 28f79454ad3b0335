import * as z from 'zod'
import type { MentionType } from '../../model/rule.ts'
import type { Rank } from '../../model/values.ts'
import { IMPROVEMENTS } from './improvements.ts'
import { CLASSES, LEADERS } from './leaders-and-bands.ts'
import { POSITIONS } from './positions.ts'

export const RANK_KINDS = ['top_n', 'exact', 'at_least', 'band', 'leader', 'improve'] as const

const schema = z.strictObject({
  rank_kind: z.enum(RANK_KINDS),
  n_low: z.number().nullable(),
  n_high: z.number().nullable(),
  total: z.number().nullable(),
  band: z.string().nullable(),
  scope: z.string().nullable()
})

export const rankMention: MentionType<Rank> = {
  type: 'rank',
  isPublic: true,
  schema,
  rules: [...POSITIONS, ...LEADERS, ...IMPROVEMENTS, ...CLASSES],
  tags: () => ['Rank'],
  publish: value => value
}
