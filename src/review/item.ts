import type { AnyRecord } from '../model/record.ts'
import type { Span } from '../model/span.ts'
import type { Standing } from './decisions/state.ts'

export const QUEUES = ['changes', 'records', 'misses', 'sample'] as const
export type Queue = (typeof QUEUES)[number]

/** Something in a queue: a change between two runs, a record of one, something that may have been missed, an article. */
export interface Item {
  readonly id: string
  readonly queue: Queue
  /** `lost`, `gained` …, `record`, `rejection`, `sentence`, `article`. */
  readonly class: string
  readonly kind: string
  readonly articleId: string
  readonly sha256: string
  /** `source:line:column`. */
  readonly where: string
  readonly before: AnyRecord | null
  readonly after: AnyRecord | null
  /** Where it stands where it is no record. */
  readonly at: (Span & { readonly kind: string }) | null
  readonly quote: string
  readonly fields: readonly string[]
  readonly rules: readonly string[]
  /** What is shown as one row and decided at once; see `gathering`. */
  readonly group: string | null
  /** What the changes of its group have in common: `cause` and shape; of rare ones the `shape` alone, else class and `kind` alone. */
  readonly gathering: 'cause' | 'shape' | 'kind' | null
  /** Of one group, those of one cause and one shape. */
  readonly alike: string | null
  /** Of those alike, those that also have the same values on both sides. */
  readonly same: string | null
  readonly shape: Shape | null
  readonly isShared: boolean
  readonly isLocated: boolean
  readonly verdict: string | null
  readonly cause: string | null
  /** Of a refused candidate: why; of a sentence: the common phrase in it. */
  readonly says: string | null
  readonly about: About
  /** The sentence of each side; null where that side is nothing, or its text not at hand. */
  readonly sentences: { readonly before: Excerpt | null; readonly after: Excerpt | null }
}

/** A stretch of a text layer, and where it begins there. */
export interface Excerpt {
  readonly start: number
  readonly text: string
}

/** What is known of an item's article beside its text. */
export interface About {
  readonly title: string | null
  /** `YYYY-MM-DD`. */
  readonly published: string | null
  readonly url: string | null
}

/** What changes alike have in common: the fields that changed, and how. */
export interface Shape {
  /** Of closed fields the two values; of others `…` for any value; `—` for none. */
  readonly shifts: readonly { readonly field: string; readonly before: string; readonly after: string }[]
  /** Of records that only one side has: what they are, `status goal`. */
  readonly facts: readonly { readonly field: string; readonly value: string }[]
}

/** An item with where it stands with the reviewer. */
export interface Placed {
  readonly item: Item
  readonly standing: Standing
}

/** The record in question: the new one, else the old one. */
export function recordOf({ before, after }: Pick<Item, 'before' | 'after'>): AnyRecord | null {
  return after ?? before
}

/** Whether there is nothing more to do about an item for now. */
export function isDone({ standing: { state } }: Placed): boolean {
  return state === 'decided' || state === 'closed'
}
