import type { AnyRecord } from './record.ts'

/** A decision as it is stored; `before` and `after` are the sides that were shown, `truth` what holds by it. */
export interface StoredDecision {
  readonly id: number
  readonly token: string
  /** ISO 8601. */
  readonly at: string
  readonly reviewer: string
  readonly action: string
  readonly origin: string
  readonly article_id: string
  readonly sha256: string
  readonly kind: string | null
  readonly start: number | null
  readonly end: number | null
  readonly quote: string | null
  readonly subject: string | null
  readonly before: AnyRecord | null
  readonly after: AnyRecord | null
  readonly truth: AnyRecord | null
  readonly reason: string | null
  readonly note: string | null
  readonly target: number | null
  readonly batch: string | null
  readonly base_run: number | null
  readonly new_run: number | null
  readonly program: string
  readonly ruleset: string | null
}
