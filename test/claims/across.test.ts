import { describe, expect, test } from 'vitest'
import { across } from '../../src/claims/across.ts'
import type { ArticleRecord } from '../../src/model/article.ts'
import type { AnyRecord } from '../../src/model/record.ts'

let ordinal = 0
const id = (): string => String(ordinal++).padStart(16, '0')

function article(published: string | null = '2021-07-01'): ArticleRecord {
  return { id: id(), published, duplicate_of: null } as unknown as ArticleRecord
}

function record(of: ArticleRecord, kind: string, fields: Record<string, unknown>): AnyRecord {
  return { kind, id: id(), article_id: of.id, anchor: { start: 0, end: 1, quote: '' }, ...fields }
}

const document = (of: ArticleRecord, fields: Record<string, unknown> = {}): AnyRecord =>
  record(of, 'document', {
    number: '05-NQ/TU',
    type: 'nghi_quyet',
    issuer: 'tinh_uy:hau_giang',
    issued: '2021-05-17',
    place: null,
    title: null,
    ...fields
  })

const target = (of: ArticleRecord, fields: Record<string, unknown> = {}): AnyRecord =>
  record(of, 'target', {
    place: 'hau_giang',
    place_units: 63,
    document_id: null,
    indicator: { id: 'digital_economy_share_grdp', text: 'kinh tế số' },
    qualifier: null,
    comparator: '=',
    low: 25,
    high: 25,
    unit: '% GRDP',
    value_kind: 'level',
    direction: null,
    baseline: null,
    deadline: '2025',
    evidence: { deadline: { quote: 'năm 2025' } },
    ...fields
  })

const at = (field: string, start: number) => ({ [field]: { start, quote: '', source: 'same_clause' } })

const NAMES: Readonly<Record<string, readonly string[]>> = {
  digital_economy_share_grdp: ['Tỷ trọng kinh tế số trong GRDP', 'kinh tế số'],
  grdp_growth: ['Tốc độ tăng trưởng GRDP']
}
const of = (...records: readonly (readonly [ArticleRecord, ...AnyRecord[]])[]) =>
  across(
    records.map(([article, ...own]) => ({ article, records: own })),
    id => NAMES[id] ?? []
  )

describe('official documents', () => {
  test('one document named in many articles is one', () => {
    const [a, b, c] = [article(), article(), article()]
    const { documents } = of([a, document(a)], [b, document(b, { issued: '2021-06' })], [c, document(c)])
    expect(documents).toMatchObject([{ number: '05-NQ/TU', issued: '2021-05-17', numbered_in: '2020-2025' }])
    expect(documents[0]?.reports).toHaveLength(3)
  })

  test('a number alone is no identity: another issuer, type or term is another document', () => {
    const a = article('2026-05-01')
    const others = [{}, { issuer: 'thanh_uy:da_nang' }, { type: 'ke_hoach' }, { issued: '2016-02-03' }, { issued: '2025-12-01' }]
    expect(of([a, ...others.map(fields => document(a, fields))]).documents).toHaveLength(5)
  })

  test('a state number is given out anew each year, a party number each term', () => {
    const a = article('2024-05-01')
    const state = { number: '749/QĐ-TTg', type: 'quyet_dinh', issuer: 'thu_tuong' }
    expect(
      of([a, document(a, { ...state, issued: '2020-06-03' }), document(a, { ...state, issued: '2021-06-03' })]).documents
    ).toHaveLength(2)
    expect(of([a, document(a, { issued: '2021-06-03' }), document(a, { issued: '2023-06-03' })]).documents).toHaveLength(1)
  })

  test('a report without a day joins the only document that it can mean', () => {
    const [a, b, early] = [article(), article(), article('2019-01-01')]
    expect(of([a, document(a)], [b, document(b, { issued: null })]).documents).toHaveLength(1)
    expect(of([a, document(a)], [early, document(early, { issued: null })]).documents).toHaveLength(2)
    const two = of([a, document(a), document(a, { issued: '2016-02-03' })], [b, document(b, { issued: null })])
    expect(two.documents).toHaveLength(3)
  })

  test('without an issuer nothing is merged', () => {
    const [a, b] = [article(), article()]
    expect(of([a, document(a, { issuer: null })], [b, document(b, { issuer: null })]).documents).toHaveLength(2)
  })
})

