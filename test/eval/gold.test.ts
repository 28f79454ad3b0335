import { expect, test } from 'vitest'
import { misplaced, parseGold } from '../../src/eval/gold.ts'
import { goldGoal, goldLine, goldRank, TEXT } from './factories.ts'

test('lines are read with what is optional left out, and blank lines are no lines', () => {
  const line = goldLine({ quantities: [goldGoal()], ranks: [goldRank()], sentences: [{ start: 0, end: 3 }] })
  const { articles, problems } = parseGold(`${JSON.stringify(line)}\n\n${JSON.stringify(goldLine({}))}\n`)
  expect(problems).toEqual([])
  expect(articles).toEqual([line, goldLine({})])
})

test('what is unknown is let be, so that annotators may add remarks', () => {
  const { articles } = parseGold(JSON.stringify({ ...goldLine({}), src: 'x', published: '2021-06-11' }))
  expect(articles).toHaveLength(1)
})

test('a goal without its fields and a broken line are told with their line numbers', () => {
  const broken = { ...goldLine({}), quantities: [{ start: 0, end: 1, quote: 'x', status: 'goal', low: 1, high: 1 }] }
  const { articles, problems } = parseGold(`${JSON.stringify(goldLine({}))}\n${JSON.stringify(broken)}\n{"article":`)
  expect(articles).toHaveLength(1)
  expect(problems).toHaveLength(2)
  expect(problems[0]).toMatch(/^line 2: .*place/)
  expect(problems[1]).toBe('line 3 is not JSON')
})

test('spans that do not stand on their quotes are found, also those of indicators', () => {
  const goal = goldGoal()
  expect(misplaced(goldLine({ quantities: [goal], ranks: [goldRank()] }), TEXT)).toEqual([])
  const moved = goldGoal({ indicator: { ...goal.indicator!, start: goal.indicator!.start + 1 } })
  expect(misplaced(goldLine({ quantities: [moved] }), TEXT)).toHaveLength(1)
})
