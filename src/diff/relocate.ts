import type { Span } from '../model/span.ts'

const CONTEXT = 32
// More places than this of one quote are not all weighed: the nearest ones are.
const MOST = 64

/**
 * Where a span of an old text stands in a new one: the place of its quote whose surroundings agree best with the old ones,
 * the nearest of equals; null where the quote is gone.
 */
export function relocate(before: string, after: string, span: Span): Span | null {
  const quote = before.slice(span.start, span.end)
  if (quote === '') return null
  // A text that changed only behind or before the span is the usual case.
  let best: { readonly at: number; readonly worth: number } | null = null
  for (const at of placesOf(after, quote, span.start)) {
    const worth =
      commonBefore(before, span.start, after, at) +
      commonAfter(before, span.end, after, at + quote.length) -
      Math.abs(at - span.start) * 1e-6
    if (best === null || worth > best.worth) best = { at, worth }
  }
  // A short quote without anything of its surroundings could stand anywhere.
  if (best === null || (best.worth < 1 && quote.length < 8)) return null
  return { start: best.at, end: best.at + quote.length }
}

function placesOf(text: string, quote: string, near: number): number[] {
  const places: number[] = []
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) places.push(at)
  return places.length <= MOST ? places : places.toSorted((a, b) => Math.abs(a - near) - Math.abs(b - near)).slice(0, MOST)
}

function commonBefore(a: string, aEnd: number, b: string, bEnd: number): number {
  let n = 0
  while (n < CONTEXT && aEnd - n > 0 && bEnd - n > 0 && a[aEnd - n - 1] === b[bEnd - n - 1]) n++
  return n
}

function commonAfter(a: string, aStart: number, b: string, bStart: number): number {
  let n = 0
  while (n < CONTEXT && aStart + n < a.length && bStart + n < b.length && a[aStart + n] === b[bStart + n]) n++
  return n
}
