import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { align, type Placed } from '../../src/diff/align.ts'
import { relocate } from '../../src/diff/relocate.ts'
import type { AnyRecord } from '../../src/model/record.ts'
import { document, observation, TEXT, target } from './factories.ts'

const placed = (records: readonly AnyRecord[]): Placed[] => records.map(record => ({ record, span: record.anchor }))
const pairsOf = (before: readonly AnyRecord[], after: readonly AnyRecord[]) => {
  const { pairs, lost, gained } = align(placed(before), placed(after), TEXT)
  return {
    pairs: pairs.map(p => [p.before.record, p.after.record]),
    moved: pairs.filter(p => p.isMoved).length,
    lost: lost.map(p => p.record),
    gained: gained.map(p => p.record)
  }
}

describe('records of one article', () => {
  test('are one where anchor and kind agree, whatever else differs', () => {
    const [old, now] = [target('25%'), target('25%', { deadline: '2030', indicator: null })]
    expect(pairsOf([old], [now])).toMatchObject({ pairs: [[old, now]], lost: [], gained: [] })
  })

  test('of one anchor with several are told apart by subject, scope and deadline, not by order', () => {
    const [a, b] = [
      target('25%', { indicator: { id: null, text: 'kinh tế số' } }),
      target('25%', { indicator: { id: null, text: 'hộ cận nghèo' }, deadline: '2030' })
    ]
    const [c, d] = [
      { ...a, place: 'vn' },
      { ...b, place: 'vn' }
    ]
    expect(pairsOf([a, b], [d, c]).pairs).toEqual(
      expect.arrayContaining([
        [a, c],
        [b, d]
      ])
    )
  })

  test('that overlap are one across kinds: a target that became an observation is reclassified, not lost and gained', () => {
    const [old, now] = [target('25%'), observation('25% GRDP')]
    expect(pairsOf([old], [now])).toMatchObject({ pairs: [[old, now]], lost: [], gained: [] })
  })

  test('a document is never anything else', () => {
    const [old, now] = [document('Nghị quyết 147-NQ/TU'), target('Nghị quyết 147-NQ/TU', { low: 147, high: 147 })]
    expect(pairsOf([old], [now])).toMatchObject({ pairs: [], lost: [old], gained: [now] })
  })

  test('a wide span does not take the partner of a narrow one that fits better', () => {
    const [narrow, wide] = [target('25%'), target('chiếm 25% GRDP', { low: 25, high: 25 })]
    const [now, other] = [target('25%'), target('chiếm 25% GRDP.', { low: 25, high: 25 })]
    expect(pairsOf([wide, narrow], [now, other]).pairs).toEqual(
      expect.arrayContaining([
        [narrow, now],
        [wide, other]
      ])
    )
  })

  test('equal facts elsewhere in the paragraph have moved; in another paragraph they have not', () => {
    const second = TEXT.lastIndexOf('25%')
    const old = target('3%', { low: 3, high: 3 })
    const elsewhere = target('25%', { low: 3, high: 3 }, second)
    expect(pairsOf([old], [elsewhere])).toMatchObject({ moved: 1, lost: [], gained: [] })
    expect(pairsOf([target('25%', { low: 3, high: 3 })], [old])).toMatchObject({ moved: 0 })
  })

  test('shuffled records give the same pairs', () => {
    const pool = ['25%', '3%', 'chiếm 25% GRDP', '25% GRDP'].flatMap(q => [
      target(q, { low: 25, high: 25 }),
      observation(q),
      target(q, { indicator: { id: null, text: `${q} x` } })
    ])
    const key = (r: AnyRecord) => JSON.stringify(r)
    const shape = (before: readonly AnyRecord[], after: readonly AnyRecord[]) => {
      const { pairs } = pairsOf(before, after)
      return pairs.map(pair => pair.map(r => key(r as AnyRecord)).join('|')).toSorted()
    }
    fc.assert(
      fc.property(fc.shuffledSubarray(pool, { minLength: 4 }), fc.shuffledSubarray(pool, { minLength: 4 }), (before, after) => {
        expect(shape(before.toReversed(), after)).toEqual(shape(before, after.toReversed()))
      }),
      { numRuns: 200 }
    )
  })
})

describe('an old span in a new text', () => {
  const after = `Mở đầu mới.\n${TEXT}Thêm: hộ cận nghèo còn 25%.`

  test('is found by its quote and its surroundings', () => {
    const start = TEXT.indexOf('25%')
    expect(relocate(TEXT, after, { start, end: start + 3 })).toEqual({ start: after.indexOf('25%'), end: after.indexOf('25%') + 3 })
    const second = TEXT.lastIndexOf('25%')
    expect(relocate(TEXT, after, { start: second, end: second + 3 })?.start).toBe(after.indexOf('25%.\nThêm'))
  })

  test('is not found where its words are gone', () => {
    expect(relocate(TEXT, 'Không còn gì.', { start: 0, end: 10 })).toBeNull()
  })

  test('a short quote without its surroundings is not taken for another one', () => {
    expect(relocate('giảm 3% rồi', 'x=3%y', { start: 5, end: 7 })).toBeNull()
  })
})
