import type { Span } from '../../model/span.ts'
import type { Excerpt } from '../../review/item.ts'

// A line without full stops would fill the page.
const MOST = 600

/** The sentence of a text that a span stands in, told by line ends and full stops; of a very long one the part around the span. */
export function excerptAt(text: string, { start, end }: Span): Excerpt {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const newline = text.indexOf('\n', Math.max(start, end - 1))
  const lineEnd = newline < 0 ? text.length : newline
  const line = text.slice(Math.max(lineStart, start - MOST), Math.min(lineEnd, end + MOST))
  const from = Math.max(lineStart, start - MOST)
  let [first, last] = [from, from + line.length]
  for (const stop of line.matchAll(/[.!?…]["”’)]*\s+(?=["“‘(]*[\p{Lu}\d])/gu)) {
    const at = from + stop.index + stop[0].length
    if (at <= start) first = at
    else if (at >= end) {
      last = at
      break
    }
  }
  return { start: first, text: text.slice(first, last).trimEnd() }
}
