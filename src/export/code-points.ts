/** The code-point offset of each UTF-16 offset of a text. */
export type CodePoints = (offset: number) => number

/** Makes the offsets of a text; most texts have no character outside the BMP and cost nothing. */
export function codePointsOf(text: string): CodePoints {
  if (!/[\ud800-\udbff]/.test(text)) return offset => offset
  const counts = new Uint32Array(text.length + 1)
  for (let i = 0, seen = 0; i < text.length; i++) {
    counts[i] = seen
    // The second half of a pair counts with the first.
    const code = text.charCodeAt(i)
    if (!(code >= 0xd800 && code < 0xdc00)) seen++
    counts[i + 1] = seen
  }
  return offset => counts[offset] as number
}
