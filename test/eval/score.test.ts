import { describe, expect, test } from 'vitest'
import { scoreArticle } from '../../src/eval/score.ts'
import { summarize } from '../../src/eval/summary.ts'
import { documentRecord, goldGoal, goldLine, goldRank, mention, observation, rankGoal, reading, span, TEXT, target } from './factories.ts'

const ALL = { kind: null, field: null }
const summaryOf = (...scores: readonly ReturnType<typeof scoreArticle>[]) => summarize(scores, ALL, { intervals: false })
const CORE = 'goal core (value, comparator, indicator, deadline)'
const FULL = 'goal full (core + place + document)'
const RANK_FULL = 'rank goal full (core + subject + scope + total)'

describe('goals', () => {
  const gold = goldLine({ quantities: [goldGoal()] })

  test('one that is read as it is stands is found, core and full', () => {
    const { scores, shares } = summaryOf(scoreArticle(gold, reading([target()])))
    for (const label of ['goal detected', CORE, FULL]) expect(scores[label]).toEqual({ p: 1, r: 1, f1: 1, tp: 1, pred: 1, gold: 1 })
    expect(shares['document where gold has one']).toEqual({ value: 1, right: 1, of: 1 })
  })

  test.each([
    ['value', { low: 26, high: 26 }, 0, 0],
    ['comparator', { comparator: '>' }, 0, 0],
    ['indicator', { indicator: { id: null, text: 'hộ nghèo' } }, 0, 0],
    ['deadline', { deadline: '2030' }, 0, 0],
    ['place', { place: 'vn' }, 1, 0],
    ['document', { document_number: null }, 1, 0],
    ['unit', { unit: '%' }, 1, 1],
    ['kind', { value_kind: 'growth' }, 1, 1]
  ])('a wrong %s is counted where it belongs', (field, parts, core, full) => {
    const score = scoreArticle(gold, reading([target(parts)]))
    const { scores, shares } = summaryOf(score)
    expect(shares[field]?.value).toBe(0)
    expect(scores['goal detected']?.f1).toBe(1)
    expect([scores[CORE]?.tp, scores[FULL]?.tp]).toEqual([core, full])
    expect(score.errors.map(e => [e.kind, e.field, e.problem])).toEqual([['target', field, 'wrong']])
  })

  test.each([
    ['half of the indicator’s words', { indicator: { id: null, text: 'kinh tế số của tỉnh' } }],
    ['another unit spelling', { unit: '%GRDP' }],
    ['a document number in another case', { document_number: '147-nq/tu' }]
  ])('%s are right', (_, parts) => {
    expect(summaryOf(scoreArticle(gold, reading([target(parts)]))).scores[FULL]?.tp).toBe(1)
  })

  test('places in words need half of the words', () => {
    const wordy = goldLine({ quantities: [goldGoal({ place: 'other:Cục Hải quan Lạng Sơn' })] })
    const placeOf = (place: string) => summaryOf(scoreArticle(wordy, reading([target({ place })]))).shares['place']?.value
    expect([placeOf('other:Hải quan Lạng Sơn'), placeOf('other:Sở Y tế'), placeOf('lang_son')]).toEqual([1, 0, 0])
  })

  test('a missed and a spurious one are told with what they are', () => {
    const score = scoreArticle(goldLine({ quantities: [goldGoal()] }), reading([target({ anchor: span('1,5%') })]))
    expect(summaryOf(score).scores['goal detected']).toEqual({ p: 0, r: 0, f1: 0, tp: 0, pred: 1, gold: 1 })
    expect(score.errors.filter(e => e.kind === 'target').map(e => [e.problem, e.quote])).toEqual([
      ['missed', '25%'],
      ['spurious', '1,5%']
    ])
  })

  test('words for all without a number are neither right nor wrong', () => {
    const record = target({ anchor: { ...span('tỉnh thuộc nhóm'), quote: 'toàn bộ các xã' } })
    expect(summaryOf(scoreArticle(gold, reading([target(), record]))).scores['goal detected']?.pred).toBe(1)
    const numbered = target({ anchor: { ...span('tỉnh thuộc nhóm'), quote: 'toàn bộ 12 xã' } })
    expect(summaryOf(scoreArticle(gold, reading([target(), numbered]))).scores['goal detected']?.pred).toBe(2)
  })

  test('fields that only some gold has are scored where their key is there', () => {
    const score = (parts: Parameters<typeof goldGoal>[0]) =>
      summaryOf(scoreArticle(goldLine({ quantities: [goldGoal(parts)] }), reading([target()])))
    expect(score({}).shares['qualifier']).toEqual({ value: null, right: 0, of: 0 })
    expect(score({ qualifier: null }).shares['qualifier']?.value).toBe(1)
    expect(score({ direction: 'up' }).shares['direction']?.value).toBe(0)
    expect(score({ baseline: { low: 5, high: 5, unit: '%' } }).shares['baseline']?.value).toBe(0)
  })

  test('a document without a number is compared by its anchor', () => {
    const { start } = span('Nghị quyết số 147-NQ/TU')
    const score = (anchor: number | null, id: string | null) => {
      const line = goldLine({ quantities: [goldGoal({ document_anchor: anchor })] })
      return summaryOf(scoreArticle(line, reading([target({ document_id: id }), documentRecord()]))).shares['document anchor']?.value
    }
    expect([score(start, 'd'), score(start, null), score(null, 'd'), score(null, null)]).toEqual([1, 0, 0, 1])
  })

  test('the document record that gold’s document is aligned with counts as starting there', () => {
    const line = goldLine({
      documents: [{ ...span('quyết số 147-NQ/TU'), number: '147-NQ/TU' }],
      quantities: [goldGoal({ document_anchor: span('quyết số 147-NQ/TU').start })]
    })
    expect(summaryOf(scoreArticle(line, reading([target(), documentRecord()]))).shares['document anchor']?.value).toBe(1)
  })

  test('confidence bands count what was read and what is right', () => {
    const records = [target(), target({ id: 't2', anchor: span('1,5%'), confidence: 'low' })]
    const { high, medium, low } = summaryOf(scoreArticle(gold, reading(records))).bands.target!
    expect(high).toEqual({ read: 1, share: 0.5, found: 1, core: 1, full: 1, full_precision: 1 })
    expect(medium).toEqual({ read: 0, share: 0, found: 0, core: 0, full: 0, full_precision: null })
    expect(low).toEqual({ read: 1, share: 0.5, found: 0, core: 0, full: 0, full_precision: 0 })
  })

  test('an error says what gold has, what was read, by which rule, in which sentence', () => {
    const [error] = scoreArticle(goldLine({ quantities: [goldGoal({ note: 'why' })] }), reading([target({ deadline: '2030' })])).errors
    expect(error).toEqual({
      article: 'a1',
      ...span('25%'),
      kind: 'target',
      field: 'deadline',
      problem: 'wrong',
      expected: '2025',
      read: '2030',
      rule: 'deadline/before-value',
      confidence: 'high',
      note: 'why',
      sentence: { start: 0, end: TEXT.indexOf('\n'), quote: TEXT.split('\n')[0] }
    })
  })
})

