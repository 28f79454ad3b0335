import type { Mention } from './mention.ts'
import type { Span } from './span.ts'

/** Where a field's words stand in relation to the record they fill. */
export const SOURCES = ['same_clause', 'carried', 'anaphor', 'heading', 'title', 'document', 'metadata', 'inferred'] as const
export type Source = (typeof SOURCES)[number]

export const VIA_ROLES = ['antecedent', 'date_anchor', 'zip', 'header'] as const
export type ViaRole = (typeof VIA_ROLES)[number]

/** A further span that a value was computed from. */
export interface Via extends Span {
  readonly role: ViaRole
}

/** Why a field has its value: the span it was read from, the rule that read it, how it reached the record. Offsets of the normalized text; null only for metadata. */
export interface Evidence {
  readonly start: number | null
  readonly end: number | null
  readonly source: Source
  readonly rule: string
  readonly via: readonly Via[]
}

/** A part of a sentence that the grammar matches: a mention, a word or a punctuation mark. */
export interface Chunk extends Span {
  readonly text: string
  readonly tags: ReadonlySet<string>
  readonly mention: Mention | null
}

/** A slot of a frame, as chunk indices of its sentence `[from, to)`. */
export interface Slot {
  readonly from: number
  readonly to: number
}

/** What one grammar rule matched: slots by name, in one sentence. */
export interface GrammarMatch {
  readonly rule: string
  readonly yields: Readonly<Record<string, string>>
  readonly sentence: number
  readonly slots: Readonly<Record<string, Slot>>
}

/** A candidate for a record: the mention that would be its anchor, with every grammar reading of it, best first. */
export interface Frame {
  /** Record kind it is a candidate for. */
  readonly kind: string
  readonly sentence: number
  readonly anchor: Mention
  readonly readings: readonly GrammarMatch[]
}

/** A field as linking filled it; a null value may still carry the evidence of what withheld it. */
export interface Field<V = unknown> {
  readonly value: V
  readonly evidence: Evidence | null
}

/** A frame with its fields filled, on its way to validation. `evidence` is of composed fields (`value` for low, high, unit). */
export interface LinkedFrame {
  readonly kind: string
  readonly anchor: Span
  /** Start of the evidence that orders records of one anchor: subject or indicator, then scope, then deadline. */
  readonly order: readonly (number | null)[]
  readonly fields: Readonly<Record<string, unknown>>
  readonly evidence: Readonly<Record<string, Evidence>>
  readonly rules: readonly string[]
  /** Spans of further mentions of the same thing (a document's). */
  readonly mentions?: readonly Span[]
  /** Points of what makes a number a goal in its own sentence. */
  readonly licence?: number
}

/** A candidate that linking or validation refused. */
export interface RejectedFrame {
  readonly kind: string
  readonly anchor: Span
  readonly reason: string
  readonly message: string
  readonly rule: string
}
