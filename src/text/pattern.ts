/**
 * Joins pieces of regular expressions into one, so that a rule reads as a phrase with named holes. Word edges are not
 * part of it: the tag stage checks them in code. `\b`, `\w` and `\W` must not occur: they do not know Vietnamese letters.
 */
export function pattern(strings: TemplateStringsArray, ...parts: readonly (string | RegExp)[]): RegExp {
  return new RegExp(String.raw({ raw: strings.raw }, ...parts.map(part => (typeof part === 'string' ? part : part.source))))
}

/** An alternation of literal phrases, longest first, as a piece for `pattern`. */
export function anyOf(...phrases: readonly string[]): string {
  const escaped = phrases.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1)).map(p => p.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
  return `(?:${escaped.join('|')})`
}
