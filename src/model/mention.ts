import type { Span } from './span.ts'

/** A span with a type and a value, as the tag stage found it. Offsets are of the normalized text. */
export interface Mention<V = unknown> extends Span {
  readonly type: string
  readonly value: V
  readonly rule: string
  /** Everything the rule matched, with words that stand outside the mention (prepositions, comparators). */
  readonly outer: Span
  /** The spans of the rule's named groups: the evidence of parts of the value. */
  readonly parts: Readonly<Record<string, Span>>
  /** Tags that the grammar sees on the mention's chunk. */
  readonly tags: readonly string[]
  /** Index of the sentence it stands in. */
  readonly sentence: number
}
