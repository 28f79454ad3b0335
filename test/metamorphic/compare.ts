import type { Extraction } from '../../src/model/extraction.ts'
import type { AnyRecord } from '../../src/model/record.ts'
import { overlaps, type Span } from '../../src/model/span.ts'
import type { Changed } from './operations.ts'

/** A field of a record that changed without a reason in the paragraph that was changed. */
export interface Violation {
  readonly operation: string
  readonly paragraph: number
  readonly quote: string
  readonly field: string
  readonly from: string
  readonly to: string
  /** Rules of the field's evidence, before and after. */
  readonly rules: string
}

interface Entry {
  readonly start: number | null
  readonly end: number | null
  readonly quote: string | null
  readonly source: string
  readonly rule: string
  readonly via?: readonly { readonly start: number; readonly end: number; readonly role: string; readonly quote: string }[]
}

/** Fields whose evidence has another name than they have; any other stands under its own. */
export const EVIDENCE_OF: Readonly<Record<string, readonly string[]>> = {
  low: ['value'],
  high: ['value'],
  unit: ['value'],
  kind: ['status'],
  measure: ['status'],
  reason: ['status'],
  value_kind: ['direction', 'indicator'],
  deadline_mod: ['deadline'],
  document_number: ['document'],
  rank_kind: ['rank'],
  n_low: ['rank'],
  n_high: ['rank'],
  total: ['rank'],
  band: ['rank'],
  number_as_printed: ['number']
}
const SKIPPED = new Set(['id', 'article_id', 'anchor', 'document_id', 'evidence', 'rules', 'mentions'])

/** What changed in the records whose anchor stands outside the changed paragraphs, without a reason there. */
export function violationsOf(before: Extraction, after: Extraction, change: Changed): Violation[] {
  const violations: Violation[] = []
  const old = keyed(before.records, span => (isIn(span, change.before) ? undefined : change.place(span)))
  const now = keyed(after.records, span => (isIn(span, change.after) ? undefined : span))
  const report = (record: AnyRecord, field: string, from: unknown, to: unknown, rules: string): void => {
    violations.push({
      operation: change.operation,
      paragraph: change.paragraph,
      quote: record.anchor.quote,
      field,
      from: show(from),
      to: show(to),
      rules
    })
  }
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    const [a, b] = [old.get(key), now.get(key)]
    if (a !== undefined && b !== undefined && a.kind !== b.kind) {
      // Another kind has other fields: whether it is a goal is what its status says.
      const names = ['status']
      if (names.some(n => touches(entriesOf(a)[n], change.before) || touches(entriesOf(b)[n], change.after))) continue
      report(a, 'kind', a.kind, b.kind, `${rule(a, 'status')} → ${rule(b, 'status')}`)
      continue
    }
    if (a !== undefined && b !== undefined) {
      for (const field of new Set([...Object.keys(a), ...Object.keys(b)])) {
        if (SKIPPED.has(field) || show(a[field]) === show(b[field])) continue
        const names = field === 'confidence' ? Object.keys({ ...entriesOf(a), ...entriesOf(b) }) : (EVIDENCE_OF[field] ?? [field])
        if (names.some(n => touches(entriesOf(a)[n], change.before) || touches(entriesOf(b)[n], change.after))) continue
        report(
          a,
          field,
          a[field],
          b[field],
          names
            .slice(0, 3)
            .map(n => `${rule(a, n)} → ${rule(b, n)}`)
            .join('; ')
        )
      }
      continue
    }
    const [record, others, gone] = a !== undefined ? [a, after.records, change.before] : [b as AnyRecord, before.records, change.after]
    if (Object.values(entriesOf(record)).some(e => touches(e, gone))) continue
    if (record.kind === 'document' && isElsewhere(record, others, change, a !== undefined)) continue
    report(
      record,
      'record',
      a === undefined ? null : record.kind,
      b === undefined ? null : record.kind,
      ['status', 'indicator', 'subject', 'number'].map(n => rule(record, n)).join(' ')
    )
  }
  return violations
}

/**
 * A document that begins elsewhere on the other side, or is told apart from another there: another of its mentions stands
 * in the changed paragraph, or the record that names it here has one there.
 */
function isElsewhere(record: AnyRecord, others: readonly AnyRecord[], change: Changed, isOld: boolean): boolean {
  const [here, there] = isOld ? [change.before, change.after] : [change.after, change.before]
  if (mentionsOf(record).some(m => isIn(m, here))) return true
  const isSame = (m: Span): boolean => {
    const [from, to] = isOld ? [change.place(record.anchor), m] : [change.place(m), record.anchor]
    return from !== undefined && overlaps(from, to)
  }
  return others.some(
    o =>
      o.kind === 'document' && (o['number'] === record['number'] || mentionsOf(o).some(isSame)) && mentionsOf(o).some(m => isIn(m, there))
  )
}

const mentionsOf = (record: AnyRecord): readonly Span[] => record['mentions'] as readonly Span[]
const entriesOf = (record: AnyRecord): Readonly<Record<string, Entry>> => record['evidence'] as Readonly<Record<string, Entry>>
const isIn = (span: Span, changed: readonly Span[]): boolean => changed.some(c => overlaps(c, span))
const show = (value: unknown): string => JSON.stringify(value) ?? 'null'

function rule(record: AnyRecord, name: string): string {
  const e = entriesOf(record)[name]
  return e === undefined
    ? '-'
    : `${e.rule}(${e.source}) "${(e.quote ?? '').slice(0, 30)}"${(e.via ?? []).map(v => ` via ${v.role} "${v.quote.slice(0, 20)}"`).join('')}`
}

function touches(entry: Entry | undefined, changed: readonly Span[]): boolean {
  if (entry === undefined) return false
  const own = entry.start === null || entry.end === null ? [] : [{ start: entry.start, end: entry.end }]
  return [...own, ...(entry.via ?? [])].some(s => isIn(s, changed))
}

/** Records by what they stand on in the new text; several of one anchor by their order. */
function keyed(records: readonly AnyRecord[], place: (span: Span) => Span | undefined): Map<string, AnyRecord> {
  const found = new Map<string, AnyRecord>()
  const groups = new Map<string, AnyRecord[]>()
  for (const record of records) {
    const at = place(record.anchor)
    if (at === undefined) continue
    const what =
      record.kind === 'target' || record['measure'] === 'quantity' ? 'quantity' : record.kind === 'document' ? 'document' : 'rank'
    const key = `${what} ${at.start} ${at.end}`
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [record])
    else known.push(record)
  }
  for (const [key, group] of groups) {
    const ordered = group.toSorted((a, b) => orderOf(a) - orderOf(b))
    for (const [i, record] of ordered.entries()) found.set(`${key} ${i}`, record)
  }
  return found
}

const orderOf = (record: AnyRecord): number => entriesOf(record)['subject']?.start ?? 0
