import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Span } from '../../src/model/span.ts'
import { overlaps } from '../../src/model/span.ts'
import { alignSpans, assign, type Edge, type Match } from '../../src/text/assignment.ts'

// The same cases everywhere.
fc.configureGlobal({ seed: 20210611, numRuns: 500 })

interface Item extends Span {
  readonly value: number
}

const item: fc.Arbitrary<Item> = fc
  .record({ start: fc.integer({ min: 0, max: 24 }), length: fc.integer({ min: 1, max: 8 }), value: fc.integer({ min: 0, max: 2 }) })
  .map(({ start, length, value }) => ({ start, end: start + length, value }))
const items = (most: number) => fc.array(item, { maxLength: most })
const edges = fc.uniqueArray(
  fc.record({ left: fc.integer({ min: 0, max: 4 }), right: fc.integer({ min: 0, max: 4 }), weight: fc.integer({ min: -2, max: 9 }) }),
  { maxLength: 14, selector: e => `${e.left} ${e.right}` }
)

const share = (a: Span, b: Span) =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)) / (Math.max(a.end, b.end) - Math.min(a.start, b.start))
const weight = (a: Item, b: Item) => 1 + share(a, b) + Number(a.value === b.value)
const align = (left: readonly Item[], right: readonly Item[]) =>
  alignSpans({ items: left, span: i => i }, { items: right, span: i => i }, weight)
const pairsOf = (left: readonly Item[], right: readonly Item[]) =>
  align(left, right)
    .map(m => JSON.stringify([left[m.left], right[m.right]]))
    .toSorted()

/** The largest total by trying everything. */
function best(all: readonly Edge[], used: ReadonlySet<string> = new Set()): number {
  const [first, ...rest] = all
  if (first === undefined) return 0
  const without = best(rest, used)
  const [l, r] = [`l${first.left}`, `r${first.right}`]
  return used.has(l) || used.has(r) ? without : Math.max(without, first.weight + best(rest, new Set([...used, l, r])))
}

const totalOf = (matches: readonly Match[], all: readonly Edge[]) =>
  matches.reduce((sum, m) => sum + all.find(e => e.left === m.left && e.right === m.right)!.weight, 0)

describe('assign', () => {
  test('is optimal: no other matching has a larger total', () => {
    fc.assert(
      fc.property(edges, all => {
        expect(totalOf(assign(all), all)).toBe(best(all))
      })
    )
  })

  test('is optimal for weights that are no whole numbers too', () => {
    const fractions = edges.map(all => all.map(e => ({ ...e, weight: e.weight / 7 + (e.left + e.right) / 30 })))
    fc.assert(
      fc.property(fractions, all => {
        expect(totalOf(assign(all), all)).toBeCloseTo(best(all), 9)
      })
    )
  })

  test('matches one to one, only along edges of positive weight', () => {
    fc.assert(
      fc.property(edges, all => {
        const matches = assign(all)
        expect(new Set(matches.map(m => m.left)).size).toBe(matches.length)
        expect(new Set(matches.map(m => m.right)).size).toBe(matches.length)
        for (const m of matches) expect(all.find(e => e.left === m.left && e.right === m.right)?.weight).toBeGreaterThan(0)
      })
    )
  })

  test('gives up a good pair for two that are better together', () => {
    const all = [
      { left: 0, right: 0, weight: 3 },
      { left: 0, right: 1, weight: 2 },
      { left: 1, right: 0, weight: 2 }
    ]
    expect(assign(all)).toEqual([
      { left: 0, right: 1 },
      { left: 1, right: 0 }
    ])
  })

  test('does not mind far indices or nothing at all', () => {
    expect(assign([{ left: 1e9, right: 7, weight: 0.5 }])).toEqual([{ left: 1e9, right: 7 }])
    expect(assign([])).toEqual([])
  })

  test('solves three hundred against three hundred at once in a second', () => {
    const all = Array.from({ length: 90_000 }, (_, k) => ({
      left: k % 300,
      right: Math.floor(k / 300),
      weight: 1 + ((k * 7919) % 97) / 97
    }))
    const start = performance.now()
    expect(assign(all)).toHaveLength(300)
    expect(performance.now() - start).toBeLessThan(5000)
  })
})

describe('alignSpans', () => {
  test('pairs only spans that overlap, and leaves none alone that could be paired for free', () => {
    fc.assert(
      fc.property(items(8), items(8), (left, right) => {
        const matches = align(left, right)
        for (const m of matches) expect(overlaps(left[m.left]!, right[m.right]!)).toBe(true)
        const [lefts, rights] = [new Set(matches.map(m => m.left)), new Set(matches.map(m => m.right))]
        for (const [l, a] of left.entries())
          for (const [r, b] of right.entries()) expect(!lefts.has(l) && !rights.has(r) && overlaps(a, b)).toBe(false)
      })
    )
  })

  test('is optimal over all overlapping pairs', () => {
    fc.assert(
      fc.property(items(5), items(5), (left, right) => {
        const all = left.flatMap((a, l) => right.flatMap((b, r) => (overlaps(a, b) ? [{ left: l, right: r, weight: weight(a, b) }] : [])))
        expect(totalOf(align(left, right), all)).toBeCloseTo(best(all), 9)
      })
    )
  })

  test('does not depend on the order of either side', () => {
    const shuffled = items(9).chain(list => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })))
    fc.assert(
      fc.property(shuffled, shuffled, ([left, left2], [right, right2]) => {
        expect(pairsOf(left2, right2)).toEqual(pairsOf(left, right))
      })
    )
  })

  test('gives the same pairs twice', () => {
    fc.assert(
      fc.property(items(9), items(9), (left, right) => {
        expect(align(left, right)).toEqual(align(left, right))
      })
    )
  })

  test('agrees with the first overlap where no span has two partners', () => {
    const apart = fc
      .uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 9 })
      .map(at => at.map(n => ({ start: 10 * n, end: 10 * n + 8, value: 0 })))
    const inside = (list: readonly Item[]) => list.map(s => ({ ...s, start: s.start + 2 }))
    fc.assert(
      fc.property(apart, apart, (left, other) => {
        const right = inside(other)
        const first = left.map(a => right.findIndex(b => overlaps(a, b)))
        expect(align(left, right)).toEqual(first.flatMap((r, l) => (r < 0 ? [] : [{ left: l, right: r }])))
      })
    )
  })

  test('a neighbor that merely touches does not take the partner of the one that fits', () => {
    const gold = [
      { start: 0, end: 10, value: 1 },
      { start: 10, end: 20, value: 2 }
    ]
    const read = [{ start: 9, end: 20, value: 2 }]
    expect(align(gold, read)).toEqual([{ left: 1, right: 0 }])
    expect(align(gold.toReversed(), read)).toEqual([{ left: 0, right: 0 }])
  })

  test('empty spans overlap nothing', () => {
    expect(align([{ start: 3, end: 3, value: 0 }], [{ start: 0, end: 9, value: 0 }])).toEqual([])
  })
})
