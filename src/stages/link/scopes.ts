import type { Evidence, Field, Via } from '../../model/frame.ts'
import type { Deadline, Over } from './deadline.ts'
import type { DocumentLink } from './document-link.ts'
import type { LinkedDocument } from './linked-document.ts'
import type { StatusReading } from './status-reading.ts'

/** What the text around a number or rank says of it: each answer with its evidence. `at` is a chunk index of the sentence. */
export interface Scopes {
  readonly status: (sentence: number, at: number, isPercent: boolean) => StatusReading | undefined
  /** What keeps from a number without a status the words further up that would give it one. */
  readonly unsaid: (sentence: number, at: number, isPercent: boolean) => readonly Via[]
  readonly document: (sentence: number, at: number) => DocumentLink | undefined
  readonly place: (sentence: number, at: number, document: DocumentLink | undefined) => Field<string | null>
  readonly deadline: (sentence: number, at: number, over: Over | null, document: DocumentLink | undefined) => Deadline
  /** The year that a text is of, by its day; nothing where that is not known. */
  readonly yearOfText: () => Deadline | undefined
  /** The year of the plan that a result is measured by. */
  readonly planYear: (sentence: number, at: number, isOfPart: boolean) => Deadline | undefined
  /** `link`: why the document sets the goal, or why none does. */
  readonly placeUnits: (
    place: Field<string | null>,
    document: LinkedDocument | undefined,
    link: Evidence | null | undefined
  ) => Field<63 | 34 | null>
  readonly asOf: (sentence: number, at: number) => Field<string | null>
  /** Why a percentage stands outside the article's own text (related links, captions). */
  readonly reason: (sentence: number) => 'related_link' | 'caption' | null
}
