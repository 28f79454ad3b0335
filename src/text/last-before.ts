/**
 * Looks for the last item of a list before an index that fits: -1 for none. So `last(items, to, given) >= from` says whether
 * any fits in `[from, to)`. In a long list it is looked up in a table, made once a list; it must not change once it was asked,
 * and `fits` must say the same of an item whenever it is asked.
 */
export function lastBefore<T, Given = void>(
  fits: (item: T, given: Given, index: number, items: readonly T[]) => boolean
): (items: readonly T[], before: number, given: Given) => number {
  const tables = new WeakMap<readonly T[], Int32Array>()
  return (items, before, given) => {
    const end = Math.max(0, Math.min(before, items.length))
    if (items.length <= SHORT) {
      let i = end - 1
      while (i >= 0 && !fits(items[i] as T, given, i, items)) i--
      return i
    }
    let table = tables.get(items)
    if (table === undefined) {
      table = new Int32Array(items.length + 1)
      let last = -1
      table[0] = last
      for (let i = 0; i < items.length; i++) {
        if (fits(items[i] as T, given, i, items)) last = i
        table[i + 1] = last
      }
      tables.set(items, table)
    }
    return table[end] as number
  }
}

// So many items are gone over faster than a table is made, and an article may have a hundred thousand such lists.
const SHORT = 32
