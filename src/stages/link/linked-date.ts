import type { Via } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { Span } from '../../model/span.ts'
import type { DateValue } from '../../model/values.ts'
import { edtfRange } from '../../text/edtf.ts'

/** A date mention on the calendar, with what put it there. */
export interface LinkedDate {
  readonly mention: Mention<DateValue>
  readonly edtf: string | null
  readonly via: readonly Via[]
  /** Whether the publication day (metadata) decided the year. */
  readonly byMetadata: boolean
}

/** Where something stands, and no more. */
export const spanOf = (mention: Span): Span => ({ start: mention.start, end: mention.end })

/** First and last day of a linked date, or nulls. */
export function daysOf(date: LinkedDate): { first: string | null; last: string | null } {
  return date.edtf === null ? { first: null, last: null } : edtfRange(date.edtf)
}
