import type { Span } from '../../model/span.ts'
import { type Phrase, phrasesAround, WORDS } from './phrases.ts'
import { type LicenceQuery, Look, type Neighbours, NOTHING_AROUND } from './query.ts'
import { holds, looksFar, type Reason } from './reason.ts'
import { AGAINST, FOR } from './reasons.ts'

/** Whether a number that was read as a goal may be one, and why. */
export interface Licence {
  /** What it was asked of. */
  readonly query: LicenceQuery
  readonly isGiven: boolean
  readonly points: number
  /** Those that it would have if its sentence stood alone. */
  readonly own: number
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

const AT_SIGHT = REASONS.filter(r => r.sight !== undefined)
const BY_NEIGHBOURS = REASONS.filter(r => r.sight === undefined)

/** What a number looks like by itself. */
export interface Sight {
  readonly look: Look
  /** The reasons that hold, whatever is around. */
  readonly reasons: readonly Reason[]
  /** What those around it take it for: what its own sentence says. */
  readonly isGoal: boolean
}

/** Looks at a number by itself; `without`: ids of reasons that are left out. Pure. */
export function sightOf(query: LicenceQuery, without: ReadonlySet<string>): Sight {
  const look = new Look(query)
  const reasons = holding(AT_SIGHT, look, without)
  const points = holdingAlone(look, reasons, without).reduce((total, { sight = 0 }) => total + sight, 0)
  return { look, reasons, isGoal: isOwn(query) && points >= LEAST_AT_SIGHT }
}

/** Whether words of its own sentence make a goal of a number. */
function isOwn({ evidence: { start }, sentence }: LicenceQuery): boolean {
  return start !== null && start >= sentence.start && start < sentence.end
}

/** So many points make a licence. */
export const LEAST = 5

// What its own sentence speaks so much against nothing said elsewhere makes a goal of.
const LEAST_OWN = -10

/** Weighs what speaks for and against that a number is a goal, with what is around it. Pure. */
export function licenceOf(sight: Sight, neighbours: Neighbours, without: ReadonlySet<string>): Licence {
  const look = sight.look.among({ neighbours })
  const { query } = look
  const around = holding(BY_NEIGHBOURS, look, without)
  const phrases = without.has(WORDS.id) ? [] : phrasesAround(query.wording, query.at).toSorted(byWeight)
  const reasons = [...sight.reasons, ...around].toSorted(byWeight)
  const points = sum(reasons) + sum(phrases)
  const alone = holdingAlone(look, reasons, without)
  const own = points - sum(reasons) + sum(alone)
  const isGiven = points >= LEAST && own >= LEAST_OWN
  // What speaks for it elsewhere may also only make up for what speaks against it there.
  const unaided = points - sum(reasons.filter(r => r.points > 0 && !alone.includes(r)))
  return { query, isGiven, points, own, reasons, phrases, far: isGiven && Math.min(own, unaided) < LEAST ? farFrom(query) : [] }
}

interface Weight {
  readonly points: number
}

const sum = (weights: readonly Weight[]): number => weights.reduce((total, { points }) => total + points, 0)

const byWeight = (a: Weight, b: Weight): number => Math.abs(b.points) - Math.abs(a.points)

const { share, paragraph, text } = NOTHING_AROUND
const FAR_GONE = { share, paragraph, text }
const LOOKING_FAR = REASONS.filter(looksFar)

/** The words outside of a number's sentence that its reasons look at. */
const farFrom = ({ before, neighbours }: LicenceQuery): readonly Span[] => [...before, ...neighbours.paragraph, ...neighbours.text]

/** Of the reasons that hold for a number those that would where its sentence stood alone, with those that only then do. */
function holdingAlone(look: Look, reasons: readonly Reason[], without: ReadonlySet<string>): readonly Reason[] {
  const alone = look.among({ before: [], neighbours: { ...look.query.neighbours, ...FAR_GONE } })
  return [...reasons.filter(r => !looksFar(r)), ...holding(LOOKING_FAR, alone, without)]
}

function holding(reasons: readonly Reason[], look: Look, without: ReadonlySet<string>): Reason[] {
  const found: Reason[] = []
  for (const reason of reasons) if (holds(reason, look) && !without.has(reason.id)) found.push(reason)
  return found
}
