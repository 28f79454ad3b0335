import type { Field, Source, Via } from '../../model/frame.ts'
import type { LinkedDocument } from './linked-document.ts'
import { antecedent, withheld } from './reasons.ts'

/** Which document sets a goal, and by which words; without a document, the words that say that none of those named does. */
export interface DocumentLink {
  readonly document: LinkedDocument | undefined
  readonly field: Field<string | null>
}

/** Where a document was named, with what completed its number. */
export const anchored = (document: LinkedDocument): Via[] => [antecedent(document.anchor), ...(document.number.evidence?.via ?? [])]

/** The link of a number that is set by no document of the text, with the words that say so. */
export const anothers = (via: readonly Via[], rule: string, source: Source = 'carried'): DocumentLink => ({
  document: undefined,
  field: withheld(via, rule, source)
})

/** What a link was read from, as what another one is decided by. */
export const spansOf = ({ field: { evidence: e } }: DocumentLink): Via[] =>
  e?.start == null || e.end === null ? [] : [antecedent({ start: e.start, end: e.end }), ...e.via]
