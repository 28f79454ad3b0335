import distance from 'natural/lib/natural/distance/index.js'

const NEIGHBORS_SWAP = { restricted: true }

/** Whether two words are one edit apart: a letter more, less or other, or two neighbors that changed places. */
export function isOneEditApart(a: string, b: string): boolean {
  const more = a.length - b.length
  return more <= 1 && more >= -1 && distance.DamerauLevenshteinDistance(a, b, NEIGHBORS_SWAP) === 1
}
