import type { LinkedFrame } from '../../model/frame.ts'
import { overlaps, type Span } from '../../model/span.ts'
import { partitionPoint } from '../../text/partition-point.ts'
import { bandOf } from './certainty.ts'
import type { Told } from './traits.ts'

/**
 * How sure a record is, by what it was read from. Low, whatever else: the text is of low quality or a draft, or words of
 * the record were repaired. A target by what right and wrong ones were read from (`certainty.ts`). Others: high where everything that makes
 * the record is printed near it, low where a field that defines it is missing or guessed, medium else.
 */
export function confidenceOf(told: Told, isLowQuality: boolean, repairs: readonly Span[]): 'high' | 'medium' | 'low' {
  const { frame } = told
  const { fields, evidence } = frame
  if (isLowQuality || (repairs.length > 0 && spansOf(frame).some(s => isRepaired(s, repairs)))) return 'low'
  if (frame.kind === 'document')
    return fields['number'] !== null ? (fields['issuer'] !== null && evidence['issuer']?.source !== 'carried' ? 'high' : 'medium') : 'low'
  const document = fields['document'] as { isDraft?: boolean } | null
  if (document?.isDraft) return 'low'
  if (frame.kind === 'target') return bandOf(told)
  const far = ['carried', 'document', 'inferred', 'anaphor', 'title']
  const isFar = (name: string): boolean => fields[name] !== null && far.includes(evidence[name]?.source ?? '')
  if (frame.kind === 'observation')
    return fields['indicator'] === null && fields['subject'] == null ? 'low' : isFar('status') ? 'medium' : 'high'
  if (fields['place'] === null || fields['subject'] == null || (isFar('status') && isFar('deadline'))) return 'low'
  return fields['deadline'] === null || isFar('deadline') || isFar('status') || isFar('subject') ? 'medium' : 'high'
}

/** Whether a span holds a part of a repair; these are in order. */
function isRepaired(span: Span, repairs: readonly Span[]): boolean {
  const next = repairs[partitionPoint(repairs, r => r.end <= span.start)]
  return next !== undefined && overlaps(span, next)
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
