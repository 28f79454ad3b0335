import { type CodePoints, codePointsOf } from './code-points.ts'
import { word } from './compare.ts'
import { hashOf } from './published.ts'
import type { Line } from './table.ts'

/** What is wrong with the spans of a line, as a sentence each; `text` is the article's text layer where the dataset has it, with its code points. */
export function wrongSpans(
  line: Line,
  chars: number,
  text: string | null,
  codePoints: CodePoints | null = text === null ? null : codePointsOf(text)
): string[] {
  const found: string[] = []
  const check = (value: unknown, path: string): void => {
    if (value === null || typeof value !== 'object') return
    if (!Array.isArray(value) && 'start' in value && 'end' in value) {
      const wrong = wrongSpan(value as Line, chars, text, codePoints)
      if (wrong !== undefined) found.push(`${path === '' ? 'its span' : path} ${wrong}`)
    }
    for (const [key, item] of Object.entries(value)) check(item, path === '' ? key : `${path}.${key}`)
  }
  check(line, '')
  return found
}

function wrongSpan(span: Line, chars: number, text: string | null, codePoints: CodePoints | null): string | undefined {
  const { start, end, quote } = span
  if (typeof start !== 'number' || typeof end !== 'number') return undefined
  if (start > end || end > chars) return `(${start}–${end}) does not lie in the article, which has ${chars} code units`
  if (text === null || codePoints === null) return undefined
  const found = text.slice(start, end)
  if (codePoints(start) !== span['start_cp'] || codePoints(end) !== span['end_cp'])
    return `(${start}–${end}) is not where its code points are (${word(span['start_cp'])}–${word(span['end_cp'])})`
  if (quote !== undefined && quote !== found) return `(${start}–${end}) is not where its quote stands: ${JSON.stringify(found)} does`
  return 'quote_sha256' in span && hashOf(found) !== span['quote_sha256'] ? `(${start}–${end}) has the hash of another quote` : undefined
}
