import { licenceOf } from '../../decisions/licence/licence.ts'
import type { Evidence, Field, Frame, LinkedFrame, RejectedFrame } from '../../model/frame.ts'
import type { Span } from '../../model/span.ts'
import type { Context } from './context.ts'
import { type Deadline, NO_DEADLINE } from './deadline.ts'
import type { DocumentLink } from './document-link.ts'
import { none } from './evidence.ts'
import { neighboursIn, readNumbers } from './first-sight.ts'
import { unlicensed, withLicence } from './licences.ts'
import { spanOf } from './linked-date.ts'
import { antecedent, because, viaOf, withVia } from './reasons.ts'
import type { Scopes } from './scopes.ts'
import type { StatusReading } from './status-reading.ts'
import { type Due, deadlineOf, isBreakdown } from './target-deadline.ts'
import { assemble } from './target-frame.ts'
import type { ReadTarget } from './target-indicator.ts'
import { Owners } from './target-owners.ts'
import { isPercent } from './target-unit.ts'

/** Reads all numbers of an article, in reading order: targets, observations, and what was refused. */
export function linkTargets(
  context: Context,
  frames: readonly Frame[],
  scopes: Scopes
): { linked: LinkedFrame[]; rejected: RejectedFrame[]; read: readonly ReadTarget[] } {
  const linked: LinkedFrame[] = []
  const rejected: RejectedFrame[] = []
  const owners = new Owners(context)
  let last: Last | undefined
  let whole: { readonly target: ReadTarget; readonly deadline: Deadline } | undefined
  let due: Due | undefined
  const read = readNumbers(context, frames, scopes)
  const neighbours = neighboursIn(context, read)
  for (const [index, target] of read.entries()) {
    const { frame, at, status, quantity } = target
    const { sight, refusal } = target.firstSight
    if (refusal !== undefined) rejected.push({ kind: 'target', anchor: spanOf(frame.anchor), ...refusal })
    if (sight === undefined && !isPercent(quantity)) continue
    const licence = sight && licenceOf(sight, neighbours(index), context.without)
    const isGoal = licence?.isGiven === true
    if (licence !== undefined) target.decide(withLicence(status as StatusReading, licence), licence)
    if (licence !== undefined && !isGoal && !isPercent(quantity)) {
      rejected.push({ kind: 'target', anchor: spanOf(frame.anchor), ...unlicensed(licence) })
      continue
    }
    // A number that goes on with the goals before it is of their document.
    const goesOn = GOES_ON.has(status?.evidence.rule ?? '')
    const own = isGoal ? scopes.document(frame.sentence, at) : undefined
    const document = own?.document === undefined && isGoal && goesOn ? (carriedOn(last, own) ?? own) : own
    if (isGoal) {
      const field = document?.field ?? none
      last = { document: document?.document, field, of: spanOf(frame.anchor), begun: begunWith(field, 'document/goes-on', last?.begun) }
    }
    const deadline = isGoal ? deadlineOf(context, target, document, scopes, whole, due && { ...due, isList: goesOn }) : NO_DEADLINE
    const isStillSilent = goesOn && deadline.value.value === null && due?.begun?.rule === deadline.value.evidence?.rule
    const begun = (isStillSilent ? due?.begun : undefined) ?? begunWith(deadline.value, 'deadline/goes-on', due?.begun)
    if (isGoal) due = { sentence: frame.sentence, of: spanOf(frame.anchor), deadline, isList: goesOn, begun }
    if (isGoal && !isBreakdown(context, frame.sentence)) whole = { target, deadline }
    linked.push(assemble(context, target, document, deadline, scopes, owners))
  }
  return { linked, rejected, read }
}

/** What a field that goes on from goal to goal was first read from: its reasons do not grow with the list. */
function begunWith(field: Field, rule: string, before: Evidence | null | undefined): Evidence | null {
  return field.evidence?.rule === rule ? (before ?? field.evidence) : field.evidence
}

// What makes a number a goal because the one before is one.
const GOES_ON: ReadonlySet<string> = new Set(['status/list', 'status/carried', 'status/part'])

/** The document of the last goal, with that goal's number. */
interface Last extends DocumentLink {
  readonly of: Span
  /** What the list's document was read from where it began, or what withheld it. */
  readonly begun: Evidence | null
}

/** A list of goals goes on: its document is that of the goal before, whatever says that no other one is. */
function carriedOn(last: Last | undefined, own: DocumentLink | undefined): DocumentLink | undefined {
  if (last === undefined) return undefined
  if (last.document === undefined || last.field.evidence === null)
    return { document: undefined, field: because(own?.field ?? none, [antecedent(last.of), ...viaOf(last.begun)], 'document/goes-on') }
  const { value } = last.field
  const e = last.begun ?? last.field.evidence
  return {
    document: last.document,
    field: withVia({ value, evidence: { ...e, source: 'carried', rule: 'document/goes-on' } }, [
      antecedent(last.of),
      ...viaOf(own?.field.evidence)
    ])
  }
}
