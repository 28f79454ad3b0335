import type { Diagnostic } from '../model/diagnostic.ts'
import type { Extraction } from '../model/extraction.ts'
import type { AnyRecord, Rejection } from '../model/record.ts'

/** A cell of a table. */
export type Cell = string | number | null

/** An extraction as the rows that are stored of it; plain enough to be handed from process to process. */
export interface ExtractionRows {
  /** JSON: `[[id, type, start, end, quote, value, rule], …]`. */
  readonly mentions: string
  /** JSON: `[[start, end], …]`. */
  readonly sentences: string
  /** In the order of `RECORD_COLUMNS`, without extraction and ordinal. */
  readonly records: readonly (readonly Cell[])[]
  readonly rejections: readonly (readonly Cell[])[]
  readonly diagnostics: readonly Diagnostic[]
}

/** The columns of `records` behind extraction and ordinal, in the order of the rows. */
export const RECORD_COLUMNS = [
  'id',
  'kind',
  'start',
  '"end"',
  'status',
  'place',
  'place_units',
  'document_id',
  'document_number',
  'subject_id',
  'subject',
  'low',
  'high',
  'unit',
  'deadline',
  'confidence',
  'line'
] as const

/** The columns of `rejections` behind extraction and ordinal, in the order of the rows. */
export const REJECTION_COLUMNS = ['id', 'record_kind', 'start', '"end"', 'reason', 'rule', 'line'] as const

/** What is stored of an extraction beside the article. */
export function rowsOf(extraction: Extraction): ExtractionRows {
  return {
    mentions: JSON.stringify(extraction.mentions.map(m => [m.id, m.type, m.start, m.end, m.quote, m.value, m.rule])),
    sentences: JSON.stringify(extraction.sentences.map(s => [s.start, s.end])),
    records: extraction.records.map(recordRow),
    rejections: extraction.rejections.map(rejectionRow),
    diagnostics: extraction.diagnostics
  }
}

/** A record as a row. */
export function recordRow(record: AnyRecord): Cell[] {
  const subject = (record['indicator'] ?? record['subject'] ?? null) as { readonly id: string | null; readonly text: string } | null
  // A document stands under its own number, and a rank's numbers stand where a target's do.
  return [
    record.id,
    record.kind,
    record.anchor.start,
    record.anchor.end,
    text(record['status']),
    text(record['place']),
    number(record['place_units']),
    record.kind === 'document' ? record.id : text(record['document_id']),
    text(record.kind === 'document' ? record['number'] : record['document_number']),
    subject?.id ?? null,
    subject?.text ?? null,
    number(record['low'] ?? record['n_low']),
    number(record['high'] ?? record['n_high']),
    text(record['unit']),
    text(record['deadline']),
    text(record['confidence']),
    JSON.stringify(record)
  ]
}

/** A rejection as a row. */
export function rejectionRow(rejection: Rejection): Cell[] {
  const { id, record_kind, start, end, reason, rule } = rejection
  return [id, record_kind, start, end, reason, rule, JSON.stringify(rejection)]
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function number(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}
