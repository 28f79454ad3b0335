import type { GoldArticle, GoldGoal, GoldRank } from '../../src/eval/gold.ts'
import type { Reading } from '../../src/eval/score.ts'
import type { AnyRecord } from '../../src/model/record.ts'

/** The text that the made gold is about; one sentence a line. */
export const TEXT = `Nghị quyết số 147-NQ/TU nêu rõ: đến năm 2025, kinh tế số chiếm 25% GRDP.
Đến năm 2025, tỉnh thuộc nhóm 15 tỉnh dẫn đầu cả nước về chuyển đổi số.
Năm 2020, tỷ lệ hộ nghèo giảm 1,5%.`

const at = (quote: string) => {
  const start = TEXT.indexOf(quote)
  if (start < 0) throw new Error(quote)
  return { start, end: start + quote.length, quote }
}

/** A span of the text. */
export const span = at

/** A gold line with nothing annotated but what is given. */
export function goldLine(parts: Partial<GoldArticle>): GoldArticle {
  return { article: 'a1', sha256: '0'.repeat(64), ...parts }
}

/** The goal of the first sentence. */
export function goldGoal(parts: Partial<GoldGoal> = {}): GoldGoal {
  return {
    ...at('25%'),
    status: 'goal',
    place: 'hau_giang',
    document: '147-NQ/TU',
    indicator: { ...at('kinh tế số'), id: 'digital_economy_share_grdp' },
    comparator: '=',
    low: 25,
    high: 25,
    unit: '% GRDP',
    value_kind: 'level',
    deadline: '2025',
    ...parts
  }
}

/** The rank goal of the second sentence. */
export function goldRank(parts: Partial<GoldRank> = {}): GoldRank {
  return {
    ...at('thuộc nhóm 15 tỉnh dẫn đầu cả nước'),
    status: 'goal',
    place: 'hau_giang',
    document: null,
    subject: { ...at('chuyển đổi số'), id: 'dti' },
    rank_kind: 'top_n',
    n_low: 15,
    n_high: 15,
    total: null,
    scope: 'national',
    deadline: '2025',
    ...parts
  }
}

const common = { article_id: 'a'.repeat(16), confidence: 'high', rules: ['some/rule'] }

/** A record that says what `goldGoal` says. */
export function target(parts: Readonly<Record<string, unknown>> = {}): AnyRecord {
  return {
    kind: 'target',
    id: 't',
    ...common,
    status: 'goal',
    anchor: at('25%'),
    place: 'hau_giang',
    place_units: 63,
    document_id: 'd',
    document_number: '147-NQ/TU',
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
    deadline_mod: 'by',
    evidence: { deadline: { rule: 'deadline/before-value' } },
    ...parts
  }
}

/** An observation of a number. */
export function observation(parts: Readonly<Record<string, unknown>> = {}): AnyRecord {
  const { deadline: _, ...fields } = target()
  return {
    ...fields,
    kind: 'observation',
    id: 'o',
    measure: 'quantity',
    status: 'result',
    deadline: null,
    as_of: null,
    reason: null,
    ...parts
  }
}

/** A record that says what `goldRank` says. */
export function rankGoal(parts: Readonly<Record<string, unknown>> = {}): AnyRecord {
  return {
    kind: 'rank_goal',
    id: 'r',
    ...common,
    status: 'goal',
    anchor: at('thuộc nhóm 15 tỉnh dẫn đầu cả nước'),
    place: 'hau_giang',
    place_units: 63,
    document_id: null,
    document_number: null,
    subject: { id: 'dti', text: 'chuyển đổi số' },
    rank_kind: 'top_n',
    n_low: 15,
    n_high: 15,
    total: null,
    band: null,
    scope: 'national',
    deadline: '2025',
    deadline_mod: 'by',
    evidence: {},
    ...parts
  }
}

/** The document of the first sentence. */
export function documentRecord(parts: Readonly<Record<string, unknown>> = {}): AnyRecord {
  return {
    kind: 'document',
    id: 'd',
    ...common,
    anchor: at('Nghị quyết số 147-NQ/TU'),
    number: '147-NQ/TU',
    number_as_printed: '147-NQ/TU',
    type: 'nghi_quyet',
    issuer: 'tinh_uy:hau_giang',
    place: 'hau_giang',
    place_units: 63,
    issued: null,
    title: null,
    period: null,
    horizon: null,
    mentions: [at('Nghị quyết số 147-NQ/TU')],
    evidence: {},
    ...parts
  }
}

/** A mention at a quote. */
export function mention(type: string, quote: string, value: unknown) {
  return { kind: 'mention' as const, id: 'm', article_id: common.article_id, type, ...at(quote), value, rule: `${type}/rule` }
}

/** What was read of the text: records and mentions, and a sentence a line. */
export function reading(records: readonly AnyRecord[], mentions: readonly ReturnType<typeof mention>[] = []): Reading {
  let start = 0
  const sentences = TEXT.split('\n').map(line => {
    const sentence = { kind: 'sentence' as const, article_id: common.article_id, start, end: start + line.length }
    start += line.length + 1
    return sentence
  })
  const article = {
    kind: 'article' as const,
    id: common.article_id,
    key: 'k',
    external_id: null,
    url: null,
    site: null,
    author: null,
    title: null,
    published: null,
    language: 'vi',
    encoding: 'utf-8',
    quality: 'ok' as const,
    chars: TEXT.length,
    sha256: '0'.repeat(64),
    duplicate_of: null,
    sources: [{ source: 's', external_id: null, url: null, published: null }]
  }
  return { text: TEXT, extraction: { article, records, mentions, sentences, rejections: [], diagnostics: [] } }
}
