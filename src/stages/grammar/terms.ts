import type { Chunk } from '../../model/frame.ts'

/** The chunks of a sentence as the executor reads them: a bit for each tag that some pattern names. */
export interface Terms {
  readonly length: number
  readonly low: Int32Array
  readonly high: Int32Array
  readonly chunks: readonly Chunk[]
}

/** A set of tags as bits. */
export interface TagBits {
  readonly low: number
  readonly high: number
}

const MOST_TAGS = 64
const NO_BITS: TagBits = { low: 0, high: 0 }
const indices = new Map<string, number>()
// Chunks share one set for each combination of tags.
let known = new WeakMap<ReadonlySet<string>, TagBits>()

/** The bit of a tag; undefined when there are too many tags. */
export function bitOf(tag: string): TagBits | undefined {
  let index = indices.get(tag)
  if (index === undefined) {
    if (indices.size === MOST_TAGS) return undefined
    index = indices.size
    indices.set(tag, index)
    known = new WeakMap()
  }
  return index < 32 ? { low: 1 << index, high: 0 } : { low: 0, high: 1 << (index - 32) }
}

/** Two sets of tags in one. */
export function union(a: TagBits, b: TagBits): TagBits {
  return { low: a.low | b.low, high: a.high | b.high }
}

/** The chunks of one sentence, ready to be matched. */
export function termsOf(chunks: readonly Chunk[]): Terms {
  const { length } = chunks
  const low = new Int32Array(length)
  const high = new Int32Array(length)
  for (let i = 0; i < length; i++) {
    const bits = bitsOf((chunks[i] as Chunk).tags)
    low[i] = bits.low
    high[i] = bits.high
  }
  return { length, low, high, chunks }
}

function bitsOf(tags: ReadonlySet<string>): TagBits {
  const found = known.get(tags)
  if (found !== undefined) return found
  let bits = NO_BITS
  for (const tag of tags) if (indices.has(tag)) bits = union(bits, bitOf(tag) ?? NO_BITS)
  known.set(tags, bits)
  return bits
}
