import * as z from 'zod'
import { rankFields, STATUSES } from '../../../model/record.ts'
import { overlaps, type Span } from '../../../model/span.ts'
import type { Band, DateMention, NumberMention, Output, QuantityOutput, RankOutput } from '../../output.ts'

/** What a system says of one text, in the format of the benchmark: spans with as many values as it has. */

const offset = z.int().min(0)
const span = { start: offset, end: offset } as const
const text = z.string().nullable().default(null)
const number = z.number().nullable().default(null)
/** An indicator or subject: by its place, or by its words. */
const named = z
  .union([z.object({ ...span, id: text }), z.object({ text: z.string(), id: text })])
  .nullable()
  .default(null)
const confidence = z.enum(['high', 'medium', 'low']).optional()

export const systemLineSchema = z
  .object({
    sha256: z.string().describe('Of the text in NFC, as UTF-8').optional(),
    document_numbers: z.array(z.object({ ...span, canonical: z.string(), type: text, issued: text })).optional(),
    dates: z.array(z.object({ ...span, edtf: z.string(), role: z.string().optional() })).optional(),
    quantities: z
      .array(
        z.object({
          ...span,
          low: z.number(),
          high: z.number(),
          status: z.enum(STATUSES).optional(),
          place: text,
          document: text,
          indicator: named,
          comparator: z.string().default('='),
          unit: text,
          value_kind: z.string().default('level'),
          deadline: text,
          confidence
        })
      )
      .optional(),
    ranks: z
      .array(
        z.object({
          ...span,
          status: z.enum(STATUSES),
          place: text,
          document: text,
          subject: named,
          rank_kind: rankFields.rank_kind,
          n_low: number,
          n_high: number,
          total: number,
          scope: text,
          deadline: text,
          confidence
        })
      )
      .optional()
  })
  .describe('What a system read of one text of the benchmark; a kind that is absent it does not read')

/** A system's line as it may be written: what it does not know may be left out. */
export type SystemLine = z.input<typeof systemLineSchema>
type FullLine = z.output<typeof systemLineSchema>

/** What a system claims to read, over all its lines: it is scored for nothing else. */
export const CLAIMS = ['document_numbers', 'dates', 'roles', 'quantities', 'statuses', 'ranks', 'confidence'] as const
export type Claim = (typeof CLAIMS)[number]

/** What a line claims. */
export function claimsOf(line: SystemLine): Claim[] {
  const { document_numbers, dates, quantities, ranks } = line
  const has: Readonly<Record<Claim, boolean>> = {
    document_numbers: document_numbers !== undefined,
    dates: dates !== undefined,
    roles: dates?.some(d => d.role !== undefined) ?? false,
    quantities: quantities !== undefined,
    statuses: quantities?.some(q => q.status !== undefined) ?? false,
    ranks: ranks !== undefined,
    confidence: quantities?.some(q => q.confidence !== undefined) ?? false
  }
  return CLAIMS.filter(claim => has[claim])
}

type FullQuantity = NonNullable<FullLine['quantities']>[number]
type FullRank = NonNullable<FullLine['ranks']>[number]

/** A system's line as what gold is compared with; quotes are taken from the text. */
export function outputOfLine(line: FullLine, layer: string): Output {
  const mention = ({ start, end }: Span, type: string) =>
    ({ kind: 'mention', id: '', article_id: '', type, start, end, quote: layer.slice(start, end), rule: '' }) as const
  const quantities = (line.quantities ?? []).map(q => quantityOf(q, layer))
  const ranks = (line.ranks ?? []).map(r => rankOf(r, layer))
  return {
    numbers: (line.document_numbers ?? []).map(
      ({ canonical, type, issued, ...s }): NumberMention => ({ ...mention(s, 'document_number'), value: { canonical, type, issued } })
    ),
    dates: (line.dates ?? []).map(({ edtf, role = '', ...s }): DateMention => ({ ...mention(s, 'date'), value: { edtf, role } })),
    targets: quantities.filter(q => q.status === 'goal'),
    observations: quantities.filter(q => q.status !== 'goal'),
    rankGoals: ranks.filter(r => r.status === 'goal'),
    rankObservations: ranks.filter(r => r.status !== 'goal'),
    documents: [],
    sentences: []
  }
}

/** What every record has, of a system that has no evidence. */
function recordAt({ start, end, confidence }: Span & { readonly confidence?: Band | undefined }, layer: string) {
  const anchor = { start, end, quote: layer.slice(start, end) }
  const unknown = { place_units: null, document_id: null, deadline_mod: null }
  return { id: '', anchor, confidence: confidence ?? ('low' as const), evidence: {}, rules: [], ...unknown }
}

function quantityOf(q: FullQuantity, layer: string): QuantityOutput {
  const { start: _, end: __, confidence: ___, document, status = 'unknown', indicator, comparator, value_kind, ...fields } = q
  return {
    ...recordAt(q, layer),
    ...fields,
    status,
    document_number: document,
    indicator: wordsOf(indicator, layer),
    // Whatever word a system has for it: it is compared, not understood.
    comparator: comparator as QuantityOutput['comparator'],
    value_kind: value_kind as QuantityOutput['value_kind'],
    qualifier: null,
    direction: null,
    baseline: null
  }
}

function rankOf(r: FullRank, layer: string): RankOutput {
  const { start: _, end: __, confidence: ___, document, subject, ...fields } = r
  return { ...recordAt(r, layer), ...fields, document_number: document, subject: wordsOf(subject, layer), band: null }
}

/** An indicator or subject in words, however it was named. */
function wordsOf(named: FullRank['subject'], layer: string): RankOutput['subject'] {
  return named === null ? null : { id: named.id, text: 'text' in named ? named.text : layer.slice(named.start, named.end) }
}

/** Of overlapping items the longer, then the first: a system that gives several readings of a place claims one. */
export function withoutOverlaps<T extends Span>(items: readonly T[]): T[] {
  const kept: T[] = []
  for (const item of items.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start))
    if (!kept.some(k => overlaps(k, item))) kept.push(item)
  return kept.toSorted((a, b) => a.start - b.start)
}
