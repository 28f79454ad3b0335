import type { AnyRecord } from '../../model/record.ts'
import { sha256 } from '../../text/hash.ts'
import { holding, type Policy, settle } from './apply.ts'
import { claimKey } from './claim.ts'
import type { Decision } from './decision.ts'

/** What a decision did to a record that is given out: who decided, when, and what the program had read in each field. */
export interface Decided {
  readonly decided_by: string
  readonly decided_at: string
  readonly decision: number
  /** The extracted values of the fields that were corrected; null for a record that a reviewer added. */
  readonly extracted: Readonly<Record<string, unknown>> | null
}

/** A record with what was decided about it; untouched ones are as they were. */
export type OverlaidRecord = AnyRecord & { readonly decided?: Decided }

/** A log of decisions to be laid over records, and its name. */
export interface Overlay {
  /** SHA-256 over the log as JSONL. */
  readonly hash: string
  readonly count: number
  /** The records of one article with its decisions applied: corrected, taken out, added. */
  readonly apply: (sha256: string, records: readonly AnyRecord[]) => OverlaidRecord[]
}

/** The overlay of a log. */
export function overlayOf(log: readonly Decision[], policy: Policy = 'last'): Overlay {
  const byText = Map.groupBy(holding(log, policy), d => d.sha256)
  return {
    hash: logHash(log),
    count: log.length,
    apply: (sha, records) => {
      const decisions = byText.get(sha)
      if (decisions === undefined) return [...records]
      return settle(sha, records, decisions).flatMap(({ record, read, decision }) => {
        if (record === null) return []
        if (decision === null || (read !== null && claimKey(read) === claimKey(record))) return [read ?? record]
        return [marked(record, read, decision)]
      })
    }
  }
}

function marked(record: AnyRecord, read: AnyRecord | null, decision: Decision): OverlaidRecord {
  const names = read === null ? [] : [...new Set([...Object.keys(read), ...Object.keys(record)])]
  const corrected = names.filter(n => !ASIDE.has(n) && JSON.stringify(read?.[n] ?? null) !== JSON.stringify(record[n] ?? null))
  return {
    ...record,
    decided: {
      decided_by: decision.reviewer,
      decided_at: decision.at,
      decision: decision.id,
      extracted: read === null ? null : Object.fromEntries(corrected.map(n => [n, read[n] ?? null]))
    }
  }
}

const ASIDE = new Set(['id', 'evidence', 'rules', 'confidence', 'decided'])

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
