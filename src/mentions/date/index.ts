import * as z from 'zod'
import type { MentionType } from '../../model/rule.ts'
import type { DateValue } from '../../model/values.ts'
import { DAYS_IN_FIGURES, OTHER_DAYS } from './days.ts'
import { MONTHS } from './months.ts'
import { RELATIVES } from './relative.ts'
import { PERIODS, YEARS } from './years.ts'

const DATE_ROLES = ['issued', 'deadline', 'period', 'horizon', 'status', 'event', 'other'] as const

const schema = z.strictObject({ edtf: z.string().nullable(), role: z.enum(DATE_ROLES) })

/** What the `value` of a printed mention holds. */
export type DateMention = z.output<typeof schema>

export const date: MentionType<DateValue> = {
  type: 'date',
  isPublic: true,
  schema,
  rules: [...DAYS_IN_FIGURES, ...PERIODS, ...MONTHS, ...OTHER_DAYS, ...YEARS, ...RELATIVES],
  tags: value => {
    const isPoint = value.use === 'by' || value.use === 'before' || value.use === 'vision' || value.use === 'orientation'
    return [
      'Date',
      ...(isPoint ? ['Deadline'] : []),
      ...(value.edtf?.includes('/') ? ['Period'] : []),
      ...(value.use === 'compared' ? ['Compared'] : [])
    ]
  },
  publish: value => ({ edtf: value.edtf, role: 'other' })
}
