import type { Mention } from '../../model/mention.ts'
import type { Span } from '../../model/span.ts'

/** A mention on its way: `sentence` is filled in last, when all are in order. */
export type Found = { -readonly [Key in keyof Mention]: Mention[Key] }

/** The parts of a mention that has none. */
export const NO_PARTS: Readonly<Record<string, Span>> = {}

/** The `sentence` of a mention that has not been placed. */
export const UNPLACED = -1
