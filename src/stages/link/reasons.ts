import type { Evidence, Field, Source, Via } from '../../model/frame.ts'
import type { Span } from '../../model/span.ts'

/** The spans of some evidence, as what another field was computed from. Words of the same clause need no mention. */
export function viaOf(evidence: Evidence | null | undefined): Via[] {
  if (evidence == null || (evidence.source === 'same_clause' && evidence.via.length === 0)) return []
  const { start, end, via } = evidence
  return start === null || end === null ? [...via] : [{ start, end, role: 'antecedent' }, ...via]
}

/** A field that was also decided by other words: what stood in the way of a nearer reading. */
export function withVia<V>(field: Field<V>, via: readonly Via[]): Field<V> {
  return field.evidence === null || via.length === 0
    ? field
    : { value: field.value, evidence: { ...field.evidence, via: unique([...field.evidence.via, ...via]) } }
}

/** A field that stays null because of some words, which it points at. */
export function withheld([first, ...rest]: readonly Via[], rule: string, source: Source = 'carried'): Field<null> {
  return { value: null, evidence: first === undefined ? null : { start: first.start, end: first.end, source, rule, via: rest } }
}

/** A field that was also decided by other words, or that is null for want of better ones because of them. */
export function because<V>(field: Field<V>, via: readonly Via[], rule: string): Field<V | null> {
  if (via.length === 0) return field
  return field.evidence === null ? withheld(via, rule) : withVia(field, via)
}

/** A span as one that a value was computed from. */
export const antecedent = ({ start, end }: Span): Via => ({ start, end, role: 'antecedent' })

/** The spans of a list, each once. */
export function unique(via: readonly Via[]): Via[] {
  return via.filter((v, i) => via.findIndex(o => o.start === v.start && o.end === v.end) === i)
}
