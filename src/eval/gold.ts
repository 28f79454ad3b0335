import * as z from 'zod'
import { STATUSES } from '../model/record.ts'

/** The gold format: one line an article, spans of its text layer. A kind that is absent was not annotated. */

const quoted = { start: z.int().min(0), end: z.int().min(0), quote: z.string() } as const
const note = z.string().optional()
const named = z.object({ ...quoted, id: z.string().nullable() })
const text = z.string().nullable()
const number = z.number().nullable()
/** What only some gold says: scored where the key is there, also when it is null. */
const extras = {
  qualifier: text.optional(),
  direction: z.enum(['up', 'down']).nullable().optional(),
  baseline: z.object({ low: z.number(), high: z.number(), unit: text }).nullable().optional(),
  as_of: text.optional(),
  band: text.optional(),
  document_anchor: number.optional()
} as const

const documentNumber = z.object({ ...quoted, canonical: z.string(), type: text, issued: text, note })
const date = z.object({ ...quoted, edtf: z.string(), role: z.string(), note })

const goal = z.object({
  ...quoted,
  status: z.literal('goal'),
  place: text,
  document: text,
  indicator: named.nullable(),
  comparator: z.string(),
  low: z.number(),
  high: z.number(),
  unit: text,
  value_kind: z.string(),
  deadline: text,
  ...extras,
  note
})
const otherQuantity = z.object({
  ...quoted,
  status: z.enum(STATUSES.filter(s => s !== 'goal') as ['result', 'current', 'forecast', 'other']),
  low: z.number(),
  high: z.number(),
  ...extras,
  note
})

const rank = z.object({
  ...quoted,
  status: z.enum(STATUSES),
  place: text,
  document: text,
  subject: named.nullable(),
  rank_kind: z.string(),
  n_low: number,
  n_high: number,
  total: number,
  scope: text,
  deadline: text,
  ...extras,
  note
})

const document = z.object({
  ...quoted,
  number: text.optional(),
  type: text.optional(),
  issuer: text.optional(),
  place: text.optional(),
  issued: text.optional(),
  title: text.optional(),
  period: text.optional(),
  horizon: text.optional(),
  note
})

/** One line of a gold file. */
export const goldSchema = z.object({
  article: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  document_numbers: z.array(documentNumber).optional(),
  dates: z.array(date).optional(),
  quantities: z.array(z.discriminatedUnion('status', [goal, otherQuantity])).optional(),
  ranks: z.array(rank).optional(),
  documents: z.array(document).optional(),
  sentences: z.array(z.object({ start: z.int().min(0), end: z.int().min(0) })).optional()
})

export type GoldArticle = z.output<typeof goldSchema>
export type GoldGoal = z.output<typeof goal>
export type GoldQuantity = GoldGoal | z.output<typeof otherQuantity>
export type GoldRank = z.output<typeof rank>
export type GoldDocument = z.output<typeof document>

/** A span of gold with its text. */
export interface Quoted {
  readonly start: number
  readonly end: number
  readonly quote: string
}

/** Reads the lines of a gold file; what is wrong with it comes as sentences that name the line. */
export function parseGold(content: string): { readonly articles: readonly GoldArticle[]; readonly problems: readonly string[] } {
  const articles: GoldArticle[] = []
  const problems: string[] = []
  for (const [index, line] of content.split('\n').entries()) {
    if (line.trim() === '') continue
    const value = jsonOf(line)
    const parsed = goldSchema.safeParse(value)
    if (parsed.success) articles.push(parsed.data)
    else if (value === undefined) problems.push(`line ${index + 1} is not JSON`)
    else problems.push(`line ${index + 1}: ${z.prettifyError(parsed.error).replaceAll('\n', ' ')}`)
  }
  return { articles, problems }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** Every span of a gold line whose quote is not the text it stands on. */
export function misplaced(gold: GoldArticle, layer: string): Quoted[] {
  const spans: Quoted[] = [...(gold.document_numbers ?? []), ...(gold.dates ?? []), ...(gold.documents ?? [])]
  for (const entry of gold.quantities ?? [])
    spans.push(entry, ...(entry.status === 'goal' && entry.indicator !== null ? [entry.indicator] : []))
  for (const entry of gold.ranks ?? []) spans.push(entry, ...(entry.subject === null ? [] : [entry.subject]))
  return spans.filter(s => layer.slice(s.start, s.end) !== s.quote)
}
