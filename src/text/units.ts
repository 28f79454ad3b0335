import type { Mention } from '../model/mention.ts'
import type { Span } from '../model/span.ts'
import { firstWithout } from './partition-point.ts'
import { spellingOf, type TagBits, type WordClass } from './word-class.ts'

/**
 * The units of an article as columns: a unit is a mention, a word, a number or a mark of punctuation. Offsets are of the
 * normalized text; `lexeme` is the number of its spelling, `mention` an index into the article's mentions, -1 for none, `tags` the
 * number of its combination of tags, `low` and `high` the bits of those.
 */
export interface Columns {
  readonly start: Int32Array
  readonly end: Int32Array
  readonly lexeme: Int32Array
  readonly mention: Int32Array
  readonly tags: Int32Array
  readonly low: Int32Array
  readonly high: Int32Array
}

/** Columns for up to `length` units, in one block of memory. */
export function columnsFor(length: number): Columns {
  const block = new Int32Array(length * 7)
  const column = (i: number): Int32Array => block.subarray(i * length, (i + 1) * length)
  return { start: column(0), end: column(1), lexeme: column(2), mention: column(3), tags: column(4), low: column(5), high: column(6) }
}

// A look at so few units costs less than a table of all.
const FEW = 128

interface Nearest {
  readonly previous: Int32Array
  readonly next: Int32Array
}

/**
 * The units of one sentence, a window on the article's columns. Units are asked for by their place in the sentence; what lies
 * outside of it is of no class, has no words and no mention.
 */
export class Units {
  readonly sentence: number
  readonly length: number
  /** Where the sentence begins in the columns. */
  readonly base: number
  readonly columns: Columns
  readonly #mentions: readonly Mention[]
  #nearest: Map<WordClass, Nearest> | undefined

  constructor(sentence: number, columns: Columns, mentions: readonly Mention[], base: number, length: number) {
    this.sentence = sentence
    this.length = length
    this.base = base
    this.columns = columns
    this.#mentions = mentions
  }

  /** Whether the unit at `at` is of a class. */
  is(at: number, c: WordClass): boolean {
    if (at < 0 || at >= this.length) return false
    const { low, high, lexeme } = this.columns
    const i = this.base + at
    return (low[i]! & c.low) !== 0 || (high[i]! & c.high) !== 0 || (c.isLexical && c.spells(lexeme[i]!))
  }

  /** Whether a unit in `[from, to)` is of a class. */
  any(c: WordClass, from = 0, to = this.length): boolean {
    return this.last(c, to, from) >= 0
  }

  /** Whether all units in `[from, to)` are of a class. */
  every(c: WordClass, from: number, to: number): boolean {
    for (let i = Math.max(0, from); i < to && i < this.length; i++) if (!this.is(i, c)) return false
    return true
  }

  /** The place of the first unit in `[from, to)` that is of a class, or -1. */
  first(c: WordClass, from = 0, to = this.length): number {
    const begin = Math.max(0, from)
    const end = Math.min(to, this.length)
    if (begin >= end) return -1
    if (end - begin > FEW) {
      const next = this.#nearestTo(c).next[begin] as number
      return next < end ? next : -1
    }
    const { low, high, lexeme } = this.columns
    const behind = this.base + end
    for (let i = this.base + begin; i < behind; i++)
      if ((low[i]! & c.low) !== 0 || (high[i]! & c.high) !== 0 || (c.isLexical && c.spells(lexeme[i]!))) return i - this.base
    return -1
  }

  /** The place of the last unit in `[from, to)` that is of a class, or -1. */
  last(c: WordClass, to = this.length, from = 0): number {
    const begin = Math.max(0, from)
    const end = Math.min(to, this.length)
    if (begin >= end) return -1
    if (end - begin > FEW) {
      const previous = this.#nearestTo(c).previous[end - 1] as number
      return previous >= begin ? previous : -1
    }
    const { low, high, lexeme } = this.columns
    const first = this.base + begin
    for (let i = this.base + end - 1; i >= first; i--)
      if ((low[i]! & c.low) !== 0 || (high[i]! & c.high) !== 0 || (c.isLexical && c.spells(lexeme[i]!))) return i - this.base
    return -1
  }

