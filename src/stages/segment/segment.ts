import type { LineKind, NormalizedText, Sentence } from '../../model/text.ts'
import { isDigitAt, isLetterAt, isLowerAt, isUpperAt } from '../../text/characters.ts'
import { ABBREVIATIONS, OPEN_ABBREVIATIONS } from './abbreviations.ts'
import { lineKinds } from './lines.ts'

const CLOSING = new Set(['"', '”', '’', "'", ')', ']', '»', '}'])
const OPENING = new Set(['"', '“', '‘', "'", '(', '[', '«', '{', '-', '–', '+', '*', '•'])

/**
 * Cuts the text into sentences, headings and list items. A line end always ends one; inside a line a sentence ends at
 * `.`, `!`, `?`, `…` with its closing quotes, unless the stop belongs to a number, an abbreviation, initials or an ellipsis
 * that goes on in lower case. Linear; sentences are in order and together hold all characters but white space.
 */
export function segment(normalized: NormalizedText): Sentence[] {
  const { text } = normalized
  const sentences: Sentence[] = []
  let lineStart = 0
  let line = 0
  const kinds = lineKinds(text)
  while (lineStart <= text.length) {
    let lineEnd = text.indexOf('\n', lineStart)
    if (lineEnd < 0) lineEnd = text.length
    if (lineEnd > lineStart) {
      const { kind, depth, bodyStart } = kinds[line] as { kind: LineKind; depth: number; bodyStart: number }
      for (const [start, end] of cut(text, lineStart, lineEnd, bodyStart)) {
        sentences.push({ index: sentences.length, start, end, line, kind, depth })
      }
    }
    line++
    lineStart = lineEnd + 1
  }
  return sentences
}

// What sentences are read for is linear in their number only; no sentence of a text is longer, only what has no stops.
const LONGEST = 2000
// Each number of a sentence is read beside all others; of 7,000 articles no sentence, nor any table without stops, has as many.
const MOST_NUMBERS = 272

/** Adds `[start, end)`, cut at spaces where it is longer, or holds more numbers, than any sentence. */
function pieces(text: string, start: number, end: number, spans: [number, number][]): void {
  let from = start
  for (;;) {
    const most = longestFrom(text, from, end)
    if (most === end) break
    const space = text.slice(from, most).lastIndexOf(' ')
    const to = space > 0 ? from + space : most
    spans.push([from, to])
    from = space > 0 ? to + 1 : to
  }
  spans.push([from, end])
}

/** How far a sentence may reach that begins at `from`, at most to `end`. */
function longestFrom(text: string, from: number, end: number): number {
  const most = Math.min(end, from + LONGEST)
  if (most - from < 2 * MOST_NUMBERS) return most
  let numbers = 0
  for (let i = from; i < most; i++) {
    if (!isDigitAt(text, i) || isDigitAt(text, i - 1) || (isSeparator(text, i - 1) && isDigitAt(text, i - 2))) continue
    if (++numbers > MOST_NUMBERS) return i
  }
  return most
}

/** Whether a mark parts the digits of one number (`1.000`, `2,5`). */
const isSeparator = (text: string, at: number): boolean => text[at] === '.' || text[at] === ','

/** Sentence spans of one line, without white space at their edges. `bodyStart` is behind the line's bullet or number. */
function cut(text: string, lineStart: number, lineEnd: number, bodyStart: number): [number, number][] {
  const spans: [number, number][] = []
  let start = lineStart
  const push = (end: number) => {
    let s = start
    let e = end
    while (s < e && text[s] === ' ') s++
    while (e > s && text[e - 1] === ' ') e--
    if (e > s) pieces(text, s, e, spans)
    start = end
  }
  for (let i = Math.max(lineStart, bodyStart); i < lineEnd; i++) {
    const c = text.charCodeAt(i)
    if (c !== 46 && c !== 33 && c !== 63 && c !== 0x2026) continue
    let after = i + 1
    while (after < lineEnd && (text[after] === '.' || text[after] === '!' || text[after] === '?' || text[after] === '…')) after++
    while (after < lineEnd && CLOSING.has(text[after] as string)) after++
    if (endsSentence(text, i, after, start, lineEnd)) {
      push(after)
    }
    i = after - 1
  }
  push(lineEnd)
  return spans
}

