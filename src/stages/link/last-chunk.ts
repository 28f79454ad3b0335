import type { Chunk } from '../../model/frame.ts'
import { lastBefore } from '../../text/last-before.ts'

/** Looks for the last chunk of a sentence before an index that has one of some tags, or else fits; -1 for none. */
export function lastChunk(
  tags: readonly string[],
  fits: (c: Chunk) => boolean = () => false
): (chunks: readonly Chunk[], before: number) => number {
  return lastBefore<Chunk>(c => tags.some(t => c.tags.has(t)) || fits(c))
}
