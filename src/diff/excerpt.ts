import { oneLine } from '../text/visible.ts'
import type { Change } from './change.ts'
import type { ArticleDiff } from './diff.ts'

// So much of a line is shown on either side of what changed.
const AROUND = 90

/** The words that a change stands in, what changed in marks, in one line; empty where the text is not at hand. */
export function excerptOf(article: ArticleDiff, change: Change): string {
  const text = change.after === null ? article.texts.before : (article.texts.after ?? article.texts.before)
  const record = change.after ?? change.before
  if (text === null || record === null) return ''
  const { start, end } = record.anchor
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const newline = text.indexOf('\n', end)
  const lineEnd = newline < 0 ? text.length : newline
  const before = text.slice(Math.max(lineStart, start - AROUND), start)
  const after = text.slice(end, Math.min(lineEnd, end + AROUND))
  // The sentence itself begins behind the last stop; what is cut is cut between words.
  const begin = Math.max(before.lastIndexOf('. '), before.lastIndexOf('; ')) + 1
  const head = begin > 0 ? before.slice(begin).trimStart() : start - AROUND > lineStart ? `…${before.slice(before.indexOf(' '))}` : before
  const stop = /[.;](?=\s|$)/.exec(after)
  const tail =
    stop !== null ? after.slice(0, stop.index + 1) : end + AROUND < lineEnd ? `${after.slice(0, after.lastIndexOf(' '))} …` : after
  return oneLine(`${head}⟦${text.slice(start, end)}⟧${tail}`)
}
