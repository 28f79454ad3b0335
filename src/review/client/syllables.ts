/** A stretch of a text, in UTF-16 code units. */
interface Ends {
  readonly start: number
  readonly end: number
}

/** The stretch from the beginning of the syllable or number it begins in to the end of the one it ends in, without blanks around. */
export function wholeSyllables(text: string, { start, end }: Ends): Ends | null {
  let [from, to] = [Math.max(0, start), Math.min(text.length, end)]
  while (from < to && /\s/.test(text[from] ?? '')) from++
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--
  if (from >= to) return null
  while (isInside(text, from)) from--
  while (isInside(text, to)) to++
  return { start: from, end: to }
}

// Between two letters or digits, or at the sign inside a number: `2|5`, `1|.5`, `1.|5`.
function isInside(text: string, at: number): boolean {
  const [before, after] = [text[at - 1], text[at]]
  if (before === undefined || after === undefined) return false
  if (isWord(before) && isWord(after)) return true
  const isSign = (c: string) => c === '.' || c === ','
  const isDigit = (c: string | undefined) => c !== undefined && /\d/.test(c)
  return (isDigit(before) && isSign(after) && isDigit(text[at + 1])) || (isSign(before) && isDigit(after) && isDigit(text[at - 2]))
}

/** Whether a character is part of a syllable or a number. */
export function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{M}\p{N}\ud800-\udfff]/u.test(character)
}