describe('claims', () => {
  test('the same target reported twice is one claim with two reports', () => {
    const [a, b] = [article(), article()]
    const { claims, contradictions } = of(
      [a, target(a)],
      [b, target(b, { indicator: { id: 'digital_economy_share_grdp', text: 'Kinh tế số' } })]
    )
    expect(claims).toMatchObject([{ kind: 'target', reports: [{ article: { id: a.id } }, { article: { id: b.id } }] }])
    expect(contradictions).toEqual([])
  })

  test('a report that names no document joins the claim of the only document, and of several none', () => {
    const [a, b] = [article(), article()]
    const one = document(a)
    expect(of([a, one, target(a, { document_id: one.id })], [b, target(b)]).claims).toHaveLength(1)
    const other = document(a, { number: '06-NQ/TU' })
    const goals = [one, other].map(d => target(a, { document_id: d.id }))
    expect(of([a, one, other, ...goals], [b, target(b)]).claims).toHaveLength(3)
  })

  test('a target without a place is merged within its article alone', () => {
    const [a, b] = [article(), article()]
    const nowhere = { place: null, place_units: null }
    expect(of([a, target(a, nowhere), target(a, nowhere)], [b, target(b, nowhere)]).claims).toHaveLength(2)
  })

  test('another place, list of provinces, deadline or value is another claim', () => {
    const a = article()
    const others = [{}, { place: 'bac_ninh' }, { place_units: 34 }, { deadline: '2030' }, { low: 20, high: 20 }, { comparator: '>=' }]
    expect(of([a, ...others.map(fields => target(a, fields))]).claims).toHaveLength(6)
  })
})

