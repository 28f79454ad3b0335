import type { Words } from './html.ts'

/** A piece of text with the part that matters. */
export interface Excerpt {
  readonly before: string
  readonly mark: string
  readonly after: string
}

/** Where something was read. */
export interface Origin {
  readonly article: string
  readonly title: string | null
  readonly url: string | null
  readonly published: string | null
  readonly source: string
}

/** A target or rank goal as the report shows it. */
export interface ReportGoal {
  readonly id: string
  readonly kind: 'target' | 'rank_goal'
  readonly origin: Origin
  readonly excerpt: Excerpt
  readonly place: { readonly id: string; readonly units: number | null; readonly name: Words } | null
  readonly subject: { readonly id: string | null; readonly name: Words } | null
  /** In words: `trên 25% GRDP`. */
  readonly value: string
  /** The number, for an axis: the lower end of a target, the worse end of a rank; null where there is none. */
  readonly number: number | null
  readonly unit: string | null
  readonly deadline: string | null
  /** The last year of the deadline. */
  readonly year: number | null
  readonly document: string | null
  readonly confidence: string
}

/** An official document as the report shows it; the origin is that of its first report. */
export interface ReportDocument {
  readonly id: string
  readonly name: string
  readonly type: Words
  readonly issuer: Words | null
  readonly issued: string | null
  /** The first day it may have been issued on. */
  readonly day: string | null
  readonly title: string | null
  readonly articles: number
  readonly origin: Origin
  readonly excerpt: Excerpt
}

/** Goals of one topic whose numbers differ: by value, the ids of the goals that report it. */
export interface ReportContradiction {
  readonly place: Words
  readonly subject: Words
  readonly deadline: string
  readonly documents: 'same' | 'different' | 'unknown'
  readonly values: readonly { readonly value: string; readonly document: string | null; readonly goals: readonly string[] }[]
}

/** A bar: how many cases of something. */
export interface Count {
  readonly name: string
  readonly count: number
}

/** A tile of the map. */
export interface Tile {
  readonly units: number
  readonly id: string
  readonly column: number
  readonly row: number
}

/** Everything that a report shows. */
export interface ReportData {
  readonly language: 'vi' | 'en'
  /** What it is a report of, in words. */
  readonly of: string
  readonly ruleset: string
  readonly articles: number
  readonly firstPublished: string | null
  readonly lastPublished: string | null
  readonly observations: number
  readonly goals: readonly ReportGoal[]
  readonly documents: readonly ReportDocument[]
  readonly contradictions: readonly ReportContradiction[]
  readonly quality: {
    readonly rejections: readonly Count[]
    readonly diagnostics: readonly Count[]
    readonly articlesWithoutGoal: number
    readonly duplicates: number
  }
  readonly tiles: readonly Tile[]
  readonly placeNames: ReadonlyMap<string, Words>
}
