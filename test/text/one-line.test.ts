import fc from 'fast-check'
import { expect, test } from 'vitest'
import { oneLine } from '../../src/text/one-line.ts'

test('what breaks a text, with the spaces around it, is one sign', () => {
  expect(oneLine('Mục tiêu: \n\n  - 60% số hộ')).toBe('Mục tiêu: ⏎ - 60% số hộ')
  expect(oneLine(' một dòng ')).toBe(' một dòng ')
})

test('it is what a regular expression would find that takes the square of the spaces', () => {
  const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '\t', 'ế', '\u00a0'), maxLength: 12 })
  fc.assert(fc.property(text, value => oneLine(value) === value.replace(/\s*\n\s*/g, ' ⏎ ')))
})
