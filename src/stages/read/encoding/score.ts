import { isSyllable } from '../../../text/syllable.ts'

/** How much a text looks like Vietnamese: words with letters beyond ASCII that are syllables, and those that are not. */
export interface Score {
  readonly good: number
  readonly bad: number
  /** All words that were looked at, with letters beyond ASCII or not. */
  readonly words: number
}

// Symbols that stand inside words only where bytes were read in the wrong encoding.
const WORD = /[\p{L}\p{M}\u0080-\u00bf\u00d7\u00f7\u02c6\u02dc\u2013-\u203a\u20ac\u2122\ufffd]+/gu
const BEYOND_ASCII = /[^\u0000-\u007f]/
const EDGE_SYMBOLS = /^[^\p{L}\p{M}]{1,40}|[^\p{L}\p{M}]{1,40}$/gu
const SAMPLE_WORDS = 4000
// So many words stand in far less, of text or of a page without its markup.
const SAMPLE_CHARS = 1_000_000

/** Counts the words of a text (its first ones, if there are very many) by whether they are spelled as Vietnamese. */
export function score(text: string): Score {
  let good = 0
  let bad = 0
  let words = 0
  for (const [found] of text.slice(0, SAMPLE_CHARS).matchAll(WORD)) {
    if (words >= SAMPLE_WORDS) break
    words++
    if (!BEYOND_ASCII.test(found)) continue
    const word = found.length > 40 ? found : found.replace(EDGE_SYMBOLS, '').normalize('NFC').toLowerCase()
    // Punctuation that stands alone tells nothing.
    if (word === '' || !BEYOND_ASCII.test(word)) continue
    if (isSyllable(word.replaceAll('ð', 'đ'))) good++
    else bad++
  }
  return { good, bad, words }
}

/** Whether a score is that of Vietnamese text in its right encoding. */
export function isVietnamese({ good, bad, words }: Score): boolean {
  // Every second word of Vietnamese has such a letter; in markup and tables it is still one of twenty.
  return good >= 3 && good >= 4 * bad && good * 20 >= words
}

/** Order of scores, the better first. */
export function better(a: Score, b: Score): number {
  return b.good - b.bad - (a.good - a.bad)
}
