import type { Entry, MentionType } from '../../model/rule.ts'
import type { NormalizedText } from '../../model/text.ts'
import { matchKey } from '../../text/fold.ts'
import { PhraseSet } from '../../text/phrases.ts'
import type { Tokens, Words } from '../../text/tokens.ts'
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
  // Per type the token behind its last phrase.
  readonly #next: Int32Array
  // The types of which there is a phrase at the token.
  readonly #seen: number[] = []

  /** Entry phrases are keyed as the text is. */
  constructor(types: readonly MentionType[]) {
    this.#types = types
    this.#best = types.map(() => undefined)
    this.#bestEnd = new Int32Array(types.length)
    this.#next = new Int32Array(types.length)
    types.forEach((t, type) => {
      for (const entry of t.entries ?? []) this.#phrases.add(matchKey(entry.phrase), { type, entry })
    })
  }

  /** The words of all phrases: what tokens must be looked up among. */
  get words(): Words {
    return this.#phrases.words
  }

  /**
   * Adds the longest accepted phrase of each type at each token; a type goes on behind its last phrase. `isOwn` tells
   * whether a rule of the type claimed some of a span.
   */
  find(text: NormalizedText, tokens: Tokens, isOwn: (type: number, start: number, end: number) => boolean, found: Found[]): void {
    const { word, length } = tokens
    const phrases = this.#phrases
    const { entries } = phrases
    this.#next.fill(0)
    for (let i = 0; i < length; i++) {
      const first = word[i] as number
      if (first === 0) continue
      let node = phrases.first(first)
      for (let to = i + 1; node !== 0; to++) {
        const ending = entries[node]
        if (ending !== undefined) this.#note(ending, i, to)
        if (to >= length) break
        node = phrases.next(node, word[to] as number)
      }
      if (this.#seen.length > 0) this.#take(text, tokens, i, isOwn, found)
    }
  }

  #note(entries: readonly TypedEntry[], at: number, to: number): void {
    for (let i = 0; i < entries.length; i++) {
      const { type, entry } = entries[i] as TypedEntry
      if ((this.#next[type] as number) > at) continue
      if (this.#best[type] === undefined) this.#seen.push(type)
      else if ((this.#bestEnd[type] as number) >= to) continue
      this.#best[type] = entry
      this.#bestEnd[type] = to
    }
  }

  /** Adds the phrases that were noted at a token. */
  #take(
    { match, lower }: NormalizedText,
    { start, end }: Tokens,
    at: number,
    isOwn: (type: number, start: number, end: number) => boolean,
    found: Found[]
  ): void {
    const seen = this.#seen
    for (let s = 0; s < seen.length; s++) {
      const type = seen[s] as number
      const entry = this.#best[type] as Entry
      const to = this.#bestEnd[type] as number
      this.#best[type] = undefined
      this.#next[type] = to
      const mention = this.#mention(type, entry, start[at] as number, end[to - 1] as number, match, lower)
      // A place inside `phường Bắc Giang` is part of that name: the type's own rules read it with more context.
      if (mention !== undefined && !isOwn(type, mention.start, mention.end)) found.push(mention)
    }
    seen.length = 0
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
