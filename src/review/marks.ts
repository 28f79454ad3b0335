import type { AnyRecord } from '../model/record.ts'
import type { Span } from '../model/span.ts'

/** A span that a page marks: which field it is of, and on which side. */
export interface Mark extends Span {
  /** `anchor`, a field's name, or `via`; decides the color. */
  readonly field: string
  readonly side: 'old' | 'new' | 'both'
  readonly label: string
}

/** A stretch of text with the marks that cover all of it. */
export interface Segment extends Span {
  readonly marks: readonly Mark[]
  /** Marks that end where it ends. */
  readonly closing: readonly Mark[]
}

/** Cuts a stretch of text at every boundary of its marks: overlapping marks cannot be nested wrongly. */
export function segments({ start, end }: Span, marks: readonly Mark[]): Segment[] {
  const inside = marks.filter(m => m.start < end && start < m.end)
  const cuts = [...new Set([start, end, ...inside.flatMap(m => [Math.max(start, m.start), Math.min(end, m.end)])])].toSorted(
    (a, b) => a - b
  )
  const found: Segment[] = []
  // Sweep: marks by where they begin; those that cover the stretch are open.
  const waiting = inside.toSorted((a, b) => a.start - b.start)
  let next = 0
  let open: Mark[] = []
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [from, to] = [cuts[i] as number, cuts[i + 1] as number]
    while (next < waiting.length && (waiting[next] as Mark).start <= from) open.push(waiting[next++] as Mark)
    open = open.filter(m => m.end > from)
    found.push({ start: from, end: to, marks: open, closing: open.filter(m => m.end === to) })
    open = [...open]
  }
  return found
}

interface Read {
  readonly start: number | null
  readonly end: number | null
  readonly via?: readonly { readonly start: number; readonly end: number }[]
}

/** The marks of a record: its anchor, the evidence of each field, and what that came by way of. */
export function marksOf(record: AnyRecord | null, side: Mark['side'], labelOf: (field: string) => string): Mark[] {
  if (record === null) return []
  const { start, end } = record.anchor
  const marks: Mark[] = [{ start, end, field: 'anchor', side, label: '' }]
  for (const [field, e] of Object.entries((record['evidence'] ?? {}) as Readonly<Record<string, Read>>)) {
    if (e.start !== null && e.end !== null && e.start < e.end)
      marks.push({ start: e.start, end: e.end, field: hueOf(field), side, label: labelOf(field) })
    for (const via of e.via ?? []) marks.push({ start: via.start, end: via.end, field: 'via', side, label: `${labelOf(field)}…` })
  }
  return marks
}

/** The marks of two sides in one list: what both have is marked once. */
export function bothSides(before: readonly Mark[], after: readonly Mark[]): Mark[] {
  const key = (m: Mark) => `${m.start} ${m.end} ${m.field} ${m.label}`
  const [olds, news] = [new Set(before.map(key)), new Set(after.map(key))]
  const shared = after.filter(m => olds.has(key(m))).map(m => ({ ...m, side: 'both' as const }))
  return [...before.filter(m => !news.has(key(m))), ...after.filter(m => !olds.has(key(m))), ...shared]
}

// Fields of one color: what a reader looks for by it.
const HUES: Readonly<Record<string, string>> = {
  value: 'value',
  rank: 'value',
  number: 'value',
  comparator: 'value',
  baseline: 'value',
  direction: 'value',
  indicator: 'subject',
  subject: 'subject',
  title: 'subject',
  qualifier: 'subject',
  scope: 'place',
  place: 'place',
  issuer: 'place',
  place_units: 'place',
  deadline: 'date',
  as_of: 'date',
  issued: 'date',
  period: 'date',
  horizon: 'date',
  document: 'document',
  type: 'document',
  status: 'status'
}

function hueOf(field: string): string {
  return HUES[field] ?? 'status'
}
