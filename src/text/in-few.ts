const MOST = 5

/** A list of names for a sentence: the first few, and how many more there are. */
export function inFew(names: readonly string[]): string {
  const more = names.length - MOST
  return more > 0 ? `${names.slice(0, MOST).join(', ')} and ${more} more` : names.join(', ')
}