describe('contradictions and changes of targets', () => {
  const second = { low: 20, high: 20 }

  test('20 % here and 25 % there are listed, and both claims stay', () => {
    const [a, b] = [article(), article()]
    const { claims, contradictions, targetChanges } = of([a, target(a)], [b, target(b, second)])
    expect(claims).toHaveLength(2)
    expect(contradictions).toMatchObject([{ documents: 'unknown', claims: [{ record: { low: 20 } }, { record: { low: 25 } }] }])
    expect(targetChanges).toEqual([])
  })

  test.each<[string, Record<string, unknown>]>([
    ['another year', { deadline: '2030' }],
    ['another place', { place: 'bac_ninh' }],
    ['another unit', { unit: '%' }],
    ['another kind', { value_kind: 'growth' }],
    ['another limit', { qualifier: 'trừ thủy điện' }],
    ['no year at all', { deadline: null }],
    ['a part of the subject', { indicator: { id: 'digital_economy_share_grdp', text: 'kinh tế số nông nghiệp' } }],
    ['a number that lies in the other', { low: 20, high: 26, comparator: 'range' }],
    ['a number that is rounded', { low: 25.1, high: 25.1 }],
    ['the number of a part', { low: 5, high: 5 }],
    ['what was read with doubt', { confidence: 'low' }],
    ['a time that stands in the name of a plan', { evidence: { ...at('document', 5), ...at('deadline', 30), ...at('indicator', 50) } }],
    ['what holds over some years', { evidence: { deadline: { quote: 'giai đoạn 2021-2025' } } }]
  ])('%s contradicts nothing', (_, fields) => {
    const [a, b] = [article(), article()]
    const { contradictions, targetChanges } = of([a, target(a)], [b, target(b, { ...second, ...fields })])
    expect([contradictions, targetChanges]).toEqual([[], []])
  })

  test('what one article says side by side, and a measure or count without a name, contradict nothing', () => {
    const [a, b] = [article(), article()]
    expect(of([a, target(a), target(a, second)]).contradictions).toEqual([])
    for (const unnamed of [
      { indicator: { id: 'grdp_growth', text: 'tốc độ tăng trưởng' }, unit: '%', value_kind: 'growth' },
      { indicator: { id: null, text: 'bến cảng' }, unit: 'bến cảng' },
      { indicator: { id: null, text: 'thủy điện' }, unit: '%' }
    ])
      expect(of([a, target(a, unnamed)], [b, target(b, { ...unnamed, ...second })]).contradictions).toEqual([])
  })

  test('a count that its unit tells from others is compared', () => {
    const [a, b] = [article(), article()]
    const tourists = { indicator: { id: null, text: 'lượt khách quốc tế' }, unit: 'lượt khách quốc tế' }
    expect(of([a, target(a, tourists)], [b, target(b, { ...tourists, ...second })]).contradictions).toHaveLength(1)
  })

  test('a share of another whole is another subject', () => {
    const [a, b] = [article(), article()]
    const share = (text: string) => ({ indicator: { id: null, text }, unit: '%' })
    const [ofGdp, ofNothing] = [share('tỷ trọng công nghiệp chế biến, chế tạo trong GDP'), share('công nghiệp chế biến, chế tạo')]
    const { claims, contradictions } = of([a, target(a, ofGdp)], [b, target(b, { ...ofNothing, ...second })], [b, target(b, ofNothing)])
    expect([claims.length, contradictions]).toEqual([3, []])
  })

  test('words that any measure has tell no subjects apart', () => {
    const [a, b] = [article(), article()]
    const worded = { indicator: { id: 'digital_economy_share_grdp', text: 'Tỷ trọng kinh tế số của cả nước' } }
    expect(of([a, target(a)], [b, target(b, { ...second, ...worded })]).contradictions).toHaveLength(1)
  })

  test('what a ministry lays down for the country is its own', () => {
    const [a, b] = [article(), article()]
    const national = { place: 'vn', place_units: null }
    const by = (issuer: string): AnyRecord => document(a, { issuer, number: '5/QĐ' })
    const [ministry, government] = [by('bxd'), by('thu_tuong')]
    const reported = (set: AnyRecord) =>
      of([a, set, target(a, { ...national, document_id: set.id })], [b, target(b, { ...national, ...second })]).contradictions
    expect([reported(ministry).length, reported(government).length]).toEqual([0, 1])
  })

  test('a value that follows another, by time or by a later document, is a change of the target', () => {
    const [a, b, c] = [article('2021-01-05'), article('2021-07-01'), article('2021-02-01')]
    const { contradictions, targetChanges } = of([b, target(b)], [a, target(a, second)], [c, target(c, second)])
    expect(contradictions).toEqual([])
    expect(targetChanges).toMatchObject([
      {
        steps: [
          { since: '2021-01-05', until: '2021-02-01', claim: { record: { low: 20 } } },
          { since: '2021-07-01', claim: { record: { low: 25 } } }
        ]
      }
    ])
    const one = article('2022-03-01')
    const [early, late] = [document(one, { number: '1-NQ/TU' }), document(one, { number: '9-NQ/TU', issued: '2021-11-02' })]
    const both = of([one, early, late, target(one, { document_id: late.id }), target(one, { ...second, document_id: early.id })])
    expect(both.targetChanges).toMatchObject([{ steps: [{ since: '2021-05-17' }, { since: '2021-11-02' }] }])
    expect(both.contradictions).toEqual([])
  })

  test('what is said again for a while after it was changed is no contradiction; two values of one document are one', () => {
    const days = ['2021-01-05', '2021-02-05', '2021-03-05', '2021-09-01']
    const old = days.map(day => article(day))
    const fresh = article('2021-08-01')
    const reports = old.map(a => [a, target(a, second)] as const)
    expect(of(...reports, [fresh, target(fresh)]).targetChanges).toHaveLength(1)
    expect(of(...reports, [fresh, target(fresh)]).contradictions).toEqual([])
    const [a, b] = [article('2021-06-01'), article('2022-06-01')]
    const [here, there] = [document(a), document(b)]
    const misread = of([a, here, target(a, { document_id: here.id })], [b, there, target(b, { ...second, document_id: there.id })])
    expect(misread.contradictions).toMatchObject([{ documents: 'same' }])
    expect(misread.targetChanges).toEqual([])
  })

  test('what is read with doubt is compared with what else is said of its document', () => {
    const [a, b] = [article(), article()]
    const [here, there] = [document(a), document(b)]
    const doubted = { ...second, confidence: 'low' }
    const reported = (of_: AnyRecord | null) =>
      of([a, here, target(a, { document_id: here.id })], [b, there, target(b, { ...doubted, document_id: of_?.id ?? null })])
    expect(reported(there).contradictions).toMatchObject([{ documents: 'same' }])
    expect([reported(null).contradictions, reported(null).targetChanges]).toEqual([[], []])
  })

  test('another value of a yearly goal, said long after a document set one, is a change of it, whoever reports it later', () => {
    const [a, b] = [article('2021-12-01'), article('2021-11-01')]
    const set = document(a, { issued: '2021-01-08', number: '1-NQ/TU' })
    const due = (deadline: string) => of([a, set, target(a, { document_id: set.id, deadline })], [b, target(b, { ...second, deadline })])
    expect(due('2021').contradictions).toEqual([])
    expect(due('2021').targetChanges).toMatchObject([{ steps: [{ since: '2021-01-08' }, { since: '2021-11-01' }] }])
    expect([due('2025').contradictions.length, due('2025').targetChanges]).toEqual([1, []])
  })

  test('the order of the articles does not matter', () => {
    const [a, b, c] = [article(), article(), article()]
    const all: [ArticleRecord, ...AnyRecord[]][] = [
      [a, document(a), target(a)],
      [b, document(b, { issued: null }), target(b, { low: 20, high: 20 })],
      [c, target(c)]
    ]
    expect(of(...all.toReversed())).toEqual(of(...all))
  })
})
