import type { AnyRecord } from '../../model/record.ts'
import { sha256 } from '../../text/hash.ts'
import { holding, type Policy, type Settled, settle } from './apply.ts'
import { sameClaim } from './claim.ts'
import type { Decision } from './decision.ts'
import { relinked } from './relink.ts'

/** What a decision did to one cell of a record, or (field `*`) to all of it. */
export interface DecidedCell {
  readonly record_id: string
  readonly article_id: string
  readonly record_kind: string
  readonly field: string
  readonly action: 'confirmed' | 'corrected' | 'removed' | 'added'
  readonly decided_by: string
  /** ISO 8601. */
  readonly decided_at: string
  /** Its number in the log. */
  readonly decision: number
  readonly reason: string | null
  readonly extracted: unknown
  readonly decided: unknown
}

/** The records of an article as reviewers left them, and what they did to each cell. */
export interface Overlaid {
  readonly records: readonly AnyRecord[]
  readonly cells: readonly DecidedCell[]
}

/** A log of decisions to be laid over records, and its name. */
export interface Overlay {
  /** SHA-256 over the log as JSON lines. */
  readonly hash: string
  readonly count: number
  /** The records of the text with a hash, with its decisions applied: corrected, taken out, added. */
  readonly apply: (sha256: string, records: readonly AnyRecord[]) => Overlaid
}

/** The overlay of a log. */
export function overlayOf(log: readonly Decision[], policy: Policy = 'last'): Overlay {
  const byText = Map.groupBy(holding(log, policy), d => d.sha256)
  return {
    hash: logHash(log),
    count: log.length,
    apply: (sha, records) => {
      const decisions = byText.get(sha)
      if (decisions === undefined) return { records, cells: [] }
      const settled = relinked(settle(sha, records, decisions))
      return { records: settled.flatMap(s => s.record ?? []).toSorted(byPlace), cells: settled.flatMap(cellsOf) }
    }
  }
}

function cellsOf({ record, read, decision }: Settled): DecidedCell[] {
  const about = record ?? read
  if (decision === null || about === null) return []
  const cell = (field: string, action: DecidedCell['action'], extracted: unknown, decided: unknown): DecidedCell => ({
    record_id: about.id,
    article_id: about.article_id,
    record_kind: about.kind,
    field,
    action,
    decided_by: decision.reviewer,
    decided_at: decision.at,
    decision: decision.id,
    reason: decision.reason,
    extracted,
    decided
  })
  if (record === null) return [cell('*', 'removed', null, null)]
  if (read === null) return [cell('*', 'added', null, null)]
  const names = [...new Set([...Object.keys(read), ...Object.keys(record)])].filter(name => !ASIDE.has(name))
  const differing = names.filter(name => JSON.stringify(read[name] ?? null) !== JSON.stringify(record[name] ?? null))
  if (differing.length === 0 || sameClaim(read, record)) {
    if (!differing.includes('document_id')) return [cell('*', 'confirmed', null, null)]
  }
  return differing.map(name => cell(name, 'corrected', read[name] ?? null, record[name] ?? null))
}

const ASIDE = new Set(['id', 'article_id', 'evidence', 'rules', 'confidence'])

// As the contract orders the lines of an article.
function byPlace(a: AnyRecord, b: AnyRecord): number {
  const order = a.anchor.start - b.anchor.start || a.anchor.end - b.anchor.end
  return order !== 0 ? order : `${a.kind} ${a.id}` < `${b.kind} ${b.id}` ? -1 : 1
}

/** The log as sorted JSON lines, as it is given out and hashed. */
export function logLines(log: readonly Decision[]): string {
  return log
    .toSorted((a, b) => a.id - b.id)
    .map(d => `${JSON.stringify(Object.fromEntries(Object.entries(d).toSorted(([a], [b]) => (a < b ? -1 : 1))))}\n`)
    .join('')
}

/** SHA-256 over the log's lines. */
export function logHash(log: readonly Decision[]): string {
  return sha256(logLines(log))
}
