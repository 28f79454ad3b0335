/** What the caller asked for cannot be done as asked: reported in its own words, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  /** One for each thing that is wrong; a line end in one is part of a name. */
  readonly sentences: readonly string[]

  constructor(...sentences: readonly string[]) {
    super(sentences.join('\n'))
    this.sentences = sentences
  }
}
