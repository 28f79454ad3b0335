import type { AnyRecord } from '../../model/record.ts'
import { evidenceKey } from '../../review/evidence-of.ts'
import type { Problem } from './problem.ts'
import { checked } from './truth.ts'

// Values that say nothing without their companion.
const WITH: Readonly<Record<string, readonly string[]>> = {
  place: ['place_units'],
  document_number: ['document_id'],
  deadline: ['deadline_mod'],
  low: ['high', 'comparator'],
  high: ['low', 'comparator']
}

/** The new record with the old values of some fields, each with what it was read from; or why that is no record. */
export function withOld(before: AnyRecord, after: AnyRecord, fields: readonly string[]): AnyRecord | Problem {
  const names = [...new Set(fields.flatMap(f => [f, ...(WITH[f] ?? [])]))].filter(f => f in before && f in after)
  const record: Record<string, unknown> = { ...after }
  const evidence = { ...(after['evidence'] as Record<string, unknown>) }
  const old = (before['evidence'] ?? {}) as Readonly<Record<string, unknown>>
  for (const name of names) {
    record[name] = before[name]
    const key = evidenceKey(name)
    if (old[key] === undefined) delete evidence[key]
    else evidence[key] = old[key]
  }
  return checked({ ...record, evidence } as unknown as AnyRecord)
}

/** The fields of a change whose old value can be taken alone. */
export function takeable(before: AnyRecord | null, after: AnyRecord | null, fields: readonly string[]): string[] {
  if (before === null || after === null || before.kind !== after.kind || before.article_id !== after.article_id) return []
  return fields.filter(f => f !== 'anchor' && f !== 'confidence' && !f.startsWith('evidence.') && f in before && f in after)
}
