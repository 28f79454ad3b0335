/**
 * The index of the first of some sorted items that is not `isBefore` something, or their count: `isBefore` holds of the
 * first items and of none behind them. Asks as many as the count has binary digits.
 */
export function partitionPoint<T>(items: readonly T[], isBefore: (item: T) => boolean): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(items[middle] as T)) low = middle + 1
    else high = middle
  }
  return low
}
