/** Held while one process alone may record decisions in a database. */
export interface Lock {
  release(): void
}