  /** The place of the first unit in `[from, to)` that is of a class and fits, or -1. */
  firstThat(c: WordClass, fits: (at: number) => boolean, from = 0, to = this.length): number {
    let at = this.first(c, from, to)
    while (at >= 0 && !fits(at)) at = this.first(c, at + 1, to)
    return at
  }

  /** The place of the last unit in `[from, to)` that is of a class and fits, or -1. */
  lastThat(c: WordClass, fits: (at: number) => boolean, to = this.length, from = 0): number {
    let at = this.last(c, to, from)
    while (at >= 0 && !fits(at)) at = this.last(c, at, from)
    return at
  }

  /** For each unit the nearest one of a class at or before it (-1 for none) and at or behind it (`length` for none). */
  #nearestTo(c: WordClass): Nearest {
    this.#nearest ??= new Map()
    let nearest = this.#nearest.get(c)
    if (nearest !== undefined) return nearest
    nearest = { previous: new Int32Array(this.length), next: new Int32Array(this.length) }
    const { previous, next } = nearest
    let last = -1
    for (let i = 0; i < this.length; i++) {
      if (this.is(i, c)) {
        next.fill(i, last + 1, i + 1)
        last = i
      }
      previous[i] = last
    }
    next.fill(this.length, last + 1)
    this.#nearest.set(c, nearest)
    return nearest
  }

  /** The place of the unit that an offset lies in, or of the first one behind it. */
  at(offset: number): number {
    return firstWithout(this.length, i => this.end(i) <= offset)
  }

  /** The place of the unit that begins at an offset, or -1. */
  placeAt(start: number): number {
    const at = this.at(start)
    return at < this.length && this.start(at) === start ? at : -1
  }

  /** The place of the unit that a mention is, or -1. */
  placeOf(mention: Mention | null | undefined): number {
    if (mention == null) return -1
    const at = this.at(mention.start)
    return this.mention(at) === mention ? at : -1
  }

  /** Where a unit stands in the text. */
  spanOf(at: number): Span {
    return { start: this.start(at), end: this.end(at) }
  }

  /** The words of a unit in lower case; empty where there is none. */
  text(at: number): string {
    return at < 0 || at >= this.length ? '' : spellingOf(this.columns.lexeme[this.base + at] as number)
  }

  /** The words of the units in `[from, to)`, one space between. */
  textOf(from: number, to: number): string {
    let text = ''
    for (let i = Math.max(0, from); i < to && i < this.length; i++) text += i > from ? ` ${this.text(i)}` : this.text(i)
    return text
  }

  /** The number of a unit's spelling. */
  lexeme(at: number): number {
    return this.columns.lexeme[this.base + at] as number
  }

  /** The bits of all tags that some unit has. */
  tagsWithin(): TagBits {
    let low = 0
    let high = 0
    for (let i = this.base; i < this.base + this.length; i++) {
      low |= this.columns.low[i] as number
      high |= this.columns.high[i] as number
    }
    return { low, high }
  }

  /** The number of a unit's combination of tags. */
  tagSet(at: number): number {
    return this.columns.tags[this.base + at] as number
  }

  start(at: number): number {
    return this.columns.start[this.base + at] as number
  }

  end(at: number): number {
    return this.columns.end[this.base + at] as number
  }

  /** The mention that a unit is; null for a word, a number, a mark, and where there is no unit. */
  mention(at: number): Mention | null {
    if (at < 0 || at >= this.length) return null
    const index = this.columns.mention[this.base + at] as number
    return index < 0 ? null : (this.#mentions[index] as Mention)
  }
}
