import { describe, expect, test } from 'vitest'
import { nextRedo, nextUndo, standing } from '../../src/review/decisions/decision.ts'
import { ratioOf } from '../../src/review/decisions/ratio.ts'
import { indexDecisions, standingOf } from '../../src/review/decisions/state.ts'
import { agreements, medianSeconds, scoresOfDecided, tallyRules } from '../../src/review/decisions/tally.ts'
import { renderProgress } from '../../src/review/pages/progress.ts'
import { sayIn } from '../../src/review/words/index.ts'
import { target } from '../diff/factories.ts'
import { deciding, logOf, SHA } from './factories.ts'

const [OLD, NEW, OTHER] = [target('25%', { deadline: '2025' }), target('25%', { deadline: '2030' }), target('25%', { deadline: '2045' })]
const item = { sha256: SHA, before: OLD, after: NEW, isShared: false }
const viewer = { reviewer: 'Lan', isBlind: false }
const stateOf = (log: ReturnType<typeof logOf>, about: Partial<typeof item> = {}, who = viewer) =>
  standingOf({ ...item, ...about }, indexDecisions(log, who))

describe('undo', () => {
  const log = logOf(deciding('accept', OLD, NEW), deciding('reject', OLD, NEW), { action: 'undo', target: 2 })

  test('takes back the last decision that stands, one after the other without limit', () => {
    expect(standing(log).map(d => d.id)).toEqual([1])
    expect(nextUndo(log, 'Lan').map(d => d.id)).toEqual([1])
    expect(nextUndo([...log, ...logOf({ action: 'undo', target: 1 })], 'Lan')).toEqual([])
  })

  test('is of the reviewer who decided', () => {
    expect(nextUndo(log, 'Minh')).toEqual([])
  })

  test('takes back at once what was decided at once', () => {
    const batch = logOf(
      deciding('accept', OLD, NEW),
      deciding('accept', OLD, NEW, { batch: 'b' }),
      deciding('accept', OLD, NEW, { batch: 'b' })
    )
    expect(nextUndo(batch, 'Lan').map(d => d.id)).toEqual([2, 3])
  })

  test('can be taken back as often as it was done, until something new is decided', () => {
    const undone = logOf(
      deciding('accept', OLD, NEW),
      deciding('reject', OLD, NEW),
      { action: 'undo', target: 2 },
      { action: 'undo', target: 1 }
    )
    expect(nextRedo(undone, 'Lan').map(d => d.id)).toEqual([1])
    const redone = logOf(...undone, { action: 'redo', target: 1 })
    expect(standing(redone).map(d => d.id)).toEqual([1])
    expect(nextRedo(redone, 'Lan').map(d => d.id)).toEqual([2])
    expect(nextRedo(logOf(...redone, deciding('accept', OLD, NEW)), 'Lan')).toEqual([])
  })
})

describe('a change on a later run', () => {
  test('that nobody decided is open, one put off is for later', () => {
    expect(stateOf([]).state).toBe('open')
    expect(stateOf(logOf({ action: 'skip', before: OLD, after: NEW })).state).toBe('skipped')
  })

  test('with the same output stays decided, whatever the decision was', () => {
    expect(stateOf(logOf(deciding('accept', OLD, NEW)))).toMatchObject({ state: 'decided', verdict: 'new' })
    expect(stateOf(logOf(deciding('reject', OLD, NEW)))).toMatchObject({ state: 'decided', verdict: 'old' })
    expect(stateOf(logOf({ ...deciding('edit', OLD, NEW), truth: OTHER }))).toMatchObject({ state: 'decided', verdict: 'neither' })
  })

  test('with the output that was decided for is closed', () => {
    expect(stateOf(logOf({ ...deciding('edit', OLD, NEW), truth: OTHER }), { after: OTHER })).toMatchObject({
      state: 'closed',
      verdict: 'new'
    })
    expect(stateOf(logOf(deciding('reject', OLD, NEW)), { after: OLD })).toMatchObject({ state: 'closed' })
  })

  test('with another output is open again, with its history', () => {
    expect(stateOf(logOf(deciding('accept', OLD, NEW)), { after: OTHER })).toMatchObject({ state: 'reopened', history: [{ id: 1 }] })
  })

  test('is found by the edited span as well', () => {
    const moved = target('25% GRDP', { low: 25, high: 25 })
    expect(stateOf(logOf({ ...deciding('edit', OLD, NEW), truth: moved }), { before: null as never, after: moved })).toMatchObject({
      state: 'closed'
    })
  })

  test('of another confidence or by other rules is the same output', () => {
    expect(stateOf(logOf(deciding('accept', OLD, NEW)), { after: { ...NEW, confidence: 'low', rules: [] } }).state).toBe('decided')
  })

  test('of one of several records at a place is told by its subject', () => {
    const other = target('25%', { indicator: { id: null, text: 'hộ cận nghèo' } })
    const log = logOf(deciding('accept', null, NEW, { subject: 'kinh tế số' }))
    expect(stateOf(log, { before: null as never, after: other, isShared: true }).state).toBe('open')
    expect(stateOf(log, { before: null as never, after: NEW, isShared: true }).state).toBe('decided')
  })

  test('is open to a blind reviewer, whatever others decided', () => {
    const log = logOf(deciding('accept', OLD, NEW, { reviewer: 'Minh' }))
    expect(stateOf(log).state).toBe('decided')
    expect(stateOf(log, {}, { reviewer: 'Lan', isBlind: true })).toMatchObject({ state: 'open', history: [] })
  })
})

