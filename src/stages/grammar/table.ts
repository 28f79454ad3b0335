import type { Chunk } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { NormalizedText, Sentence } from '../../model/text.ts'
import { type Tokens, tokenAt } from '../../text/tokens.ts'
import { type Columns, columnsFor, Units } from '../../text/units.ts'
import { type TagSet, tagSetOf, type WordClass } from '../../text/word-class.ts'
import { cut } from './cut.ts'
import { tagsOf } from './tag-sets.ts'

/** What a table is made of: an article's sentences, its mentions in order of start, and its tokens. */
export interface TableInput {
  readonly text: NormalizedText
  readonly sentences: readonly Sentence[]
  readonly mentions: readonly Mention[]
  readonly tokens: Tokens
}

// What is known of a sentence's tags: whether they were asked for, and their low and high bits.
const TAGS = 3

/**
 * The units of an article, cut sentence by sentence when they are first asked for: most sentences never are. `order` ranks
 * mention types where two of them claim one word.
 */
export class Table {
  readonly #input: TableInput
  readonly #order: readonly string[]
  readonly #columns: Columns
  readonly #units: (Units | undefined)[]
  readonly #chunks: (readonly Chunk[] | undefined)[]
  readonly #mentions: (readonly Mention[] | undefined)[]
  /** By mention of a sentence that was asked for, its combination of tags. */
  readonly #sets: TagSet[]
  /** By sentence, whether its tags were asked for, and the bits of all that its mentions have. */
  readonly #tags: Int32Array
  /** Index of the first mention of each sentence, and one behind the last. */
  readonly #first: Int32Array

  constructor(input: TableInput, order: readonly string[]) {
    this.#input = input
    this.#order = order
    this.#columns = columnsFor(input.tokens.length)
    const { length } = input.sentences
    this.#units = new Array(length).fill(undefined)
    this.#chunks = new Array(length).fill(undefined)
    this.#mentions = new Array(length).fill(undefined)
    this.#first = firstMentions(input.mentions, length)
    this.#tags = new Int32Array(length * TAGS)
    this.#sets = new Array(input.mentions.length)
  }

  /** The mentions that stand in a sentence, in order of start. */
  mentionsOf(sentence: number): readonly Mention[] {
    return (this.#mentions[sentence] ??= this.#input.mentions.slice(this.#first[sentence], this.#first[sentence + 1]))
  }

  /** The units of a sentence. */
  unitsOf(sentence: number): Units {
    return (this.#units[sentence] ??= this.#cut(sentence))
  }

  /**
   * Whether a unit of a sentence may be of a class of tags that only mentions have: asked of its mentions, so that a sentence
   * without any need not be cut.
   */
  mayHold(sentence: number, { low, high }: WordClass): boolean {
    const at = sentence * TAGS
    const tags = this.#tags
    this.#gather(sentence)
    return ((tags[at + 1] as number) & low) !== 0 || ((tags[at + 2] as number) & high) !== 0
  }

  /** Whether a word of a class may stand in a sentence, right before one of another: asked of its tokens, without cutting it. */
  mayRead(sentence: number, first: WordClass, second?: WordClass): boolean {
    const { tokens, sentences } = this.#input
    const { start, end } = sentences[sentence] as Sentence
    const { lexeme } = tokens
    let i = tokenAt(tokens, start, 0, tokens.length)
    for (const to = tokenAt(tokens, end, i, tokens.length); i < to; i++) {
      // What was not noted may be anything.
      const word = lexeme[i] as number
      if (word !== 0 && !first.spells(word)) continue
      const next = i + 1 < to ? (lexeme[i + 1] as number) : -1
      if (second === undefined || next === 0 || (next > 0 && second.spells(next))) return true
    }
    return false
  }

  /** Finds the tags of a sentence's mentions, once. */
  #gather(sentence: number): void {
    if (this.#tags[sentence * TAGS] !== 0) return
    const { mentions } = this.#input
    let low = 0
    let high = 0
    for (let m = this.#first[sentence] as number; m < (this.#first[sentence + 1] as number); m++) {
      const tags = tagsOf(mentions[m] as Mention)
      this.#sets[m] = tags
      low |= tags.low
      high |= tags.high
    }
    this.#tags.set([1, low, high], sentence * TAGS)
  }

  /** The units of a sentence as objects, for who walks through them once. */
  chunksOf(sentence: number): readonly Chunk[] {
    return (this.#chunks[sentence] ??= chunksOf(this.unitsOf(sentence)))
  }

  #cut(sentence: number): Units {
    const { sentences, mentions, tokens } = this.#input
    const from = this.#first[sentence] as number
    const to = this.#first[sentence + 1] as number
    this.#gather(sentence)
    const { base, length } = cut(
      sentences[sentence] as Sentence,
      { mentions, sets: this.#sets, from, to },
      tokens,
      this.#order,
      this.#columns
    )
    return new Units(sentence, this.#columns, mentions, base, length)
  }
}

function firstMentions(mentions: readonly Mention[], sentences: number): Int32Array {
  const first = new Int32Array(sentences + 1)
  let at = 0
  for (let s = 0; s <= sentences; s++) {
    while (at < mentions.length && (mentions[at] as Mention).sentence < s) at++
    first[s] = at
  }
  return first
}

function chunksOf(units: Units): Chunk[] {
  const chunks: Chunk[] = []
  const { length } = units
  for (let i = 0; i < length; i++)
    chunks.push({
      start: units.start(i),
      end: units.end(i),
      text: units.text(i),
      mention: units.mention(i),
      tags: tagSetOf(units.tagSet(i)).names
    })
  return chunks
}