describe('percentages', () => {
  const result = { ...span('1,5%'), status: 'result' as const, low: 1.5, high: 1.5 }
  const gold = goldLine({ quantities: [result] })
  const anchored = (quote: string, parts = {}) => observation({ anchor: span(quote), low: 1.5, high: 1.5, ...parts })
  const sharesOf = (...records: Parameters<typeof reading>[0]) => {
    const { shares } = summaryOf(scoreArticle(gold, reading(records)))
    return ['percent covered', 'percent goal/not-goal right', 'percent status right (five ways)'].map(label => shares[label]?.value)
  }

  test('one is covered by exactly one record that stands on it', () => {
    expect(sharesOf(anchored('1,5%'))).toEqual([1, 1, 1])
    expect(sharesOf()).toEqual([0, 0, 0])
    expect(sharesOf(anchored('1,5%'), target({ anchor: span('1,5%') }))).toEqual([0, 0, 0])
    expect(sharesOf(anchored('hộ nghèo giảm 1,5%'))).toEqual([0, 0, 0])
  })

  test('whether it is a goal is judged apart from which other status it has', () => {
    expect(sharesOf(anchored('1,5%', { status: 'forecast' }))).toEqual([1, 1, 0])
    expect(sharesOf(target({ anchor: span('1,5%') }))).toEqual([1, 0, 0])
  })

  test('the value and the day of an observation are scored', () => {
    const line = goldLine({ quantities: [{ ...result, as_of: '2020' }] })
    const { shares } = summaryOf(scoreArticle(line, reading([anchored('1,5%', { as_of: '2021' })])))
    expect([shares['observation value']?.value, shares['observation as of']?.value]).toEqual([1, 0])
  })

  test('a rank is no record of a percentage', () => {
    expect(sharesOf(anchored('1,5%'), { ...rankGoal({ anchor: span('1,5%') }), kind: 'observation', measure: 'rank' })).toEqual([1, 1, 1])
  })
})

