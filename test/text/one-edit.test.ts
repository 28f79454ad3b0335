import fc from 'fast-check'
import distance from 'natural/lib/natural/distance/index.js'
import { expect, test } from 'vitest'
import { isOneEditApart } from '../../src/text/one-edit.ts'

test('one edit is a distance of one', () => {
  const word = fc.array(fc.constantFrom('a', 'b', 'ế', 'đ'), { maxLength: 6 }).map(letters => letters.join(''))
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(isOneEditApart(a, b), `${a} ${b}`).toBe(distance.DamerauLevenshteinDistance(a, b, { restricted: true }) === 1)
    }),
    { numRuns: 5000, seed: 3 }
  )
})
