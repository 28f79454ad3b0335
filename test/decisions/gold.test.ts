import { describe, expect, test } from 'vitest'
import { goldSchema, misplaced } from '../../src/eval/gold.ts'
import { holding, settle } from '../../src/review/decisions/apply.ts'
import { asObservation } from '../../src/review/decisions/claim.ts'
import { goldLine } from '../../src/review/decisions/gold.ts'
import { logHash, logLines, overlayOf } from '../../src/review/decisions/overlay.ts'
import { document, TEXT, target } from '../diff/factories.ts'
import { deciding, type Entry, logOf, SHA } from './factories.ts'

const [OLD, NEW, EDITED] = [
  target('25%', { deadline: '2025' }),
  target('25%', { deadline: '2030' }),
  target('25% GRDP', { low: 25, high: 25, id: target('25%').id })
]
const poverty = target('3%', { indicator: { id: null, text: 'Tỷ lệ hộ nghèo' }, deadline: null, deadline_mod: null })
const RECORDS = [document('Nghị quyết 147-NQ/TU'), NEW, poverty]
const settled = (...entries: readonly Entry[]) => settle(SHA, RECORDS, logOf(...entries))
const facts = (list: ReturnType<typeof settle>) =>
  list.map(s => s.record && [s.record.kind, s.record.anchor.quote, s.record['deadline'] ?? null])

describe('records as decisions leave them', () => {
  test('that nobody decided are as they were read', () => {
    expect(settled()).toEqual(RECORDS.map(record => ({ record, read: record, decision: null })))
  })

  test('are what was decided: accepted, taken back to the old side, edited, taken out', () => {
    expect(facts(settled(deciding('accept', OLD, NEW)))[1]).toEqual(['target', '25%', '2030'])
    expect(facts(settled(deciding('reject', OLD, NEW)))[1]).toEqual(['target', '25%', '2025'])
    expect(facts(settled({ ...deciding('edit', OLD, NEW), truth: EDITED }))[1]).toEqual(['target', '25% GRDP', '2025'])
    expect(facts(settled(deciding('reject', null, NEW)))[1]).toBeNull()
  })

  test('follow the last word, also when an earlier one had moved the span', () => {
    const edit = { ...deciding('edit', OLD, NEW), truth: EDITED }
    expect(facts(settled(edit, deciding('accept', OLD, NEW)))).toEqual(facts(settled(deciding('accept', OLD, NEW))))
  })

  test('hold one added record once, however often its article is read again', () => {
    const added = target('25%', { indicator: { id: null, text: 'hộ cận nghèo' } }, TEXT.lastIndexOf('25%'))
    expect(facts(settled({ action: 'add', truth: added }))).toHaveLength(4)
    expect(facts(settle(SHA, [...RECORDS, added], logOf({ action: 'add', truth: added })))).toHaveLength(4)
  })

  test('of one place with several are told apart by their subject', () => {
    const twin = target('25%', { indicator: { id: null, text: 'hộ cận nghèo' } })
    const list = settle(SHA, [NEW, twin], logOf(deciding('reject', null, twin, { subject: 'hộ cận nghèo' })))
    expect(list.map(s => s.record)).toEqual([NEW, null])
  })

  test('need two reviewers of one mind where that is asked for', () => {
    const log = logOf(deciding('accept', OLD, NEW), deciding('accept', OLD, NEW, { reviewer: 'Minh' }), deciding('accept', null, poverty))
    expect(holding(log, 'agree').map(d => d.id)).toEqual([1, 2])
    expect(holding(logOf(...log, deciding('reject', OLD, NEW, { reviewer: 'Minh' })), 'agree')).toEqual([])
    expect(holding(log, 'last')).toHaveLength(3)
  })
})

