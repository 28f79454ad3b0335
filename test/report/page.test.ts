import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import type { ReportData, ReportDocument, ReportGoal } from '../../src/report/data.ts'
import { page } from '../../src/report/page.ts'

const HOSTILE = '<img src=x onerror="alert(1)">&\'</script>\u0001'
const origin = { article: 'a', title: HOSTILE, url: 'javascript:alert(1)', published: '2021-07-01', source: HOSTILE }
const excerpt = { before: HOSTILE, mark: '25%', after: HOSTILE }
const name = { vi: HOSTILE, en: HOSTILE }

function goal(id: string, fields: Partial<ReportGoal> = {}): ReportGoal {
  return {
    id,
    kind: 'target',
    origin,
    excerpt,
    place: { id: 'hau_giang', units: 63, name },
    subject: { id: 'x', name },
    value: HOSTILE,
    number: 25,
    unit: '%',
    deadline: 'đến năm 2025',
    year: 2025,
    document: HOSTILE,
    confidence: 'high',
    ...fields
  }
}
const document: ReportDocument = {
  id: 'd1',
  name: HOSTILE,
  type: name,
  issuer: name,
  issued: '2021-06-11',
  day: '2021-06-11',
  title: HOSTILE,
  articles: 2,
  origin,
  excerpt
}

function data(fields: Partial<ReportData> = {}): ReportData {
  return {
    language: 'vi',
    of: HOSTILE,
    ruleset: 'r',
    articles: 2,
    firstPublished: '2021-07-01',
    lastPublished: '2021-07-01',
    observations: 0,
    goals: [goal('g1'), goal('g2', { kind: 'rank_goal', number: 15, unit: null, year: 2030 })],
    documents: [document],
    contradictions: [
      {
        place: name,
        subject: name,
        deadline: HOSTILE,
        documents: 'same',

        values: [{ value: HOSTILE, document: HOSTILE, goals: ['g1', 'g2'] }]
      }
    ],
    quality: { rejections: [{ name: HOSTILE, count: 3 }], diagnostics: [], articlesWithoutGoal: 0, duplicates: 0 },
    tiles: [{ units: 63, id: 'hau_giang', column: 0, row: 0 }],
    placeNames: new Map([['hau_giang', name]]),
    ...fields
  }
}
const parsed = (html: string) => parseHTML(html).document

describe('the page', () => {
  test('every mark leads to a sentence that is there', () => {
    const { querySelectorAll, getElementById } = (d => ({
      querySelectorAll: d.querySelectorAll.bind(d),
      getElementById: d.getElementById.bind(d)
    }))(parsed(page(data())))
    const targets = [...querySelectorAll('.plot a, .contradictions a')].map(a => String(a.getAttribute('href')))
    expect(new Set(targets)).toEqual(new Set(['#g-g1', '#g-g2', '#d-d1']))
    for (const href of targets) expect(getElementById(href.slice(1))?.querySelector('mark')?.textContent).toBe('25%')
  })

  test('no text of an article is markup, and no link a script', () => {
    const html = page(data())
    const d = parsed(html)
    expect(d.querySelectorAll('img').length).toBe(0)
    expect(d.querySelectorAll('script').length).toBe(1)
    expect(html).not.toMatch(/href="javascript/i)
  })

  test('it asks the network for nothing', () => {
    const html = page(data({ goals: [], documents: [], contradictions: [] }))
    expect(html).not.toMatch(/\b(?:src|href)="(?!#)|@import|url\(/)
    expect(html).toContain("default-src 'none'")
  })

  test('equal data give equal bytes', () => {
    expect(page(data())).toBe(page(data()))
  })

  test('an empty database gives a page, too', () => {
    const empty = data({
      goals: [],
      documents: [],
      contradictions: [],
      quality: { rejections: [], diagnostics: [], articlesWithoutGoal: 0, duplicates: 0 }
    })
    expect(parsed(page(empty)).querySelectorAll('section').length).toBe(9)
  })

  test('words stand there in both languages', () => {
    const d = parsed(page(data({ goals: [goal('g1', { subject: { id: 'x', name: { vi: 'Rừng', en: 'Forest' } } })] })))
    for (const [language, word] of [
      ['vi', 'Rừng'],
      ['en', 'Forest']
    ])
      expect([...d.querySelectorAll(`.plot tspan.${language}`)].map(t => t.textContent)).toContain(word)
  })
})
