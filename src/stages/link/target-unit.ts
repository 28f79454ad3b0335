import type { Quantity } from '../../model/values.ts'

/** Whether a number is a percentage or a difference of percentages. */
export const isPercent = (q: Quantity): boolean => q.form === 'percent' || q.form === 'points'
