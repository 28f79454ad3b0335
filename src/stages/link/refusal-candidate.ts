import { FLOOR } from '../../mentions/words/aims.ts'
import type { Chunk, GrammarMatch } from '../../model/frame.ts'
import type { Quantity } from '../../model/values.ts'
import { wordsOf } from './sentence-words.ts'
import type { ReadTarget } from './target-indicator.ts'

/** A number with a goal in view, as the rules look at it that may refuse it. */
export interface Candidate {
  readonly chunks: readonly Chunk[]
  /** Index of the number among them, and its own words. */
  readonly at: number
  readonly word: string
  readonly before: Chunk | undefined
  readonly next: Chunk | undefined
  readonly quantity: Quantity
  readonly form: Quantity['form']
  readonly unit: string | null
  /** What it measures, as it was read; empty where nothing is named. */
  readonly phrase: string
  readonly reading: GrammarMatch | undefined
  readonly target: ReadTarget
  /** The rule and source of its status, and whether words of its own sentence decided it. */
  readonly status: string
  readonly source: string | undefined
  readonly isOwn: boolean
  /** The last number that was taken for a goal. */
  readonly previous: ReadTarget | undefined
  /** Whether it stands in an item of a list that a header makes one of goals. */
  readonly isItem: boolean
}

/**
 * A reason for which a number is no goal. Examples are texts, published on 2024-05-06, in which the marked number is refused
 * for this reason; in a counterexample it is a target. Paragraphs end with `¶`.
 */
export interface RefusalRule {
  /** Its own, by which a rejection names it; several refusals may have one reason. */
  readonly id: string
  readonly reason: string
  readonly message: string | ((candidate: Candidate) => string)
  readonly applies: (candidate: Candidate) => boolean
  readonly examples: readonly string[]
  readonly counterexamples: readonly string[]
}

export function candidateOf(target: ReadTarget, chunks: readonly Chunk[], previous: ReadTarget | undefined, isItem: boolean): Candidate {
  const { quantity, at, phrase, status } = target
  return {
    chunks,
    at,
    word: chunks[at]?.text ?? '',
    before: chunks[at - 1],
    next: chunks[at + 1],
    quantity,
    form: quantity.form,
    unit: quantity.unit,
    phrase: phrase?.text ?? '',
    reading: target.best?.reading,
    target,
    status: status?.evidence.rule ?? '',
    source: status?.evidence.source,
    isOwn: status?.isOwn !== false,
    previous,
    isItem
  }
}

/** The words of so many chunks before a number. */
export function wordsBefore({ chunks, at }: Candidate, count: number): string {
  return wordsOf(chunks.slice(Math.max(0, at - count), at))
}

/** The chunks of a number's clause before it. */
export function clauseBefore({ chunks, at }: Candidate): readonly Chunk[] {
  const from = chunks.findLastIndex((c, i) => i < at && ['Comma', 'Semicolon', 'Stop'].some(t => c.tags.has(t)))
  return chunks.slice(from + 1, at)
}

/** A printed floor (`ít nhất 6 doanh nghiệp`), a verb right before the number, an item that begins with it: asked for, not told. */
export function isStated({ word, before, chunks, at, isItem }: Candidate): boolean {
  return (
    FLOOR.test(word) ||
    (before !== undefined && ['Have', 'Do', 'Reach'].some(t => before.tags.has(t))) ||
    (isItem && chunks.slice(0, at).every(c => c.tags.has('Dash')))
  )
}
