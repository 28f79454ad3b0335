import { expect, test } from 'vitest'
import { wholeSyllables } from '../../src/review/client/syllables.ts'

const TEXT = 'Phấn đấu đạt 1.234,5 tỷ đồng, tăng 25% GRDP.'

/** What is taken where `picked` is selected. */
const taken = (picked: string): string | null => {
  const start = TEXT.indexOf(picked)
  const whole = wholeSyllables(TEXT, { start, end: start + picked.length })
  return whole === null ? null : TEXT.slice(whole.start, whole.end)
}

test.each([
  ['hấn đ', 'Phấn đấu'],
  ['ạt ', 'đạt'],
  ['34,', '1.234,5'],
  [' tỷ đồ', 'tỷ đồng'],
  ['đồng,', 'đồng,'],
  ['5% GR', '25% GRDP'],
  ['25%', '25%'],
  ['DP', 'GRDP'],
  [' ', null]
])('a selection of “%s” is taken as whole syllables: “%s”', (picked, whole) => {
  expect(taken(picked)).toBe(whole)
})
