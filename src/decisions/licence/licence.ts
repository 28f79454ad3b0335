import type { Span } from '../../model/span.ts'
import { type Around, type LicenceQuery, Look } from './query.ts'
import { holds, type Reason } from './reason.ts'
import { AGAINST, FOR } from './reasons.ts'

/** Whether a number that was read as a goal may be one, and why. */
export interface Licence {
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
export const LEAST = 2

/** Weighs what speaks for and against that a number is a goal; `without`: ids of reasons that are left out. Pure. */
export function licenceOf(query: LicenceQuery, without: ReadonlySet<string>): Licence {
  const look = new Look(query)
  const reasons = REASONS.filter(reason => !without.has(reason.id) && holds(reason, look)).toSorted(
    (a, b) => Math.abs(b.points) - Math.abs(a.points)
  )
  const points = sum(reasons)
  const isGiven = points >= LEAST
  return { isGiven, points, reasons, far: isGiven ? needed(reasons, query) : [] }
}

const sum = (reasons: readonly Reason[]): number => reasons.reduce((points, reason) => points + reason.points, 0)

/** The words around a number that its licence rests on; none where its own sentence is enough. */
function needed(reasons: readonly Reason[], query: LicenceQuery): Span[] {
  const isNear = sum(reasons.filter(r => r.around === undefined)) - (reachesOut(query) ? 1 : 0) >= LEAST
  return isNear ? [] : Object.values(query.around).flatMap(span => span ?? [])
}

/** Without the words around it there would be a reason against it more, unless its own sentence speaks of an aim. */
function reachesOut(query: LicenceQuery): boolean {
  return (Object.keys(query.around) as Around[]).some(name => query.around[name] !== undefined) && !new Look(query).isAimed
}
