import { describe, expect, test } from 'vitest'
import { dateInWords, deadlineInWords, placeInWords, recordInWords, valueInWords } from '../../src/commands/words.ts'
import type { AnyRecord } from '../../src/model/record.ts'
import { numberInWords } from '../../src/report/client/digits.ts'

const record = (fields: object): AnyRecord => ({
  kind: 'target',
  id: '0',
  article_id: '0',
  anchor: { start: 0, end: 1, quote: 'x' },
  place: null,
  document_number: null,
  comparator: '=',
  low: 25,
  high: 25,
  unit: '%',
  direction: null,
  deadline: null,
  deadline_mod: null,
  ...fields
})

test.each([
  [5, '5'],
  [1234567, '1.234.567'],
  [0.5, '0,5'],
  [12345.75, '12.345,75']
])('the number %d is written %s', (number, words) => expect(numberInWords(number)).toBe(words))

test.each([
  ['2025', 'năm 2025'],
  ['2021-06', 'tháng 6/2021'],
  ['2021-06-11', 'ngày 11/6/2021'],
  ['2021/2025', 'giai đoạn 2021-2025'],
  ['203X', 'thập niên 2030'],
  [null, null]
])('the date %s is written %s', (edtf, words) => expect(dateInWords(edtf)).toBe(words))

test.each([
  ['ha_noi', 'Hà Nội'],
  ['vn', 'Việt Nam'],
  ['other:huyện Na Hang', 'huyện Na Hang'],
  [null, null]
])('the place %s is written %s', (place, words) => expect(placeInWords(place)).toBe(words))

describe('a value', () => {
  test.each([
    [{ unit: '% GRDP' }, '25% GRDP'],
    [{ comparator: '>' }, 'trên 25%'],
    [{ comparator: 'range', low: 20, high: 25 }, '20–25%'],
    [{ comparator: '>=', low: 3000, high: 3000, unit: 'VND' }, 'tối thiểu 3.000 VND'],
    [{ direction: 'down', unit: '%/năm' }, 'giảm 25%/năm'],
    [{ rank_kind: 'top_n', n_low: 10, n_high: 10, total: null }, 'top 10'],
    [{ rank_kind: 'exact', n_low: 10, n_high: 15, total: 63 }, 'hạng 10–15/63'],
    [{ rank_kind: 'improve', n_low: null, n_high: null }, 'cải thiện thứ hạng']
  ])('%j is written %s', (fields, words) => expect(valueInWords(record(fields))).toBe(words))
})

test('a deadline has its preposition, a period none', () => {
  expect(deadlineInWords(record({ deadline: '2030', deadline_mod: 'by' }))).toBe('đến năm 2030')
  expect(deadlineInWords(record({ deadline: '2030', deadline_mod: 'before' }))).toBe('trước năm 2030')
  expect(deadlineInWords(record({ deadline: '2021/2025', deadline_mod: 'in' }))).toBe('giai đoạn 2021-2025')
})

test('a record is a sentence, with its document by type and number', () => {
  const target = record({
    place: 'hau_giang',
    indicator: { id: null, text: 'kinh tế số' },
    unit: '% GRDP',
    deadline: '2025',
    deadline_mod: 'by'
  })
  const document = { ...record({}), kind: 'document', type: 'nghi_quyet', number: '147-NQ/TU' }
  expect(recordInWords(target, document)).toBe('Hậu Giang, kinh tế số: 25% GRDP, đến năm 2025 (Nghị quyết 147-NQ/TU)')
  expect(recordInWords(record({}), undefined)).toBe('(không rõ chỉ tiêu): 25%')
})
