import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { articleOf, extract } from '../../../src/index.ts'
import { RECORDS } from '../../../src/records/index.ts'
import { acceptsOf } from '../../../src/stages/validate/accepts.ts'

const articles = await Promise.all(
  readdirSync('corpus/articles')
    .filter(name => name.endsWith('.txt'))
    .slice(0, 40)
    .map(name => articleOf({ text: readFileSync(`corpus/articles/${name}`, 'utf8'), published: '2024-05-01' }))
)
const records = articles.flatMap(article => extract(article).records)

const ODD = [
  undefined,
  null,
  '',
  'x',
  'goal',
  'range',
  'other:',
  '2025',
  '2025-13',
  '..',
  0,
  -1,
  0.5,
  34,
  2 ** 53,
  NaN,
  Infinity,
  true,
  [],
  {},
  [1],
  ['']
]

/** Every value inside a record, by the keys that lead to it. */
function pathsOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))]
}

/** A copy of a record that is another at one place. */
function changed(record: unknown, path: readonly string[], how: 'set' | 'drop' | 'add', to: unknown): unknown {
  const [key, ...rest] = path
  const copy = Array.isArray(record) ? [...record] : { ...(record as Record<string, unknown>) }
  const fields = copy as Record<string, unknown>
  if (key === undefined) return how === 'add' ? { ...copy, more: to } : to
  if (rest.length > 0) fields[key] = changed(fields[key], rest, how, to)
  else if (how === 'drop') delete fields[key]
  else if (how === 'add' && typeof fields[key] === 'object' && fields[key] !== null) fields[key] = { ...fields[key], more: to }
  else fields[key] = to
  return copy
}

describe.each(RECORDS)('what $kind accepts is what its schema does', ({ kind, schema }) => {
  const accepts = acceptsOf(schema)
  const own = records.filter(record => record.kind === kind)
  test('of records', () => {
    expect(own.length).toBeGreaterThan(3)
    expect(own.filter(record => !accepts(record))).toEqual([])
  })
  test('of records that were changed at any place', () => {
    const change = fc.constantFrom(...own).chain(record =>
      fc.record({
        record: fc.constant(record),
        path: fc.constantFrom(...pathsOf(record)),
        how: fc.constantFrom('set' as const, 'drop' as const, 'add' as const),
        to: fc.constantFrom<unknown>(...ODD)
      })
    )
    fc.assert(
      fc.property(change, ({ record, path, how, to }) => {
        const given = changed(record, path, how, to)
        expect(accepts(given)).toBe(schema.safeParse(given).success)
      }),
      { numRuns: 3000, seed: 11 }
    )
  })
})
