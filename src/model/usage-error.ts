/** What the caller asked for cannot be done as asked: reported in its own words, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
