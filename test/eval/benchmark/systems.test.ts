import { vi } from 'chrono-node'
import { describe, expect, test } from 'vitest'
import { edtfOfTimex } from '../../../src/eval/benchmark/systems/calendar.ts'
import { adapterFor } from '../../../src/eval/benchmark/systems/index.ts'
import { claimsOf, outputOfLine, type SystemLine, systemLineSchema } from '../../../src/eval/benchmark/systems/system.ts'

const read = (name: string, content: unknown, text: string): SystemLine => {
  const line = adapterFor(name)(content, text)
  if (typeof line === 'string') throw new Error(line)
  return line
}
/** Dates as words of the text and value. */
const dates = (name: string, content: unknown, text: string) =>
  (read(name, content, text).dates ?? []).map(d => [text.slice(d.start, d.end), d.edtf])
const quantities = (name: string, content: unknown, text: string) =>
  (read(name, content, text).quantities ?? []).map(q => [text.slice(q.start, q.end), q.low, q.high])

describe('chrono-node, as it returns it', () => {
  const datesIn = (text: string) =>
    dates('chrono-node 2', JSON.parse(JSON.stringify(vi.parse(text, new Date('2024-05-06T12:00:00')))), text)

  test.each([
    ['ký ngày 11/6/2021 tại Huế', [['11/6/2021', '2021-06-11']]],
    ['đến năm 2025 đạt', [['năm 2025', '2025']]],
    ['tháng 5 vừa qua', [['tháng 5', '2024-05']]],
    ['từ 12/3 đến 15/3/2024', [['12/3 đến 15/3/2024', '2024-03-12/2024-03-15']]],
    ['họp lúc 8 giờ 30', []]
  ])('%s', (text, expected) => expect(datesIn(text)).toEqual(expected))
})

describe('Duckling, as its server answers', () => {
  const time = (body: string, text: string, value: object) => ({
    body,
    start: [...text.slice(0, text.indexOf(body))].length,
    end: [...text.slice(0, text.indexOf(body) + body.length)].length,
    dim: 'time',
    latent: false,
    value: { values: [value], ...value }
  })
  const text = '📰 Ngày 12/3, quý 2 và từ 13 đến 15 tháng 7'
  const zone = 'T00:00:00.000+07:00'

  test('times with their grain; the end of an interval is not in it; offsets are code points', () => {
    const printed = [
      time('12/3', text, { value: `2024-03-12${zone}`, grain: 'day', type: 'value' }),
      time('quý 2', text, { value: `2024-04-01${zone}`, grain: 'quarter', type: 'value' }),
      time('13 đến 15 tháng 7', text, {
        type: 'interval',
        from: { value: `2024-07-13${zone}`, grain: 'day' },
        to: { value: `2024-07-16${zone}`, grain: 'day' }
      })
    ]
    expect(dates('duckling', printed, text)).toEqual([
      ['12/3', '2024-03-12'],
      ['quý 2', '2024-34'],
      ['13 đến 15 tháng 7', '2024-07-13/2024-07-15']
    ])
  })

  test('clock times and latent readings are no dates; an open interval is open', () => {
    const day = { value: `2024-03-12${zone}`, grain: 'day' }
    const printed = [
      time('12/3', text, { ...day, grain: 'hour', type: 'value' }),
      { ...time('quý 2', text, { ...day, type: 'value' }), latent: true },
      time('13', text, { type: 'interval', from: day })
    ]
    expect(dates('duckling', printed, text)).toEqual([['13', '2024-03-12/..']])
  })

  test('numbers and sums; of overlapping readings the longer', () => {
    const sum = 'chi 1.500 đồng'
    const entity = (dim: string, start: number, end: number, value: object) => ({ body: '', dim, start, end, latent: false, value })
    const printed = [
      entity('number', 4, 9, { type: 'value', value: 1500 }),
      entity('amount-of-money', 4, 14, { type: 'value', value: 1500, unit: 'VND' })
    ]
    expect(quantities('Duckling', printed, sum)).toEqual([['1.500 đồng', 1500, 1500]])
  })
})

