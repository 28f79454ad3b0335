import type { AnyRecord } from '../../model/record.ts'
import { placeKey, sameClaim, subjectText } from './claim.ts'
import { type Decision, isDecisive, standing } from './decision.ts'

/** A record as decisions leave it: what the program read, and the decision that stands behind it. */
export interface Settled {
  /** What holds; null where the decision is that there is no such record. */
  readonly record: AnyRecord | null
  /** What the program read; null for a record that a reviewer added. */
  readonly read: AnyRecord | null
  /** Null where nobody decided. */
  readonly decision: Decision | null
}

interface Entry extends Settled {
  /** Places that decisions may name this entry by. */
  readonly places: readonly string[]
}

/** How decisions of several reviewers come to one: the last one wins, or two have to agree. */
export type Policy = 'last' | 'agree'

/** The decisions of a log that hold under a policy, oldest first. */
export function holding(log: readonly Decision[], policy: Policy): Decision[] {
  const decisive = standing(log).filter(isDecisive)
  if (policy === 'last') return decisive
  const byPlace = Map.groupBy(decisive, threadKey)
  return decisive.filter(d => {
    const thread = byPlace.get(threadKey(d)) as Decision[]
    const last = new Map(thread.map(t => [t.reviewer, t]))
    return last.get(d.reviewer) === d && [...last.values()].some(t => t.reviewer !== d.reviewer && sameClaim(t.truth, d.truth))
  })
}

/** What names the thing a decision is about, whoever decides it. */
export function threadKey(d: Decision): string {
  const record = d.after ?? d.before
  return record === null ? `${d.sha256} ${d.kind} ${d.start} ${d.end}` : `${placeKey(d.sha256, record)} ${subjectText(record) ?? ''}`
}

/**
 * The records of one article as its decisions leave them. Decisions act in the order they were made, each on the records
 * that stand where either of its sides stood; a later one on the same place takes back what an earlier one put there.
 */
export function settle(sha256: string, records: readonly AnyRecord[], decisions: readonly Decision[]): Settled[] {
  let entries = records.map((record): Entry => ({ record, read: record, decision: null, places: [placeKey(sha256, record)] }))
  for (const decision of decisions) {
    if (decision.sha256 !== sha256) continue
    const { before, after, truth } = decision
    // An entry that quotes nothing any more: its article was removed.
    if (before === null && after === null && truth === null) continue
    const sides = [before, after].filter(r => r !== null)
    const places = [...new Set([...sides, ...(truth === null ? [] : [truth])].map(r => placeKey(sha256, r)))]
    const meant = entries.filter(e => e.places.some(p => places.includes(p)))
    const chosen = meant.length > 1 ? narrowed(meant, [...sides, truth]) : meant
    const read = chosen.find(e => e.read !== null)?.read ?? null
    const at = chosen.length === 0 ? entries.length : entries.indexOf(chosen[0] as Entry)
    const entry: Entry = { record: truth, read, decision, places: [...new Set([...places, ...chosen.flatMap(e => e.places)])] }
    entries = [...entries.slice(0, at).filter(e => !chosen.includes(e)), entry, ...entries.slice(at).filter(e => !chosen.includes(e))]
  }
  return entries.map(({ record, read, decision }) => ({ record, read, decision }))
}

// Of several records at one place the subject tells which is meant.
function narrowed(entries: readonly Entry[], sides: readonly (AnyRecord | null)[]): Entry[] {
  const subjects = new Set(sides.filter(s => s !== null).map(subjectText))
  const exact = entries.filter(e => [e.record, e.read, e.decision?.before ?? null].some(r => r !== null && subjects.has(subjectText(r))))
  return exact.length > 0 ? exact : []
}
