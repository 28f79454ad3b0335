// Fields that are read together share one piece of evidence.
const SHARED: Readonly<Record<string, string>> = {
  low: 'value',
  high: 'value',
  unit: 'value',
  value_kind: 'direction',
  rank_kind: 'rank',
  n_low: 'rank',
  n_high: 'rank',
  total: 'rank',
  band: 'rank',
  document_number: 'document',
  document_id: 'document',
  deadline_mod: 'deadline'
}

/** What a field of a record was read from. */
export interface FieldEvidence {
  readonly source: string
  readonly rule: string
  readonly quote: string | null
  readonly start: number | null
  readonly end: number | null
}

/** The name under which the evidence of a field stands. */
export function evidenceKey(field: string): string {
  return SHARED[field] ?? field
}

/** What a field was read from; undefined where nothing says. */
export function evidenceOf(record: Readonly<Record<string, unknown>> | null, field: string): FieldEvidence | undefined {
  const evidence = (record?.['evidence'] ?? {}) as Readonly<Record<string, FieldEvidence>>
  return evidence[field] ?? evidence[evidenceKey(field)]
}
