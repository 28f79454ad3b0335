import type * as z from 'zod'
import type { Span } from './span.ts'

/** A text with the expected span in marks, `chiếm ⟦25%⟧ GRDP`, and the expected value. Several texts may share a value. */
export interface Example<V = unknown> {
  readonly text: string | readonly string[]
  readonly value: V
}

/** Named groups of a match; a group that took no part is undefined. */
export type Groups = Readonly<Record<string, string | undefined>>

/** What a rule may look at besides its own match: the matched text's surroundings, in `match` form. */
export interface Surroundings {
  /** Up to 48 code units before the match, not beyond the line. */
  readonly before: string
  /** Up to 48 code units after it, not beyond the line. */
  readonly after: string
  /** A group's text with the case it was printed in. */
  readonly printed: (group: string) => string | undefined
}

/**
 * A tagging rule: a regular expression and what it yields. Examples and counterexamples are its tests.
 * In the pattern the group `span` is the mention (without it the whole match is); other groups become `parts`.
 */
export interface TagRule<V = unknown> {
  readonly id: string
  readonly pattern: RegExp
  /** The value of a match, or undefined when it is not one after all. Groups are lower-case unless the type is case-sensitive. */
  readonly produce: (groups: Groups, around: Surroundings) => V | undefined
  readonly examples: readonly [Example, ...Example[]]
  readonly counterexamples?: readonly string[]
  /** May begin right behind a letter (`số31-QĐ/TW`). */
  readonly glued?: boolean
}

/** A phrase of a gazetteer or lexicon. */
export interface Entry<V = unknown> {
  readonly phrase: string
  readonly value: V
  readonly rule: string
  readonly tags?: readonly string[]
}

/** A mention found by phrase, before its surroundings were looked at. */
export interface PhraseHit {
  readonly start: number
  readonly end: number
  readonly match: string
  readonly lower: string
}

/** A mention type: a folder of `mentions/`. Its phrases hold values of their own (`E`) where their surroundings decide. */
export interface MentionType<V = unknown, E = V> {
  readonly type: string
  /** Whether `--mentions` prints it; the others are words that the grammar needs. */
  readonly isPublic: boolean
  /** What a published mention's `value` holds. */
  readonly schema: z.ZodType
  readonly rules: readonly TagRule<V>[]
  /** Patterns are matched in `match` form (case as printed) instead of lower case. */
  readonly isCaseSensitive?: boolean
  readonly entries?: readonly Entry<E>[]
  /** Whether a phrase hit stands for the entry, given its surroundings; may widen the span. */
  accept?(hit: PhraseHit, entry: Entry<E>): { readonly span: Span; readonly value: V } | undefined
  /** A mention of `type` right behind one of this type (with only `gap`, in lower case, between) becomes part of it. */
  readonly absorbs?: {
    readonly type: string
    readonly gap: RegExp
    merge(value: V, other: unknown): V | undefined
  }
  /** What a mention introduces that may stand for it alone behind it: `huyện Văn Chấn` … `Văn Chấn`. Case as printed. */
  names?(value: V): readonly { readonly name: string; readonly value: V; readonly rule: string }[]
  /** Phrases of the type that are read with a slip in them. */
  readonly slips?: SlipRule | undefined
  /** Tags of a mention's chunk in the grammar. */
  tags(value: V, parts: Readonly<Record<string, Span>>): readonly string[]
  /** The published value. */
  publish?(value: V): unknown
}

/**
 * Phrases that are read even where one syllable has a slip of the pen: one letter or mark wrong, missing, doubled or
 * swapped. A syllable that is spelled as none counts as one; another word only where its letters are the same but for their
 * marks and what stands around it leaves no doubt.
 */
export interface SlipRule {
  readonly id: string
  /** As printed: a name's syllables are capital and are only read where they are. */
  readonly phrases: readonly string[]
  /** What must stand right before a slip that is a word of its own, in lower case (`tỉnh Nghê An`). */
  readonly behind?: RegExp
  /** Those of two syllables whose first is hardly said with another, in lower case: their second may be another word by a mark. */
  readonly firm?: readonly string[]
  /** Phrases a slip away that mean something else, in lower case (`chi tiêu`). */
  readonly others?: readonly string[]
  /** Texts before and after, which are the rule's tests. */
  readonly examples: readonly (readonly [string, string])[]
  readonly counterexamples: readonly string[]
}

/** An example of a grammar rule: the sentence and the slots it fills, as the words of each, before their edges are trimmed. */
export interface GrammarExample {
  readonly text: string
  readonly slots: Readonly<Record<string, string>>
}

/** A grammar rule: a pattern over chunks in the match syntax of compromise, named groups are the slots. */
export interface GrammarRule {
  readonly id: string
  readonly match: string
  /** Fixed properties that the rule adds to the frame, e.g. `{ kind: 'growth' }`. */
  readonly yields?: Readonly<Record<string, string>>
  readonly examples: readonly [GrammarExample, ...GrammarExample[]]
  readonly counterexamples?: readonly string[]
}
