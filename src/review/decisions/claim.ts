import type { AnyRecord } from '../../model/record.ts'

// What says who a record is and how sure the program was, not what it claims. A document's id follows its anchor.
const NO_CLAIM = new Set(['id', 'article_id', 'anchor', 'evidence', 'rules', 'mentions', 'confidence', 'document_id', 'decided'])

// Thousands of records are compared anew after each decision, and never change.
const keys = new WeakMap<AnyRecord, string>()

/** What a record claims and where, as one string: equal strings, the same output. */
function claimKey(record: AnyRecord | null): string {
  if (record === null) return 'nothing'
  const known = keys.get(record)
  if (known !== undefined) return known
  const facts = Object.entries(record).filter(([name]) => !NO_CLAIM.has(name))
  const key = JSON.stringify([record.anchor.start, record.anchor.end, ...facts])
  keys.set(record, key)
  return key
}

/** Whether two sides say the same. */
export function sameClaim(a: AnyRecord | null, b: AnyRecord | null): boolean {
  return claimKey(a) === claimKey(b)
}

/** Where a record stands, for finding what was decided there: documents apart from everything else. */
export function placeKey(sha256: string, record: AnyRecord): string {
  return `${sha256} ${record.kind === 'document' ? 'document' : 'fact'} ${record.anchor.start} ${record.anchor.end}`
}

/** What a record is about, in words. */
export function subjectText(record: AnyRecord | null): string | null {
  if (record === null) return null
  const named = (record['indicator'] ?? record['subject'] ?? null) as { readonly text: string } | null
  const number = record['number'] ?? record['title']
  return named?.text ?? (typeof number === 'string' ? number : null)
}

/** The same record as something that is no goal. */
export function asObservation(record: AnyRecord, status: string): AnyRecord {
  const { kind: _kind, id, article_id, anchor, measure, status: _status, ...rest } = record
  const observation = {
    kind: 'observation',
    id,
    article_id,
    anchor,
    measure: measure ?? ('rank_kind' in record ? 'rank' : 'quantity'),
    status
  }
  const { confidence, evidence, rules, as_of, reason, ...fields } = rest as Record<string, unknown>
  return { ...observation, ...fields, as_of: as_of ?? null, reason: reason ?? null, confidence, evidence, rules } as unknown as AnyRecord
}
