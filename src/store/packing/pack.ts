import type { Extraction } from '../../model/extraction.ts'
import type { AnyRecord, MentionRecord, Rejection } from '../../model/record.ts'
import { bytesOfSpans } from './numbers.ts'
import { type Cell, HEAD_KEYS, type PackedExtraction, TAIL_KEYS } from './rows.ts'
import { TermList, termKey } from './terms.ts'

/**
 * What is stored of an extraction beside the article: spans instead of the words that stand there, numbers instead of what
 * many rows repeat. What does not fit the pattern is kept as a whole line.
 */
export function packExtraction(extraction: Extraction, text: string): PackedExtraction {
  const terms = new TermList()
  const packing: Packing = { text, terms, isPlain: isPlain(text) }
  const { mentions } = extraction
  const packedMentions = JSON.stringify(mentions.map(m => packMention(m, terms)))
  return {
    mentions: packedMentions,
    mentionIds: Buffer.from(mentions.map(m => m.id).join(''), 'hex'),
    quotes: packing.isPlain ? null : JSON.stringify(mentions.map(m => m.quote)),
    sentences: bytesOfSpans(extraction.sentences),
    records: extraction.records.map(record => packRecord(record, packing)),
    rejections: extraction.rejections.map(rejection => packRejection(rejection, packing)),
    diagnostics: extraction.diagnostics,
    terms: terms.keys
  }
}

interface Packing {
  readonly text: string
  readonly terms: TermList
  readonly isPlain: boolean
}

interface Evidence {
  readonly start: number | null
  readonly end: number | null
  readonly quote: string | null
  readonly source: string
  readonly rule: string
  readonly via?: readonly { readonly start: number; readonly end: number; readonly quote: string; readonly role: string }[]
}

// Further on in a text, SQL is slow to find a place.
const LONG = 100_000
// SQL counts code points, and ends a text at NUL.
const HARD = /[\0\ud800-\udfff]/

/** Whether SQL finds a span's words in a text. */
function isPlain(text: string): boolean {
  return text.length <= LONG && !HARD.test(text)
}

// Keys that may stand in a path of SQL as they are, and that keep their order.
const SIMPLE_KEY = /^[a-z][a-z_]*$/

function packMention({ type, start, end, value, rule }: MentionRecord, terms: TermList): unknown[] {
  const keys = isObject(value) ? Object.keys(value).filter(key => value[key] !== undefined) : []
  if (!isObject(value) || keys.length === 0 || !keys.every(key => SIMPLE_KEY.test(key)))
    return [terms.numberOf(termKey(type, '', rule)), start, end - start, value]
  return [terms.numberOf(termKey(type, '', rule, JSON.stringify(keys))), start, end - start, ...keys.map(key => value[key])]
}

function packRecord(record: AnyRecord, packing: Packing): Cell[] {
  const { terms, text, isPlain } = packing
  const { kind, anchor } = record
  const id = Buffer.from(record.id, 'hex')
  const keys = factKeysOf(record)
  const evidence = record['evidence'] as Readonly<Record<string, Evidence>>
  if (keys === undefined || !isRead(anchor, text) || !Object.values(evidence).every(e => isFlat(e, text)))
    return [id, kind, anchor.start, anchor.end, null, JSON.stringify(record), null, null]
  const shape = terms.numberOf(termKey(kind, '', '', JSON.stringify(keys)))
  const facts = Object.fromEntries(keys.flatMap(key => (record[key] === null ? [] : [[key, record[key]]])))
  const packed = Object.entries(evidence).map(([field, e]) => packEvidence(field, e, anchor.start, packing))
  const rules = (record['rules'] as readonly string[]).map(rule => terms.numberOf(termKey('', '', rule)))
  return [
    id,
    kind,
    anchor.start,
    anchor.end,
    isPlain ? null : anchor.quote,
    JSON.stringify(facts),
    JSON.stringify(packed),
    JSON.stringify([shape, ...rules])
  ]
}

/** The keys between head and tail of a record line; undefined where it is built otherwise. */
function factKeysOf(record: AnyRecord): string[] | undefined {
  const keys = Object.keys(record).filter(key => record[key] !== undefined)
  const facts = keys.slice(HEAD_KEYS.length, -TAIL_KEYS.length)
  const isUsual =
    HEAD_KEYS.every((key, i) => keys[i] === key) &&
    TAIL_KEYS.every((key, i) => keys[keys.length - TAIL_KEYS.length + i] === key) &&
    facts.every(key => SIMPLE_KEY.test(key))
  return isUsual ? facts : undefined
}

function isRead({ start, end, quote }: { readonly start: number; readonly end: number; readonly quote: string }, text: string): boolean {
  return end >= start && text.slice(start, end) === quote
}

function isFlat({ start, end, quote, via }: Evidence, text: string): boolean {
  const isThere = start === null || end === null ? quote === null && start === end : isRead({ start, end, quote: quote ?? '' }, text)
  return isThere && (via === undefined || (via.length > 0 && via.every(span => isRead(span, text))))
}

/** Spans are told from the anchor on: they are near it, and a small number is short. */
function packEvidence(field: string, evidence: Evidence, from: number, packing: Packing): unknown[] {
  const { start, end, quote, source, rule, via } = evidence
  const { terms, isPlain } = packing
  const term = terms.numberOf(termKey(field, source, rule))
  const span = start === null || end === null ? [null, null] : [start - from, end - start]
  const further = via?.map(v => {
    const role = terms.numberOf(termKey('', v.role))
    return [role, v.start - from, v.end - v.start, ...(isPlain ? [] : [v.quote])]
  })
  if (!isPlain) return [term, ...span, further ?? [], quote]
  if (further !== undefined) return [term, ...span, further]
  return start === null ? [term] : [term, ...span]
}

function packRejection(rejection: Rejection, { text, isPlain }: Packing): Cell[] {
  const { id, record_kind, start, end, quote, reason, rule, message } = rejection
  const isUsual = isRead(rejection, text)
  const cells = [Buffer.from(id, 'hex'), record_kind, start, end, isPlain && isUsual ? null : quote, reason, rule, message]
  return [...cells, isUsual ? null : JSON.stringify(rejection)]
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
