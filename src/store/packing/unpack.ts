import type { AnyRecord, MentionRecord, Rejection, SentenceRecord } from '../../model/record.ts'
import { spansOfBytes } from './numbers.ts'
import type { Term } from './terms.ts'

/** What rows of an extraction are read with: its article and the terms that its numbers stand for. */
export interface Unpacking {
  readonly articleId: string
  readonly text: string
  readonly terms: readonly Term[]
}

/** A row of `records` as it is read. */
export interface RecordRow {
  readonly id: Uint8Array
  readonly kind: string
  readonly start: number
  readonly end: number
  readonly facts: string
  readonly evidence: string | null
  readonly rules: string | null
}

/** A row of `rejections` as it is read. */
export interface RejectionRow {
  readonly id: Uint8Array
  readonly record_kind: string
  readonly start: number
  readonly end: number
  readonly reason: string
  readonly rule: string
  readonly message: string
  readonly line: string | null
}

type PackedSpan = [term: number, start: number | null, length: number | null]

/** The record of a row, as it was printed. */
export function unpackRecord({ id, kind, start, end, facts, evidence, rules }: RecordRow, unpacking: Unpacking): AnyRecord {
  const { articleId, text, terms } = unpacking
  const known = JSON.parse(facts) as Record<string, unknown>
  if (evidence === null || rules === null) return known as unknown as AnyRecord
  const [shape, ...applied] = JSON.parse(rules) as number[]
  const record: Record<string, unknown> = { kind, id: hexOf(id), article_id: articleId, anchor: quoteAt(text, start, end) }
  for (const key of termAt(terms, shape).keys ?? []) record[key] = known[key] ?? null
  const packed = JSON.parse(evidence) as [...PackedSpan, via?: PackedSpan[]][]
  record['evidence'] = Object.fromEntries(packed.map(item => unpackEvidence(item, start, unpacking)))
  record['rules'] = applied.map(rule => termAt(terms, rule).rule)
  return record as unknown as AnyRecord
}

function unpackEvidence(item: [...PackedSpan, via?: PackedSpan[]], from: number, { text, terms }: Unpacking): [string, unknown] {
  const [number, start = null, length = null, via = []] = item
  const { name, source, rule } = termAt(terms, number)
  const span =
    start === null || length === null ? { start: null, end: null, quote: null } : quoteAt(text, from + start, from + start + length)
  const further = via.map(([role, at, of]) => {
    const begin = from + (at as number)
    return { ...quoteAt(text, begin, begin + (of as number)), role: termAt(terms, role).source }
  })
  return [name, { ...span, source, rule, ...(further.length > 0 ? { via: further } : {}) }]
}

/** The rejection of a row, as it was printed. */
export function unpackRejection(row: RejectionRow, { articleId, text }: Unpacking): Rejection {
  const { id, record_kind, start, end, reason, rule, message, line } = row
  if (line !== null) return JSON.parse(line) as Rejection
  return {
    kind: 'rejection',
    id: hexOf(id),
    article_id: articleId,
    record_kind,
    ...quoteAt(text, start, end),
    reason,
    message,
    rule
  }
}

/** The mentions of an extraction, as they were printed. */
export function unpackMentions(packed: string, ids: Uint8Array, { articleId, text, terms }: Unpacking): MentionRecord[] {
  const hex = hexOf(ids)
  return (JSON.parse(packed) as [number, number, number, ...unknown[]][]).map(([term, start, length, ...values], i) => {
    const { name, rule, keys } = termAt(terms, term)
    const value = keys === null ? values[0] : Object.fromEntries(keys.map((key, k) => [key, values[k]]))
    const id = hex.slice(16 * i, 16 * i + 16)
    return { kind: 'mention', id, article_id: articleId, type: name, ...quoteAt(text, start, start + length), value, rule }
  })
}

/** The sentences of an extraction, as they were printed. */
export function unpackSentences(packed: Uint8Array, { articleId }: Unpacking): SentenceRecord[] {
  return spansOfBytes(packed).map(({ start, end }) => ({ kind: 'sentence', article_id: articleId, start, end }))
}

function quoteAt(text: string, start: number, end: number): { start: number; end: number; quote: string } {
  return { start, end, quote: text.slice(start, end) }
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex')
}

/** A number without a term is a row that was damaged. */
function termAt(terms: readonly Term[], number: number | undefined): Term {
  const term = number === undefined ? undefined : terms[number]
  if (term === undefined) throw new RangeError('A row names a term that is not there.')
  return term
}
