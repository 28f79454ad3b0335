import { describe, expect, test } from 'vitest'
import { withCarets } from '../../src/commands/explain/carets.ts'

describe('carets', () => {
  test('stand under the words they are of', () => {
    const text = 'phấn đấu kinh tế số chiếm 22% GRDP'
    expect(
      withCarets(text, 0, text.length, [
        { start: 9, end: 19, label: 'indicator' },
        { start: 26, end: 29, label: 'value' }
      ])
    ).toBe(
      ['  phấn đấu kinh tế số chiếm 22% GRDP', '           ^^^^^^^^^^ indicator', '                            ^^^ value', ''].join('\n')
    )
  })

  test('count letters, not code units, of decomposed text', () => {
    const text = 'tỷ lệ 25%'.normalize('NFD')
    const start = text.indexOf('25%')
    expect(withCarets(text, 0, text.length, [{ start, end: start + 3, label: 'value' }])).toBe(`  ${text}\n        ^^^ value\n`)
  })

  test('go on where a line ends', () => {
    const text = `${'mười '.repeat(14)}hai mươi phần trăm`
    const rows = withCarets(text, 0, text.length, [{ start: 70, end: 88, label: 'value' }]).split('\n')
    expect(rows).toEqual([`  ${'mười '.repeat(14)}hai`, `${' '.repeat(66)}value ^^^^`, '  mươi phần trăm', '  ^^^^^^^^^^^^^^ value', ''])
  })

  test('keep lines within 80 columns, words whole', () => {
    const text = 'tỷ lệ che phủ rừng của cả tỉnh '.repeat(9)
    const lines = withCarets(text, 0, text.length, []).split('\n')
    expect(lines.length).toBeGreaterThan(3)
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80)
    expect(
      lines
        .map(l => l.trim())
        .filter(Boolean)
        .join(' ')
    ).toBe(text.trim())
  })

  test('show a line of a megabyte around the marks only', () => {
    const text = `${'a'.repeat(500_000)} 25% ${'b'.repeat(500_000)}`
    const shown = withCarets(text, 0, text.length, [{ start: 500_001, end: 500_004, label: 'value' }])
    expect(shown).toContain('25%')
    expect(shown.length).toBeLessThan(1_000)
  })

  test('let no control character of the text through', () => {
    const text = 'a\u001b[31m 25%\u202e'
    expect(withCarets(text, 0, text.length, [])).toBe('  a␛[31m 25%·\n')
  })
})
