import { expect, test } from 'vitest'
import { measureDrift } from '../../src/commands/run/drift.ts'

const runs = (...cases: number[]) => cases.map(n => ({ articles: 100, cases: { a: n } }))
const outside = (measures: ReturnType<typeof measureDrift>) => measures.filter(m => m.isOutside).map(m => m.name)

test('a rate within what the last runs had is usual', () => {
  expect(outside(measureDrift({ articles: 100, cases: { a: 7 } }, runs(5, 6, 8)))).toEqual([])
})

test('a rate far above or below is not', () => {
  expect(outside(measureDrift({ articles: 100, cases: { a: 40 } }, runs(5, 6, 8)))).toEqual(['a'])
  expect(outside(measureDrift({ articles: 100, cases: {} }, runs(50, 60, 55)))).toEqual(['a'])
})

test('a case that no run had is unusual once there are many', () => {
  expect(outside(measureDrift({ articles: 100, cases: { a: 5, b: 1 } }, runs(5, 5, 5)))).toEqual([])
  expect(outside(measureDrift({ articles: 100, cases: { a: 5, b: 9 } }, runs(5, 5, 5)))).toEqual(['b'])
})

test('two runs are too few to compare with, and so is a run without new articles', () => {
  expect(outside(measureDrift({ articles: 100, cases: { a: 90 } }, runs(5, 6)))).toEqual([])
  expect(outside(measureDrift({ articles: 0, cases: { a: 90 } }, runs(5, 6, 7)))).toEqual([])
})

test('the ten runs before are meant, and those without new articles do not count', () => {
  const old = runs(90, 90, 90)
  const recent = runs(5, 5, 5, 5, 5, 5, 5, 5, 5, 5)
  const idle = { articles: 0, cases: { a: 0 } }
  const [measure] = measureDrift({ articles: 100, cases: { a: 60 } }, [...old, ...recent, idle, idle])
  expect(measure).toMatchObject({ median: 5, isOutside: true })
})
