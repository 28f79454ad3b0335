import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { StoredDecision } from '../../src/model/decision.ts'
import type { Decision } from '../../src/review/decisions/decision.ts'
import { addDecisions, decisionsFrom, TokenUsed } from '../../src/store/decisions.ts'
import { closeStore, openStore } from '../../src/store/open.ts'
import { folderWith } from '../cli/harness.ts'
import { deciding, logOf } from '../decisions/factories.ts'
import { target } from '../diff/factories.ts'

const [OLD, NEW] = [target('25%', { deadline: '2025' }), target('25%', { deadline: '2030' })]
const row = (token: string, more: Partial<Decision> = {}): Omit<StoredDecision, 'id'> => {
  const { id: _, ...decision } = logOf({ ...deciding('accept', OLD, NEW), ...more })[0] as StoredDecision
  return { ...decision, token }
}

test('decisions sent again alike are stored once; under a token that said something else nothing is', () => {
  const store = openStore(join(folderWith(), 'm.sqlite'), 'm.sqlite', () => new Date(0))
  let checked = 0
  const add = (...rows: Omit<StoredDecision, 'id'>[]) => addDecisions(store, rows, () => checked++).map(d => d.id)
  try {
    const lone = { quote: 'lẻ \ud800', note: 'a\u0000b' }
    expect(add(row('one', lone), row('two'))).toEqual([1, 2])
    expect(add(row('one', lone), row('two'))).toEqual([1, 2])
    // When, and on which runs, is no matter.
    expect(add(row('two', { at: '2030-01-01T00:00:00Z', new_run: 7 }))).toEqual([2])
    expect(checked).toBe(1)
    for (const rows of [
      [row('two', { action: 'reject' })],
      [row('two', { note: 'khác' })],
      [row('two', { reviewer: 'Minh' })],
      [row('two', { truth: OLD })],
      [row('one')],
      [row('three'), row('two')]
    ])
      expect(() => add(...rows)).toThrow(TokenUsed)
    expect(decisionsFrom(store).map(d => d.token)).toEqual(['one', 'two'])
  } finally {
    closeStore(store)
  }
})
