import * as z from 'zod'
import type { MentionType, TagRule } from '../../model/rule.ts'
import type { Rank } from '../../model/values.ts'
import { ASPIRATIONS } from './aspirations.ts'
import { IMPROVEMENTS } from './improvements.ts'
import { CLASSES, LEADERS } from './leaders-and-bands.ts'
import { POSITIONS } from './positions.ts'
import { scopesOf } from './scopes.ts'

export const RANK_KINDS = ['top_n', 'exact', 'at_least', 'band', 'leader', 'improve'] as const

const schema = z.strictObject({
  rank_kind: z.enum(RANK_KINDS),
  n_low: z.number().nullable(),
  n_high: z.number().nullable(),
  total: z.number().nullable(),
  band: z.string().nullable(),
  scope: z.string().nullable()
})

/** A rule whose ranks know of further scopes that are printed behind the first. */
const withFurther = (rule: TagRule<Rank>): TagRule<Rank> => ({
  ...rule,
  produce: (groups, around) => {
    const value = rule.produce(groups, around)
    const more = groups['more'] === undefined ? undefined : around.printed('more')
    return value === undefined || more === undefined ? value : { ...value, further: scopesOf(more) }
  }
})

/** What the `value` of a printed mention holds. */
export type RankMention = z.output<typeof schema>

export const rankMention: MentionType<Rank> = {
  type: 'rank',
  isPublic: true,
  schema,
  rules: [...POSITIONS, ...LEADERS, ...IMPROVEMENTS, ...CLASSES, ...ASPIRATIONS].map(withFurther),
  tags: () => ['Rank'],
  publish: ({ further, ...value }) => value
}