/** Whether the stop at `stop` (its run and closing quotes end at `after`) ends the sentence that began at `start`. */
function endsSentence(text: string, stop: number, after: number, start: number, lineEnd: number): boolean {
  if (after >= lineEnd) return true
  let next = after
  while (next < lineEnd && text[next] === ' ') next++
  if (next >= lineEnd) return true
  const isSpaced = next > after
  let first = next
  while (first < lineEnd && OPENING.has(text[first] as string)) first++
  const mark = text[stop]
  const isEllipsis = mark === '…' || text.startsWith('...', stop) || (mark === '.' && text[stop + 1] === '.')
  const hasClosing = CLOSING.has(text[after - 1] as string)
  if (!isSpaced) return isGluedEnd(text, stop, after, isEllipsis || mark !== '.', first)
  // `… gì? ", anh hỏi`, `Bị cáo nói gì? ".`: a closing quote set off by a space still belongs to the question.
  if (text[next] === '"' && (mark === '!' || mark === '?') && /^"\s?[.,;…)-]/.test(text.slice(next, next + 3))) return false
  // `"…?" - tôi hỏi`: who spoke goes on in the same sentence.
  if (
    hasClosing &&
    mark !== '.' &&
    /^[-–,] ?/.test(text.slice(next, next + 2)) &&
    isLowerAt(text, text[next + 1] === ' ' ? next + 2 : next + 1)
  )
    return false
  // A quotation that begins in small letters begins a sentence all the same.
  if (text[next] === '"' && isLetterAt(text, next + 1) && isLowerAt(text, next + 1) && !isAbbreviation(text, stop, start, first))
    return true
  // `25. 000 hộ dân`: a number torn apart.
  if (
    mark === '.' &&
    isDigitAt(text, stop - 1) &&
    /^\d{3}(?!\d)/.test(text.slice(next, next + 4)) &&
    !/\d{4}$/.test(text.slice(Math.max(0, stop - 4), stop))
  )
    return false
  const startsNew = isUpperAt(text, first) || isDigitAt(text, first) || first > next
  if (mark === '!' || mark === '?')
    return hasClosing || isUpperAt(text, first)
      ? isUpperAt(text, first) || isDigitAt(text, first) || first > next
      : startsNew && !isLowerAt(text, first)
  if (isEllipsis) return isUpperAt(text, first) || (first > next && isUpperAt(text, first))
  if (!startsNew || isLowerAt(text, first)) return false
  return !isAbbreviation(text, stop, start, first)
}

/** A stop without a space behind it ends a sentence only between a lower-case word (or a number's unit) and a capital. */
function isGluedEnd(text: string, stop: number, after: number, isStrong: boolean, first: number): boolean {
  if (!isUpperAt(text, first) || first > after + 1) return false
  // `TP.Đà Nẵng`, `57.NQ`, `Th.S`: a capital or a digit in front is no sentence; a word of three letters or more is.
  if (isStrong) return isLetterAt(text, stop - 1) || CLOSING.has(text[stop - 1] as string) || isDigitAt(text, stop - 1)
  if (CLOSING.has(text[after - 1] as string)) return true
  let from = stop
  while (from > 0 && isLetterAt(text, from - 1)) from--
  const word = text.slice(from, stop)
  if (word.length < 2 || ABBREVIATIONS.has(word.toLowerCase())) return text[stop - 1] === '%'
  return isLowerAt(text, stop - 1) && isLowerAt(text, first + 1)
}

/** Whether the full stop at `stop` belongs to an abbreviation, initials or a list number. */
function isAbbreviation(text: string, stop: number, start: number, first: number): boolean {
  let from = stop
  while (from > start && text[from - 1] !== ' ' && !OPENING.has(text[from - 1] as string)) from--
  const token = text.slice(from, stop).toLowerCase()
  if (token === '') return false
  if (OPEN_ABBREVIATIONS.has(token)) return false
  if (ABBREVIATIONS.has(token) || ABBREVIATIONS.has(token.slice(token.lastIndexOf('.') + 1))) {
    // `P.` and `Q.` are places before a name or number; a longer word in front of a stop in capitals ends a sentence (`GRDP.`).
    return true
  }
  // One letter: an initial (`B.Đ.N`) or a place word; a lone digit or Roman numeral at the start is a list number.
  if (/^\p{Lu}$/u.test(text.slice(from, stop)) || /^(?:\p{Lu}\.)+\p{Lu}$/u.test(text.slice(from, stop))) return isUpperAt(text, first)
  return from === start && /^(?:\d{1,2}(?:\.\d{1,2})*|[ivxlc]{1,5}|[a-zđ])$/.test(token) && isUpperAt(text, first)
}
