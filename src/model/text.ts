/** Replace source `[start, end)` by `to`. The edits of one step are sorted and do not overlap. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly to: string
}

/**
 * Where each code unit of a new text came from: unit `i` of it was read from `[from[i], until[i])` of the source.
 * `null` stands for the identity, which most texts have.
 */
export type OffsetMap = { readonly from: Int32Array; readonly until: Int32Array; readonly sourceLength: number } | null

/**
 * A text layer made uniform for reading. All stages after `normalize` work on these strings, which share their offsets;
 * `map` leads back to the text layer.
 */
export interface NormalizedText {
  /** NFC, Đ for Ð, single spaces, glued words split: what records show. */
  readonly text: string
  /** The same with one form of dashes, quotes and tone placement: what case-sensitive patterns match. */
  readonly match: string
  /** `match` in lower case. */
  readonly lower: string
  readonly map: OffsetMap
  /** Spelling repairs that were applied, as spans of the normalized text with what they say. */
  readonly repairs: readonly Repair[]
}

/** One spelling slip that was read as the word it stands for. */
export interface Repair {
  readonly start: number
  readonly end: number
  readonly from: string
  readonly to: string
  readonly rule: string
}

/** What a line is in the article's layout. */
export type LineKind = 'text' | 'heading' | 'bullet' | 'caption' | 'related' | 'byline'

/** A sentence, heading or list item; offsets of the normalized text. */
export interface Sentence {
  readonly index: number
  readonly start: number
  readonly end: number
  /** Index of the line (paragraph) it stands in. */
  readonly line: number
  readonly kind: LineKind
  /** Bullet depth from the bullet's form (0 for text): `-` 1, `+` 2 …; equal forms are siblings. */
  readonly depth: number
}
