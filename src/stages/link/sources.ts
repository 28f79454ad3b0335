import type { Evidence, LinkedFrame } from '../../model/frame.ts'
import type { NormalizedText } from '../../model/text.ts'

// Where a clause ends; a stop or comma between digits does not.
const CLAUSE_END = /[;!?…\n]|\.(?!\d)/

/** Frames whose fields say `carried` wherever words outside their clause had a part in them. A date's anchor may stand anywhere. */
export function withSources({ text }: NormalizedText, frames: readonly LinkedFrame[]): LinkedFrame[] {
  return frames.map(frame => {
    if (!Object.values(frame.evidence).some(e => isSilent(text, e))) return frame
    const entries = Object.entries(frame.evidence).map(([name, e]) => [name, isSilent(text, e) ? { ...e, source: 'carried' } : e])
    return { ...frame, evidence: Object.fromEntries(entries) }
  })
}

function isSilent(text: string, { start, end, source, via }: Evidence): boolean {
  if (via.length === 0 || start === null || end === null || (source !== 'same_clause' && source !== 'inferred')) return false
  return via.some(v => v.role !== 'date_anchor' && CLAUSE_END.test(v.end <= start ? text.slice(v.end, start) : text.slice(end, v.start)))
}
