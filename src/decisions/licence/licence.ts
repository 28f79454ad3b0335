import type { Span } from '../../model/span.ts'
import { type LicenceQuery, Look } from './query.ts'
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
export const LEAST = 1

/** Weighs what speaks for and against that a number is a goal; `without`: ids of reasons that are left out. Pure. */
export function licenceOf(query: LicenceQuery, without: ReadonlySet<string>): Licence {
  const reasons = holding(REASONS, query, without).sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
  const points = sum(reasons)
  const isGiven = points >= LEAST
  return { isGiven, points, reasons, far: isGiven ? needed(query, reasons, without) : [] }
}

const sum = (reasons: readonly Reason[]): number => reasons.reduce((points, reason) => points + reason.points, 0)

const looksFar = ({ before }: Reason): boolean => before !== undefined
const LOOKING_FAR = REASONS.filter(looksFar)

/** The words before a number's sentence that its licence rests on; none where its own sentence, in which `reasons` hold, is enough. */
function needed(query: LicenceQuery, reasons: readonly Reason[], without: ReadonlySet<string>): readonly Span[] {
  if (query.before.length === 0) return []
  const alone = holding(LOOKING_FAR, { ...query, before: [] }, without)
  return sum(alone) + sum(reasons.filter(r => !looksFar(r))) >= LEAST ? [] : query.before
}

function holding(reasons: readonly Reason[], query: LicenceQuery, without: ReadonlySet<string>): Reason[] {
  const look = new Look(query)
  return reasons.filter(reason => holds(reason, look) && !without.has(reason.id))
}
