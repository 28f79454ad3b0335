import type { Found, Path } from '../../stages/read/found.ts'
import type { ReadResult } from '../../stages/read/read.ts'
import type { Cut } from '../../stages/read/types.ts'

/** The task of a worker that reads. */
export interface ReadingTask {
  readonly kind: 'reading'
  readonly published: string | null
}

/** An input on its way to a worker. */
export type InputToRead =
  | Exclude<Found, { readonly kind: 'file' }>
  | {
      readonly kind: 'file'
      readonly path: Path
      readonly source: string
      readonly size: number
      readonly isFile: boolean
      readonly cut?: Cut
    }

/** What a worker that reads is told. */
export type ToReader =
  | { readonly kind: 'read'; readonly input: InputToRead }
  /** So many results were taken, of so much text; it may read on. */
  | { readonly kind: 'taken'; readonly weight: number }
  | { readonly kind: 'known'; readonly isKnown: boolean }
  /** Some of standard input; null at its end. */
  | { readonly kind: 'chunk'; readonly chunk: Uint8Array | null }

/** What it tells. */
export type FromReader =
  | { readonly kind: 'result'; readonly result: ReadResult }
  | { readonly kind: 'is-known'; readonly sha256: string; readonly source: string }
  | { readonly kind: 'want-chunk' }
  | { readonly kind: 'wrong-usage'; readonly message: string }
  | { readonly kind: 'end' }

/** How much room a result takes, about, in UTF-16 code units. */
export function weightOf(result: ReadResult): number {
  return 1_000 + (result.kind === 'article' ? result.article.text.length : 0)
}
