/** What changes the result of an extraction beside the article and the ruleset. */
export interface ExtractionOptions {
  /** Ids of rules that are left out. */
  readonly without: readonly string[]
}

/** Options as one string: equal strings, equal results. */
export function optionsKey({ without }: ExtractionOptions): string {
  return JSON.stringify(without.length === 0 ? {} : { without: [...new Set(without)].toSorted() })
}
