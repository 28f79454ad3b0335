import { expect, test } from 'vitest'
import { escapeMarkdown } from '../../src/text/markdown.ts'

test('text is a piece of one line, without markup of its own', () => {
  expect(escapeMarkdown('a|b\\|c')).toBe('a\\|b\\\\\\|c')
  expect(escapeMarkdown('<img src=x>')).toBe('&#60;img src=x&#62;')
  expect(escapeMarkdown('[a](b) ![c](d) *e* _f_ `g` @h #1')).toBe('\\[a\\](b) !\\[c\\](d) \\*e\\* \\_f\\_ \\`g\\` \\@h \\#1')
  expect(escapeMarkdown('one\r\n# two\u2028three')).toBe('one ⏎ \\# two ⏎ three')
  expect(escapeMarkdown('báo.vn')).toBe('báo.vn')
})
