import { describe, expect, test } from 'vitest'
import type { Lot } from '../../../src/eval/benchmark/format.ts'
import { gateOf } from '../../../src/eval/benchmark/gate.ts'
import { measuresFor } from '../../../src/eval/benchmark/measures.ts'
import { resultsPage } from '../../../src/eval/benchmark/page.ts'
import { figuresOf, parseResults, type Result, resultsWith } from '../../../src/eval/benchmark/results.ts'
import { gateInWords } from '../../../src/eval/benchmark/table.ts'

const DATES = measuresFor(new Set(['dates']))
const LABEL = 'date (EDTF value)'
/** Texts of ten dates each, so many of them read right. */
const texts = (right: number, n = 20) =>
  Array.from({ length: n }, (_, i) => ({ counts: { 'date.right': right - (i % 2), 'date.read': 10, 'date.gold': 10 } }))
const result = (system: string, right: number, parts: Partial<Result> = {}): Result => {
  const figures = figuresOf(texts(right), 20, DATES)
  return {
    system,
    ruleset: null,
    day: '2026-12-02',
    guidelines: 1,
    unseen: ['new'],
    learnt_from: [],
    lots: { new: figures },
    pooled: { unseen: figures, seen: null },
    ...parts
  }
}
const scored = (right: number, n = 20) => [{ name: 'new', isSeen: false, isWhole: n === 20, texts: texts(right, n) }]

describe('the gate', () => {
  const kept = result('muctieu 1', 9)

  test('passes what is as good, better, or worse within the interval', () => {
    for (const right of [9, 10]) expect(gateOf(kept, scored(right), DATES)).toEqual({ lots: ['new'], falls: [] })
    const [, low, high] = kept.pooled.unseen?.measures[LABEL] ?? []
    expect([low, high].every(end => typeof end === 'number' && end > 0.7 && end < 1)).toBe(true)
  })

  test('holds up a pooled unseen score that fell by more than its interval', () => {
    const gate = gateOf(kept, scored(6), DATES)
    expect(gate.falls).toMatchObject([{ label: LABEL, before: 0.85, now: 0.55 }])
    expect(gateInWords(gate)).toEqual([expect.stringMatching(/^date \(EDTF value\) fell from 0\.850 to 0\.550 \(95 % .+\) on new\.$/)])
  })

  test('compares nothing that is seen now, was not whole, or was not kept', () => {
    const nothing = { lots: [], falls: [] }
    expect(gateOf(kept, [{ ...scored(6)[0]!, isSeen: true }], DATES)).toEqual(nothing)
    expect(gateOf(kept, scored(6, 19), DATES)).toEqual(nothing)
    expect(gateOf({ ...kept, lots: {} }, scored(6), DATES)).toEqual(nothing)
    expect(gateInWords(nothing)[0]).toMatch(/nothing was compared/)
  })
})

test('a newer result of a system takes the place of its older one, and what is kept is read again', () => {
  const { content } = resultsWith([result('a', 5), result('b', 5)], [result('a', 7), result('c', 5)])
  const kept = parseResults(content) as readonly Result[]
  expect(kept.map(r => [r.system, r.lots['new']?.measures[LABEL]?.[3]])).toEqual([
    ['a', 130],
    ['b', 90],
    ['c', 90]
  ])
  expect(parseResults('[{}]')).toMatch(/system/)
})

describe('the page', () => {
  const lot = {
    date: '2026',
    unit: 'articles',
    count: 20,
    drawn: 'at random',
    readers: 1,
    agreement: null,
    kinds: ['dates'],
    seen_by: []
  } as const
  const lots: readonly Lot[] = [
    { ...lot, kinds: ['dates'], seen_by: [], name: 'old', seen: true, first_sight: { commit: 'abc', date: 0.5 } },
    { ...lot, kinds: ['dates'], seen_by: [], name: 'new', seen: false, first_sight: { commit: 'def', date: 0.75 } }
  ]
  const page = resultsPage(lots, [result('muctieu@abc', 8, { learnt_from: ['new'] }), result('muctieu 1', 9), result('chrono-node 2', 7)])
  const row = (start: string, from = 0) =>
    page
      .slice(from)
      .split('\n')
      .find(l => l.startsWith(start))

  test('shows our versions side by side, each number with its interval', () => {
    expect(row('|  |')).toBe('|  | muctieu@abc † | muctieu 1 |')
    expect(row(`| ${LABEL} |`)).toMatch(/^\| date \(EDTF value\) \| 0\.75 \(0\.7\d–0\.7\d\) \| 0\.85 \(0\.8\d–0\.8\d\) \|$/)
  })
  test('shows other systems beside the newest of them', () => {
    const other = page.indexOf('## Other systems')
    expect(row('|  |', other)).toBe('|  | chrono-node 2 | muctieu 1 |')
  })
  test('shows each lot, and what was read of it at first sight', () => {
    expect(row('| new |', page.indexOf('## By lot'))).toMatch(/^\| new \| 20 of 20 \|/)
    expect(row('| old |', page.indexOf('## Learning curve'))).toMatch(/^\| old \| 2026 \| 20 \| abc \| — \| 0\.50 \|/)
  })
})
