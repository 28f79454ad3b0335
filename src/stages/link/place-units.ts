import type { Evidence, Field, Via } from '../../model/frame.ts'
import { edtfRange } from '../../text/edtf.ts'
import type { Context } from './context.ts'
import { spansOf } from './document-link.ts'
import { evidence, none } from './evidence.ts'
import { type LinkedDate, spanOf } from './linked-date.ts'
import type { LinkedDocument } from './linked-document.ts'
import { antecedent, unique } from './reasons.ts'

/** Which list of provinces an id is to be read in, by the document's date, the publication day, the text's latest day. */
export function placeUnits(
  context: Context,
  place: Field<string | null>,
  document: LinkedDocument | undefined,
  latest: LinkedDate | undefined,
  link: Evidence | null | undefined
): Field<63 | 34 | null> {
  if (place.evidence === null) return none
  if (place.value === null) return { value: null, evidence: place.evidence }
  const issued = document?.issued
  const published = context.article.record.published
  const day = (issued?.value != null ? edtfRange(issued.value).last : null) ?? published ?? latest?.edtf ?? null
  const value = context.knowledge.unitsOf(place.value, day)
  // Where the place is spoken of elsewhere, the list it is read in depends on those words too.
  const { evidence: named } = place
  const isFar = named.source !== 'same_clause' && named.start !== null && named.end !== null
  if (value === null) return isFar ? { value: null, evidence: named } : none
  const from: Via[] = [
    ...(isFar ? [antecedent({ start: named.start as number, end: named.end as number }), ...named.via] : []),
    // Of another document, or of none, it would be read by another day.
    ...(link == null ? [] : spansOf({ document, field: { value: null, evidence: link } }))
  ]
  if (issued?.value != null && issued.evidence !== null)
    return {
      value,
      evidence: { ...issued.evidence, source: 'document', rule: 'place/units-by-issue', via: [...issued.evidence.via, ...from] }
    }
  if (published !== null)
    return {
      value,
      evidence: isFar
        ? { ...named, source: 'carried', rule: 'place/units-by-publication', via: unique([...named.via, ...from]) }
        : { start: null, end: null, source: 'metadata', rule: 'place/units-by-publication', via: from }
    }
  if (latest !== undefined)
    return { value, evidence: evidence(spanOf(latest.mention), 'place/units-by-latest-day', 'carried', [...latest.via, ...from]) }
  return { value, evidence: { ...named, source: isFar ? 'carried' : 'inferred', rule: 'place/units-by-name' } }
}
