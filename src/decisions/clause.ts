import { COLON, PAUSE, STOP } from '../mentions/words/tags.ts'
import type { Units } from '../text/units.ts'

const BREAK = PAUSE.or(STOP, COLON)

/** The words before a unit in its clause; `lower` is the normalized text in lower case. */
export const clauseBefore = (units: Units, at: number, lower: string): string =>
  lower.slice(units.start(units.last(BREAK, at) + 1), units.start(at))
