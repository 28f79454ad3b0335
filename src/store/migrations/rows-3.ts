import type { AnyRecord, Rejection } from '../../model/record.ts'

// The rows of schemas 1 to 3: a line, and columns made of it.

/** A cell of a table. */
export type Cell = string | number | null

/** The columns of `records` behind extraction and ordinal, in the order of the rows. */
export const RECORD_COLUMNS_3 = [
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
export const REJECTION_COLUMNS_3 = ['id', 'record_kind', 'start', '"end"', 'reason', 'rule', 'line'] as const

/** A record as a row. */
export function recordRow3(record: AnyRecord): Cell[] {
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
export function rejectionRow3(rejection: Rejection): Cell[] {
  const { id, record_kind, start, end, reason, rule } = rejection
  return [id, record_kind, start, end, reason, rule, JSON.stringify(rejection)]
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function number(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}
