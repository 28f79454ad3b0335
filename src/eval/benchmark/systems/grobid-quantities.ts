import * as z from 'zod'
import type { Span } from '../../../model/span.ts'
import type { SystemLine } from './system.ts'

/** The JSON that grobid-quantities answers to `processQuantityText`: measurements with their quantities. */

const quantity = z.object({
  offsetStart: z.int().min(0),
  offsetEnd: z.int().min(0),
  parsedValue: z.object({ numeric: z.number() }).partial().optional(),
  rawUnit: z.object({ name: z.string(), offsetStart: z.int(), offsetEnd: z.int() }).partial().optional()
})
const measurement = z.object({
  type: z.string(),
  quantity: quantity.optional(),
  quantityLeast: quantity.optional(),
  quantityMost: quantity.optional(),
  quantityBase: quantity.optional(),
  quantityRange: quantity.optional(),
  quantities: z.array(quantity).optional()
})
const answer = z.object({ measurements: z.array(measurement).optional() })

type Quantity = z.output<typeof quantity>

/** The quantities of what grobid-quantities printed of a text; a sentence where it is nothing of the kind. */
export function readGrobidQuantities(content: unknown): SystemLine | string {
  const parsed = answer.safeParse(content)
  if (!parsed.success) return z.prettifyError(parsed.error).replaceAll('\n', ' ')
  return { quantities: (parsed.data.measurements ?? []).flatMap(entriesOf) }
}

function entriesOf(m: z.output<typeof measurement>): NonNullable<SystemLine['quantities']> {
  const { quantityLeast: least, quantityMost: most, quantityBase: base, quantityRange: range } = m
  if (base !== undefined && range !== undefined) {
    const [middle, wide] = [base.parsedValue?.numeric, range.parsedValue?.numeric]
    return middle === undefined || wide === undefined ? [] : [entry([base, range], middle - wide, middle + wide)]
  }
  const ends = [least, most].filter(q => q !== undefined)
  const [low, high] = [ends[0]?.parsedValue?.numeric, ends.at(-1)?.parsedValue?.numeric]
  const between = low === undefined || high === undefined ? [] : [entry(ends, low, high)]
  const single = [...(m.quantity === undefined ? [] : [m.quantity]), ...(m.quantities ?? [])].flatMap(q => {
    const value = q.parsedValue?.numeric
    return value === undefined ? [] : [entry([q], value, value)]
  })
  return [...between, ...single]
}

/** One entry over the numbers and the unit behind them. */
function entry(quantities: readonly Quantity[], low: number, high: number) {
  const spans: Span[] = quantities.map(q => ({ start: q.offsetStart, end: q.offsetEnd }))
  const units = quantities.flatMap(({ rawUnit: u }): Span[] =>
    u?.offsetStart === undefined || u.offsetEnd === undefined ? [] : [{ start: u.offsetStart, end: u.offsetEnd }]
  )
  const all = [...spans, ...units]
  return {
    start: Math.min(...all.map(s => s.start)),
    end: Math.max(...all.map(s => s.end)),
    low,
    high,
    unit: quantities.at(-1)?.rawUnit?.name ?? null
  }
}
