import type { Evidence, LinkedFrame } from '../../model/frame.ts'
import type { Context } from './context.ts'
import { evidence } from './evidence.ts'
import type { LinkedDocument } from './linked-document.ts'
import { withheld } from './reasons.ts'
import type { Scopes } from './scopes.ts'

/** One frame a document, with the evidence of what the text tells of it. */
export function linkDocumentFrames(_context: Context, documents: readonly LinkedDocument[], scopes: Scopes): LinkedFrame[] {
  return documents.map(document => {
    const { number, type, issuer, place, issued, title } = document
    const units = scopes.placeUnits(place, document, null)
    const entries: Record<string, Evidence> = {}
    const add = (name: string, entry: Evidence | null | undefined): void => {
      if (entry != null) entries[name] = entry
    }
    add('number', number.evidence)
    add('type', type.evidence)
    add('issuer', issuer.evidence)
    add('place', place.evidence)
    add('issued', issued.evidence)
    if (title?.text != null) add('title', evidence(title.span, title.rule))
    // A title told of another document of the same number is not this one's.
    const apart = withheld(document.apart, 'document/told-apart').evidence
    if (title?.text == null) add('title', apart)
    add('period', title?.period == null ? apart : evidence(title.period.span, 'document/period-in-title'))
    add('horizon', title?.horizon == null ? apart : evidence(title.horizon.span, 'document/horizon-in-title'))
    add('place_units', units.evidence)
    return {
      kind: 'document',
      anchor: document.anchor,
      order: [document.anchor.start, null, null],
      fields: {
        document,
        number: number.value,
        number_as_printed: document.printed,
        type: type.value,
        issuer: issuer.value,
        place: place.value,
        place_units: units.value,
        issued: issued.value,
        title: title?.text ?? null,
        period: title?.period?.value ?? null,
        horizon: title?.horizon?.value ?? null
      },
      evidence: entries,
      rules: [...new Set(Object.values(entries).map(e => e.rule))],
      mentions: document.mentions
    }
  })
}
