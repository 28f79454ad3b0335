import { type Tokens, tokenize, Vocabulary } from './tokens.ts'

interface Node<T> {
  readonly next: Map<number, Node<T>>
  entries: T[]
}

/** A set of phrases (sequences of tokens) with entries, found on token boundaries in one pass. */
export class PhraseSet<T> {
  readonly vocabulary: Vocabulary
  readonly #first: (Node<T> | undefined)[] = []

  constructor(vocabulary = new Vocabulary()) {
    this.vocabulary = vocabulary
  }

  /** Adds a phrase, given as its match key (`matchKey`). */
  add(key: string, entry: T): void {
    const words = split(key).map(word => this.vocabulary.add(word))
    const [head, ...rest] = words
    if (head === undefined) return
    let node: Node<T> = (this.#first[head] ??= { next: new Map(), entries: [] })
    for (const word of rest) {
      const child: Node<T> = node.next.get(word) ?? { next: new Map(), entries: [] }
      node.next.set(word, child)
      node = child
    }
    node.entries.push(entry)
  }

  /** Calls `visit` for every phrase that begins at token `index`, shortest first; `end` is the index after its last token. */
  at(tokens: Tokens, index: number, visit: (entry: T, end: number) => void): void {
    let node = this.#first[tokens.word[index] as number]
    for (let i = index + 1; node !== undefined; i++) {
      for (const entry of node.entries) visit(entry, i)
      if (i >= tokens.length) return
      node = node.next.get(tokens.word[i] as number)
    }
  }
}

const EMPTY = new Vocabulary()
/** The tokens of a match key, as strings. */
export function split(key: string): string[] {
  const tokens = tokenize(key, EMPTY)
  return Array.from({ length: tokens.length }, (_, i) => key.slice(tokens.start[i], tokens.end[i]))
}
