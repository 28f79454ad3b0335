import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOneEditApart } from '../../src/text/one-edit.ts'

const LETTERS = ['a', 'b', 'ế', 'đ'] as const

/** All words that one edit makes of a word, by the definition. */
function edits(word: string): Set<string> {
  const made = new Set<string>()
  for (let i = 0; i <= word.length; i++) {
    const [head, tail] = [word.slice(0, i), word.slice(i)]
    for (const letter of LETTERS) {
      made.add(head + letter + tail)
      if (tail !== '') made.add(head + letter + tail.slice(1))
    }
    if (tail !== '') made.add(head + tail.slice(1))
    if (tail.length > 1) made.add(head + tail.charAt(1) + tail.charAt(0) + tail.slice(2))
  }
  made.delete(word)
  return made
}

test('one edit is a letter more, less or other, or two neighbors that changed places', () => {
  const word = fc.array(fc.constantFrom(...LETTERS), { maxLength: 6 }).map(letters => letters.join(''))
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(isOneEditApart(a, b), `${a} ${b}`).toBe(edits(a).has(b))
    }),
    { numRuns: 5000, seed: 3 }
  )
})

test.each([
  ['gaing', 'giang', true],
  ['gaing', 'giâng', false],
  ['đâu', 'đấu', true],
  ['đấu', 'đấu', false],
  ['abc', 'cab', false]
])('%s and %s: %s', (a, b, is) => {
  expect(isOneEditApart(a, b)).toBe(is)
})
