import { CharacterClass, classAt } from './characters.ts'

/** Words, numbers and single punctuation marks of a text, as offsets: no object a token. */
export interface Tokens {
  /** The lower-case text that was cut. */
  readonly text: string
  readonly length: number
  readonly start: Int32Array
  readonly end: Int32Array
  /** Id in the vocabulary the tokens were looked up in; 0 for a token it does not hold. */
  readonly word: Int32Array
}

/** The hash of a piece of a text, by which a vocabulary finds it; `tokenize` makes it as it reads. */
export function hashOf(text: string, start: number, end: number): number {
  let hash = 0
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0
  return hash
}

/**
 * A closed set of lower-case tokens with ids from 1 on. Looks a token up by the characters of the text, without
 * cutting it out.
 */
export class Vocabulary {
  readonly #ids = new Map<string, number>()
  readonly #words: string[] = ['']
  #table = new Int32Array(1024)

  /** The id of `word`, which is added when new. */
  add(word: string): number {
    const known = this.#ids.get(word)
    if (known !== undefined) return known
    const id = this.#words.length
    this.#words.push(word)
    this.#ids.set(word, id)
    if (id * 3 > this.#table.length) this.#grow()
    else this.#place(id)
    return id
  }

  /** How many words it holds, and one. */
  get size(): number {
    return this.#words.length
  }

  /** The word with this id. */
  wordOf(id: number): string {
    return this.#words[id] as string
  }

  #grow(): void {
    this.#table = new Int32Array(this.#table.length * 2)
    for (let id = 1; id < this.#words.length; id++) this.#place(id)
  }

  #place(id: number): void {
    const word = this.#words[id] as string
    const hash = hashOf(word, 0, word.length)
    const mask = this.#table.length - 1
    let slot = (hash ^ (hash >>> 15)) & mask
    while (this.#table[slot] !== 0) slot = (slot + 1) & mask
    this.#table[slot] = id
  }

  /** The id of the token at `[start, end)` of a lower-case text, whose hash is `hash`; 0 when there is none. */
  find(text: string, start: number, end: number, hash: number): number {
    const mask = this.#table.length - 1
    const length = end - start
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const id = this.#table[slot] as number
      if (id === 0) return 0
      const word = this.#words[id] as string
      if (word.length !== length) continue
      let i = 0
      while (i < length && word.charCodeAt(i) === text.charCodeAt(start + i)) i++
      if (i === length) return id
    }
  }
}

/** Whether a separator stands between two digits (`62,7`, `1.500`). */
function isInsideNumber(text: string, i: number): boolean {
  const c = text.charCodeAt(i)
  return (c === 46 || c === 44) && i + 1 < text.length && classAt(text, i + 1) === CharacterClass.DIGIT
}

// Grown as needed and copied from: a text has about a quarter as many tokens as code units.
let starts = new Int32Array(4096)
let ends = new Int32Array(4096)
let words = new Int32Array(4096)

/** Cuts a lower-case text into tokens and looks each up in `vocabulary`. Linear in the text. */
export function tokenize(text: string, vocabulary: Vocabulary): Tokens {
  if (starts.length < text.length) {
    starts = new Int32Array(text.length * 2)
    ends = new Int32Array(text.length * 2)
    words = new Int32Array(text.length * 2)
  }
  let length = 0
  for (let i = 0; i < text.length; ) {
    const kind = classAt(text, i)
    if (kind === CharacterClass.SPACE) {
      i++
      continue
    }
    const from = i
    let hash = 0
    if (kind === CharacterClass.OTHER) {
      hash = text.charCodeAt(i++)
    } else {
      do hash = (Math.imul(hash, 31) + text.charCodeAt(i++)) | 0
      while (i < text.length && (classAt(text, i) === kind || (kind === CharacterClass.DIGIT && isInsideNumber(text, i))))
    }
    starts[length] = from
    ends[length] = i
    words[length] = vocabulary.find(text, from, i, hash)
    length++
  }
  return { text, length, start: starts.slice(0, length), end: ends.slice(0, length), word: words.slice(0, length) }
}

/** The index of the first token in `[from, to)` that starts at or after `offset`, or `to`. */
export function tokenAt(tokens: Tokens, offset: number, from = 0, to = tokens.length): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens.start[middle] as number) < offset) low = middle + 1
    else high = middle
  }
  return low
}
