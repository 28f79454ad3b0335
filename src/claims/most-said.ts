/** The value that stands most often in a list; of equally many the longest, then the first in code units; null where there is none. */
export function mostSaid(values: readonly unknown[]): unknown {
  const counts = new Map<string, { readonly value: unknown; count: number }>()
  for (const value of values) {
    if (value === null || value === undefined) continue
    const key = JSON.stringify(value)
    const known = counts.get(key)
    if (known === undefined) counts.set(key, { value, count: 1 })
    else known.count++
  }
  const [best] = [...counts].toSorted(
    ([a, x], [b, y]) => y.count - x.count || String(y.value).length - String(x.value).length || (a < b ? -1 : 1)
  )
  return best?.[1].value ?? null
}
