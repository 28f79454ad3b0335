import type { Span } from '../../model/span.ts'
import { type LicenceQuery, Look } from './query.ts'
import { holds, type Reason } from './reason.ts'
import { AGAINST, FOR } from './reasons.ts'

/** Whether a number that was read as a goal may be one, and why. */
export interface Licence {
  /** What it was asked of. */
  readonly query: LicenceQuery
  readonly isGiven: boolean
  readonly points: number
  /** What spoke for and against it, the weightiest first. */
  readonly reasons: readonly Reason[]
  /** The words outside its sentence without which it would have none. */
  readonly far: readonly Span[]
}

/** All reasons, those for it first. */
export const REASONS: readonly Reason[] = [...FOR, ...AGAINST]

/** So many points make a licence. */
export const LEAST = 1

/** Weighs what speaks for and against that a number is a goal; `without`: ids of reasons that are left out. Pure. */
export function licenceOf(query: LicenceQuery, without: ReadonlySet<string>): Licence {
  const reasons = holding(query, without).toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points))
  const points = sum(reasons)
  const isGiven = points >= LEAST
  return { query, isGiven, points, reasons, far: isGiven ? needed(query, without) : [] }
}

const sum = (reasons: readonly Reason[]): number => reasons.reduce((points, reason) => points + reason.points, 0)

/** The words before a number's sentence that its licence rests on; none where its own sentence is enough. */
function needed(query: LicenceQuery, without: ReadonlySet<string>): readonly Span[] {
  if (query.before.length === 0) return []
  return sum(holding({ ...query, before: [] }, without)) >= LEAST ? [] : query.before
}

function holding(query: LicenceQuery, without: ReadonlySet<string>): Reason[] {
  const look = new Look(query)
  return REASONS.filter(reason => !without.has(reason.id) && holds(reason, look))
}
