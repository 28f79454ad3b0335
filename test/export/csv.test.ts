import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { csvHead, csvRows, parseCsv, unguarded } from '../../src/export/csv.ts'
import { TABLES } from '../../src/export/tables/index.ts'

const HOSTILE = ['=1+1', '+84', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '\n=1+1', '＝1', '＋1', '－1', '＠x', "'=x", '=cmd|"/c calc"!A1']

describe('CSV', () => {
  test('ends its lines as RFC 4180 says, and has a BOM for Excel alone', () => {
    expect(csvHead(TABLES.places, false)).toMatch(/^id,units,[\w,]+\r\n$/)
    expect(csvHead(TABLES.places, true)).toMatch(/^\ufeffid,units,[\w,]+\r\n$/)
  })

  test('no cell is a formula to a spreadsheet', () => {
    for (const [cell = ''] of parse(csvRows(HOSTILE.map(text => [text])), { relax_column_count: true }) as string[][])
      expect(cell).toMatch(/^'/)
  })

  test('a lone sign, as comparators have it, stays', () => {
    expect(csvRows([['=', '>=', '~', '<']])).toBe('=,>=,~,<\r\n')
  })

  test('an independent reader and its own read what was written', () => {
    const cells = [...HOSTILE, 'a,b', 'a "b" c', 'a\nb', 'a\r\nb', ' a ', 'Nghị quyết', '']
    const rows = cells.map((cell, i) => [cell, i, null, 0.25])
    const text = csvRows(rows)
    const expected = rows.map(([cell, i]) => [cell, String(i), '', '0.25'])
    for (const read of [parse(text, { trim: false }) as string[][], [...parseCsv(text)]])
      expect(read.map(([first = '', ...rest]) => [unguarded(first), ...rest])).toEqual(expected)
  })
})
