import type { Quoted } from './gold.ts'
import type { Band } from './output.ts'

/** What is scored: an annotated kind of gold. */
export const KINDS = [
  'document_number',
  'date',
  'target',
  'percent',
  'observation',
  'rank_goal',
  'rank_observation',
  'document',
  'sentence'
] as const
export type Kind = (typeof KINDS)[number]

/** One disagreement with gold. */
export interface Disagreement extends Quoted {
  readonly article: string
  readonly kind: Kind
  /** What is wrong about it; null where all of it is missing or too much. */
  readonly field: string | null
  readonly problem: 'missed' | 'spurious' | 'wrong'
  readonly expected: unknown
  readonly read: unknown
  /** The rule that read it. */
  readonly rule: string | null
  readonly confidence: Band | null
  /** The annotator's remark. */
  readonly note: string | null
  /** The sentence it stands in. */
  readonly sentence: Quoted | null
}

/** An error before it is placed in its article. */
export type Finding = Pick<Disagreement, 'kind' | 'problem'> &
  Partial<Pick<Disagreement, 'field' | 'expected' | 'read' | 'rule' | 'confidence' | 'note'>>

export type Counts = Readonly<Record<string, number>>

/** The scoring sheet of one article: counts by name, and what was wrong. */
export interface Sheet {
  readonly counts: Record<string, number>
  readonly findings: (Finding & Quoted)[]
}

export function newSheet(): Sheet {
  return { counts: {}, findings: [] }
}

/** Adds to a count; `true` is one, `false` nothing (but the count is there from then on). */
export function count(sheet: Sheet, name: string, by: number | boolean = 1): void {
  sheet.counts[name] = (sheet.counts[name] ?? 0) + Number(by)
}

/** Notes a disagreement at a span. */
export function report(sheet: Sheet, at: Quoted, finding: Finding): void {
  sheet.findings.push({ ...finding, start: at.start, end: at.end, quote: at.quote })
}

/** One field of a matched pair. */
export interface FieldCheck {
  readonly isRight: boolean
  readonly expected: unknown
  readonly read: unknown
  /** The evidence that tells which rule read it, where its name differs from the field's. */
  readonly evidence?: string
}

/** The record a field was read into. */
interface Source {
  readonly confidence: Band
  readonly evidence: Readonly<Record<string, { readonly rule: string }>>
}

/** Counts each field of a matched pair as `<prefix>.<field>.of` and `.right`, and reports those that differ. */
export function checkFields(
  sheet: Sheet,
  at: Quoted & { readonly note?: string | undefined },
  {
    kind,
    prefix,
    fields,
    record
  }: { readonly kind: Kind; readonly prefix: string; readonly fields: Readonly<Record<string, FieldCheck>>; readonly record: Source }
): void {
  for (const [field, { isRight, expected, read, evidence = field }] of Object.entries(fields)) {
    count(sheet, `${prefix}.${field}.of`)
    count(sheet, `${prefix}.${field}.right`, isRight)
    if (isRight) continue
    const rule = record.evidence[evidence]?.rule ?? null
    report(sheet, at, { kind, field, problem: 'wrong', expected, read, rule, confidence: record.confidence, note: at.note ?? null })
  }
}
