import type { GoldDocument } from './gold.ts'
import type { DocumentOutput, Output } from './output.ts'
import type { IsDocument } from './quantities.ts'
import { type Aligned, alignRecords, countAligned } from './records.ts'
import { overlapShare, samePlace, sameText } from './same.ts'
import { checkFields, count, type FieldCheck, type Sheet } from './sheet.ts'

/** Fields of a document record that gold may have. */
const DOCUMENT_FIELDS = ['number', 'type', 'issuer', 'place', 'issued', 'title', 'period', 'horizon'] as const

/** Documents: found by their anchor, with everything right that gold says of them, and each field. */
export function scoreDocuments(sheet: Sheet, aligned: Aligned<GoldDocument, DocumentOutput>): void {
  const name = (d: Pick<GoldDocument, 'number' | 'title'>) => [d.number ?? null, d.title ?? null]
  countAligned(sheet, { kind: 'document', prefix: 'document', says: name, reads: name }, aligned)
  for (const { gold: g, record } of aligned.pairs) {
    const fields: Record<string, FieldCheck> = {}
    for (const field of DOCUMENT_FIELDS) {
      const expected = g[field]
      if (expected === undefined) continue
      const isRight = field === 'place' ? samePlace(expected, record.place) : sameText(expected, record[field])
      fields[field] = { isRight, expected, read: record[field] }
    }
    checkFields(sheet, g, { kind: 'document', prefix: 'document', fields, record })
    count(
      sheet,
      'document.full',
      Object.values(fields).every(f => f.isRight)
    )
  }
}

/** Aligns documents by anchor; number and title choose among documents that overlap. */
export function alignDocuments(gold: readonly GoldDocument[], read: Output['documents']): Aligned<GoldDocument, DocumentOutput> {
  const weight = (g: GoldDocument, r: DocumentOutput) =>
    overlapShare(g, r.anchor) + Number(sameText(g.number ?? null, r.number)) + Number(sameText(g.title ?? null, r.title))
  return alignRecords(gold, read, weight)
}

/** Whether a record's document is the gold one whose anchor starts there: the record aligned with it, else one that starts there. */
export function documentTest({ pairs }: Aligned<GoldDocument, DocumentOutput>, read: Output['documents']): IsDocument {
  const starts = new Map(read.map(r => [r.id, r.anchor.start]))
  for (const { gold, record } of pairs) starts.set(record.id, gold.start)
  return (id, anchorStart) => (id === null ? anchorStart === null : starts.get(id) === anchorStart)
}
