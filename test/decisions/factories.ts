import type { AnyRecord } from '../../src/model/record.ts'
import type { Action, Decision } from '../../src/review/decisions/decision.ts'

export const SHA = 'f'.repeat(64)

/** What an entry of a log says. */
export type Entry = Partial<Decision> & { readonly action: Action }

/** A log whose entries are numbered from 1 on; each says what differs from the plainest one. */
export function logOf(...entries: readonly Entry[]): Decision[] {
  return entries.map((entry, i): Decision => {
    const record = (entry.after ?? entry.before ?? entry.truth ?? null) as AnyRecord | null
    return {
      id: i + 1,
      token: `t${i}`,
      at: `2026-01-01T00:00:${String(i).padStart(2, '0')}.000Z`,
      reviewer: 'Lan',
      origin: 'changes',
      article_id: 'a'.repeat(16),
      sha256: SHA,
      kind: record?.kind ?? null,
      start: record?.anchor.start ?? null,
      end: record?.anchor.end ?? null,
      quote: record?.anchor.quote ?? null,
      subject: null,
      before: null,
      after: null,
      truth: null,
      reason: null,
      note: null,
      target: null,
      batch: null,
      base_run: 1,
      new_run: 2,
      program: '0',
      ruleset: null,
      ...entry
    }
  })
}

/** The entry that accepts, rejects or edits a change. */
export function deciding(
  action: 'accept' | 'reject' | 'edit' | 'none',
  before: AnyRecord | null,
  after: AnyRecord | null,
  more: Partial<Decision> = {}
): Entry {
  const truth = action === 'accept' ? after : action === 'reject' ? before : null
  return { action, before, after, truth, ...more }
}
