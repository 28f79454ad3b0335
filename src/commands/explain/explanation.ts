import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Extraction } from '../../model/extraction.ts'
import type { AnyRecord, MentionRecord, Rejection } from '../../model/record.ts'

/** Why one field has its value. Offsets of the text layer; null where it was not read from the text. */
export interface FieldReason {
  readonly field: string
  readonly value: unknown
  readonly start: number | null
  readonly end: number | null
  readonly quote: string | null
  readonly source: string
  readonly rule: string
  readonly via: readonly { readonly start: number; readonly end: number; readonly quote: string; readonly role: string }[]
}

/** A sentence that a record or rejection was read from. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** A record with what explains it. */
export interface RecordExplanation {
  readonly record: AnyRecord
  readonly fields: readonly FieldReason[]
  /** The sentences that hold its anchor and evidence, in text order. */
  readonly sentences: readonly Stretch[]
  /** Mentions of the anchor's sentence that no field of this record was read from. */
  readonly unused: readonly MentionRecord[]
  /** Slips of the pen in what it was read from, which were read as what they stand for. */
  readonly slips: readonly Diagnostic[]
}

/** Gathers what explains a record of an extraction. */
export function explainRecord(extraction: Extraction, record: AnyRecord): RecordExplanation {
  const evidence = record['evidence'] as Readonly<
    Record<string, Omit<FieldReason, 'field' | 'value'> & { readonly via?: FieldReason['via'] }>
  >
  const fields = Object.entries(evidence).map(
    ([field, e]): FieldReason => ({
      field,
      value: fieldValue(record, field),
      start: e.start,
      end: e.end,
      quote: e.quote,
      source: e.source,
      rule: e.rule,
      via: e.via ?? []
    })
  )
  const spans = [
    record.anchor,
    ...fields.flatMap(f => [...(f.start === null || f.end === null ? [] : [{ start: f.start, end: f.end }]), ...f.via])
  ]
  const home = sentenceOf(extraction, record.anchor)
  const unused = extraction.mentions.filter(
    m => m.start >= home.start && m.end <= home.end && !spans.some(s => s.start < m.end && m.start < s.end)
  )
  const slips = extraction.diagnostics.filter(
    d => d.code === 'normalize/slip' && spans.some(s => s.start < (d.end ?? 0) && (d.start ?? 0) < s.end)
  )
  return { record, fields, sentences: sentencesOf(extraction, spans), unused, slips }
}

/** The records, rejections and mentions that cover an offset. */
export function atOffset(
  extraction: Extraction,
  offset: number
): {
  readonly sentence: Stretch
  readonly records: readonly AnyRecord[]
  readonly rejections: readonly Rejection[]
  readonly mentions: readonly MentionRecord[]
} {
  const covers = (span: { readonly start: number | null; readonly end: number | null }): boolean =>
    span.start !== null && span.end !== null && span.start <= offset && offset < span.end
  const evidenceOf = (record: AnyRecord): FieldReason[] => Object.values(record['evidence'] as Record<string, FieldReason>)
  const sentence = sentenceOf(extraction, { start: offset, end: offset + 1 })
  return {
    sentence,
    records: extraction.records.filter(r => covers(r.anchor) || evidenceOf(r).some(covers)),
    rejections: extraction.rejections.filter(covers),
    mentions: extraction.mentions.filter(m => m.start >= sentence.start && m.end <= sentence.end)
  }
}

/** The sentence that a span begins in, or the span itself where none holds it. */
export function sentenceOf(extraction: Extraction, span: Stretch): Stretch {
  const found = extraction.sentences.find(s => s.start <= span.start && span.start < s.end)
  return found === undefined ? { start: span.start, end: span.end } : { start: found.start, end: Math.max(found.end, span.end) }
}

function sentencesOf(extraction: Extraction, spans: readonly Stretch[]): Stretch[] {
  const byStart = new Map<number, Stretch>()
  for (const span of spans) {
    const sentence = sentenceOf(extraction, span)
    const known = byStart.get(sentence.start)
    if (known === undefined || known.end < sentence.end) byStart.set(sentence.start, sentence)
  }
  return [...byStart.values()].toSorted((a, b) => a.start - b.start)
}

// `value` and `rank` stand for several fields; `document` for the link to one.
function fieldValue(record: AnyRecord, field: string): unknown {
  if (field === 'document') return record['document_number'] ?? record['document_id']
  if (field === 'value') return { low: record['low'], high: record['high'], unit: record['unit'] }
  if (field === 'rank') return { rank_kind: record['rank_kind'], n_low: record['n_low'], n_high: record['n_high'] }
  return record[field] ?? null
}
