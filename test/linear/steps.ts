import type { CharSet } from 'refa'

/** A step of a matcher that tries one way after another; `end` is the match, `dead` the end of a look-around. */
export type Step = Read | Fork | Guard | Look | { readonly kind: 'end' } | { readonly kind: 'dead' }

/** Takes a letter. */
export interface Read {
  readonly kind: 'read'
  readonly index: number
  readonly letters: bigint
  readonly next: Step
  /** Part of a look-around, whose end is not the end of a match. */
  readonly isAside: boolean
  /** Inside `*`, `+` or `{n,}`, or what counts as such. */
  readonly isLooping: boolean
  /** The repetition of a single letter that it is part of, when this is not itself repeated (`[^.]{0,40}`). */
  readonly gap: object | undefined
}

/** Has several ways; a loop's are a further round and the way on. */
export interface Fork {
  readonly kind: 'fork'
  readonly id: number
  readonly ways: Step[]
  readonly isLoop: boolean
}

/** Asks for the letter before, or the one to come. */
export interface Guard {
  readonly kind: 'guard'
  readonly id: number
  readonly isBehind: boolean
  readonly letters: bigint
  readonly next: Step
}

/** A longer look-around, which counts as satisfied. */
export interface Look {
  readonly kind: 'look'
  readonly id: number
  /** What it reads, where that is not known to be short. */
  readonly body: Step | undefined
  readonly next: Step
}

/** The steps of a pattern. Letters are classes of characters that the pattern cannot tell apart, as bits of a set. */
export interface Graph {
  readonly start: Step
  readonly reads: readonly Read[]
  readonly letters: readonly CharSet[]
  /** The bit behind those of the letters: no letter, as before the first and behind the last. */
  readonly edge: bigint
}
