import { expect, test } from 'vitest'
import { lastBefore } from '../../src/text/last-before.ts'

const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i)

test.each([10, 1000])('the last item before an index that fits is found, or none, in a list of %i', count => {
  const last = lastBefore<number>(n => n % 5 === 3)
  const items = numbers(count)
  expect([-1, 0, 3, 4, 8, 9, 10].map(before => last(items, before))).toEqual([-1, -1, -1, 3, 3, 8, 8])
  expect(last(items, count + 5)).toBe(count - 2)
  expect(last([], 1)).toBe(-1)
})

test('each item of a long list is looked at once, however often is asked', () => {
  let looks = 0
  const last = lastBefore<number, number>((n, given, index, items) => {
    looks++
    return n === given && items[index] === n
  })
  const items = numbers(1000)
  for (const _ of items) expect(last(items, 1000, 7)).toBe(7)
  expect(looks).toBe(items.length)
})
