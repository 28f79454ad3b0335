import type { Diagnostic } from '../../model/diagnostic.ts'

/** A cell of a table. */
export type Cell = string | number | null | Uint8Array

/** An extraction as the rows that are stored of it; plain enough to be handed from process to process. */
export interface PackedExtraction {
  /** What the numbers of terms in the other columns stand for. */
  readonly terms: readonly string[]
  /** JSON: `[[term, start, length, …values], …]`. */
  readonly mentions: string
  /** Eight bytes a mention. */
  readonly mentionIds: Uint8Array
  /** JSON: the words of each mention, where SQL could not take them from the text; else null. */
  readonly quotes: string | null
  readonly sentences: Uint8Array
  /** In the order of `RECORD_COLUMNS`, without extraction and ordinal. */
  readonly records: readonly (readonly Cell[])[]
  readonly rejections: readonly (readonly Cell[])[]
  readonly diagnostics: readonly Diagnostic[]
}

/** The columns of `records` behind extraction and ordinal, in the order of the rows. */
export const RECORD_COLUMNS = ['id', 'kind', 'start', '"end"', 'quote', 'facts', 'evidence', 'rules'] as const

/** The columns of `rejections` behind extraction and ordinal, in the order of the rows. */
export const REJECTION_COLUMNS = ['id', 'record_kind', 'start', '"end"', 'quote', 'reason', 'rule', 'message', 'line'] as const

/** The keys of a record line that are not kept among its facts, in their places before and behind them. */
export const HEAD_KEYS = ['kind', 'id', 'article_id', 'anchor'] as const
export const TAIL_KEYS = ['evidence', 'rules'] as const
