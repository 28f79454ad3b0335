/** How alike two phrases are, whatever their case, spacing and punctuation. */

/** A phrase as it is compared: composed, lower case, single spaces. */
export function comparable(text: string | null | undefined): string {
  return (text ?? '').normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** Words of a phrase as it is compared. */
export function wordsOf(text: string | null | undefined): string[] {
  return comparable(text).match(/[\p{L}\p{N}_]+/gu) ?? []
}

/** Share of words that two phrases have in common (F1 over words with their counts), 0 to 1. */
export function wordOverlap(a: string | null | undefined, b: string | null | undefined): number {
  const words = wordsOf(a)
  const others = wordsOf(b)
  const left = new Map<string, number>()
  for (const word of words) left.set(word, (left.get(word) ?? 0) + 1)
  let common = 0
  for (const word of others) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    left.set(word, count - 1)
    common++
  }
  return common === 0 ? 0 : (2 * common) / (words.length + others.length)
}
