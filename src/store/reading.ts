import type { Article } from '../model/article.ts'
import type { Diagnostic } from '../model/diagnostic.ts'

/** What a run applies: equal values, equal results from equal articles. */
export interface Method {
  readonly ruleset: string
  /** Options that change results, as one string. */
  readonly options: string
}

/** What is known of an input file before it is decoded. */
export interface InputKey {
  readonly sha256: string
  readonly source: string
  readonly reader: string
  /** Options that change what is read, as one string. */
  readonly options: string
}

/** An article as one source gives it. */
export interface Reading extends Pick<Article, 'record' | 'titleIsText' | 'tables'> {
  readonly diagnostics: readonly Diagnostic[]
  /** Hash of everything above. */
  readonly identity: string
}
