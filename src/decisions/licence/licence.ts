import type { Span } from '../../model/span.ts'
import { type LicenceQuery, Look } from './query.ts'
import { type Phrase, phrasesAround } from './phrases.ts'
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
  /** The words around it that have points, the weightiest first. */
  readonly phrases: readonly Phrase[]
  /** The words outside its sentence without which it would have none. */
  readonly far: readonly Span[]
}

/** All reasons, those for it first. */
export const REASONS: readonly Reason[] = [...FOR, ...AGAINST]

// So many points at first sight make a goal of a number for those around it.
const LEAST_AT_SIGHT = 1

/** Whether a number looks like a goal by itself, for what the numbers around it are judged by. */
export function looksLikeGoal(query: LicenceQuery, without: ReadonlySet<string>): boolean {
  const look = new Look(query)
  let points = 0
  for (const reason of REASONS)
    if (reason.sight !== undefined && !without.has(reason.id) && holds(reason, look)) points += reason.sight
  return points >= LEAST_AT_SIGHT
}

/** So many points make a licence. */
export const LEAST = 1

/** The rule that words around a number have points by. */
export const WORDS = 'licence/words'

/** Weighs what speaks for and against that a number is a goal; `without`: ids of reasons that are left out. Pure. */
export function licenceOf(query: LicenceQuery, without: ReadonlySet<string>): Licence {
  const reasons = holding(query, without).toSorted(byWeight)
  const phrases = without.has(WORDS) ? [] : phrasesAround(query.wording, query.at).toSorted(byWeight)
  const said = sum(phrases)
  const points = sum(reasons) + said
  const isGiven = points >= LEAST
  return { query, isGiven, points, reasons, phrases, far: isGiven ? needed(query, LEAST - said, without) : [] }
}

interface Weight {
  readonly points: number
}

const sum = (weights: readonly Weight[]): number => weights.reduce((total, { points }) => total + points, 0)

const byWeight = (a: Weight, b: Weight): number => Math.abs(b.points) - Math.abs(a.points)

/** The words before a number's sentence that its licence rests on; none where its own sentence is enough for the `least` points. */
function needed(query: LicenceQuery, least: number, without: ReadonlySet<string>): readonly Span[] {
  if (query.before.length === 0) return []
  return sum(holding({ ...query, before: [] }, without)) >= least ? [] : query.before
}

function holding(query: LicenceQuery, without: ReadonlySet<string>): Reason[] {
  const look = new Look(query)
  return REASONS.filter(reason => !without.has(reason.id) && holds(reason, look))
}
