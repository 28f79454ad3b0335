import type { Chunk } from '../../model/frame.ts'
import type { DateValue } from '../../model/values.ts'
import { canBeDue, type DeadlineDates, type DeadlineQuery, isEventDay, isYearly } from './deadline.ts'
import type { LinkedDate } from './linked-date.ts'

/** Whether a chunk is a date. */
export const isDateChunk = (c: Chunk): boolean => c.mention?.type === 'date'
/** The value of a chunk that is a date. */
export const dateOf = (c: Chunk | undefined): DateValue | undefined =>
  c?.mention?.type === 'date' ? (c.mention.value as DateValue) : undefined

/** A date behind the value in its clause, before another number: `20% vào năm 2025`, `8% trong năm nay`. */
export function behindValue(
  chunks: readonly Chunk[],
  { at }: DeadlineQuery,
  dates: DeadlineDates
): { date: LinkedDate; at: number } | 'vague' | undefined {
  for (let i = at + 1; i < chunks.length; i++) {
    // `37.000 MW (12,6%) vào năm 2045`: the time of a number stands behind what its brackets add.
    const closed = i === at + 1 ? closing(chunks, i) : -1
    const dated = chunks[closed + 1]?.tags.has('Rate') ? closed + 2 : closed + 1
    if (closed > 0 && isDateChunk(chunks[dated] ?? (chunks[i] as Chunk))) i = dated
    const c = chunks[i] as Chunk
    // `457 triệu tấn (2030)`: brackets that hold a year alone.
    const own =
      c.tags.has('Open') && ['Close', 'Comma'].some(t => chunks[i + 2]?.tags.has(t))
        ? dates.byMention.get(chunks[i + 1]?.mention)
        : undefined
    if (canBeDue(own) && isYearly(own)) return { date: own, at: i + 1 }
    if (
      c.tags.has('Quantity') ||
      c.tags.has('Semicolon') ||
      c.tags.has('Stop') ||
      c.tags.has('Compare') ||
      c.tags.has('Open') ||
      c.mention?.type === 'rank'
    )
      return undefined
    // Over a comma only `vào năm …` still belongs to the number; `đến năm …` begins the next goal.
    if (c.tags.has('Comma') || c.tags.has('And') || c.tags.has('Goal')) {
      const use = dateOf(chunks[i + 1])?.use
      if (isDoneBy(chunks, i)) continue
      // A time between commas leads what follows it (`8,5%, trong 6 tháng cuối năm, tỉnh phải …`).
      const last = chunks[i + 2]?.tags.has('And') && chunks[i + 3]?.tags.has('Date') ? i + 4 : i + 2
      if (c.tags.has('Comma') && chunks[last]?.tags.has('Comma')) return undefined
      if (use !== 'in' && (use !== 'before' || !c.tags.has('Comma'))) return undefined
    }
    if (!isDateChunk(c)) continue
    if (dateOf(c)?.partial?.unit === 'vague') return 'vague'
    const date = dates.byMention.get(c.mention)
    // `gấp đôi năm 2025`: what the ratio is to.
    if (i === at + 1 && dateOf(c)?.use === null && (chunks[at]?.mention?.value as { form?: string } | undefined)?.form === 'ratio') continue
    if (!canBeDue(date) || date.mention.value.use === 'from' || isEventDay(date) || dates.issued.has(date.mention)) continue
    return { date, at: i }
  }
  return undefined
}

/** Index of the bracket that closes the one at `open`, where it holds little; -1 else. */
function closing(chunks: readonly Chunk[], open: number): number {
  if (!chunks[open]?.tags.has('Open')) return -1
  const end = chunks.findIndex((c, i) => i > open && c.tags.has('Close'))
  return end > 0 && end - open <= 5 && end + 1 < chunks.length ? end : -1
}

/** A comma before `làm xong trước năm 2027`: the doing of the goal, with its time. */
function isDoneBy(chunks: readonly Chunk[], comma: number): boolean {
  for (let i = comma + 1; i < Math.min(chunks.length, comma + 4); i++) {
    if (chunks[i]?.tags.has('Quantity') || chunks[i]?.tags.has('Comma')) return false
    if (!isDateChunk(chunks[i] as Chunk)) continue
    const use = dateOf(chunks[i])?.use
    return i > comma + 1 && (use === 'before' || (use === 'in' && /^(?:hoàn thành|xong|làm xong)$/.test(chunks[comma + 1]?.text ?? '')))
  }
  return false
}