describe('what decisions say', () => {
  const other = target('3%')
  const log = logOf(
    deciding('accept', OLD, NEW),
    deciding('reject', null, other),
    deciding('accept', OLD, NEW, { reviewer: 'Minh' }),
    deciding('accept', null, other, { reviewer: 'Minh' })
  )

  test('of rules is how often what they read was right, the worst first', () => {
    expect(
      tallyRules(logOf(deciding('accept', null, NEW), deciding('reject', null, { ...other, rules: ['bad/rule'], evidence: {} })))
    ).toEqual([
      { rule: 'bad/rule', accepted: 0, rejected: 1 },
      { rule: 'quantity/percent', accepted: 1, rejected: 0 }
    ])
  })

  test('of rules holds those of the changed fields alone, on both sides', () => {
    const read = (deadline: string) => ({ value: { rule: 'quantity/percent' }, deadline: { rule: deadline } })
    const change = (action: 'accept' | 'reject') =>
      tallyRules(logOf(deciding(action, { ...OLD, evidence: read('deadline/old') }, { ...NEW, evidence: read('deadline/new') })))
    expect(change('reject')).toEqual([
      { rule: 'deadline/new', accepted: 0, rejected: 1 },
      { rule: 'deadline/old', accepted: 1, rejected: 0 }
    ])
    expect(change('accept')).toEqual([
      { rule: 'deadline/old', accepted: 0, rejected: 1 },
      { rule: 'deadline/new', accepted: 1, rejected: 0 }
    ])
  })

  test('of a rule behind both sides is each side, and of a field that both got wrong both', () => {
    const evidence = { value: { rule: 'quantity/percent' }, deadline: { rule: 'deadline/one' } }
    const [old, now] = [
      { ...OLD, evidence },
      { ...NEW, evidence }
    ]
    expect(tallyRules(logOf(deciding('accept', old, now)))).toEqual([{ rule: 'deadline/one', accepted: 1, rejected: 1 }])
    const edited = deciding('edit', old, now, { truth: { ...NEW, evidence, deadline: '1999' } })
    expect(tallyRules(logOf(edited))).toEqual([{ rule: 'deadline/one', accepted: 0, rejected: 2 }])
  })

  test('of a share is nothing below five, and an interval from there on', () => {
    expect(ratioOf(4, 4)).toBeNull()
    expect(ratioOf(5, 5)).toMatchObject({ share: 1, high: 1, low: expect.closeTo(0.566, 2) })
    expect(ratioOf(5, 20)).toMatchObject({ share: 0.25, low: expect.closeTo(0.112, 2), high: expect.closeTo(0.469, 2) })
  })

  test('of reviewers is told from twenty common items on', () => {
    const shown = (n: number) => {
      const items = Array.from({ length: n }, (_, i) => target('25%', { indicator: { id: null, text: `số ${i}` } }))
      const log = logOf(...['Lan', 'Minh'].flatMap(reviewer => items.map(after => deciding('accept', null, after, { reviewer }))))
      const nothing = { right: 0, read: 0, gold: 0, f1: null }
      const view = {
        queues: [],
        kinds: [],
        rules: [],
        agreements: agreements(log),
        seconds: null,
        gold: [],
        isBlind: false,
        people: [],
        disputed: null
      }
      const scores = { base: nothing, new: nothing, decided: 0 }
      return renderProgress({ ...view, scores, ruleHref: rule => rule }, sayIn('en')).html
    }
    expect(shown(19)).toContain('Lan and Minh: 19 decided by both; from 20 on agreement is told.')
    expect(shown(20)).toContain('20 decided by both, 20 alike (100 % (84–100 %))')
  })

  test('of reviewers is how far they agree, beyond chance', () => {
    expect(agreements(log)).toMatchObject([
      { reviewers: ['Lan', 'Minh'], both: 2, agreed: 1, kappa: 0, disagreements: [[{ id: 2 }, { id: 4 }]] }
    ])
  })

  test('of the two sides is their F1 on what was decided', () => {
    const { base, new: now, decided } = scoresOfDecided(logOf(deciding('accept', OLD, NEW), deciding('reject', null, other)))
    expect({ base, now, decided }).toEqual({
      base: { right: 0, read: 1, gold: 1, f1: 0 },
      now: { right: 1, read: 2, gold: 1, f1: 2 / 3 },
      decided: 2
    })
  })

  test('of speed is the time between two decisions, pauses left out', () => {
    expect(medianSeconds(log)).toBe(1)
    expect(medianSeconds(logOf(deciding('accept', OLD, NEW)))).toBeNull()
  })
})
