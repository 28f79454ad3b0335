import type { AnyRecord } from '../model/record.ts'
import { shortHash } from '../text/hash.ts'

// Fields of few values: a group tells which became which.
const CLOSED = new Set([
  'kind',
  'measure',
  'status',
  'comparator',
  'value_kind',
  'direction',
  'deadline_mod',
  'rank_kind',
  'unit',
  'confidence',
  'place_units',
  'type',
  'reason'
])

/** What makes a change like another. */
interface Grouped {
  readonly class: string
  readonly kind: string
  readonly before: AnyRecord | null
  readonly after: AnyRecord | null
  readonly fields: readonly string[]
  readonly rules: { readonly lost: readonly string[]; readonly gained: readonly string[] }
}

/** What became of a field: for closed fields the two values, for others whether there was one. */
export function shiftOf(field: string, before: AnyRecord | null, after: AnyRecord | null): string {
  const side = (record: AnyRecord | null): string => {
    const value = field === 'kind' ? record?.kind : record?.[field]
    if (value === null || value === undefined) return '—'
    return CLOSED.has(field) ? String(value) : '…'
  }
  return `${field} ${side(before)} → ${side(after)}`
}

/** The name of the group of a change: alike are changes of one class and kind, in the same fields the same way, by the same rules. */
export function groupOf({ class: name, kind, before, after, fields, rules }: Grouped): string {
  return shortHash(name, kind, ...fields.map(f => shiftOf(f, before, after)), '-', ...rules.lost, '+', ...rules.gained)
}
