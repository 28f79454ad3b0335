const LETTER = /\p{L}/u

/** Whole words, wherever they stand in a text in lower case; each of `alternatives` is a row of a pattern. */
export function wholeWords(...alternatives: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
}

/** Whether a text in lower case has no other words than these; numbers and marks do not count. */
export const hasOnly = (text: string, words: RegExp): boolean => !LETTER.test(text.replace(words, ' '))
