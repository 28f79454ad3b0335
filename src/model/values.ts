/** The values of mentions, as the tag stage reads them and linking uses them. */
/**
 * What a calendar expression says, before it is put on the calendar. `edtf` is set where the words alone suffice;
 * `partial` where an anchor is needed.
 */
export interface DateValue {
  readonly edtf: string | null
  readonly partial: PartialDate | null
  /** The preposition or head in front that says what the date is for. */
  readonly use: DateUse | null
  /** `đầu`, `giữa`, `cuối`, `hết`: which part of the period is meant; the value stays the period. */
  readonly part: 'start' | 'mid' | 'end' | null
}

/** What the words in front make of a date; `season`: two years that one year of schools, accounts or crops lies in. */
export type DateUse = 'season' | 'by' | 'before' | 'in' | 'as-of' | 'from' | 'period' | 'term' | 'vision' | 'orientation' | 'compared'

/** An expression whose year (or more) comes from an anchor. */
export type PartialDate =
  | { readonly unit: 'day'; readonly day: number; readonly month: number }
  | { readonly unit: 'day-range'; readonly day: number; readonly month: number; readonly toDay: number; readonly toMonth: number }
  | { readonly unit: 'day-of-month'; readonly day: number }
  | { readonly unit: 'month'; readonly month: number }
  | { readonly unit: 'quarter'; readonly quarter: number; readonly toQuarter: number }
  /** The first, last or next `months` months of the anchor's year. */
  | { readonly unit: 'months'; readonly months: number; readonly from: 'start' | 'end' }
  | { readonly unit: 'half'; readonly half: 1 | 2 }
  /** `offset` days, weeks, months, quarters or years from the anchor. */
  | { readonly unit: 'relative'; readonly of: 'day' | 'week' | 'month' | 'quarter' | 'year'; readonly offset: number }
  /** A month in a year given relative to the anchor: `tháng 8 năm ngoái`. */
  | { readonly unit: 'month-of'; readonly month: number; readonly yearOffset: number }
  | { readonly unit: 'quarter-of'; readonly quarter: number; readonly yearOffset: number }
  /** The period spoken of before, `years` years earlier; in `year` where one is printed. */
  | { readonly unit: 'same-period'; readonly years: number; readonly year: number | null; readonly isMonth: boolean }
  /** The event's day spoken of before: `cùng ngày`. */
  | { readonly unit: 'same-day' }
  /** So many years after the year spoken of before: `năm năm tiếp theo`. */
  | { readonly unit: 'years-after'; readonly years: number }
  /** The end of the term spoken of before: `đến cuối nhiệm kỳ`. */
  | { readonly unit: 'term-end' }
  /** No time that could be told: `trong những năm tiếp theo`. */
  | { readonly unit: 'vague' }

/** Which side of the anchor a partial date is looked for. */
export type Side = 'past' | 'future' | 'nearest'

/** What a partial date is put on the calendar by. */
export interface Anchor {
  /** A calendar day. */
  readonly day: string
  readonly side: Side
  /** The period mentioned last before it, for `cùng kỳ`; the day mentioned last, for `cùng ngày`. */
  readonly previousPeriod: string | null
  readonly previousDay: string | null
  /** The year mentioned last before it, for `năm năm tiếp theo`. */
  readonly previousYear: number | null
}

/** A document number as printed; `issued` and the completion of a bare number are read later. */
export interface DocumentNumber {
  readonly canonical: string
  readonly type: string | null
  readonly organ: string | null
  readonly issuer: string | null
  readonly system: 'party' | 'state' | null
  /** The number alone, without leading zeros: what a bare mention is completed by. */
  readonly number: string
  /** Year inside the number (`30/2020/NĐ-CP`), or null. */
  readonly year: string | null
  readonly isBare: boolean
  /** Whether the writing was crossed or lost a hyphen and was put right. */
  readonly isRepaired: boolean
}

/** A document spoken of by its type word alone (`Nghị quyết trên`, `Kế hoạch`), without a number. */
export interface DocumentName {
  readonly type: string
  /** How it points: `này` and `trên` to the one before, `mọi` to several. */
  readonly pointing: 'this' | 'several' | null
  /** Whether the type word is capitalised, as names are. */
  readonly isName: boolean
  /** Whether it is spoken of as a draft (`dự thảo Nghị quyết`). */
  readonly isDraft: boolean
}

/** A number with its unit and comparator. `form` says how it was printed, which decides what it may mean. */
export interface Quantity {
  readonly low: number
  readonly high: number
  readonly comparator: '=' | '>' | '>=' | '<' | '<=' | '~' | 'range'
  readonly unit: string | null
  readonly form: 'percent' | 'points' | 'fraction' | 'money' | 'measure' | 'count' | 'ratio' | 'double-digit' | 'plain'
  /** Whether only a `từ` makes the number a floor: a `lên`, `xuống` behind it would make it a baseline instead. */
  readonly isFrom: boolean
}

/** A province id, `vn`, or `other:<text>` for a place below the province. */
export interface Place {
  readonly id: string
  readonly level: 'country' | 'province' | 'local'
  /** Whether the name is that of a centrally-run city, or `thành phố` was printed before it. */
  readonly isCity: boolean
}

/**
 * A body that issues documents. `body` is the id of a national body (`thu_tuong`), or the kind of a local one
 * (`ubnd`), whose place follows (`UBND tỉnh Bắc Giang`) or comes from the text.
 */
export interface Issuer {
  readonly body: string
  readonly level: 'national' | 'province' | 'local' | 'any'
  /** Id of the place named right behind it, or null. Filled by the tag stage from the place mention. */
  readonly place: string | null
}

/** A position in an order. For ranks smaller is better: `at_least` 15 is rank 15 or better. */
export interface Rank {
  readonly rank_kind: 'top_n' | 'exact' | 'at_least' | 'band' | 'leader' | 'improve'
  readonly n_low: number | null
  readonly n_high: number | null
  readonly total: number | null
  /** The group as printed, where it has no number. */
  readonly band: string | null
  readonly scope: string | null
  /** Where else the same position is held: the world, in `trong khu vực và trên thế giới`. */
  readonly further?: readonly string[]
}

/** A closed-class word and its tags. */
export interface Cue {
  readonly tags: readonly string[]
}

/** What a number says: that something is aimed at, was reached, is so now, is expected, or none of these. */
export type Status = 'goal' | 'result' | 'current' | 'forecast' | 'other'
