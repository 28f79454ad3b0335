import type * as z from 'zod'
import type { Article } from '../../model/article.ts'
import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts'
import type { Evidence, LinkedFrame, RejectedFrame } from '../../model/frame.ts'
import type { AnyRecord, Rejection } from '../../model/record.ts'
import type { RecordType } from '../../model/record-type.ts'
import type { Span } from '../../model/span.ts'
import type { NormalizedText, Sentence } from '../../model/text.ts'
import { shortHash } from '../../text/hash.ts'
import { toSource } from '../../text/offset-map.ts'
import { partitionPoint } from '../../text/partition-point.ts'
import { type Accepts, acceptsOf } from './accepts.ts'
import { confidenceOf } from './confidence.ts'
import type { Told } from './traits.ts'

/** A span of the text layer with its raw text. */
export interface Quote extends Span {
  readonly quote: string
}

/** Leads a span of the normalized text back to the text layer. */
export function quoteOf(text: string, normalized: NormalizedText, span: Span): Quote {
  const { start, end } = toSource(normalized.map, span.start, span.end)
  return { start, end, quote: text.slice(start, end) }
}

/**
 * Turns linked frames into records: spans of the text layer, ids by content, fields in the order of the contract. A frame that
 * its kind's schema refuses becomes a rejection with the schema's reason.
 */
export function validate<R extends AnyRecord>(
  article: Article,
  normalized: NormalizedText,
  sentences: readonly Sentence[],
  frames: readonly LinkedFrame[],
  refused: readonly RejectedFrame[],
  types: readonly RecordType<R>[]
): { records: R[]; rejections: Rejection[]; diagnostics: Diagnostic[] } {
  const articleId = article.record.id
  const quote = (span: Span): Quote => quoteOf(article.text, normalized, span)
  const records: R[] = []
  const rejections = refused.map(r => rejection(articleId, r.kind, quote(r.anchor), r.reason, r.message, r.rule))
  const diagnostics: Diagnostic[] = normalized.repairs.map(r => {
    const { start, end, quote: printed } = quote(r)
    return diagnostic('normalize', 'slip', 'info', `"${printed}" was read as "${r.to}" (${r.rule})`, { article_id: articleId, start, end })
  })
  const byKind = new Map(types.map(t => [t.kind, t]))
  const isLowQuality = article.record.quality === 'low'
  const documentIds = new Map<unknown, string>()
  // Documents first: targets point at their ids.
  for (const { frame, ordinal } of numbered([...frames.filter(f => f.kind === 'document'), ...frames.filter(f => f.kind !== 'document')])) {
    const type = byKind.get(frame.kind)
    const anchor = quote(frame.anchor)
    const id = shortHash(articleId, frame.kind, anchor.start, anchor.end, ordinal)
    if (frame.kind === 'document') documentIds.set(frame.fields['document'], id)
    const draft: Record<string, unknown> = {
      ...frame.fields,
      kind: frame.kind,
      id,
      article_id: articleId,
      anchor,
      document_id: frame.fields['document'] == null ? null : (documentIds.get(frame.fields['document']) ?? null),
      mentions: frame.mentions === undefined ? undefined : uniqueSpans(frame.mentions).map(quote),
      confidence: confidenceOf(toldOf(article, normalized, sentences, frame), isLowQuality, normalized.repairs),
      evidence: entries(frame.evidence, quote),
      rules: frame.rules
    }
    const record = ordered(draft, type?.order ?? [])
    const refusal = type && refusalOf(type.schema, record)
    // It is what its schema says: that was just asked.
    if (refusal === null) records.push(record as unknown as R)
    else {
      const issue = refusal?.issues[0]
      const reason = `schema/${issue?.path.join('.') || 'record'}`
      rejections.push(
        rejection(articleId, frame.kind, anchor, reason, issue?.message ?? 'unknown record kind', frame.rules[0] ?? frame.kind)
      )
      diagnostics.push(
        diagnostic('validate', 'schema', 'warning', `A ${frame.kind} was refused: ${reason}: ${issue?.message ?? ''}`, {
          article_id: articleId,
          start: anchor.start,
          end: anchor.end
        })
      )
    }
  }
  return { records, rejections, diagnostics }
}

