import type { Field, Via } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { Span } from '../../model/span.ts'
import type { DocumentNumber } from '../../model/values.ts'
import type { Title } from './document-title.ts'

/** An official document that the article names, with what the text tells of it. */
export interface LinkedDocument {
  readonly anchor: Span
  readonly sentence: number
  readonly number: Field<string | null>
  readonly printed: string | null
  /** The mention that its number is printed in full in; null for a document without a number. */
  readonly full: Span | null
  readonly type: Field<string | null>
  readonly issuer: Field<string | null>
  /** The place of whoever issued it. */
  readonly place: Field<string | null>
  /** The province that it plans for, where its title names one: its goals are that province's, whoever issued it. */
  readonly about: Field<string> | undefined
  readonly issued: Field<string | null>
  readonly title: Title | null
  readonly isDraft: boolean
  /** Where others have the same number, who is said to have issued it and them: by that they are told apart. */
  readonly apart: readonly Via[]
  /** Type words by which it may be spoken of later: its own and those in its title. */
  readonly types: ReadonlySet<string>
  /** All spans that name it, the anchor's first. */
  readonly mentions: Span[]
  /** Number mentions that name it; a later one may carry the date. */
  readonly numbers: readonly Mention<DocumentNumber>[]
}
