import { overlaps } from '../model/span.ts'
import type { GoldGoal, GoldQuantity } from './gold.ts'
import type { Band, Output, QuantityOutput } from './output.ts'
import { alignRecords, countAligned, extraFields } from './records.ts'
import { overlapShare, sameNamed, sameNumber, samePlace, sameText, sameUnit } from './same.ts'
import { checkFields, count, type FieldCheck, report, type Sheet } from './sheet.ts'

/** Whether a record's document is the one whose anchor starts there. */
export type IsDocument = (documentId: string | null, anchorStart: number | null) => boolean

const CORE = ['value', 'comparator', 'indicator', 'deadline'] as const
const FULL = [...CORE, 'place', 'document'] as const

const weight = (g: GoldQuantity, r: QuantityOutput): number =>
  overlapShare(g, r.anchor) + Number(sameNumber(g.low, r.low)) + Number(sameNumber(g.high, r.high))

/** Goals: found, with all core fields right, with all fields right; the same by confidence; each field of those found. */
export function scoreGoals(sheet: Sheet, gold: readonly GoldGoal[], read: Output['targets'], isDocument: IsDocument): void {
  const aligned = alignRecords(gold, read, weight)
  const says = (g: GoldGoal) => [g.indicator?.quote ?? null, ...boundsOf(g)]
  const reads = (r: QuantityOutput) => [r.indicator?.text ?? null, ...boundsOf(r)]
  countAligned(sheet, { kind: 'target', prefix: 'goal', says, reads }, aligned)
  for (const r of read) countBand(sheet, 'goal', r.confidence, 'read')
  for (const { gold: g, record } of aligned.pairs) {
    const fields = goalFields(g, record, isDocument)
    checkFields(sheet, g, { kind: 'target', prefix: 'goal', fields, record })
    if (g.document !== null && g.document !== '') {
      count(sheet, 'goal.document_where_any.of')
      count(sheet, 'goal.document_where_any.right', fields['document']!.isRight)
    }
    const isRight = (name: string) => fields[name]!.isRight
    countParts(sheet, 'goal', record.confidence, { found: true, core: CORE.every(isRight), full: FULL.every(isRight) })
    countBand(sheet, 'goal', record.confidence, 'every', Object.keys(fields).every(isRight))
  }
}

function goalFields(g: GoldGoal, r: QuantityOutput, isDocument: IsDocument): Record<string, FieldCheck> {
  return {
    value: { isRight: sameNumber(g.low, r.low) && sameNumber(g.high, r.high), expected: boundsOf(g), read: boundsOf(r) },
    comparator: { isRight: g.comparator === r.comparator, expected: g.comparator, read: r.comparator },
    unit: { isRight: sameUnit(g.unit, r.unit), expected: g.unit, read: r.unit, evidence: 'value' },
    kind: { isRight: g.value_kind === r.value_kind, expected: g.value_kind, read: r.value_kind, evidence: 'direction' },
    deadline: { isRight: g.deadline === r.deadline, expected: g.deadline, read: r.deadline },
    place: { isRight: samePlace(g.place, r.place), expected: g.place, read: r.place },
    document: { isRight: sameText(g.document, r.document_number), expected: g.document, read: r.document_number },
    indicator: { isRight: sameNamed(g.indicator, r.indicator), expected: g.indicator?.quote ?? null, read: r.indicator?.text ?? null },
    ...extraFields(g, r),
    ...documentAnchor(g.document_anchor, r.document_id, isDocument)
  }
}

/** The check of the document that gold names by its anchor, where gold does. */
export function documentAnchor(gold: number | null | undefined, read: string | null, isDocument: IsDocument): Record<string, FieldCheck> {
  return gold === undefined ? {} : { document_anchor: { isRight: isDocument(read, gold), expected: gold, read, evidence: 'document' } }
}

/** Adds the parts of a pair that are right, in total and in its confidence band. `found` is counted by the alignment. */
export function countParts(
  sheet: Sheet,
  prefix: string,
  band: Band,
  parts: { readonly found: boolean; readonly core: boolean; readonly full: boolean }
): void {
  count(sheet, `${prefix}.core`, parts.core)
  count(sheet, `${prefix}.full`, parts.full)
  for (const [part, isRight] of Object.entries(parts)) if (isRight) countBand(sheet, prefix, band, part)
}

/** Adds to a confidence band's count. */
export function countBand(sheet: Sheet, prefix: string, band: Band, part: string, by: number | boolean = 1): void {
  count(sheet, `${prefix}.band.${band}.${part}`, by)
}

const boundsOf = (value: { readonly low: number; readonly high: number }): number[] => [...new Set([value.low, value.high])]

// A record that only grazes a percentage does not stand for it.
const STANDS_FOR = 0.5

/** Percentages: each the anchor of exactly one record, which is a goal where gold says so; and its status. */
export function scorePercentages(sheet: Sheet, gold: readonly GoldQuantity[], read: Pick<Output, 'targets' | 'observations'>): void {
  const records = [...read.targets, ...read.observations]
  for (const g of gold.filter(q => q.quote.includes('%') || q.quote.includes('phần trăm'))) {
    const hits = records.filter(r => overlaps(g, r.anchor))
    const [hit] = hits
    const record = hit !== undefined && hits.length === 1 && overlapShare(g, hit.anchor) >= STANDS_FOR ? hit : undefined
    count(sheet, 'percent.gold')
    count(sheet, 'percent.found', record !== undefined)
    count(sheet, 'percent.goal.right', record !== undefined && (record.status === 'goal') === (g.status === 'goal'))
    count(sheet, 'percent.status.right', record?.status === g.status)
    const at = { kind: 'percent', problem: 'wrong', expected: g.status, note: g.note ?? null } as const
    if (record === undefined)
      report(sheet, g, { ...at, field: 'covered', read: hits.map(r => `${r.status} ${r.anchor.quote.slice(0, 60)}`) })
    else if (record.status !== g.status) {
      const rule = record.evidence['status']?.rule ?? null
      report(sheet, g, { ...at, field: 'status', read: record.status, rule, confidence: record.confidence })
    }
  }
}

/** Numbers that are no goal: value and what else gold says of them. Gold is complete on percentages only, so none is too much. */
export function scoreObservations(sheet: Sheet, gold: readonly GoldQuantity[], read: Output['observations']): void {
  const others = gold.filter(g => g.status !== 'goal')
  for (const { gold: g, record } of alignRecords(others, read, weight).pairs) {
    const value = {
      isRight: sameNumber(g.low, record.low) && sameNumber(g.high, record.high),
      expected: boundsOf(g),
      read: boundsOf(record)
    }
    checkFields(sheet, g, { kind: 'observation', prefix: 'observation', fields: { value, ...extraFields(g, record) }, record })
  }
}
