import { describe, expect, test } from 'vitest'
import type { BenchmarkLine, WholeLine } from '../../../src/eval/benchmark/format.ts'
import { goldOf } from '../../../src/eval/benchmark/gold-of.ts'
import { measuresFor } from '../../../src/eval/benchmark/measures.ts'
import { figuresOf } from '../../../src/eval/benchmark/results.ts'
import { scoreLine } from '../../../src/eval/benchmark/score.ts'
import { CLAIMS } from '../../../src/eval/benchmark/systems/system.ts'
import { outputOf } from '../../../src/eval/output.ts'
import type { AnyRecord } from '../../../src/model/record.ts'
import { rankGoal, reading, span, TEXT, target } from '../factories.ts'

const place = (quote: string) => {
  const { start, end } = span(quote)
  return { start, end }
}
const goal: NonNullable<WholeLine['quantities']>[number] = {
  ...place('25%'),
  status: 'goal',
  place: 'hau_giang',
  document: '147-NQ/TU',
  indicator: { ...place('kinh tế số'), id: 'digital_economy_share_grdp' },
  comparator: '=',
  low: 25,
  high: 25,
  unit: '% GRDP',
  value_kind: 'level',
  deadline: '2025'
}
const rank: NonNullable<WholeLine['ranks']>[number] = {
  ...place('thuộc nhóm 15 tỉnh dẫn đầu cả nước'),
  status: 'goal',
  place: 'hau_giang',
  document: null,
  subject: { ...place('chuyển đổi số'), id: 'dti' },
  rank_kind: 'top_n',
  n_low: 15,
  n_high: 15,
  total: null,
  scope: 'national',
  deadline: '2025'
}
const head = { article: 'a', sha256: '0'.repeat(64), url: null, published: null, source: null }
const LINE: WholeLine = { ...head, quantities: [goal], ranks: [rank] }

const MEASURES = measuresFor(new Set(CLAIMS))
const EVERY = 'of targets called high: right in every field'
const ALTOGETHER = 'of articles: right altogether'

const figures = (line: BenchmarkLine, records: readonly AnyRecord[]) =>
  figuresOf([scoreLine(line, outputOf(reading(records).extraction), TEXT)], 1, MEASURES).measures
const counts = (line: BenchmarkLine, records: readonly AnyRecord[], label: string) => figures(line, records)[label]?.slice(3)

test('a line of the benchmark with its text is gold: every span gets its words back', () => {
  const gold = goldOf({ ...LINE, dates: [{ ...place('năm 2025'), edtf: '2025', role: 'deadline' }] }, TEXT)
  expect(gold.quantities?.[0]).toMatchObject({ quote: '25%', indicator: { quote: 'kinh tế số' } })
  expect(gold.ranks?.[0]?.subject?.quote).toBe('chuyển đổi số')
  expect(gold.dates?.[0]?.quote).toBe('năm 2025')
  expect(gold.document_numbers).toBeUndefined()
})

describe('what a user feels', () => {
  test('all is right where all is read', () => {
    for (const label of [EVERY, ALTOGETHER, 'of articles: right in all goals and rank goals'])
      expect(counts(LINE, [target(), rankGoal()], label), label).toEqual([1, 1, null])
  })

  // The core does not ask for unit and kind: a user does.
  test.each([
    ['unit', { unit: '%' }],
    ['value_kind', { value_kind: 'growth' }],
    ['place', { place: 'vn' }]
  ])('a wrong %s is no target right in every field', (_, parts) => {
    expect(counts(LINE, [target(parts), rankGoal()], EVERY)).toEqual([0, 1, null])
    expect(counts(LINE, [target(parts), rankGoal()], ALTOGETHER)).toEqual([0, 1, null])
    expect(counts(LINE, [target(parts)], 'goal core (value, comparator, indicator, deadline)')).toEqual([1, 1, 1])
  })

  test('what is called high and is no goal counts against it; what is not called high does not count', () => {
    expect(counts({ ...LINE, quantities: [] }, [target()], EVERY)).toEqual([0, 1, null])
    expect(counts(LINE, [target({ confidence: 'medium' })], EVERY)).toBeUndefined()
  })

  test('a missed rank goal spoils an article', () => {
    expect(counts(LINE, [target()], 'of articles: right in all goals and rank goals')).toEqual([0, 1, null])
  })

  test('an article without goals in which none is read is right, and no article with goals', () => {
    const none = { ...LINE, quantities: [], ranks: [] }
    expect(counts(none, [], 'of articles: right in all goals and rank goals')).toEqual([1, 1, null])
    expect(counts(none, [], '… of those that have one')).toBeUndefined()
  })
})

describe('numbers alone', () => {
  test('a percentage counts by its value, whatever it is called', () => {
    expect(counts(LINE, [target()], 'percentage (value)')).toEqual([1, 1, 1])
    expect(counts(LINE, [target({ low: 20, high: 25 })], 'percentage (value)')).toEqual([0, 1, 1])
    expect(counts(LINE, [target(), target({ anchor: span('1,5%') })], 'percentage (value)')).toEqual([1, 2, 1])
  })

  test('the number of a goal is found also where it is called something else', () => {
    const other = target({ kind: 'observation', measure: 'quantity', status: 'result' })
    expect(counts(LINE, [other], 'number of a goal read with its value')).toEqual([1, 1, null])
    expect(counts(LINE, [], 'number of a goal read with its value')).toEqual([0, 1, null])
  })

  test('of a text in which single numbers were judged nothing else counts', () => {
    const judged: BenchmarkLine = {
      ...head,
      only: true,
      quantities: [
        { ...place('25%'), status: 'goal' },
        { ...place('1,5%'), status: 'result' }
      ]
    }
    expect(Object.keys(figures(judged, [target(), rankGoal()]))).toEqual([
      'judged number: goal or not, right',
      'judged number called a goal that is one'
    ])
    expect(counts(judged, [target(), target({ anchor: span('1,5%') })], 'judged number: goal or not, right')).toEqual([1, 2, null])
    expect(counts(judged, [target(), target({ anchor: span('1,5%') })], 'judged number called a goal that is one')).toEqual([1, 2, null])
  })
})

test('a system is measured for what it reads and nothing else', () => {
  const labels = (...claims: (typeof CLAIMS)[number][]) => {
    const { scores, shares } = measuresFor(new Set(claims))
    return [...scores, ...shares].map(m => m.label)
  }
  expect(labels('dates')).toEqual(['date (EDTF value)'])
  expect(labels('quantities')).toEqual(['percentage (value)', 'number of a goal read with its value'])
  expect(labels('document_numbers', 'dates')).not.toContain('date role (of right dates)')
  expect(labels(...CLAIMS)).toContain(ALTOGETHER)
})
