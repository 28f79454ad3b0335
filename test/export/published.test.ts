import { describe, expect, test } from 'vitest'
import { codePointsOf } from '../../src/export/code-points.ts'
import { hashOf, publishedLine } from '../../src/export/published.ts'
import { wrongSpans } from '../../src/export/spans.ts'

const TEXT = 'Mục tiêu 😀 đạt 25%'
const line = {
  kind: 'target',
  anchor: { start: 16, end: 19, quote: '25%' },
  qualifier: 'mới',
  evidence: { deadline: { start: null, end: null, quote: null, source: 'metadata', rule: 'r' } }
}
const codePoints = codePointsOf(TEXT)

describe('published lines', () => {
  test('without text there is no quote and no phrase, but their hashes', () => {
    const published = publishedLine(line, { withText: false, codePoints })
    expect(published).toMatchObject({
      anchor: { start: 16, end: 19, quote: null, quote_sha256: hashOf('25%') },
      qualifier: null,
      qualifier_sha256: hashOf('mới')
    })
    expect(JSON.stringify(published)).not.toMatch(/25%|mới/)
  })

  test('with text they stand beside their hashes', () => {
    expect(publishedLine(line, { withText: true, codePoints })).toMatchObject({
      anchor: { quote: '25%', quote_sha256: hashOf('25%') },
      qualifier: 'mới'
    })
  })

  test('offsets also count code points, as Python does', () => {
    const { anchor } = publishedLine(line, { withText: false, codePoints }) as { anchor: { start_cp: number; end_cp: number } }
    expect([...TEXT].slice(anchor.start_cp, anchor.end_cp).join('')).toBe('25%')
  })

  test('evidence from metadata has no span and no hash', () => {
    expect(publishedLine(line, { withText: false, codePoints })).toMatchObject({
      evidence: { deadline: { start: null, start_cp: null, quote_sha256: null } }
    })
  })

  test('a moved offset is found out', () => {
    const published = publishedLine(line, { withText: true, codePoints }) as { anchor: object }
    expect(wrongSpans(published, TEXT.length, TEXT)).toEqual([])
    expect(wrongSpans({ ...published, anchor: { ...published.anchor, start: 15, start_cp: 14 } }, TEXT.length, TEXT)).toEqual([
      expect.stringMatching(/^anchor \(15–19\) is not where its quote stands/)
    ])
    expect(wrongSpans({ ...published, anchor: { ...published.anchor, end: 99 } }, TEXT.length, null)).toEqual([
      expect.stringMatching(/does not lie in the article/)
    ])
  })
})
