/** Phrases of the lexicon that have the same tags. */
export interface TaggedPhrases {
  readonly tags: readonly string[]
  readonly phrases: readonly string[]
}
