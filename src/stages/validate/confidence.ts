import type { LinkedFrame } from '../../model/frame.ts'
import { overlaps, type Span } from '../../model/span.ts'

/**
 * How sure a record is, by what it was read from. Written criteria:
 * high: everything that makes the record is printed near it. low: a field that defines it is missing or guessed, or the
 * text is a draft, of low quality, or was repaired. medium: the rest.
 */
export function confidenceOf(frame: LinkedFrame, isLowQuality: boolean, repairs: readonly Span[]): 'high' | 'medium' | 'low' {
  const { fields, evidence } = frame
  if (isLowQuality || repairs.some(r => spansOf(frame).some(s => overlaps(s, r)))) return 'low'
  if (frame.kind === 'document')
    return fields['number'] !== null ? (fields['issuer'] !== null && evidence['issuer']?.source !== 'carried' ? 'high' : 'medium') : 'low'
  const document = fields['document'] as { isDraft?: boolean } | null
  if (document?.isDraft) return 'low'
  const named = (fields['indicator'] ?? fields['subject'] ?? null) as unknown
  if (named === null) return 'low'
  const far = ['carried', 'document', 'inferred', 'anaphor', 'title']
  const isFar = (name: string): boolean => fields[name] !== null && far.includes(evidence[name]?.source ?? '')
  if (frame.kind === 'observation') return isFar('status') ? 'medium' : 'high'
  if (fields['place'] === null) return 'low'
  if (isFar('status') && isFar('deadline')) return 'low'
  if (fields['deadline'] === null || isFar('deadline') || isFar('status') || isFar('indicator') || isFar('subject')) return 'medium'
  return 'high'
}

/** Everything that a record was read from. */
function spansOf({ anchor, evidence }: LinkedFrame): Span[] {
  const spans: Span[] = [anchor]
  for (const { start, end, via } of Object.values(evidence)) {
    if (start !== null && end !== null) spans.push({ start, end })
    spans.push(...via)
  }
  return spans
}
