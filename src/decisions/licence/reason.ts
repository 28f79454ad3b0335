import type { WordClass } from '../../text/word-class.ts'
import type { Cue, Look } from './query.ts'

/**
 * A reason for or against that a number is a goal: it holds where all its conditions do. Points are integers; those that count
 * in the end are fitted by `scripts/fit/licence.ts`.
 */
export interface Reason {
  readonly id: string
  /** Its points at first sight, before the numbers around are looked at; none for what asks of them. */
  readonly sight?: number
  readonly points: number
  /** What kind of word makes a goal of the number, and by which rules of status, without their type. */
  readonly cue?: readonly Cue[]
  readonly rule?: readonly string[]
  /** Least and most units between that word and the number in one sentence. */
  readonly distance?: readonly [least: number, most: number]
  /** Words of its clause before it, of its sentence before it, of its clause behind it. */
  readonly clause?: RegExp
  readonly said?: RegExp
  readonly behind?: RegExp
  /** The class of the unit right before it. */
  readonly next?: WordClass
  readonly form?: readonly string[]
  readonly comparator?: readonly string[]
  readonly measured?: RegExp
  /** In so many sentences before it an aim is spoken of, at least, or in none. */
  readonly before?: number | 'none'
  /** The part of the numbers in other sentences of its paragraph that look like goals, from and up to. */
  readonly share?: readonly [least: number, most: number]
  /** So many numbers in other paragraphs look like goals, at least. */
  readonly text?: number
  readonly is?: (look: Look) => boolean
  /** Texts in which it holds for the number in marks, and in which it does not; `¶` ends a paragraph. */
  readonly examples: readonly string[]
  readonly counterexamples: readonly string[]
}

/** Whether a reason holds for a number. */
export function holds(r: Reason, look: Look): boolean {
  const { units, at, quantity, evidence, measured, before, neighbours } = look.query
  return (
    (r.before === undefined || (r.before === 'none' ? before.length === 0 : before.length >= r.before)) &&
    (r.share === undefined || isWithin(r.share, neighbours.share)) &&
    (r.text === undefined || neighbours.text.length >= r.text) &&
    (r.cue === undefined || r.cue.includes(look.cue)) &&
    (r.rule === undefined || r.rule.includes(evidence.rule.slice('status/'.length))) &&
    (r.distance === undefined || (look.distance >= r.distance[0] && look.distance <= r.distance[1])) &&
    (r.form === undefined || r.form.includes(quantity.form)) &&
    (r.comparator === undefined || r.comparator.includes(quantity.comparator)) &&
    (r.next === undefined || units.is(at - 1, r.next)) &&
    (r.measured === undefined || (measured !== undefined && r.measured.test(measured))) &&
    (r.clause === undefined || r.clause.test(look.clause)) &&
    (r.said === undefined || r.said.test(look.said)) &&
    (r.behind === undefined || r.behind.test(look.behind)) &&
    (r.is === undefined || r.is(look))
  )
}

/** Whether a reason reads anything outside of the number's sentence. */
export const looksFar = ({ before, share, text }: Reason): boolean => before !== undefined || share !== undefined || text !== undefined

function isWithin([least, most]: readonly [number, number], share: number | undefined): boolean {
  return share !== undefined && share >= least && share <= most
}
