import { expect, test } from 'vitest'
import { comparable, wordOverlap } from '../../src/text/similarity.ts'

test('case, spacing and composition do not count', () => {
  expect(comparable('  Kinh\n tế  SỐ ')).toBe('kinh tế số')
  expect(comparable('kinh tế số'.normalize('NFD'))).toBe('kinh tế số')
  expect(comparable(null)).toBe('')
})

test.each([
  ['tỷ lệ hộ nghèo', 'tỷ lệ hộ nghèo', 1],
  ['tỷ lệ hộ nghèo', 'hộ nghèo', 2 / 3],
  ['hộ nghèo', 'hộ khá', 0.5],
  ['kinh tế số', 'xã hội', 0],
  ['và và', 'và', 2 / 3],
  ['', '', 0],
  [null, 'kinh tế', 0]
])('%s and %s share %d', (a, b, share) => {
  expect(wordOverlap(a, b)).toBeCloseTo(share, 9)
  expect(wordOverlap(b, a)).toBeCloseTo(share, 9)
})
