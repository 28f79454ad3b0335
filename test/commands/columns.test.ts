import fc from 'fast-check'
import { expect, test } from 'vitest'
import { column, tableOfRows } from '../../src/commands/columns.ts'

const DECOMPOSED = 'tỉnh Đắk Lắk'.normalize('NFD')

test('columns stand under one another, however letters are written', () => {
  const table = tableOfRows([
    ['a', '1'],
    [DECOMPOSED, '2'],
    ['人民', '3']
  ])
  expect(table).toBe(`a             1\n${DECOMPOSED}  2\n人民          3\n`)
})

test('numbers stand flush right', () => {
  const rows = [
    ['n', 'name'],
    ['10', 'b'],
    ['7', 'c']
  ]
  expect(tableOfRows(rows, new Set([0]))).toBe(' n  name\n10  b\n 7  c\n')
})

test('a cell is cut where it has no room, and ends with a space', () => {
  expect(column('tỷ lệ hộ nghèo', 8)).toBe('tỷ lệ … ')
  expect(column('tỷ lệ', 8)).toBe('tỷ lệ   ')
  expect(column(`${DECOMPOSED}\n`, 20)).toBe('tỉnh Đắk Lắk        ')
  expect(column('人民共和国', 8)).toBe('人民共… ')
})

test('a cell has its width whatever it holds', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'ế', 'ế'.normalize('NFD'), '人', '\n', '\u200b', '😀'), { maxLength: 30 }), letters => {
      const cell = column(letters.join(''), 12)
      const wide = [...cell.matchAll(/[人😀]/gu)].length
      const none = [...cell.matchAll(/[\u200b\p{M}]/gu)].length
      expect([...cell].length + wide - none).toBe(12)
    }),
    { seed: 5 }
  )
})
