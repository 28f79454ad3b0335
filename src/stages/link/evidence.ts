import type { Evidence, Field, Source, Via } from '../../model/frame.ts'
import type { Span } from '../../model/span.ts'

const NO_VIA: readonly Via[] = []

/** Evidence that stands in the text. */
export type Located = Evidence & Span

/** The evidence of a value that is read from a span; words of the same clause, unless said otherwise. */
export const evidence = (span: Span, rule: string, source: Source = 'same_clause', via: readonly Via[] = NO_VIA): Located => ({
  start: span.start,
  end: span.end,
  source,
  rule,
  via
})
/** A field of which nothing was found. */
export const none: Field<null> = { value: null, evidence: null }