describe('ranks', () => {
  test('kind, numbers and deadline make the core; subject, scope and total the whole', () => {
    const gold = goldLine({ ranks: [goldRank()] })
    const tps = (parts = {}) => {
      const { scores } = summaryOf(scoreArticle(gold, reading([rankGoal(parts)])))
      return [scores['rank goal detected']?.tp, scores['rank goal core']?.tp, scores[RANK_FULL]?.tp]
    }
    expect(tps()).toEqual([1, 1, 1])
    expect(tps({ subject: null })).toEqual([1, 1, 0])
    expect(tps({ scope: 'world' })).toEqual([1, 1, 0])
    expect(tps({ total: 63 })).toEqual([1, 1, 0])
    expect(tps({ n_high: 20 })).toEqual([1, 0, 0])
    expect(tps({ deadline: null })).toEqual([1, 0, 0])
  })

  test('two of one phrase find their subjects, in whatever order they come', () => {
    const pci = { id: 'pci', text: 'năng lực cạnh tranh' }
    const gold = goldLine({ ranks: [goldRank(), goldRank({ subject: { ...span('nhóm'), id: 'pci' } })] })
    const records = [rankGoal({ id: 'r2', subject: pci }), rankGoal()]
    for (const order of [records, records.toReversed()]) expect(summaryOf(scoreArticle(gold, reading(order))).scores[RANK_FULL]?.tp).toBe(2)
  })

  test('a position that is no goal is compared with observations', () => {
    const gold = goldLine({ ranks: [goldRank({ status: 'result' })] })
    const read = { ...rankGoal(), kind: 'observation', measure: 'rank', status: 'current' }
    const { scores, shares } = summaryOf(scoreArticle(gold, reading([read])))
    expect([scores['rank goal detected']?.gold, scores['rank observation detected']?.tp]).toEqual([0, 1])
    expect(shares['rank observation status']?.value).toBe(0)
  })
})

describe('mentions, documents, sentences', () => {
  const number = { ...span('147-NQ/TU'), canonical: '147-NQ/TU', type: 'nghi_quyet', issued: null }

  test('type and issue date are counted of right numbers only', () => {
    const gold = goldLine({ document_numbers: [number] })
    const read = (value: object) => summaryOf(scoreArticle(gold, reading([], [mention('document_number', '147-NQ/TU', value)])))
    const right = read({ canonical: '147-NQ/TU', type: 'nghi_quyet', issued: '2021' })
    expect(right.scores['document number (canonical)']?.f1).toBe(1)
    expect(right.shares['issue date (of right numbers)']?.value).toBe(0)
    const wrong = read({ canonical: '11-NQ/TU', type: 'nghi_quyet', issued: null })
    expect(wrong.scores['document number (canonical)']?.f1).toBe(0)
    expect(wrong.shares['document type (of right numbers)']?.of).toBe(0)
  })

  test('a date that nothing puts on the calendar claims nothing', () => {
    const gold = goldLine({ dates: [{ ...span('năm 2025'), edtf: '2025', role: 'deadline' }] })
    const { scores, shares } = summaryOf(
      scoreArticle(
        gold,
        reading(
          [],
          [mention('date', 'năm 2025', { edtf: '2025', role: 'other' }), mention('date', 'Năm 2020', { edtf: null, role: 'other' })]
        )
      )
    )
    expect(scores['date (EDTF value)']).toEqual({ p: 1, r: 1, f1: 1, tp: 1, pred: 1, gold: 1 })
    expect(shares['date role (of right dates)']?.value).toBe(0)
  })

  test('documents are scored by the fields that gold has', () => {
    const gold = goldLine({ documents: [{ ...span('Nghị quyết số 147-NQ/TU'), number: '147-NQ/TU', issued: '2021-05-17' }] })
    const { scores, shares } = summaryOf(scoreArticle(gold, reading([documentRecord()])))
    expect([scores['document detected']?.f1, scores['document full (all that gold says)']?.f1]).toEqual([1, 0])
    expect([
      shares['document record number']?.value,
      shares['document record issued']?.value,
      shares['document record title']?.value
    ]).toEqual([1, 0, null])
  })

  test('sentences are right where both ends are', () => {
    const { start, end } = span(TEXT.split('\n')[0]!)
    const gold = goldLine({
      sentences: [
        { start, end },
        { start: end + 1, end: end + 5 }
      ]
    })
    expect(summaryOf(scoreArticle(gold, reading([]))).scores['sentence (both ends)']).toMatchObject({ tp: 1, pred: 3, gold: 2 })
  })
})

test('a kind that gold does not have is not scored', () => {
  const score = scoreArticle(
    goldLine({}),
    reading([target(), rankGoal(), documentRecord()], [mention('date', 'năm 2025', { edtf: '2025', role: 'x' })])
  )
  expect([score.counts, score.errors]).toEqual([{}, []])
})

test('of a text that was not found all gold is missed', () => {
  const { scores } = summaryOf(scoreArticle(goldLine({ quantities: [goldGoal()], ranks: [goldRank()] }), null))
  expect(scores['goal detected']).toEqual({ p: null, r: 0, f1: 0, tp: 0, pred: 0, gold: 1 })
  expect(scores['rank goal detected']?.r).toBe(0)
})
