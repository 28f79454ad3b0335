import { CodeBuffer } from './codes.ts'

/** The hash of a piece of a text, by which a vocabulary finds it; `tokenize` makes it as it reads. */
export function hashOf(codes: Uint16Array, start: number, end: number): number {
  let hash = 0
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + (codes[i] as number)) | 0
  return hash
}

const own = new CodeBuffer()

/** A set of spellings with ids from 1 on. Looks a piece of a text up by its code units, without cutting it out. */
export class Vocabulary {
  readonly #words: string[] = ['']
  /** By id: the hash of a word, and where its code units begin in the pool; the next one's are behind them. */
  #hashes = new Int32Array(512)
  #begin = new Int32Array(513)
  #pool = new Uint16Array(4096)
  #table = new Int32Array(2048)

  /** The id of `word`, which is added when new. */
  add(word: string): number {
    const codes = own.load(word)
    const hash = hashOf(codes, 0, word.length)
    return this.find(codes, 0, word.length, hash) || this.#insert(word, codes, 0, word.length, hash)
  }

  /** The id of the piece `[start, end)` of a text, whose hash is `hash`; added when new. */
  addAt(codes: Uint16Array, start: number, end: number, hash: number): number {
    const known = this.find(codes, start, end, hash)
    if (known !== 0) return known
    // Not a piece of the text's own string, which would be kept with it.
    return this.#insert(stringOf(codes, start, end), codes, start, end, hash)
  }

  /** The id of the piece `[start, end)` of a text, whose hash is `hash`; 0 when there is none. */
  find(codes: Uint16Array, start: number, end: number, hash: number): number {
    const table = this.#table
    const hashes = this.#hashes
    const mask = table.length - 1
    for (let slot = slotOf(hash) & mask; ; slot = (slot + 1) & mask) {
      const id = table[slot] as number
      if (id === 0) return 0
      if (hashes[id] === hash && this.#isAt(id, codes, start, end)) return id
    }
  }

  /** The same, by its code units alone. */
  idOf(codes: Uint16Array, start: number, end: number): number {
    return this.find(codes, start, end, hashOf(codes, start, end))
  }

  /** How many words it holds, and one. */
  get size(): number {
    return this.#words.length
  }

  /** The word with this id. */
  wordOf(id: number): string {
    return this.#words[id] as string
  }

  #isAt(id: number, codes: Uint16Array, start: number, end: number): boolean {
    const from = this.#begin[id] as number
    const length = end - start
    if ((this.#begin[id + 1] as number) - from !== length) return false
    const pool = this.#pool
    for (let i = 0; i < length; i++) if (pool[from + i] !== codes[start + i]) return false
    return true
  }

  #insert(word: string, codes: Uint16Array, start: number, end: number, hash: number): number {
    const id = this.#words.push(word) - 1
    if (id + 2 > this.#begin.length) {
      this.#hashes = grown(this.#hashes, id * 2)
      this.#begin = grown(this.#begin, id * 2 + 1)
    }
    const from = this.#begin[id] as number
    const behind = from + end - start
    if (behind > this.#pool.length) {
      const pool = new Uint16Array(behind * 2)
      pool.set(this.#pool)
      this.#pool = pool
    }
    for (let i = start; i < end; i++) this.#pool[from + i - start] = codes[i] as number
    this.#hashes[id] = hash
    this.#begin[id + 1] = behind
    if (id * 3 > this.#table.length) this.#grow()
    else this.#place(id)
    return id
  }

  #grow(): void {
    this.#table = new Int32Array(this.#table.length * 2)
    for (let id = 1; id < this.#words.length; id++) this.#place(id)
  }

  #place(id: number): void {
    const mask = this.#table.length - 1
    let slot = slotOf(this.#hashes[id] as number) & mask
    while (this.#table[slot] !== 0) slot = (slot + 1) & mask
    this.#table[slot] = id
  }
}

const slotOf = (hash: number): number => hash ^ (hash >>> 15)

function grown(list: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(length)
  longer.set(list)
  return longer
}

// So many code units are given to a function at once.
const PIECE = 4096

function stringOf(codes: Uint16Array, start: number, end: number): string {
  let text = ''
  for (let i = start; i < end; i += PIECE) text += String.fromCharCode(...codes.subarray(i, Math.min(end, i + PIECE)))
  return text
}
