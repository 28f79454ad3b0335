import type { Evidence } from '../../model/frame.ts'
import type { Status } from '../../model/values.ts'
import type { LinkedDate } from './linked-date.ts'

export type { Status }

/** What a number's clause says of its status: decided by words of its own, or open to what leads it. */
export interface StatusReading {
  readonly status: Status
  readonly evidence: Evidence
  /** Whether words of the sentence itself decide it. */
  readonly isOwn: boolean
}

/** The number whose status is asked for, with what is known of the dates around it. */
export interface StatusQuery {
  readonly sentence: number
  /** Chunk index of the value. */
  readonly at: number
  readonly dates: ReadonlyMap<unknown, LinkedDate>
  /** Dates on which documents were issued: they say nothing of the number. */
  readonly issued: ReadonlySet<unknown>
  readonly isPercent: boolean
}
