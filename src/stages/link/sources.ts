import type { Evidence, LinkedFrame } from '../../model/frame.ts'
import type { NormalizedText } from '../../model/text.ts'
import { partitionPoint } from '../../text/partition-point.ts'

// Where a clause ends; a stop or comma between digits does not.
const CLAUSE_END = /[;!?…\n]|\.(?!\d)/g

/** Frames whose fields say `carried` wherever words outside their clause had a part in them. A date's anchor may stand anywhere. */
export function withSources({ text }: NormalizedText, frames: readonly LinkedFrame[]): LinkedFrame[] {
  let ends: readonly number[] | undefined
  const isParted = (start: number, end: number): boolean => {
    ends ??= [...text.matchAll(CLAUSE_END)].map(m => m.index)
    const next = ends[partitionPoint(ends, at => at < start)]
    return (next !== undefined && next < end) || (start < end && text[end - 1] === '.')
  }
  return frames.map(frame => {
    if (!Object.values(frame.evidence).some(e => isSilent(isParted, e))) return frame
    const entries = Object.entries(frame.evidence).map(([name, e]) => [name, isSilent(isParted, e) ? { ...e, source: 'carried' } : e])
    return { ...frame, evidence: Object.fromEntries(entries) }
  })
}

/** Whether a clause ends between a field's words and others that it was read from. */
function isSilent(isParted: (start: number, end: number) => boolean, { start, end, source, via }: Evidence): boolean {
  if (via.length === 0 || start === null || end === null || (source !== 'same_clause' && source !== 'inferred')) return false
  return via.some(v => v.role !== 'date_anchor' && (v.end <= start ? isParted(v.end, start) : isParted(end, v.start)))
}
