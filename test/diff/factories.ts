import type { MethodDifference } from '../../src/diff/cause.ts'
import type { Content, Pair, SideArticle } from '../../src/diff/side.ts'
import type { ArticleRecord } from '../../src/model/article.ts'
import type { AnyRecord } from '../../src/model/record.ts'
import { shortHash } from '../../src/text/hash.ts'

/** The text that records of these tests stand in. */
export const TEXT = 'Nghị quyết 147-NQ/TU: đến năm 2025 kinh tế số chiếm 25% GRDP.\nTỷ lệ hộ nghèo giảm còn 3%, hộ cận nghèo còn 25%.\n'

const at = (quote: string, from = 0) => {
  const start = TEXT.indexOf(quote, from)
  return { start, end: start + quote.length, quote }
}

/** A target at the first place of a quote; `said` tells what differs from the plainest one. */
export function target(quote: string, said: Readonly<Record<string, unknown>> = {}, from = 0): AnyRecord {
  const anchor = at(quote, from)
  const low = Number.parseFloat(quote.replace(',', '.'))
  return {
    kind: 'target',
    id: shortHash('target', anchor.start, anchor.end, String((said['indicator'] as { text?: string } | undefined)?.text ?? '')),
    article_id: 'a'.repeat(16),
    anchor,
    status: 'goal',
    place: 'hau_giang',
    place_units: 63,
    document_id: null,
    document_number: null,
    indicator: { id: null, text: 'kinh tế số' },
    qualifier: null,
    comparator: '=',
    low,
    high: low,
    unit: '%',
    value_kind: 'level',
    direction: null,
    baseline: null,
    deadline: '2025',
    deadline_mod: 'by',
    confidence: 'high',
    evidence: { value: { ...anchor, source: 'same_clause', rule: 'quantity/percent' } },
    rules: ['quantity/percent'],
    ...said
  }
}

/** The same as an observation. */
export function observation(quote: string, said: Readonly<Record<string, unknown>> = {}): AnyRecord {
  return {
    ...target(quote),
    kind: 'observation',
    id: shortHash('observation', quote),
    measure: 'quantity',
    status: 'result',
    as_of: null,
    reason: null,
    ...said
  }
}

/** A document at the first place of a quote. */
export function document(quote: string, said: Readonly<Record<string, unknown>> = {}): AnyRecord {
  const anchor = at(quote)
  const fields = {
    number: '147-NQ/TU',
    number_as_printed: quote,
    type: 'nghi_quyet',
    issuer: null,
    place: null,
    place_units: null,
    issued: null,
    title: null,
    period: null,
    horizon: null
  }
  return {
    kind: 'document',
    id: shortHash('document', anchor.start),
    article_id: 'a'.repeat(16),
    anchor,
    ...fields,
    mentions: [anchor],
    confidence: 'high',
    evidence: {},
    rules: [],
    ...said
  }
}

/** An article line. */
export function articleLine(said: Partial<ArticleRecord> = {}): ArticleRecord {
  return {
    kind: 'article',
    id: 'a'.repeat(16),
    key: 'source:a.txt',
    external_id: null,
    url: null,
    site: null,
    author: null,
    title: null,
    published: null,
    language: 'vi',
    encoding: 'utf-8',
    quality: 'ok',
    chars: TEXT.length,
    sha256: 'f'.repeat(64),
    duplicate_of: null,
    sources: [{ source: 'a.txt', external_id: null, url: null, published: null }],
    ...said
  }
}

/** An article of a side. */
export function sideArticle(records: readonly AnyRecord[], said: Partial<ArticleRecord> = {}, text: string | null = TEXT): SideArticle {
  return { record: articleLine(said), identity: null, content: (): Content => ({ text, records }) }
}

/** An article of both sides with one text. */
export const PAIR: Pair = { before: sideArticle([]), after: sideArticle([]), isTextChanged: false }
export const NO_DIFFERENCE: MethodDifference = { options: [], rules: [], code: [], isKnown: true }
