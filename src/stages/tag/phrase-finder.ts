import type { Entry, MentionType } from '../../model/rule.ts'
import type { NormalizedText } from '../../model/text.ts'
import { matchKey } from '../../text/fold.ts'
import { type Node, PhraseSet } from '../../text/phrases.ts'
import type { Tokens, Vocabulary } from '../../text/tokens.ts'
import { type Found, NO_PARTS, UNPLACED } from './found.ts'

interface TypedEntry {
  readonly type: number
  readonly entry: Entry
}

/** Finds the phrases of all types in one pass over the tokens. */
export class PhraseFinder {
  readonly #types: readonly MentionType[]
  readonly #phrases = new PhraseSet<TypedEntry>()
  // Per type while a token is looked at: the entry of the longest phrase so far and the token behind it.
  readonly #best: (Entry | undefined)[]
  readonly #bestEnd: Int32Array

  /** Entry phrases are keyed as the text is. */
  constructor(types: readonly MentionType[]) {
    this.#types = types
    this.#best = types.map(() => undefined)
    this.#bestEnd = new Int32Array(types.length)
    types.forEach((t, type) => {
      for (const entry of t.entries ?? []) this.#phrases.add(matchKey(entry.phrase), { type, entry })
    })
  }

  /** The words of all phrases: what tokens must be looked up in. */
  get vocabulary(): Vocabulary {
    return this.#phrases.vocabulary
  }

  /**
   * Adds the longest accepted phrase of each type at each token; a type goes on behind its last phrase. `isOwn` tells
   * whether a rule of the type claimed some of a span.
   */
  find(
    { match, lower }: NormalizedText,
    tokens: Tokens,
    isOwn: (type: number, start: number, end: number) => boolean,
    found: Found[]
  ): void {
    const next = new Int32Array(this.#types.length)
    const seen: number[] = []
    const { start, end, word, length } = tokens
    for (let i = 0; i < length; i++) {
      const first = word[i] as number
      if (first === 0) continue
      let node = this.#phrases.first(first)
      for (let to = i + 1; node !== undefined; to++) {
        if (node.entries.length > 0) this.#note(node, i, to, next, seen)
        if (to >= length || node.next === undefined) break
        node = node.next.get(word[to] as number)
      }
      for (let s = 0; s < seen.length; s++) {
        const type = seen[s] as number
        const entry = this.#best[type] as Entry
        const to = this.#bestEnd[type] as number
        this.#best[type] = undefined
        next[type] = to
        const mention = this.#mention(type, entry, start[i] as number, end[to - 1] as number, match, lower)
        // A place inside `phường Bắc Giang` is part of that name: the type's own rules read it with more context.
        if (mention !== undefined && !isOwn(type, mention.start, mention.end)) found.push(mention)
      }
      seen.length = 0
    }
  }

  #note(node: Node<TypedEntry>, at: number, to: number, next: Int32Array, seen: number[]): void {
    for (const { type, entry } of node.entries) {
      if ((next[type] as number) > at) continue
      if (this.#best[type] === undefined) seen.push(type)
      else if ((this.#bestEnd[type] as number) >= to) continue
      this.#best[type] = entry
      this.#bestEnd[type] = to
    }
  }

  #mention(index: number, entry: Entry, start: number, end: number, match: string, lower: string): Found | undefined {
    const type = this.#types[index] as MentionType
    let span = { start, end }
    let { value } = entry
    if (type.accept !== undefined) {
      const accepted = type.accept({ start, end, match, lower }, entry)
      if (accepted === undefined) return undefined
      span = accepted.span
      value = accepted.value
    }
    return {
      type: type.type,
      start: span.start,
      end: span.end,
      outer: span,
      parts: NO_PARTS,
      value,
      rule: entry.rule,
      tags: entry.tags ?? type.tags(value, NO_PARTS),
      sentence: UNPLACED
    }
  }
}
