/**
 * The first of so many numbers from 0 on for which something does not hold, or their count: `holds` holds of the first ones
 * and of none behind them. Asks as many as the count has binary digits.
 */
export function firstWithout(count: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) low = middle + 1
    else high = middle
  }
  return low
}

/** The index of the first of some sorted items that is not `isBefore` something, or their count. */
export const partitionPoint = <T>(items: readonly T[], isBefore: (item: T) => boolean): number =>
  firstWithout(items.length, i => isBefore(items[i] as T))
