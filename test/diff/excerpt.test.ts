import { expect, test } from 'vitest'
import type { Change } from '../../src/diff/change.ts'
import type { ArticleDiff } from '../../src/diff/diff.ts'
import { excerptOf } from '../../src/diff/excerpt.ts'

const TEXT = 'Bản tin.\nCâu trước. Tỷ lệ che phủ rừng đạt 61%. Câu sau.\n'

function excerpt(text: string | null, quote: string): string {
  const start = TEXT.indexOf(quote)
  const record = { anchor: { start, end: start + quote.length, quote } }
  return excerptOf({ texts: { before: text, after: text } } as ArticleDiff, { before: null, after: record } as unknown as Change)
}

test('a change is shown in its sentence, in marks; without a text it is not', () => {
  expect(excerpt(TEXT, '61%')).toBe('Tỷ lệ che phủ rừng đạt ⟦61%⟧.')
  expect(excerpt(null, '61%')).toBe('')
})
