/** What the page knows, as it stands compressed in it. Shapes alone: the program writes them, the page reads them. */

/** Words in both languages. */
export interface Words {
  readonly vi: string
  readonly en: string
}

export interface ArticleFact {
  readonly title: string | null
  readonly url: string | null
  readonly published: string | null
  readonly source: string
}

/** Where something stands: its article, its sentence, and the part of the sentence that says it (UTF-16 units). */
export interface Place {
  readonly article: number
  readonly sentence: number
  readonly from: number
  readonly to: number
}

/** A number or rank that somebody wants (`target`, `rank_goal`) or that was measured (`observation`). */
export interface Fact extends Place {
  readonly id: string
  readonly kind: 'target' | 'rank_goal' | 'observation'
  /** `bac_giang`, `vn`, `other:…`, or null. */
  readonly place: string | null
  /** The list of provinces that the id is to be read in. */
  readonly units: 63 | 34 | null
  /** The place as one thing: `bac_giang@63`, `@` and no list where one list is like the other; empty where there is none. */
  readonly where: string
  /** Of the catalogue, or null. */
  readonly subject: string | null
  /** As printed. */
  readonly text: string | null
  readonly qualifier: string | null
  readonly value: Words
  readonly comparator: string | null
  readonly low: number | null
  readonly high: number | null
  readonly unit: string | null
  /** level, change, growth, ratio; of ranks their kind. */
  readonly measure: string
  readonly direction: 'up' | 'down' | null
  /** Of ranks: among whom. */
  readonly scope: string | null
  /** When a goal is due or a number was measured, in words. */
  readonly when: Words | null
  readonly edtf: string | null
  /** The last year of that time. */
  readonly year: number | null
  /** The official document, as its place in `documents`. */
  readonly document: number | null
  readonly confidence: 'high' | 'medium' | 'low'
}

export interface DocumentFact extends Place {
  readonly id: string
  readonly name: string
  readonly type: Words
  readonly issuer: Words | null
  readonly issued: string | null
  /** The first day it may have been issued on. */
  readonly day: string | null
  readonly title: string | null
  /** All articles that name it. */
  readonly articles: readonly number[]
}

/** Goals of one topic whose numbers differ: by value, the ids of the goals that report it. */
export interface Contradiction {
  readonly documents: 'same' | 'different' | 'unknown'
  readonly values: readonly { readonly value: Words; readonly document: string | null; readonly goals: readonly string[] }[]
}

/** How one goal moved over time: what was said, in its order, each step with the ids of the goals that say it. */
export interface Move {
  readonly steps: readonly { readonly since: string | null; readonly document: string | null; readonly goals: readonly string[] }[]
}

export interface Count {
  /** A code. */
  readonly name: string
  /** What the code says; null where it has no words. */
  readonly says: Words | null
  readonly count: number
}

export interface Subject extends Words {
  /** Field of policy, `rank` for what only ranks are about. */
  readonly field: string
  /** Whether more is better. */
  readonly better: 'up' | 'down' | null
}

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
  /** Whether the run did not come to its end: what it has not read is missing. */
  readonly isUnfinished: boolean
  /** The command that reviews what it is of. */
  readonly review: string
  readonly firstPublished: string | null
  readonly lastPublished: string | null
  readonly articles: readonly ArticleFact[]
  readonly sentences: readonly string[]
  readonly goals: readonly Fact[]
  /** Results and standing facts of a place and a subject of the catalogue: what a goal can be held against. */
  readonly observed: readonly Fact[]
  /** How many numbers are no goals, those above among them. */
  readonly observations: number
  readonly documents: readonly DocumentFact[]
  readonly contradictions: readonly Contradiction[]
  readonly moves: readonly Move[]
  readonly quality: {
    readonly rejections: readonly Count[]
    readonly diagnostics: readonly Count[]
    readonly articlesWithoutGoal: number
    readonly duplicates: number
  }
  readonly tiles: readonly Tile[]
  /** The province of the list of 34 that one of the list of 63 lies in. */
  readonly merged: Readonly<Record<string, string>>
  readonly places: Readonly<Record<string, Words>>
  readonly subjects: Readonly<Record<string, Subject>>
}
