import * as z from 'zod'
import { edtfOf, interval } from './calendar.ts'
import type { SystemLine } from './system.ts'

/** The JSON of what `chrono.parse` returns: a list of results with components known and implied. */

const values = z.object({ year: z.int(), month: z.int(), day: z.int(), weekday: z.int() }).partial()
const components = z.object({ knownValues: values, impliedValues: values })
const results = z.array(z.object({ index: z.int().min(0), text: z.string(), start: components, end: components.nullable().optional() }))

/** The dates of what chrono-node printed of a text; a sentence where it is nothing of the kind. */
export function readChronoNode(content: unknown): SystemLine | string {
  const parsed = results.safeParse(content)
  if (!parsed.success) return z.prettifyError(parsed.error).replaceAll('\n', ' ')
  return {
    dates: parsed.data.flatMap(({ index, text, start, end }) => {
      const edtf = end == null ? dateOf(start) : interval(dateOf(start), dateOf(end))
      return edtf === undefined ? [] : [{ start: index, end: index + text.length, edtf }]
    })
  }
}

/** As precise as the text says it: implied parts fill up what stands above a known one, never below. */
function dateOf({ knownValues: known, impliedValues: implied }: z.output<typeof components>): string | undefined {
  const { year, month, day } = { ...implied, ...known }
  if (known.day !== undefined || known.weekday !== undefined) return edtfOf({ year, month, day })
  if (known.month !== undefined) return edtfOf({ year, month })
  // A clock time alone is no date.
  return known.year === undefined ? undefined : edtfOf({ year })
}
