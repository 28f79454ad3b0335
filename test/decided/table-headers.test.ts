import { describe, expect, test } from 'vitest'
import { HEADERS, type HeaderRule, headerSays, LEADS, leadSays, NEITHER, type Saying } from '../../src/decisions/table/headers.ts'

test('rules have ids of their own', () => {
  const ids = [NEITHER, ...HEADERS, ...LEADS].map(rule => rule.id)
  expect(new Set(ids).size).toBe(ids.length)
})

const said = (says: (lower: string) => Saying | undefined, text: string): string | undefined => says(text)?.rule.id

describe.each([
  ...[NEITHER, ...HEADERS].map(rule => [rule.id, rule, headerSays] as const),
  ...LEADS.map(rule => [rule.id, rule, leadSays] as const)
])('%s', (id: string, { examples, counterexamples }: HeaderRule, says) => {
  test('has an example and a counterexample', () => expect([examples.length > 0, counterexamples.length > 0]).toEqual([true, true]))
  test.each(examples)('%s', text => expect(said(says, text)).toBe(id))
  test.each(counterexamples)('not: %s', text => expect(said(says, text)).not.toBe(id))
})
