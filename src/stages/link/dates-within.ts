import { contains, type Span } from '../../model/span.ts'
import { partitionPoint } from '../../text/partition-point.ts'
import type { LinkedDate } from './linked-date.ts'

/** Sentences `[from, to)`. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** How many of an article's dates, which are in order, stand before a sentence. */
export function datesBefore(dates: readonly LinkedDate[], sentence: number): number {
  return partitionPoint(dates, d => d.mention.sentence < sentence)
}

/** The dates in a range of sentences. */
export function datesIn(dates: readonly LinkedDate[], { from, to }: Range): readonly LinkedDate[] {
  return dates.slice(datesBefore(dates, from), datesBefore(dates, to))
}

/** The dates that a span holds; costs what stands in the span, not what the article has. */
export function datesWithin(dates: readonly LinkedDate[], span: Span): LinkedDate[] {
  const within: LinkedDate[] = []
  for (let i = partitionPoint(dates, d => d.mention.start < span.start); i < dates.length; i++) {
    const date = dates[i] as LinkedDate
    if (date.mention.start > span.end) break
    if (contains(span, date.mention)) within.push(date)
  }
  return within
}
