import type { Evidence, LinkedFrame, Via } from '../../model/frame.ts'
import { partitionPoint } from '../../text/partition-point.ts'
import { wordOverlap } from '../../text/similarity.ts'
import type { LinkedDocument } from './linked-document.ts'
import { antecedent, because, viaOf } from './reasons.ts'

/**
 * A goal of a headline, before any document is named, is the one that the text says again with its document. What the
 * headline leaves unsaid (whose document, whose goal) is read from there. A goal further down without a document is told
 * what kept it from that one.
 */
export function withRepeats(frames: readonly LinkedFrame[], documents: readonly LinkedDocument[]): LinkedFrame[] {
  const [first] = documents
  if (first === undefined) return [...frames]
  const from = first.anchor.start
  const behind = frames.filter(f => f.kind === 'target' && f.anchor.start > from)
  const withDocument = byValue(behind.filter(f => f.fields['document'] !== null))
  const withReason = byValue(behind.filter(f => f.fields['document'] === null && f.evidence['document'] !== undefined))
  return frames.map(frame => {
    if (frame.kind !== 'target' || frame.fields['document'] !== null) return frame
    const again = saidAgain(frame, withDocument)
    // A document named before the goal keeps it from being the headline's, as what says that no document sets it there does.
    if (again !== undefined && frame.anchor.end > from) return withheldBy(frame, [antecedent(first.anchor)])
    if (again !== undefined) return completedFrom(frame, again)
    const other = saidAgain(frame, withReason)
    return other === undefined || frame.anchor.end > from
      ? frame
      : withheldBy(frame, [antecedent(other.anchor), ...viaOf(other.evidence['document'])])
  })
}

/** A goal that no document sets, with what keeps those further down from it. */
function withheldBy(frame: LinkedFrame, via: readonly Via[]): LinkedFrame {
  const field = because({ value: null, evidence: frame.evidence['document'] ?? null }, via, 'document/kept-away')
  return field.evidence === null ? frame : { ...frame, evidence: { ...frame.evidence, document: field.evidence } }
}

// Indicators are one when they share so much of their words.
const ALIKE = 0.5

// So many goals of one value and time are compared by their words.
const MOST_ALIKE = 64

const keyOf = ({ fields }: LinkedFrame): string => JSON.stringify(['low', 'high', 'unit', 'deadline'].map(field => fields[field] ?? null))

function byValue(frames: readonly LinkedFrame[]): ReadonlyMap<string, readonly LinkedFrame[]> {
  const groups = Map.groupBy(frames, keyOf)
  for (const group of groups.values()) group.sort((a, b) => a.anchor.start - b.anchor.start)
  return groups
}

/** The next goal behind a frame that is the same one. */
function saidAgain(frame: LinkedFrame, goals: ReadonlyMap<string, readonly LinkedFrame[]>): LinkedFrame | undefined {
  const group = goals.get(keyOf(frame)) ?? []
  const from = partitionPoint(group, f => f.anchor.start <= frame.anchor.start)
  return group.slice(from, from + MOST_ALIKE).find(f => isSameIndicator(frame, f))
}

function isSameIndicator(a: LinkedFrame, b: LinkedFrame): boolean {
  const [x, y] = [a, b].map(f => f.fields['indicator'] as { id: string | null; text: string } | null)
  if (x == null || y == null) return false
  return (x.id !== null && x.id === y.id) || wordOverlap(x.text, y.text) >= ALIKE
}

function completedFrom(frame: LinkedFrame, again: LinkedFrame): LinkedFrame {
  const names = frame.fields['place'] === null ? ['document', 'place', 'place_units'] : ['document']
  const fields: Record<string, unknown> = { ...frame.fields, document_number: again.fields['document_number'] ?? null }
  const entries: Record<string, Evidence> = { ...frame.evidence }
  for (const name of names) {
    fields[name] = again.fields[name] ?? null
    const e = again.evidence[name]
    if (e === undefined) continue
    const via = [antecedent(again.anchor), ...viaOf(frame.evidence[name]), ...e.via]
    entries[name] = { ...e, source: 'carried', rule: `${name === 'place_units' ? 'place' : name}/said-below`, via }
  }
  return { ...frame, fields, evidence: entries, rules: [...new Set([...frame.rules, ...Object.values(entries).map(e => e.rule)])] }
}