describe('gold from decisions', () => {
  const line = (...entries: readonly Entry[]) =>
    goldLine({ name: 'a', sha256: SHA, text: TEXT, records: RECORDS, decisions: logOf(...entries) })

  test('is a line of gold whose spans stand on their quotes', () => {
    const { line: gold } = line({ ...deciding('edit', OLD, NEW), truth: EDITED })
    const parsed = goldSchema.parse(gold)
    expect(misplaced(parsed, TEXT)).toEqual([])
    expect(parsed.quantities?.map(q => [q.quote, q.status, q.low])).toEqual([
      ['25% GRDP', 'goal', 25],
      ['3%', 'goal', 3]
    ])
    expect(parsed.documents?.[0]).toMatchObject({ number: '147-NQ/TU', start: 0 })
  })

  test('says of each entry who decided it, or that nobody did, and counts them', () => {
    const { line: gold, ...counts } = line(deciding('accept', OLD, NEW), deciding('reject', null, poverty))
    expect(counts).toEqual({ asRead: 1, otherwise: 1, unreviewed: 1 })
    expect((gold['quantities'] as { note: string }[]).map(q => q.note)).toEqual(['decided by Lan'])
    expect((gold['documents'] as { note: string }[])[0]?.note).toBe('unreviewed')
  })

  test('of what is no target has what it is instead', () => {
    const { line: gold } = line({ ...deciding('none', OLD, NEW), truth: asObservation(NEW, 'result'), reason: 'result' })
    expect((gold['quantities'] as object[])[0]).toMatchObject({ status: 'result', low: 25, note: 'decided by Lan; result' })
  })
})

describe('the overlay', () => {
  const log = logOf(deciding('reject', OLD, NEW), deciding('reject', null, poverty), deciding('accept', null, RECORDS[0] as never))
  const overlay = overlayOf(log)

  test('gives corrected records, and says of each cell who decided and what had been read', () => {
    const { records, cells } = overlay.apply(SHA, RECORDS)
    expect(records.map(r => [r.id, r['deadline']])).toEqual([
      [RECORDS[0]?.id, undefined],
      [NEW.id, '2025']
    ])
    expect(cells.map(c => [c.record_id, c.field, c.action, c.decided_by, c.decision, c.extracted, c.decided])).toEqual([
      [RECORDS[0]?.id, '*', 'confirmed', 'Lan', 3, null, null],
      [NEW.id, 'deadline', 'corrected', 'Lan', 1, '2030', '2025'],
      [poverty.id, '*', 'removed', 'Lan', 2, null, null]
    ])
    expect(overlay.apply('e'.repeat(64), RECORDS)).toEqual({ records: RECORDS, cells: [] })
  })

  test('leads nothing to a document that was taken out', () => {
    const [doc] = RECORDS as [never]
    const linked = { ...NEW, document_id: (doc as { id: string }).id, document_number: '147-NQ/TU' }
    const { records, cells } = overlayOf(logOf(deciding('reject', null, doc))).apply(SHA, [doc, linked])
    expect(records).toMatchObject([{ id: NEW.id, document_id: null, document_number: null }])
    expect(cells.map(c => [c.record_kind, c.field, c.action])).toEqual([
      ['document', '*', 'removed'],
      ['target', 'document_id', 'corrected'],
      ['target', 'document_number', 'corrected']
    ])
  })

  test('leads what was taken back to its old side to the document of now', () => {
    const [doc] = RECORDS as [never]
    const { id, anchor } = doc as { id: string; anchor: { start: number; end: number } }
    const linked = { ...NEW, document_id: id, document_number: '147-NQ/TU' }
    const shown = (more: object) => ({ ...OLD, ...more, document_id: 'e'.repeat(16), evidence: { document: { ...anchor } } }) as never
    const left = (before: never) => overlayOf(logOf(deciding('reject', before, linked))).apply(SHA, [doc, linked]).records[1]
    expect(left(shown({ document_number: '147-NQ/T' }))).toMatchObject({ document_id: id, document_number: '147-NQ/T' })
    const elsewhere = shown({ document_number: '9-NQ/TU', evidence: { document: { start: 9000, end: 9001 } } })
    expect(left({ ...(elsewhere as object), evidence: {} } as never)).toMatchObject({ document_id: null, document_number: '9-NQ/TU' })
  })

  test('is named by the hash of the log, which any entry changes', () => {
    expect(overlay.hash).toBe(logHash(log))
    expect(logHash(log.slice(1))).not.toBe(overlay.hash)
    expect(logLines(log.toReversed())).toBe(logLines(log))
  })
})
