/** Of fewer nothing is said. */
export const LEAST = 5

/** A share with the interval in which it lies 19 times of 20, each from 0 to 1. */
export interface Ratio {
  readonly share: number
  readonly low: number
  readonly high: number
}

const Z = 1.96

/** The share of `k` in `n` with Wilson's interval; null where there are too few. */
export function ratioOf(k: number, n: number, least = LEAST): Ratio | null {
  if (n < least) return null
  const share = k / n
  const middle = (share + Z ** 2 / (2 * n)) / (1 + Z ** 2 / n)
  const half = (Z / (1 + Z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2))
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}
