import { tokenize, Vocabulary } from './tokens.ts'

/** What may follow the words read so far, and the phrases that end with them. */
export interface Node<T> {
  /** By word; undefined where nothing follows. */
  next: Map<number, Node<T>> | undefined
  readonly entries: T[]
}

/** A set of phrases (sequences of tokens) with entries: a tree by words, to be walked along the tokens of a text. */
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
    // A list without holes is read faster.
    while (this.#first.length <= head) this.#first.push(undefined)
    let node: Node<T> = (this.#first[head] ??= { next: undefined, entries: [] })
    for (const word of rest) {
      const children: Map<number, Node<T>> = (node.next ??= new Map())
      const child: Node<T> = children.get(word) ?? { next: undefined, entries: [] }
      children.set(word, child)
      node = child
    }
    node.entries.push(entry)
  }

  /** The phrases that begin with a word, by its id; undefined when there are none. */
  first(word: number): Node<T> | undefined {
    return this.#first[word]
  }
}

const EMPTY = new Vocabulary()
/** The tokens of a match key, as strings. */
export function split(key: string): string[] {
  const tokens = tokenize(key, EMPTY)
  return Array.from({ length: tokens.length }, (_, i) => key.slice(tokens.start[i], tokens.end[i]))
}
