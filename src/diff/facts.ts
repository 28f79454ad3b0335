import type { AnyRecord } from '../model/record.ts'

// What says who a record is and why, not what it claims.
const NO_FACT = new Set(['kind', 'id', 'article_id', 'anchor', 'evidence', 'rules', 'mentions', 'document_id'])

/** Whether a field has the same value in two records; the strict one compares bytes. */
export type SameField = (field: string, before: unknown, after: unknown) => boolean

/** Equal JSON, equal value. */
export const sameJson: SameField = (_field, before, after) => JSON.stringify(before ?? null) === JSON.stringify(after ?? null)

/** The names of what a record claims, in the order they are written. */
export function factsOf(record: AnyRecord): string[] {
  return Object.keys(record).filter(name => !NO_FACT.has(name))
}

/** The fields that two records differ in, in the order they are written; `kind` first where they are of different kinds. */
export function changedFields(before: AnyRecord, after: AnyRecord, same: SameField = sameJson): string[] {
  const names = [...new Set([...factsOf(before), ...factsOf(after)])]
  const changed = names.filter(name => !same(name, before[name], after[name]))
  return before.kind === after.kind ? changed : ['kind', ...changed]
}

/** What two records that claim the same were read from differently: `evidence.<field>`, `mentions`, `rules`. */
export function changedEvidence(before: AnyRecord, after: AnyRecord): string[] {
  const [a, b] = [evidenceOf(before), evidenceOf(after)]
  const fields = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(f => !sameSpans(a[f], b[f])).map(f => `evidence.${f}`)
  const others = ['mentions', 'rules'].filter(name => !sameSpans(before[name], after[name]))
  return [...fields, ...others]
}

// In one text a span says what its quote is.
function sameSpans(before: unknown, after: unknown): boolean {
  const bare = (value: unknown) => JSON.stringify(value ?? null, (key, item: unknown) => (key === 'quote' ? undefined : item))
  return bare(before) === bare(after)
}

/** Evidence of a record by field; empty where it has none (gold). */
export function evidenceOf(record: AnyRecord): Readonly<Record<string, { readonly rule: string; readonly start: number | null }>> {
  return (record['evidence'] ?? {}) as Readonly<Record<string, { rule: string; start: number | null }>>
}

/** Every rule that took part in a record. */
export function rulesOf(record: AnyRecord | null): string[] {
  if (record === null) return []
  const named = (record['rules'] ?? []) as readonly string[]
  return [...new Set([...named, ...Object.values(evidenceOf(record)).map(e => e.rule)])].toSorted()
}

/** What a record is about, in words: an indicator, a subject, a document's number or title. */
export function subjectOf(record: AnyRecord): string | null {
  const named = (record['indicator'] ?? record['subject'] ?? null) as { readonly text: string } | null
  return named?.text ?? text(record['number']) ?? text(record['title'])
}

/** The numbers of a record as one string, for telling whether two are of one value. */
export function valueKey(record: AnyRecord): string {
  return JSON.stringify([record['low'] ?? record['n_low'] ?? record['number'] ?? null, record['high'] ?? record['n_high'] ?? null])
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
