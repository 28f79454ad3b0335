import type { Units } from '../../text/units.ts'
import type { LeftMarks } from './status-left-marks.ts'
import type { StatusQuery } from './status-reading.ts'

/** What the units passed so far on the way to the left have shown. */
export interface Way {
  readonly u: Units
  readonly query: StatusQuery
  readonly now: string | null
  readonly isPublished: boolean
  readonly marks: LeftMarks
  commas: number
  semicolons: number
  brackets: number
  /** Commas passed when the forecast word was. */
  forecastCommas: number
}

/** Whether neither comma nor semicolon was passed. */
export const isSameClause = ({ commas, semicolons }: Way): boolean => commas === 0 && semicolons === 0
