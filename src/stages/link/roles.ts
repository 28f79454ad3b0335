import type { Context } from './context.ts'
import type { LinkedDate } from './dates.ts'
import { isPlanDate } from './deadline-above.ts'
import type { LinkedDocument } from './documents.ts'

export type DateRole = 'issued' | 'deadline' | 'period' | 'horizon' | 'status' | 'event' | 'other'

/** What a date says in its sentence. The rows follow the annotation guidelines: first match wins. */
export function dateRole(context: Context, date: LinkedDate, documents: readonly LinkedDocument[]): DateRole {
  const { mention, edtf } = date
  const { use, partial } = mention.value
  if (documents.some(d => d.issued.evidence?.start === mention.start)) return 'issued'
  if (use === 'compared' || partial?.unit === 'same-period') return 'other'
  if (use === 'vision' || use === 'orientation') return 'horizon'
  if (edtf?.includes('/')) return 'period'
  if (use === 'by' || use === 'before') return 'deadline'
  if (use === 'as-of') return 'status'
  const isDay = edtf !== null && /^\d{4}-\d\d-\d\d$/.test(edtf)
  if (isDay || partial?.unit === 'same-day') return 'event'
  const chunks = context.chunksOf(mention.sentence)
  const at = chunks.findIndex(c => c.mention === mention)
  const near = chunks.slice(Math.max(0, at - 8), at + 12)
  if (isPlanDate(context, date)) return 'deadline'
  if (near.some(c => c.tags.has('Quantity') || c.tags.has('Rank'))) return 'status'
  return partial !== null && partial.unit !== 'relative' ? 'status' : 'period'
}
