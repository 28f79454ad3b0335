import { PERCENT } from '../../mentions/words/tags.ts'
import type { Quantity } from '../../model/values.ts'
import { parseDigits } from '../../text/numerals.ts'
import type { Units } from '../../text/units.ts'
import type { Context } from './context.ts'
import { quantityAt } from './status-left-signs.ts'
import type { Status } from './status-reading.ts'

// What was reached and what was to be reached are of one size.
const FAR_OFF = 4

/** What was reached and what was to be reached, in one, by the unit of the slash: `54,1/49 triệu đồng`, `71,8%/70%`, `3.640/3.200 hội viên`. */
export function pairOf(context: Context, u: Units, at: number): { status: Status; slash: number } | undefined {
  const value = quantityAt(u, at)
  if (value === undefined) return undefined
  if (u.text(at - 1) === '/') {
    const actual = numberAt(u, at - 2)
    const printed = printedAt(context, u, at)
    if (actual === undefined || printed === undefined || actual > FAR_OFF * printed || printed > FAR_OFF * actual) return undefined
    return value.form === 'money' || value.form === 'percent' || actual > printed ? { status: 'goal', slash: at - 1 } : undefined
  }
  return u.text(at + 1) === '/' && value.form === 'percent' && u.is(at + 2, PERCENT) ? { status: 'result', slash: at + 1 } : undefined
}

function numberAt(u: Units, at: number): number | undefined {
  const mention = u.mention(at)
  if (mention === null) return parseDigits(u.text(at))
  return mention.type === 'quantity' ? (mention.value as Quantity).low : undefined
}

/** The first number in what is printed, without a multiplier. */
function printedAt({ normalized }: Context, u: Units, at: number): number | undefined {
  return parseDigits(/\d+(?:[.,]\d+)*/.exec(normalized.lower.slice(u.start(at), u.end(at)))?.[0] ?? '')
}
