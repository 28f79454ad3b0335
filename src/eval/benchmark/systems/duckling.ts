import * as z from 'zod'
import { edtfOfGrain, interval, lastBefore } from './calendar.ts'
import { type SystemLine, withoutOverlaps } from './system.ts'

/** The JSON that Duckling's server answers to `/parse`: a list of entities. Offsets are code points. */

const instant = z.object({ value: z.string(), grain: z.string() })
const time = z.union([
  z.object({ type: z.literal('value'), ...instant.shape }),
  z.object({ type: z.literal('interval'), from: instant.optional(), to: instant.optional() })
])
const amount = z.object({ value: z.number() })
const amounts = z.union([
  z.object({ type: z.literal('value'), value: z.number(), unit: z.string().optional() }),
  z.object({ type: z.literal('interval'), from: amount.optional(), to: amount.optional() })
])
const entity = z.object({
  dim: z.string(),
  start: z.int().min(0),
  end: z.int().min(0),
  latent: z.boolean().optional(),
  value: z.unknown()
})

const NUMBERS = new Set(['number', 'amount-of-money', 'quantity', 'distance', 'volume'])

/** The times and numbers of what Duckling printed of a text; a sentence where it is nothing of the kind. */
export function readDuckling(content: unknown, text: string): SystemLine | string {
  const parsed = z.array(entity).safeParse(content)
  if (!parsed.success) return z.prettifyError(parsed.error).replaceAll('\n', ' ')
  const unit = codeUnits(text)
  const entities = parsed.data.filter(e => e.latent !== true)
  const placed = (e: z.output<typeof entity>) => ({ start: unit(e.start), end: unit(e.end) })
  return {
    dates: withoutOverlaps(
      entities.flatMap(e => {
        const edtf = e.dim === 'time' ? timeOf(e.value) : undefined
        return edtf === undefined ? [] : [{ ...placed(e), edtf }]
      })
    ),
    quantities: withoutOverlaps(
      entities.flatMap(e => {
        const bounds = NUMBERS.has(e.dim) ? boundsOf(e.value) : undefined
        return bounds === undefined ? [] : [{ ...placed(e), ...bounds }]
      })
    )
  }
}

/** A time as EDTF. What is finer than a day is a clock time, which the benchmark has none of. */
function timeOf(value: unknown): string | undefined {
  const parsed = time.safeParse(value)
  if (!parsed.success) return undefined
  if (parsed.data.type === 'value') return edtfOfGrain(parsed.data.value, parsed.data.grain)
  const { from, to } = parsed.data
  const first = from === undefined ? undefined : edtfOfGrain(from.value, from.grain)
  // The end of Duckling's intervals is the first moment that is out of them.
  const last = to === undefined ? undefined : lastBefore(to.value, to.grain)
  if (from !== undefined && to === undefined) return first === undefined ? undefined : `${first}/..`
  if (from === undefined && to !== undefined) return last === undefined ? undefined : `../${last}`
  return first === undefined || last === undefined ? undefined : interval(first, last)
}

function boundsOf(value: unknown): { readonly low: number; readonly high: number } | undefined {
  const parsed = amounts.safeParse(value)
  if (!parsed.success) return undefined
  if (parsed.data.type === 'value') return { low: parsed.data.value, high: parsed.data.value }
  const { from, to } = parsed.data
  const [low, high] = [from?.value ?? to?.value, to?.value ?? from?.value]
  return low === undefined || high === undefined ? undefined : { low, high }
}

/** Offsets in code points as offsets in code units. */
function codeUnits(text: string): (offset: number) => number {
  if (!/[\u{10000}-\u{10FFFF}]/u.test(text)) return offset => offset
  const starts: number[] = []
  let at = 0
  for (const character of text) {
    starts.push(at)
    at += character.length
  }
  return offset => starts[offset] ?? text.length
}
