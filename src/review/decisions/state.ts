import type { AnyRecord } from '../../model/record.ts'
import { placeKey, sameClaim, subjectText } from './claim.ts'
import { type Decision, isDecisive, standing } from './decision.ts'

/** Something to decide: what stood there, and what stands there. */
export interface Decidable {
  readonly sha256: string
  readonly before: AnyRecord | null
  readonly after: AnyRecord | null
  /** Whether the place carries several records, which subjects tell apart. */
  readonly isShared: boolean
  /** The place itself, where there is a record on neither side. */
  readonly at?: { readonly kind: string; readonly start: number; readonly end: number } | null
}

/**
 * Where something stands with its reviewer: never decided · put off · decided · the program says now what was decided ·
 * decided, but the program says something else now.
 */
export type State = 'open' | 'skipped' | 'decided' | 'closed' | 'reopened'

/** The state of something, the decision behind it, and everything decided about it before, oldest first. */
export interface Standing {
  readonly state: State
  readonly decision: Decision | null
  /** What that decision comes to as things stand now: the new side holds, the old one, neither. */
  readonly verdict: 'new' | 'old' | 'neither' | null
  readonly history: readonly Decision[]
  /** Whether reviewers hold different things, each by what they said last. */
  readonly isDisputed: boolean
}

/** Decisions by the places they speak of. */
export interface DecisionIndex {
  readonly log: readonly Decision[]
  readonly byPlace: ReadonlyMap<string, readonly Decision[]>
}

/** Whose decisions count: with `blind` only those of the reviewer. */
export interface Viewer {
  readonly reviewer: string
  readonly isBlind: boolean
}

/** The decisions of a log that a viewer may see and that stand, by place. */
export function indexDecisions(log: readonly Decision[], { reviewer, isBlind }: Viewer): DecisionIndex {
  const byPlace = new Map<string, Decision[]>()
  for (const decision of standing(log)) {
    if (isBlind && decision.reviewer !== reviewer) continue
    for (const key of new Set(placesOf(decision))) {
      const known = byPlace.get(key)
      if (known === undefined) byPlace.set(key, [decision])
      else known.push(decision)
    }
  }
  return { log, byPlace }
}

const UNDECIDED: Standing = { state: 'open', decision: null, verdict: null, history: [], isDisputed: false }

/** Where something stands. A decision holds as long as the program says what was judged, or what was decided. */
export function standingOf(item: Decidable, index: DecisionIndex): Standing {
  const history = historyOf(item, index)
  if (history.length === 0) return UNDECIDED
  const decision = history.findLast(isDecisive) ?? null
  if (decision === null)
    return { state: history.at(-1)?.action === 'skip' ? 'skipped' : 'open', decision: null, verdict: null, history, isDisputed: false }
  const { truth } = decision
  const verdict = sameClaim(truth, item.after) ? 'new' : sameClaim(truth, item.before) ? 'old' : 'neither'
  const isSameOutput = sameClaim(decision.after, item.after)
  const state = isSameOutput ? 'decided' : verdict === 'new' ? 'closed' : 'reopened'
  return { state, decision, verdict: state === 'reopened' ? null : verdict, history, isDisputed: areDisputed(history) }
}

function areDisputed(history: readonly Decision[]): boolean {
  const last = [...new Map(history.filter(isDecisive).map(d => [d.reviewer, d])).values()]
  return last.some(d => !sameClaim(d.truth, last[0]?.truth ?? null))
}

/** Everything decided about something that stands, oldest first. */
function historyOf(item: Decidable, { byPlace }: DecisionIndex): Decision[] {
  const keys = new Set([item.before, item.after].flatMap(r => (r === null ? [] : [placeKey(item.sha256, r)])))
  if (item.at != null) keys.add(spotKey(item.sha256, item.at))
  const found = [...new Set([...keys].flatMap(key => byPlace.get(key) ?? []))].toSorted((a, b) => a.id - b.id)
  if (found.length === 0) return found
  if (!item.isShared) return found
  const subjects = new Set([item.before, item.after].map(subjectText))
  return found.filter(d => subjects.has(d.subject) || subjects.has(subjectText(d.truth)))
}

/** Where something stands that no record does. */
function spotKey(sha256: string, { kind, start, end }: { readonly kind: string; readonly start: number; readonly end: number }): string {
  return `${sha256} ${kind} ${start} ${end}`
}

function placesOf({ sha256, before, after, truth, kind, start, end }: Decision): string[] {
  const records = [before, after, truth].flatMap(r => (r === null ? [] : [placeKey(sha256, r)]))
  if (before === null && after === null && kind !== null && start !== null && end !== null)
    records.push(spotKey(sha256, { kind, start, end }))
  return records
}
