import * as z from 'zod'
import type { MentionType } from '../../model/rule.ts'
import type { Quantity } from '../../model/values.ts'
import { AMOUNTS } from './amounts.ts'
import { BARE_NUMBERS } from './bare-numbers.ts'
import { SHARES } from './shares.ts'

const schema = z.strictObject({
  low: z.number(),
  high: z.number(),
  comparator: z.enum(['=', '>', '>=', '<', '<=', '~', 'range']),
  unit: z.string().nullable()
})

/** What the `value` of a printed mention holds. */
export type QuantityMention = z.output<typeof schema>

export const quantityMention: MentionType<Quantity> = {
  type: 'quantity',
  isPublic: true,
  schema,
  tags: ({ form, isFrom }) => [
    'Quantity',
    ...(isFrom ? ['From'] : []),
    form === 'percent' || form === 'points' || form === 'fraction' ? 'Percent' : form === 'count' ? 'Count' : 'Amount'
  ],
  publish: ({ low, high, comparator, unit }) => ({ low, high, comparator, unit }),
  rules: [...SHARES, ...AMOUNTS, ...BARE_NUMBERS]
}
