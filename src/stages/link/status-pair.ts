import type { Chunk } from '../../model/frame.ts'
import { parseDigits } from '../../text/numerals.ts'
import type { Context } from './context.ts'
import type { Status } from './status-reading.ts'

/** What was reached and what was to be reached, in one: `54,1/49 triệu đồng`, `71,8%/70%`, `3.640/3.200 hội viên`. */
export function pairOf(context: Context, chunks: readonly Chunk[], at: number): { status: Status; slash: Chunk } | undefined {
  const value = chunks[at]?.mention?.value as { form?: string; low: number } | undefined
  const read = (i: number): number | undefined => {
    const c = chunks[i]
    if (c === undefined || (c.mention !== null && c.mention.type !== 'quantity')) return undefined
    return c.mention === null ? parseDigits(c.text) : (c.mention.value as { low: number }).low
  }
  const slash = (i: number): Chunk | undefined => (chunks[i]?.text === '/' ? chunks[i] : undefined)
  const before = slash(at - 1)
  const after = slash(at + 1)
  if (value === undefined) return undefined
  if (before !== undefined) {
    const actual = read(at - 2)
    const printed = parseDigits(/[\d.,]{0,40}\d/.exec(context.normalized.lower.slice(chunks[at]?.start, chunks[at]?.end))?.[0] ?? '')
    if (actual === undefined || printed === undefined || actual > 4 * printed || printed > 4 * actual) return undefined
    return value.form === 'money' || value.form === 'percent' || actual > printed ? { status: 'goal', slash: before } : undefined
  }
  if (after !== undefined && value.form === 'percent' && chunks[at + 2]?.tags.has('Percent')) return { status: 'result', slash: after }
  return undefined
}
