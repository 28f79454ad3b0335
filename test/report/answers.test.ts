import { describe, expect, test } from 'vitest'
import { csvOf } from '../../src/report/client/csv.ts'
import { checks } from '../../src/report/client/observed.ts'
import { NO_WISH, Selection, wishOfAddress, wishToAddress } from '../../src/report/client/select.ts'
import { doubtful, farOff, farRanks, ranksOf, seriesOf, ticks, yearTicks } from '../../src/report/client/series.ts'
import { data, goal, seen } from './facts.ts'

const { subjects } = data([])

describe('was a goal reached', () => {
  const verdict = (goals: Parameters<typeof checks>[0], observed: Parameters<typeof checks>[1], known = subjects) =>
    checks(goals, observed, known).map(c => c.verdict)

  test.each([
    [25, '2025', 'reached'],
    [24.9, '2025', 'missed'],
    [20, '2023', 'so_far'],
    [20, null, 'undated']
  ] as const)('%d%% in %s: %s', (low, edtf, expected) => {
    const year = edtf === null ? null : Number(edtf)
    expect(verdict([goal('g')], [seen('o', { low, high: low, edtf, year })])).toEqual([expected])
  })

  test('part of a year is not the year, and what came later says nothing', () => {
    expect(verdict([goal('g')], [seen('o', { edtf: '2025-06', year: 2025 }), seen('p', { edtf: '2026', year: 2026 })])).toEqual([])
  })

  test('numbers of one time that disagree give no verdict', () => {
    expect(verdict([goal('g')], [seen('o'), seen('p', { low: 12, high: 12 })])).toEqual(['disputed'])
  })

  test('of what is to be low, and of ranks, less is better', () => {
    expect(verdict([goal('g', { comparator: '<' })], [seen('o', { low: 20, high: 20 })])).toEqual(['reached'])
    const down = { x: { vi: 'x', en: 'x', field: 'social', better: 'down' as const } }
    expect(verdict([goal('g')], [seen('o', { low: 30, high: 30 })], down)).toEqual(['missed'])
    const rank = { low: 10, high: 10, unit: null, measure: 'top_n', scope: 'national', comparator: null }
    expect(verdict([goal('g', { ...rank, kind: 'rank_goal' })], [seen('o', { ...rank, measure: 'exact', low: 7, high: 7 })])).toEqual([
      'reached'
    ])
  })

  test('another place, list of provinces, unit, subject or part of it is another matter', () => {
    const others = [
      { place: 'vn' },
      { units: 34 as const },
      { unit: '% GDP' },
      { subject: 'y' },
      { qualifier: 'nữ' },
      { measure: 'growth' }
    ]
    expect(
      verdict(
        [goal('g')],
        others.map((fields, i) => seen(`o${i}`, fields))
      )
    ).toEqual([])
  })
})

describe('an axis', () => {
  test('is not stretched by a number far from all others, nor by a share above the whole', () => {
    const many = [20, 22, 25, 27, 30].map((low, i) => goal(`g${i}`, { low }))
    const [far, much] = [goal('far', { low: 900, unit: 'ha' }), goal('much', { low: 120 })]
    expect([...farOff([...many.map(g => ({ ...g, unit: 'ha' })), far])].map(g => g.id)).toEqual(['far'])
    expect([...farOff([...many, much])].map(g => g.id)).toEqual(['much'])
    expect(farOff(many).size).toBe(0)
  })

  test('of ranks is not stretched by one far behind the others of its kind, which is offered for review', () => {
    const rank = (id: string, high: number, scope = 'world') =>
      goal(id, { kind: 'rank_goal', low: 1, high, unit: null, measure: 'top_n', scope })
    const all = [...[10, 28, 30, 38, 40].map((high, i) => rank(`r${i}`, high)), rank('far', 770), rank('alone', 900, 'asia')]
    const [world, asia] = ranksOf(all)
    expect([...farRanks(world?.[1] ?? [])].map(g => g.id)).toEqual(['far'])
    expect(farRanks(asia?.[1] ?? []).size).toBe(0)
    expect(doubtful(all).map(g => g.id)).toEqual(['far'])
  })

  test('has round numbers, and years evenly apart', () => {
    expect(ticks(93, 4)).toEqual([0, 50])
    expect(ticks(38, 4)).toEqual([0, 10, 20, 30])
    expect(yearTicks(2019, 2051, 8)).toEqual([2020, 2025, 2030, 2035, 2040, 2045, 2050])
  })

  test('is one unit’s: hectares and đồng of one subject are two pictures', () => {
    const all = [goal('a', { unit: 'ha' }), goal('b', { unit: 'VND' }), goal('c', { unit: 'ha' })]
    expect(seriesOf(all).map(s => s.goals.map(g => g.id))).toEqual([['a', 'c'], ['b']])
  })
})

test('what is far from all others of its subject, or due in a far-off year, is offered for review', () => {
  const many = [20, 22, 25, 27, 30].map((low, i) => goal(`g${i}`, { low }))
  const found = doubtful([...many, goal('much', { low: 120 }), goal('late', { year: 2099 })])
  expect(found.map(g => g.id)).toEqual(['much', 'late'])
})

test('an address says what is asked for, and gives it back', () => {
  const wish = { ...NO_WISH, text: 'rừng & đồi', place: 'hau_giang@63', fields: ['rank', 'social'], from: '2025' }
  expect(wishOfAddress(new URLSearchParams(wishToAddress(wish).toString()))).toEqual(wish)
  expect(wishToAddress(NO_WISH).toString()).toBe('')
})

test('a filter keeps what fits: words without tones, fields of policy together, years', () => {
  const goals = [
    goal('a'),
    goal('b', { kind: 'rank_goal', subject: null, text: null, year: 2030 }),
    goal('c', { year: null, subject: null })
  ]
  const selection = new Selection(data(goals))
  const ids = (wish: Partial<typeof NO_WISH>) => selection.goals({ ...NO_WISH, ...wish }).map(g => g.id)
  expect(ids({ text: 'rung' })).toEqual(['a'])
  expect(ids({ fields: ['social', 'rank'] })).toEqual(['a', 'b'])
  expect(ids({ from: '2026' })).toEqual(['b'])
  expect(ids({})).toEqual(['a', 'b', 'c'])
})

test('a cell of the CSV is text: nothing that a spreadsheet would run, no row broken', () => {
  const csv = csvOf([goal('a', { text: '=1+1', place: null })], data([], { sentences: ['25% "a",\nb'] }))
  expect(csv).toContain(",'=1+1,")
  expect(csv).toContain('"25% ""a"",\nb"')
  expect(csv.startsWith('\uFEFFid,kind,')).toBe(true)
})
