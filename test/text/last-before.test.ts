import { expect, test } from 'vitest'
import { lastBefore } from '../../src/text/last-before.ts'

test('the last item before an index that fits is found, or none', () => {
  const lastEven = lastBefore<number>(n => n % 2 === 0)
  const items = [2, 3, 5, 6, 7]
  expect([0, 1, 2, 3, 4, 5, 9].map(before => lastEven(items, before))).toEqual([-1, 0, 0, 0, 3, 3, 3])
  expect(lastEven([1], 1)).toBe(-1)
})

test('each item is looked at once, however often is asked', () => {
  let looks = 0
  const last = lastBefore<string, string>((item, given, index, items) => {
    looks++
    return item === given && items[index] === item
  })
  const items = ['a', 'b', 'a']
  for (let before = 0; before <= items.length; before++) last(items, before, 'a')
  expect(looks).toBe(items.length)
})