describe('HeidelTime, as it prints TimeML', () => {
  const timeml = (body: string) => `<?xml version="1.0"?>\n<!DOCTYPE TimeML SYSTEM "TimeML.dtd">\n<TimeML>\n${body}\n</TimeML>\n`
  const text = 'Ngày 11/6/2021, A & B <họp>; quý II/2021\ngiá tăng trong 3 tháng, hiện nay.'

  test('dates stand where they stand in the text; lengths of time and vague times are none', () => {
    const body =
      '<TIMEX3INTERVAL earliestBegin="2021-06-11T00:00:00"><TIMEX3 tid="t1" type="DATE" value="2021-06-11">Ngày 11/6/2021</TIMEX3></TIMEX3INTERVAL>, A & B <họp>; <TIMEX3 tid="t2" type="DATE" value="2021-Q2">quý II/2021</TIMEX3>\ngiá tăng trong <TIMEX3 tid="t3" type="DURATION" value="P3M">3 tháng</TIMEX3>, <TIMEX3 tid="t4" type="DATE" value="PRESENT_REF">hiện nay</TIMEX3>.'
    expect(dates('HeidelTime 2.2.1', timeml(body), text)).toEqual([
      ['Ngày 11/6/2021', '2021-06-11'],
      ['quý II/2021', '2021-34']
    ])
  })

  test('also where signs were escaped and spacing changed', () => {
    const body =
      'Ngày 11/6/2021, A &amp; B &lt;họp&gt;;\n  <TIMEX3 type="DATE" value="2021-Q2">quý  II/2021</TIMEX3> giá tăng trong 3 tháng, hiện nay.'
    expect(dates('heideltime', timeml(body), text)).toEqual([['quý II/2021', '2021-34']])
  })

  test('another text is refused with a sentence', () => {
    expect(adapterFor('heideltime')(timeml('Ngày 12/6'), text)).toBe('It is not of this text.')
    expect(adapterFor('heideltime')('', text)).toMatch(/TimeML/)
  })

  test.each([
    ['2021-06-11', '2021-06-11'],
    ['2021-06', '2021-06'],
    ['2021-H2', '2021-41'],
    ['2021-08-05TMO', '2021-08-05'],
    ['2021-W01', '2021-01-04/2021-01-10'],
    ['202', '202X'],
    ['XXXX-05', undefined],
    ['2021-02-30', undefined]
  ])('the value %s is %s', (value, edtf) => expect(edtfOfTimex(value)).toBe(edtf))
})

describe('grobid-quantities, as its service answers', () => {
  const text = 'đạt 25% và 4,5 - 5 tấn'
  const unit = (name: string, offsetStart: number, offsetEnd: number) => ({ name, offsetStart, offsetEnd })
  const quantity = (numeric: number, offsetStart: number, offsetEnd: number, rawUnit: object) => ({
    rawValue: text.slice(offsetStart, offsetEnd),
    parsedValue: { numeric },
    offsetStart,
    offsetEnd,
    rawUnit
  })

  test('values with their unit, intervals as one', () => {
    const printed = {
      runtime: 12,
      measurements: [
        { type: 'value', quantity: quantity(25, 4, 6, unit('%', 6, 7)) },
        {
          type: 'interval',
          quantityLeast: quantity(4.5, 11, 14, unit('tấn', 19, 22)),
          quantityMost: quantity(5, 17, 18, unit('tấn', 19, 22))
        }
      ]
    }
    expect(quantities('grobid-quantities', printed, text)).toEqual([
      ['25%', 25, 25],
      ['4,5 - 5 tấn', 4.5, 5]
    ])
    expect(quantities('grobid-quantities', { runtime: 1 }, text)).toEqual([])
  })
})

describe('a line of the benchmark’s own format', () => {
  const text = 'Năm 2025, kinh tế số đạt 25% GRDP.'
  const line = { dates: [{ start: 0, end: 8, edtf: '2025' }], quantities: [{ start: 25, end: 28, low: 25, high: 25 }] }

  test('is taken as it is, and claims what it has', () => {
    expect(claimsOf(read('mine', line, text))).toEqual(['dates', 'quantities'])
    const goal = { ...line.quantities[0]!, status: 'goal' as const, confidence: 'high' as const }
    expect(claimsOf({ ...line, quantities: [goal] })).toEqual(['dates', 'quantities', 'statuses', 'confidence'])
  })

  test('names what is measured by its place or by its words', () => {
    const goal = { ...line.quantities[0]!, status: 'goal' as const }
    const indicatorOf = (indicator: object) =>
      outputOfLine(systemLineSchema.parse({ quantities: [{ ...goal, indicator }] }), text).targets[0]?.indicator?.text
    expect(indicatorOf({ start: 10, end: 20 })).toBe('kinh tế số')
    expect(indicatorOf({ text: 'kinh tế số' })).toBe('kinh tế số')
  })

  test('of another shape is refused with a sentence', () => {
    expect(adapterFor('mine')({ dates: [{ start: 0, end: 8 }] }, text)).toMatch(/edtf/)
    for (const name of ['chrono-node', 'duckling', 'grobid-quantities']) expect(adapterFor(name)('nonsense', text)).toMatch(/expected/)
  })
})
