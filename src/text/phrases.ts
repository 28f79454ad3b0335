import { tokenize, Words } from './tokens.ts'

// Rows of the table of children: a node, a word, the node that the word leads to.
const ROW = 3

/**
 * A set of phrases (sequences of tokens) with entries: a tree by words, to be walked along the tokens of a text. Nodes are
 * numbers from 1 on, 0 is none; which node a word leads to stands in one table for all.
 */
export class PhraseSet<T> {
  readonly words: Words
  /** By node, the entries of the phrases that end there; undefined for none. */
  readonly entries: (readonly T[] | undefined)[] = [undefined]
  /** By node, a bit for each remainder by 32 of the words that lead on; 0 where none does. */
  #leads = new Int32Array(64)
  /** By word, the node of the phrases that begin with it. */
  #first = new Int32Array(1024)
  #children = new Int32Array(1024 * ROW)
  #count = 0

  constructor(words = new Words()) {
    this.words = words
  }

  /** Adds a phrase, given as its match key (`matchKey`). */
  add(key: string, entry: T): void {
    const [head, ...rest] = split(key).map(word => this.words.add(word))
    if (head === undefined) return
    if (head >= this.#first.length) this.#first = grown(this.#first, head * 2)
    let node = (this.#first[head] ||= this.#node())
    for (const word of rest) node = this.next(node, word) || this.#child(node, word)
    this.entries[node] = [...(this.entries[node] ?? []), entry]
  }

  /** The node of the phrases that begin with a word; 0 when there are none. */
  first(word: number): number {
    return word < this.#first.length ? (this.#first[word] as number) : 0
  }

  /** The node that a word leads to from another; 0 for none. */
  next(node: number, word: number): number {
    if (((this.#leads[node] as number) & (1 << (word & 31))) === 0) return 0
    const children = this.#children
    for (let row = rowOf(node, word, children); children[row] !== 0; row = behind(row, children))
      if (children[row] === node && children[row + 1] === word) return children[row + 2] as number
    return 0
  }

  #node(): number {
    const node = this.entries.push(undefined) - 1
    if (node >= this.#leads.length) this.#leads = grown(this.#leads, node * 2)
    return node
  }

  #child(node: number, word: number): number {
    if (++this.#count * ROW * 3 > this.#children.length) this.#grow()
    const child = this.#node()
    this.#leads[node] = (this.#leads[node] as number) | (1 << (word & 31))
    place(this.#children, node, word, child)
    return child
  }

  #grow(): void {
    const old = this.#children
    this.#children = new Int32Array(old.length * 2)
    for (let row = 0; row < old.length; row += ROW)
      if (old[row] !== 0) place(this.#children, old[row] as number, old[row + 1] as number, old[row + 2] as number)
  }
}

/** Where a word behind a node is looked for first. The number of rows is a power of two. */
function rowOf(node: number, word: number, children: Int32Array): number {
  const hash = Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b)
  return ((hash ^ (hash >>> 15)) & (children.length / ROW - 1)) * ROW
}

const behind = (row: number, { length }: Int32Array): number => (row + ROW === length ? 0 : row + ROW)

function place(children: Int32Array, node: number, word: number, child: number): void {
  let row = rowOf(node, word, children)
  while (children[row] !== 0) row = behind(row, children)
  children[row] = node
  children[row + 1] = word
  children[row + 2] = child
}

function grown(list: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(length)
  longer.set(list)
  return longer
}

const NO_WORDS = new Words()
/** The tokens of a match key, as strings. */
export function split(key: string): string[] {
  const { length, start, end } = tokenize(key, NO_WORDS)
  return Array.from({ length }, (_, i) => key.slice(start[i], end[i]))
}
