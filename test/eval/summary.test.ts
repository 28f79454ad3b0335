import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { baselineOf, fallen, parseBaseline } from '../../src/eval/baseline.ts'
import { bootstrap, RESAMPLES } from '../../src/eval/bootstrap.ts'
import { FIELDS, SCORES, SHARES } from '../../src/eval/measures.ts'
import type { ArticleScore } from '../../src/eval/score.ts'
import { KINDS } from '../../src/eval/sheet.ts'
import { type Summary, summarize } from '../../src/eval/summary.ts'

const ALL = { kind: null, field: null }
const article = (counts: Record<string, number>): ArticleScore => ({ article: 'a', counts, errors: [] })
const dates = (right: number, read: number, gold: number) => article({ 'date.right': right, 'date.read': read, 'date.gold': gold })
const summaryOf = (...articles: ArticleScore[]): Summary => summarize(articles, ALL, { intervals: false })
const dateScore = (summary: Summary) => summary.scores['date (EDTF value)']

describe('precision, recall, F1', () => {
  test('are of the counts of all articles together', () => {
    expect(dateScore(summaryOf(dates(1, 2, 1), dates(2, 2, 4)))).toEqual({
      p: 3 / 4,
      r: 3 / 5,
      f1: expect.closeTo(2 / 3, 9),
      tp: 3,
      pred: 4,
      gold: 5
    })
  })

  test.each([
    [0, 0, 0, null, null, null],
    [0, 0, 3, null, 0, 0],
    [0, 3, 0, 0, null, 0],
    [0, 3, 3, 0, 0, 0]
  ])('%d right of %d read and %d in gold: undefined is null, nothing right is 0', (right, read, gold, p, r, f1) => {
    expect(dateScore(summaryOf(dates(right, read, gold)))).toMatchObject({ p, r, f1 })
  })

  test('a share of nothing is null', () => {
    expect(summaryOf(dates(0, 1, 1)).shares['date role (of right dates)']).toEqual({ value: null, right: 0, of: 0 })
  })
})

describe('a selection', () => {
  test('keeps the measures of a kind, and of a field those that depend on it', () => {
    const labels = (selection: Parameters<typeof summarize>[1]) => {
      const { scores, shares } = summarize([dates(1, 1, 1)], selection, { intervals: false })
      return [...Object.keys(scores), ...Object.keys(shares)]
    }
    expect(labels({ kind: 'date', field: null })).toEqual(['date (EDTF value)', 'date role (of right dates)'])
    expect(labels({ kind: 'target', field: 'deadline' })).toEqual([
      'goal core (value, comparator, indicator, deadline)',
      'goal full (core + place + document)',
      'deadline'
    ])
  })

  test('every kind and every field has a measure, and no two measures a label', () => {
    const labels = [...SCORES, ...SHARES].map(m => m.label)
    expect(new Set(labels).size).toBe(labels.length)
    for (const kind of KINDS) expect([...SCORES, ...SHARES].some(m => m.kind === kind)).toBe(true)
    expect(FIELDS).toContain('deadline')
  })
})

describe('the bootstrap', () => {
  const rate = (counts: Readonly<Record<string, number>>) => (counts['of'] ? (counts['right'] ?? 0) / counts['of'] : null)

  test('gives the same interval every time, around the value', () => {
    const articles = Array.from({ length: 40 }, (_, i) => ({ right: i % 3, of: 2 }))
    const [first] = bootstrap(articles, [rate])
    expect(bootstrap(articles, [rate])).toEqual([first])
    const value = articles.reduce((sum, a) => sum + a.right, 0) / 80
    expect(first![0]).toBeLessThan(value)
    expect(first![1]).toBeGreaterThan(value)
  })

  test('of articles that are all alike there is no width', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), n => {
        expect(bootstrap(new Array(n).fill({ right: 1, of: 2 }), [rate])).toEqual([[0.5, 0.5]])
      }),
      { numRuns: 9, seed: 1 }
    )
  })

  test('a measure that is undefined in most draws has no interval', () => {
    expect(RESAMPLES).toBe(1000)
    expect(bootstrap([{ right: 1, of: 1 }, ...new Array(9).fill({})], [rate])).toEqual([[1, 1]])
    expect(bootstrap([{}, {}], [rate])).toEqual([null])
  })
})

describe('the baseline', () => {
  const summary = summaryOf(dates(3, 4, 4))

  test('comes back as it was written, with six digits and nothing undefined', () => {
    const baseline = baselineOf(summaryOf(dates(1, 3, 3)))
    expect(baseline).toEqual({ articles: 1, scores: { 'date (EDTF value)': 0.333333 }, shares: { 'date role (of right dates)': 0 } })
    expect(parseBaseline(JSON.stringify(baseline))).toEqual(baseline)
  })

  test.each([
    [0.75, []],
    [0.7505, []],
    [0.7506, ['date (EDTF value)']],
    [0.6, []]
  ])('0.75 against %d: only a fall of more than 0.0005 counts', (before, labels) => {
    const baseline = { articles: 1, scores: { 'date (EDTF value)': before }, shares: {} }
    expect(fallen(baseline, summary).map(f => f.label)).toEqual(labels)
  })

  test('a score that is no longer measured has fallen; one that was not asked for has not', () => {
    const baseline = { articles: 1, scores: { 'goal detected': 0.5, 'an old label': 0.5 }, shares: {} }
    expect(fallen(baseline, summary)).toEqual([
      { label: 'goal detected', before: 0.5, now: null },
      { label: 'an old label', before: 0.5, now: null }
    ])
    const narrow = summarize([dates(3, 4, 4)], { kind: 'date', field: null }, { intervals: false })
    expect(fallen(baseline, narrow).map(f => f.label)).toEqual(['an old label'])
  })

  test.each([
    ['no JSON', '{'],
    ['another shape', '{"scores":{}}']
  ])('%s is told, not thrown', (_, content) => {
    expect(typeof parseBaseline(content)).toBe('string')
  })
})
