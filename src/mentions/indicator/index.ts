import * as z from 'zod'
import type { Entry, MentionType } from '../../model/rule.ts'
import { INDICATORS } from './catalogue.ts'

/** A catalogue indicator named in the text. Which one a value belongs to is decided with the value's unit. */
export interface IndicatorName {
  readonly id: string
}

const entries: Entry<IndicatorName>[] = INDICATORS.flatMap(({ id, phrases }) =>
  phrases.filter(p => !p.includes('…') && p.length > 3).map(phrase => ({ phrase, value: { id }, rule: 'indicator/catalogue' }))
)

const schema = z.strictObject({ id: z.string() })

/** What the `value` of a printed mention holds. */
export type IndicatorMention = z.output<typeof schema>

export const indicator: MentionType<IndicatorName> = {
  type: 'indicator',
  isPublic: true,
  schema,
  rules: [],
  entries,
  tags: () => ['Indicator', 'Noun'],
  publish: value => value
}
