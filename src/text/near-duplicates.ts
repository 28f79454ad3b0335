/** The article a text was copied from, and how alike they are: the share of their word sequences that they have in common. */
export interface NearDuplicate {
  readonly original: string
  readonly similarity: number
}

/** What is needed of an article to compare it. */
export interface Comparable {
  readonly id: string
  readonly text: string
  readonly published: string | null
  /** `bandsOf` its text, where somebody has it already. */
  readonly bands?: Int32Array | undefined
}

const SHINGLE_WORDS = 4
/** How many keys a text has. */
export const BANDS = 16
const ROWS = 4
const HASHES = BANDS * ROWS
/** From here on two texts are taken for copies. */
const SIMILAR = 0.82
/** Copies carry the same figures; two years of one report do not. */
const SAME_NUMBERS = 0.7
const MOST_CANDIDATES = 24

/**
 * Finds syndicated copies: for each article that is nearly the same text as an earlier one, that original. The original of
 * a group is the one published first (undated ones last), then the one with the smallest id. Linear in the size of the
 * texts; the result does not depend on their order.
 */
export function nearDuplicates(articles: readonly Comparable[]): Map<string, NearDuplicate> {
  const ordered = [...new Map(articles.map(article => [article.id, article])).values()].toSorted(byAge)
  const bands = new Int32Array(BANDS * ordered.length)
  for (const [i, article] of ordered.entries()) bands.set(article.bands ?? bandsOf(article.text), BANDS * i)
  // Most keys are one article's alone: nothing is found under them, and a bucket for each would fill the memory.
  const shared = sharedIn(bands)
  const buckets = new Map<number, Comparable[]>()
  const found = new Map<string, NearDuplicate>()
  for (const [i, article] of ordered.entries()) {
    const keys = [...bands.subarray(BANDS * i, BANDS * i + BANDS)].filter(key => shared.has(key))
    if (keys.length === 0) continue
    const best = bestOf(article, candidatesOf(keys, buckets))
    if (best !== undefined) {
      found.set(article.id, best)
      continue
    }
    // Only originals are compared with, so that no chain of small changes joins what is different.
    for (const key of keys) {
      const bucket = buckets.get(key)
      if (bucket === undefined) buckets.set(key, [article])
      else if (bucket.length < MOST_CANDIDATES) bucket.push(article)
    }
  }
  return found
}

function byAge(a: Comparable, b: Comparable): number {
  const [x, y] = [a.published ?? '9999', b.published ?? '9999']
  if (x !== y) return x < y ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

function candidatesOf(keys: readonly number[], buckets: ReadonlyMap<number, readonly Comparable[]>): ReadonlySet<Comparable> {
  const candidates = new Set<Comparable>()
  for (const key of keys) {
    for (const candidate of buckets.get(key) ?? []) {
      if (candidates.size >= MOST_CANDIDATES) return candidates
      candidates.add(candidate)
    }
  }
  return candidates
}

function bestOf(article: Comparable, candidates: ReadonlySet<Comparable>): NearDuplicate | undefined {
  if (candidates.size === 0) return undefined
  const { text } = article
  const [shingles, numbers] = [shinglesOf(text), numbersOf(text)]
  let best: { candidate: Comparable; similarity: number } | undefined
  for (const candidate of candidates) {
    const other = candidate.text
    const similarity = jaccard(shingles, shinglesOf(other))
    if (similarity < SIMILAR || jaccard(numbers, numbersOf(other)) < SAME_NUMBERS) continue
    if (best === undefined || similarity > best.similarity || (similarity === best.similarity && byAge(candidate, best.candidate) < 0)) {
      best = { candidate, similarity }
    }
  }
  return best === undefined ? undefined : { original: best.candidate.id, similarity: Math.round(best.similarity * 1000) / 1000 }
}

function jaccard<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  if (a.size === 0 && b.size === 0) return 1
  let common = 0
  for (const x of a) if (b.has(x)) common++
  return common / (a.size + b.size - common)
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu

function wordsOf(text: string): readonly string[] {
  return text.normalize('NFC').toLowerCase().match(WORD) ?? []
}

function numbersOf(text: string): ReadonlySet<string> {
  return new Set(text.match(/\d+(?:[.,]\d+)*/g) ?? [])
}

// Sequences of words as 32-bit hashes; a text of fewer words is one sequence.
function shinglesOf(text: string): ReadonlySet<number> {
  const hashes = wordsOf(text).map(hashOf)
  const shingles = new Set<number>()
  const last = Math.max(0, hashes.length - SHINGLE_WORDS)
  for (let i = 0; i <= last; i++) {
    let hash = 0
    for (let k = i; k < Math.min(i + SHINGLE_WORDS, hashes.length); k++) hash = mix(hash ^ (hashes[k] as number), k - i + 1)
    shingles.add(hash)
  }
  return shingles
}

// FNV-1a over the code units.
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash
}

// The finalizer of MurmurHash3, with a seed: good enough as one of a family of hash functions.
function mix(value: number, seed: number): number {
  let hash = (value + Math.imul(seed, 0x9e3779b1)) | 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) | 0
}

function signatureOf(shingles: ReadonlySet<number>): Int32Array {
  const signature = new Int32Array(HASHES).fill(0x7fffffff)
  for (const shingle of shingles) {
    for (let i = 0; i < HASHES; i++) {
      const hash = mix(shingle, i + 1)
      if (hash < (signature[i] as number)) signature[i] = hash
    }
  }
  return signature
}

/** The keys under which a text meets those that are nearly the same: texts that agree in all rows of a band have its key in common. */
export function bandsOf(text: string): Int32Array {
  const signature = signatureOf(shinglesOf(text))
  return Int32Array.from({ length: BANDS }, (_, band) => {
    let key = band + 1
    for (let row = 0; row < ROWS; row++) key = mix(key ^ (signature[band * ROWS + row] as number), row + 1)
    return key
  })
}

/** The keys that stand there more than once. */
function sharedIn(bands: Int32Array): ReadonlySet<number> {
  const sorted = bands.toSorted()
  const shared = new Set<number>()
  for (let i = 1; i < sorted.length; i++) if (sorted[i] === sorted[i - 1]) shared.add(sorted[i] as number)
  return shared
}
