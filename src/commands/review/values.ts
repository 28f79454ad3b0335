import type { Extraction } from '../../model/extraction.ts'
import type { AnyRecord, MentionRecord } from '../../model/record.ts'
import { overlaps, type Span } from '../../model/span.ts'
import { placeInWords } from '../words.ts'

/** Which mentions tell the value of a field, by the evidence it is read from. */
const TELLS: Readonly<Record<string, string>> = {
  deadline: 'date',
  as_of: 'date',
  issued: 'date',
  period: 'date',
  horizon: 'date',
  value: 'quantity',
  rank: 'rank',
  place: 'place',
  issuer: 'issuer',
  indicator: 'indicator',
  number: 'document_number'
}

/**
 * What words of the text say when they are read as a field: values of the form's inputs by their names. What the program
 * had read there counts; else the words themselves do.
 */
export function valuesAt(field: string, span: Span, text: string, extraction: Extraction): Record<string, string> {
  const quote = text.slice(span.start, span.end).normalize('NFC').replace(/\s+/g, ' ')
  const mention = best(
    extraction.mentions.filter(m => m.type === TELLS[field]),
    span
  )
  const value = (mention?.value ?? {}) as Readonly<Record<string, unknown>>
  const as = (names: readonly string[]) =>
    Object.fromEntries(names.flatMap(n => (value[n] === undefined ? [] : [[`f.${n}`, value[n] === null ? '' : String(value[n])]])))
  if (field === 'anchor' || field === 'value')
    return field === 'anchor' ? anchorValues(span, extraction) : as(['low', 'high', 'comparator', 'unit'])
  if (field === 'rank') return as(['rank_kind', 'n_low', 'n_high', 'total', 'band', 'scope'])
  if (TELLS[field] === 'date') return { [`f.${field}`]: typeof value['edtf'] === 'string' ? value['edtf'] : '' }
  if (field === 'place')
    return { 'f.place': typeof value['id'] === 'string' ? (placeInWords(value['id']) ?? value['id']) : `other:${quote}` }
  if (field === 'issuer') return { 'f.issuer': typeof value['id'] === 'string' ? value['id'] : quote }
  if (field === 'indicator') return { 'f.indicator': quote, 'i.indicator': typeof value['id'] === 'string' ? value['id'] : '' }
  if (field === 'subject') return { 'f.subject': quote, 'i.subject': '' }
  if (field === 'number') return { 'f.number': typeof value['canonical'] === 'string' ? value['canonical'] : quote }
  if (field === 'document') return { 'f.document_number': documentNumberAt(span, extraction) ?? quote }
  return ['status', 'comparator', 'direction', 'type'].includes(field) ? {} : { [`f.${field}`]: quote }
}

// A moved anchor takes the number with it.
function anchorValues(span: Span, { mentions }: Extraction): Record<string, string> {
  const mention = best(
    mentions.filter(m => m.type === 'quantity'),
    span
  )
  if (mention === undefined) return {}
  const { low, high, comparator, unit } = mention.value as Readonly<Record<string, unknown>>
  return { 'f.low': String(low), 'f.high': String(high), 'f.comparator': String(comparator), 'f.unit': unit == null ? '' : String(unit) }
}

function documentNumberAt(span: Span, { records, mentions }: Extraction): string | null {
  const named = records.find(r => r.kind === 'document' && ((r['mentions'] ?? []) as readonly Span[]).some(m => overlaps(m, span)))
  const number = best(
    mentions.filter(m => m.type === 'document_number'),
    span
  )
  if (typeof named?.['number'] === 'string') return named['number']
  return number === undefined ? null : (number.value as { readonly canonical: string }).canonical
}

/** The mention that shares most with a span. */
function best(mentions: readonly MentionRecord[], span: Span): MentionRecord | undefined {
  const shared = (m: Span) => Math.min(m.end, span.end) - Math.max(m.start, span.start) - (m.end - m.start) * 1e-3
  return mentions.filter(m => overlaps(m, span)).toSorted((a, b) => shared(b) - shared(a))[0]
}

/** An empty record of a kind, with what the words at its place say. */
export function draftRecord(kind: string, span: Span, text: string, extraction: Extraction): AnyRecord {
  const anchor = { start: span.start, end: span.end, quote: text.slice(span.start, span.end) }
  const head = { kind, id: '', article_id: extraction.article.id, anchor }
  const tail = { confidence: 'high', evidence: {}, rules: ['review/add'] }
  const links = { place: null, place_units: null, document_id: null, document_number: null }
  const due = { deadline: null, deadline_mod: null }
  const mentioned = (type: string) =>
    (best(
      extraction.mentions.filter(m => m.type === type),
      span
    )?.value ?? {}) as Readonly<Record<string, unknown>>
  if (kind === 'document') {
    const { canonical, type, issued } = mentioned('document_number')
    return {
      ...head,
      number: canonical ?? null,
      number_as_printed: null,
      type: type ?? null,
      issuer: null,
      place: null,
      place_units: null,
      issued: issued ?? null,
      title: null,
      period: null,
      horizon: null,
      mentions: [anchor],
      ...tail
    }
  }
  const rank = mentioned('rank')
  const isRank = kind === 'rank_goal' || (kind === 'observation' && 'rank_kind' in rank)
  const status = kind === 'observation' ? { measure: isRank ? 'rank' : 'quantity', status: 'other' } : { status: 'goal' }
  const aside = kind === 'observation' ? { as_of: null, reason: null } : {}
  if (isRank) {
    const { rank_kind = 'top_n', n_low = null, n_high = null, total = null, band = null, scope = null } = rank
    return { ...head, ...status, ...links, subject: null, rank_kind, n_low, n_high, total, band, scope, ...due, ...aside, ...tail }
  }
  const { low = 0, high = 0, comparator = '=', unit = null } = mentioned('quantity')
  const value = { indicator: null, qualifier: null, comparator, low, high, unit, value_kind: 'level', direction: null, baseline: null }
  return { ...head, ...status, ...links, ...value, ...due, ...aside, ...tail }
}
