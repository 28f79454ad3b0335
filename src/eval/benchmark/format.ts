import * as z from 'zod'
import { COMPARATORS, edtfSchema, rankFields, STATUSES, VALUE_KINDS } from '../../model/record.ts'

/**
 * The format of `benchmark/`: stand-off annotation, one line an article or sentence. Places and values, never the words of
 * others: no field is longer than a value, and there is no field for anything else.
 */

/** The longest value there is: a unit or an owner as printed, never a sentence. */
const LONGEST_VALUE = 120
const LONGEST_URL = 500

const offset = z.int().min(0)
const value = z.string().min(1).max(LONGEST_VALUE)
const valueOrNull = value.nullable()
const edtf = edtfSchema.max(LONGEST_VALUE)
const edtfOrNull = edtf.nullable()
const number = z.number().nullable()
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/)
const span = { start: offset, end: offset } as const
const named = z.strictObject({ ...span, id: valueOrNull }).nullable()

const documentNumber = z.strictObject({ ...span, canonical: value, type: valueOrNull, issued: edtfOrNull })
const date = z.strictObject({
  ...span,
  edtf,
  role: z.enum(['issued', 'deadline', 'period', 'horizon', 'status', 'event', 'other'])
})

const goal = z.strictObject({
  ...span,
  status: z.literal('goal'),
  place: valueOrNull,
  document: valueOrNull,
  indicator: named,
  comparator: z.enum(COMPARATORS),
  low: z.number(),
  high: z.number(),
  unit: valueOrNull,
  value_kind: z.enum(VALUE_KINDS),
  deadline: edtfOrNull
})
const otherQuantity = z.strictObject({
  ...span,
  status: z.enum(STATUSES).exclude(['goal']),
  low: z.number(),
  high: z.number()
})
/** Of a lot in which only some numbers were judged: what each is. */
const judged = z.strictObject({ ...span, status: z.enum(STATUSES) })

const rank = z.strictObject({
  ...span,
  status: z.enum(STATUSES),
  place: valueOrNull,
  document: valueOrNull,
  subject: named,
  rank_kind: rankFields.rank_kind,
  n_low: number,
  n_high: number,
  total: number,
  scope: valueOrNull,
  deadline: edtfOrNull
})

const head = {
  article: z.string().min(1).max(LONGEST_VALUE).describe('The name within the lot'),
  sha256: sha256.describe('Of the text in NFC, as UTF-8'),
  url: z.string().max(LONGEST_URL).nullable().describe('Where it was published'),
  published: day.nullable().describe('The day of publication, which anchors relative dates'),
  source: valueOrNull.describe('The public repository that the text was taken from, where it is known')
} as const

const whole = z.strictObject({
  ...head,
  of: z
    .strictObject({ sha256, ...span })
    .optional()
    .describe('Of a sentence: the article it stands in'),
  document_numbers: z.array(documentNumber).optional(),
  dates: z.array(date).optional(),
  quantities: z.array(z.discriminatedUnion('status', [goal, otherQuantity])).optional(),
  ranks: z.array(rank).optional()
})
const partial = z.strictObject({
  ...head,
  only: z.literal(true).describe('Only the numbers named here were judged'),
  quantities: z.array(judged)
})

/** One line of a lot. */
export const benchmarkLineSchema = z
  .union([whole, partial])
  .describe('One annotated article or sentence of the benchmark; a kind that is absent was not annotated')

export type WholeLine = z.output<typeof whole>
export type PartialLine = z.output<typeof partial>
export type BenchmarkLine = WholeLine | PartialLine

/** The kinds of entries, by the key of their list. */
export const LISTS = ['document_numbers', 'dates', 'quantities', 'ranks'] as const
export type List = (typeof LISTS)[number]

const measured = z.record(z.string().max(LONGEST_VALUE), z.number().nullable())
const firstSight = z.object({ commit: value }).catchall(z.union([z.number(), z.null(), value]))

/** What is known of a lot. */
export const lotSchema = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  date: value.describe('When it was annotated (EDTF)'),
  unit: z.enum(['articles', 'sentences']),
  count: z.int().min(1),
  drawn: z.string().min(1).max(400),
  readers: z.int().min(1),
  agreement: measured.nullable().describe('F1 of two readers before they settled what they read differently; null where one reader read'),
  kinds: z.array(z.enum(LISTS)),
  only: z.literal(true).optional().describe('Only some numbers of each article were judged'),
  seen: z.boolean().describe('Whether the rules of this checkout were made with sight of it'),
  seen_by: z.array(value).describe('The scored versions whose rules were made with sight of it, by commit'),
  first_sight: firstSight.optional().describe('What was scored before anything was learnt from it, and by which commit')
})
export type Lot = z.output<typeof lotSchema>

/** `lots.json`: the lots in the order in which they were drawn. */
export const lotsSchema = z.array(lotSchema).describe('The lots of the benchmark')

/** Whether a line holds judgements of some numbers only. */
export function isPartial(line: BenchmarkLine): line is PartialLine {
  return 'only' in line
}

/** The spans of a line, with those of what is measured. */
export function spansOf(line: BenchmarkLine): { readonly start: number; readonly end: number }[] {
  if (isPartial(line)) return [...line.quantities]
  const { document_numbers = [], dates = [], quantities = [], ranks = [] } = line
  const measured = quantities.flatMap(q => (q.status === 'goal' && q.indicator !== null ? [q.indicator] : []))
  const subjects = ranks.flatMap(r => (r.subject === null ? [] : [r.subject]))
  return [...document_numbers, ...dates, ...quantities, ...ranks, ...measured, ...subjects]
}

/** Reads the lines of a lot; what is wrong comes as sentences that name the line. */
export function parseLot(content: string): { readonly lines: readonly BenchmarkLine[]; readonly problems: readonly string[] } {
  const lines: BenchmarkLine[] = []
  const problems: string[] = []
  for (const [index, text] of content.split('\n').entries()) {
    if (text.trim() === '') continue
    const parsed = (text.includes('"only":') ? partial : whole).safeParse(jsonOf(text))
    if (parsed.success) lines.push(parsed.data)
    else problems.push(`line ${index + 1}: ${z.prettifyError(parsed.error).replaceAll('\n', ' ')}`)
  }
  return { lines, problems }
}

/** Reads `lots.json`; a sentence says what is wrong with it. */
export function parseLots(content: string): readonly Lot[] | string {
  const parsed = lotsSchema.safeParse(jsonOf(content))
  return parsed.success ? parsed.data : z.prettifyError(parsed.error).replaceAll('\n', ' ')
}

/** The value of a JSON text; undefined where it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** `lots.json` as it is written: a lot a line, what it scored at first sight on a line of its own. */
export function lotsContent(lots: readonly Lot[]): string {
  const rows = lots.map(({ first_sight, ...lot }) => {
    const own = spaced(lot)
    return first_sight === undefined ? `  ${own}` : `  ${own.slice(0, -1)},\n    "first_sight": ${spaced(first_sight)}}`
  })
  return `[\n${rows.join(',\n')}\n]\n`
}

/** JSON on one line, with spaces that let a person read it. */
function spaced(value: unknown): string {
  return JSON.stringify(value, null, 1)
    .replace(/\n\s*/g, ' ')
    .replace(/([{[]) /g, '$1')
    .replace(/ ([}\]])/g, '$1')
}
