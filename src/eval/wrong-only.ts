import type { Disagreement } from './sheet.ts'

/** What is wrong in the one reading of gold and right in the other. What is wrong in both, though in another way, is in neither. */
export function wrongOnly(
  these: readonly { readonly errors: readonly Disagreement[] }[],
  those: readonly { readonly errors: readonly Disagreement[] }[]
): Disagreement[] {
  const others = new Set(those.flatMap(s => s.errors).map(keyOf))
  const own = new Map(these.flatMap(s => s.errors).map(e => [keyOf(e), e]))
  return [...own].flatMap(([key, e]) => (others.has(key) ? [] : [e]))
}

function keyOf({ article, kind, field, start, end }: Disagreement): string {
  return JSON.stringify([article, kind, field, start, end])
}
