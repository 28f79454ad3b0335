import type { Article } from '../../model/article.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { type DataTable, NO_TABLES } from '../../model/table.ts'
import type { Limits } from './limits.ts'

/** What a caller may say about reading. */
export interface ReadOptions {
  /** Publication day for inputs that have none of their own (`--published`), or null. */
  readonly published: string | null
  /** Standard input, for the operand `-`. */
  readonly stdin?: AsyncIterable<Uint8Array>
  /** Limits that differ from the defaults in limits.ts. */
  readonly limits?: Partial<Limits>
  /** Whether the file with these bytes is known from an earlier run; asked before it is decoded, true = skip it. */
  readonly isKnown?: (bytesSha256: string, source: string) => boolean | Promise<boolean>
}

/** The file or stream that a result came from; the same for all results of one file. */
export interface InputInfo {
  /** The file, relative to the operand it was found under; `-` for standard input. */
  readonly source: string
  /** SHA-256 of the file's bytes; null for a stream and for what could not be read. */
  readonly sha256: string | null
  readonly bytes: number
}

/** What became of one input: an article, or the sentence that says why there is none, or nothing new. */
export type ReadResult =
  | { readonly kind: 'article'; readonly article: Article; readonly diagnostics: readonly Diagnostic[]; readonly input: InputInfo }
  | {
      readonly kind: 'failure'
      /** An error, or an `info` where no article was to be expected, by the file's name. */
      readonly diagnostic: Diagnostic
      readonly input: InputInfo
      /** Present where there may be more in the input, which was given up; another time it may be read to its end. */
      readonly isUnfinished?: true
    }
  | { readonly kind: 'skipped'; readonly input: InputInfo }

/** A part of a file, so that several processes read one file: together its parts give the same results as the whole. */
export interface Cut {
  /** The lines of NDJSON that it holds; absent where the file is of another format. */
  readonly lines?: LinesCut
  /** Which of the results of these lines, or of the file, are its own, counted from 0, half-open. */
  readonly results?: { readonly from: number; readonly to: number }
}

/** Lines of NDJSON, by where they stand in its text: unpacked, and as UTF-8 where the file is of UTF-16. */
export interface LinesCut {
  /** Their bytes, half-open. */
  readonly from: number
  readonly to: number
  /** The number of the first of them, from 1. */
  readonly line: number
  /** SHA-256 of these bytes. */
  readonly sha256: string
  /** Whether they are bytes of the file as it is, to be read without what stands before. */
  readonly isPlain: boolean
  /** What is known of the whole file. */
  readonly input: { readonly sha256: string; readonly bytes: number }
}

/** Something to tell about a draft before its article has an id. */
export interface Note {
  readonly code: string
  readonly severity: Diagnostic['severity']
  /** What there is to tell, or how it is told of the source that the article has in the end. */
  readonly message: string | ((source: string) => string)
  readonly start?: number
  readonly end?: number
}

/** An article as its container gives it: the text layer before checks, and what the container says of it. */
export interface Draft {
  readonly text: string
  readonly title: string | null
  readonly titleIsText: boolean
  readonly author: string | null
  readonly url: string | null
  readonly site: string | null
  readonly externalId: string | null
  /** Calendar day, or null. */
  readonly published: string | null
  readonly encoding: string
  /** Its tables, by offsets of `text`. */
  readonly tables: readonly DataTable[]
  readonly notes: readonly Note[]
}

/** Why an input, or a part of one, gave no article. */
export interface Refusal {
  readonly code: string
  readonly message: string
  /** `info` where nobody could have expected an article: a picture, a hidden file. Else it is an error. */
  readonly severity?: 'info'
}

/** What a reader of one format gives: drafts and refusals, in the order of the input. */
export type Part =
  | { readonly kind: 'draft'; readonly draft: Draft; readonly place: Place }
  | { readonly kind: 'refusal'; readonly refusal: Refusal; readonly place: Place }

/** Where a part stands: its container's source, and whether it is named inside it. */
export interface Place {
  /** The container or the file itself, `/`-separated: `a/b.zip#c/d.ndjson`. */
  readonly source: string
  /** A part of a container without a path of its own is named by its external id, else by its article id. */
  readonly inside: boolean
}

/** What every format reader is told beside the bytes. */
export interface Context {
  readonly options: ReadOptions
  readonly limits: Limits
  /** The file all of it comes from. */
  readonly input: InputInfo
  /** What the file has used up of its limits so far. */
  readonly spent: Spent
  /** The part of the file that is wanted, where it is not all of it. */
  readonly cut?: Cut | undefined
}

/** What one input has cost so far. */
export interface Spent {
  /** Bytes of the input itself that were read. */
  packedBytes: number
  /** Bytes that entries of its archives unpacked to. */
  unpackedBytes: number
  /** Bytes that anything in it unpacked to. */
  inflatedBytes: number
  /** Milliseconds of work of foreign parsers. */
  parserMilliseconds: number
}

/** A draft with nothing known but its text. */
export function plainDraft(text: string, encoding: string): Draft {
  return {
    text,
    title: null,
    titleIsText: false,
    author: null,
    url: null,
    site: null,
    externalId: null,
    published: null,
    encoding,
    tables: NO_TABLES,
    notes: []
  }
}

/** The part that says why a file, or an entry with a path of its own, gave no article. */
export function refusal(source: string, code: string, message: string): Part {
  return { kind: 'refusal', place: { source, inside: false }, refusal: { code, message } }
}

/** The part that tells of an entry that nobody would take for an article by its name. */
export function leftOut(source: string, message: string): Part {
  return { kind: 'refusal', place: { source, inside: false }, refusal: { code: SKIPPED, message, severity: 'info' } }
}

/** The code of what was not opened, because its name is that of no text. */
export const SKIPPED = 'skipped'

/** The part that says that a file asked a parser for more work or memory than files of its size need. */
export function tooCostly(source: string): Part {
  return refusal(source, 'too-costly', `${source} takes far more work to read than a file of its size should; it was left.`)
}
