import type { ArticleFact, Fact, ReportData } from '../../src/report/client/model.ts'

export const article: ArticleFact = { title: 'Bài', url: 'https://bao.vn/1', published: '2021-07-01', source: 'a.txt' }

/** A goal: 25 % of GRDP by 2025. */
export function goal(id: string, fields: Partial<Fact> = {}): Fact {
  const { place = 'hau_giang', units = 63 } = fields
  return {
    ...{ where: place === null ? '' : `${place}@${units ?? ''}` },
    ...{
      id,
      kind: 'target',
      article: 0,
      sentence: 0,
      from: 0,
      to: 3,
      place: 'hau_giang',
      units: 63,
      subject: 'x',
      text: 'x',
      qualifier: null
    },
    ...{ value: { vi: '25%', en: '25%' }, comparator: '=', low: 25, high: 25, unit: '%', measure: 'level', direction: null, scope: null },
    ...{ when: { vi: 'đến năm 2025', en: 'by 2025' }, edtf: '2025', year: 2025, document: null, confidence: 'high' },
    ...fields
  }
}

/** A number that was measured. */
export const seen = (id: string, fields: Partial<Fact> = {}): Fact => goal(id, { kind: 'observation', ...fields })

/** A report of some goals. */
export function data(goals: readonly Fact[], fields: Partial<ReportData> = {}): ReportData {
  return {
    ...{ language: 'vi', of: 'a', ruleset: 'r', firstPublished: '2021-07-01', lastPublished: '2021-07-01', articles: [article] },
    ...{
      sentences: ['25% GRDP.'],
      goals,
      observed: [],
      observations: 0,
      documents: [],
      contradictions: [],
      moves: [],
      isUnfinished: false,
      review: 'muctieu review'
    },
    quality: { rejections: [], diagnostics: [], articlesWithoutGoal: 0, duplicates: 0 },
    ...{ tiles: [{ units: 63, id: 'hau_giang', column: 0, row: 0 }], merged: { hau_giang: 'can_tho' } },
    places: { hau_giang: { vi: 'Hậu Giang', en: 'Hau Giang' } },
    subjects: { x: { vi: 'Rừng', en: 'Forest', field: 'social', better: 'up' } },
    ...fields
  }
}