/** A frame with the text that its confidence is told by. */
export function toldOf({ record }: Article, { lower }: NormalizedText, sentences: readonly Sentence[], frame: LinkedFrame): Told {
  const { anchor } = frame
  const sentence = sentences[partitionPoint(sentences, s => s.end <= anchor.start)] ?? anchor
  return { frame, lower, sentence, published: record.published }
}

// By names: an empty object with them. V8 keeps an object that grows name by name as a hash table beyond a dozen names (1.6 KB a
// record); one that was parsed and its copies are laid out as fields.
const blanks = new Map<string, Readonly<Record<string, unknown>>>()

/** The fields of a draft that are there, in the order given. */
function ordered(draft: Readonly<Record<string, unknown>>, order: readonly string[]): Record<string, unknown> {
  const names = order.filter(name => draft[name] !== undefined)
  const key = JSON.stringify(names)
  let blank = blanks.get(key)
  if (blank === undefined) {
    blank = JSON.parse(`{${names.map(name => `${JSON.stringify(name)}:null`).join(',')}}`) as Record<string, unknown>
    blanks.set(key, blank)
  }
  const record = { ...blank }
  for (const name of names) record[name] = draft[name]
  return record
}

const known = new WeakMap<z.ZodType, Accepts>()

/** What a schema has against a record; null for nothing. */
function refusalOf(schema: z.ZodType, record: unknown): z.ZodError | null {
  let accepts = known.get(schema)
  if (accepts === undefined) {
    accepts = acceptsOf(schema)
    known.set(schema, accepts)
  }
  return accepts(record) ? null : (schema.safeParse(record).error ?? null)
}

/** Ordinals of frames with one kind and anchor, by the start of what orders them. */
function numbered(frames: readonly LinkedFrame[]): { frame: LinkedFrame; ordinal: number }[] {
  const groups = Map.groupBy(frames, f => `${f.kind} ${f.anchor.start} ${f.anchor.end}`)
  const ordinals = new Map<LinkedFrame, number>()
  for (const group of groups.values()) for (const [i, f] of group.toSorted(byOrder).entries()) ordinals.set(f, i)
  return frames.map(frame => ({ frame, ordinal: ordinals.get(frame) as number }))
}

function byOrder(a: LinkedFrame, b: LinkedFrame): number {
  for (let i = 0; i < a.order.length; i++) {
    const [x, y] = [a.order[i] ?? -1, b.order[i] ?? -1]
    if (x !== y) return x - y
  }
  return 0
}

function uniqueSpans(spans: readonly Span[]): Span[] {
  const [first, ...rest] = spans
  const seen = new Set<string>()
  return [first as Span, ...rest.toSorted((a, b) => a.start - b.start || a.end - b.end)].filter(s => {
    const key = `${s.start} ${s.end}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function entries(evidence: Readonly<Record<string, Evidence>>, quote: (span: Span) => Quote): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  for (const name in evidence) out[name] = entry(evidence[name] as Evidence, quote)
  return out
}

function entry(e: Evidence, quote: (span: Span) => Quote): Record<string, unknown> {
  const at = e.start === null || e.end === null ? { start: null, end: null, quote: null } : quote({ start: e.start, end: e.end })
  return { ...at, source: e.source, rule: e.rule, ...(e.via.length > 0 ? { via: e.via.map(v => ({ ...quote(v), role: v.role })) } : {}) }
}

function rejection(articleId: string, kind: string, anchor: Quote, reason: string, message: string, rule: string): Rejection {
  return {
    kind: 'rejection',
    id: shortHash(articleId, 'rejection', kind, anchor.start, anchor.end, reason),
    article_id: articleId,
    record_kind: kind,
    ...anchor,
    reason,
    message,
    rule
  }
}
