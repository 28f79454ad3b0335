import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { isPartial, LISTS, lotsContent, parseLot, parseLots, spansOf } from '../../../src/eval/benchmark/format.ts'
import { parseResults } from '../../../src/eval/benchmark/results.ts'

const read = (path: string) => readFileSync(`benchmark/${path}`, 'utf8')
const LOTS = parseLots(read('lots.json'))
const lots = typeof LOTS === 'string' ? [] : LOTS
const schema = (name: string) => JSON.parse(readFileSync(`schema/${name}.schema.json`, 'utf8')) as object
const rawLines = (name: string) => read(`lots/${name}.ndjson`).trimEnd().split('\n')

/** A value is as long as a unit or an owner's name; what is longer would be a text of somebody. */
const LONGEST_VALUE = 120

/** Every string in a value with the key it stands at. */
function stringsOf(value: unknown, key = ''): (readonly [key: string, text: string])[] {
  if (typeof value === 'string') return [[key, value]]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([k, v]) => stringsOf(v, Array.isArray(value) ? key : k))
}

test('lots.json follows its schema, is written as the program writes it, and names every lot there is', () => {
  expect(LOTS).toBeInstanceOf(Array)
  const validate = new Ajv2020({ strict: false }).compile(schema('benchmark_lots'))
  expect(validate(JSON.parse(read('lots.json'))), JSON.stringify(validate.errors)).toBe(true)
  expect(read('lots.json')).toBe(lotsContent(lots))
  expect(readdirSync('benchmark/lots').toSorted()).toEqual(lots.map(l => `${l.name}.ndjson`).toSorted())
})

test('kept results are results', () => {
  expect(parseResults(read('results.json'))).toBeInstanceOf(Array)
})

describe.each(lots.map(lot => [lot.name, lot] as const))('%s', (name, lot) => {
  const raw = rawLines(name)
  const { lines, problems } = parseLot(read(`lots/${name}.ndjson`))

  test('follows the JSON Schema, line by line', () => {
    const validate = new Ajv2020({ strict: false }).compile(schema('benchmark'))
    for (const line of raw) expect(validate(JSON.parse(line)), `${line.slice(0, 80)} ${JSON.stringify(validate.errors)}`).toBe(true)
    expect(problems).toEqual([])
    expect(lines).toHaveLength(lot.count)
  })

  test('holds no text of others: no quote, no remark, nothing longer than a value', () => {
    for (const line of raw) {
      expect(line).not.toMatch(/"(?:quote|text|title|note)":/)
      for (const [key, text] of stringsOf(JSON.parse(line)))
        if (key !== 'url') expect(text.length, `${key}: ${text}`).toBeLessThanOrEqual(LONGEST_VALUE)
    }
  })

  test('names each text once, and spans that hold something', () => {
    expect(new Set(lines.map(l => l.article)).size).toBe(lines.length)
    for (const line of lines)
      for (const span of spansOf(line)) expect(span.end, `${line.article} ${span.start}`).toBeGreaterThan(span.start)
  })

  test('has annotations of the kinds that lots.json names, and of no other', () => {
    const annotated = LISTS.filter(list => lines.some(l => list in l))
    expect(annotated.toSorted()).toEqual([...lot.kinds].toSorted())
    expect(lines.every(isPartial)).toBe(lot.only === true)
  })
})

describe('a line', () => {
  const line = JSON.parse(rawLines('lot2')[0] as string) as Record<string, unknown>
  const problemsOf = (changed: object) => parseLot(JSON.stringify(changed)).problems

  test('is read as it stands', () => expect(problemsOf(line)).toEqual([]))
  test('with words of its text is refused', () => {
    expect(problemsOf({ ...line, text: 'Bản tin' })).toHaveLength(1)
    expect(problemsOf({ ...line, dates: [{ start: 0, end: 4, edtf: '2024', role: 'event', quote: '2024' }] })).toHaveLength(1)
  })
  test('with a value as long as a sentence is refused', () => {
    expect(
      problemsOf({ ...line, document_numbers: [{ start: 0, end: 4, canonical: 'x'.repeat(121), type: null, issued: null }] })
    ).toHaveLength(1)
  })
})
