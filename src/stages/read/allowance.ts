import type { Limits } from './limits.ts'
import type { Context } from './types.ts'

/** Thrown where an input unpacks to more than its size allows. */
export class InflationError extends Error {
  readonly code = 'ERR_INFLATION'
}

/** Bytes that packed bytes may unpack to: some in any case, and so many times their number. */
export function inflationOf(packedBytes: number, { freeBytes, ratio }: Limits): number {
  return freeBytes + ratio * packedBytes
}

/** Bytes that all that is packed in an input may still unpack to, by what was read of the input so far. */
export function inflationLeft({ limits, spent }: Context): number {
  return Math.max(0, inflationOf(spent.packedBytes, limits) - spent.inflatedBytes)
}

/** Counts unpacked bytes; throws an `InflationError` where they become too many. */
export function countInflation(bytes: number, context: Context): void {
  if (bytes > inflationLeft(context)) throw new InflationError()
  context.spent.inflatedBytes += bytes
}
