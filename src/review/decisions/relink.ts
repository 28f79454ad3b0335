import type { AnyRecord } from '../../model/record.ts'
import { overlaps, type Span } from '../../model/span.ts'
import type { Settled } from './apply.ts'
import type { Decision } from './decision.ts'

/**
 * Records whose document is among the records again. What points at a document that was taken out points at nothing, by the
 * same decision. What holds by an older reading points at the document that has its number now, or that stands where it was
 * named; where there is none, at nothing, and its number stays.
 */
export function relinked(settled: readonly Settled[]): Settled[] {
  const documents = settled.flatMap(s => (s.record?.kind === 'document' ? [s.record] : []))
  const known = new Set(documents.map(d => d.id))
  const now = new Map<unknown, AnyRecord>()
  const gone = new Map<unknown, Decision | null>()
  for (const { record, read, decision } of settled) {
    if (read?.kind !== 'document') continue
    if (record === null) gone.set(read.id, decision)
    else now.set(read.id, record)
  }
  return settled.map((s): Settled => {
    const id = s.record?.['document_id'] ?? null
    if (s.record === null || id === null || known.has(String(id))) return s
    if (gone.has(id)) {
      const { document: _document, ...evidence } = s.record['evidence'] as Readonly<Record<string, unknown>>
      const record = { ...s.record, document_id: null, document_number: null, evidence }
      return { ...s, record, decision: s.decision ?? gone.get(id) ?? null }
    }
    const found = now.get(id) ?? documents.find(d => isOf(s.record as AnyRecord, d))
    return { ...s, record: { ...s.record, document_id: found?.id ?? null } }
  })
}

function isOf(record: AnyRecord, document: AnyRecord): boolean {
  const number = record['document_number'] ?? null
  if (number !== null && number === document['number']) return true
  const { document: shown } = (record['evidence'] ?? {}) as Readonly<Record<string, { readonly via?: readonly Span[] } & Partial<Span>>>
  const spans = [shown, ...(shown?.via ?? [])].filter((s): s is Span => typeof s?.start === 'number')
  const named = (document['mentions'] ?? [document.anchor]) as readonly Span[]
  return spans.some(span => named.some(m => overlaps(span, m)))
}
