import type { Mention } from '../../model/mention.ts'
import { contains, type Span } from '../../model/span.ts'
import { partitionPoint } from '../../text/partition-point.ts'
import type { LinkedDocument } from './linked-document.ts'

/** The documents of an article by what names them, so that asking for one costs the same however many there are. */
export interface DocumentIndex {
  /** By each number mention that names it. */
  readonly numbered: (number: Mention) => LinkedDocument | undefined
  /** By where its first mention begins. */
  readonly beginning: (start: number) => LinkedDocument | undefined
  /** Whether a document is named where a mention begins. */
  readonly isNamedAt: (start: number) => boolean
  /** Whether a document's anchor or title holds a span. */
  readonly holds: (span: Span) => boolean
  /** Those whose title begins in `[from, to]`, in the order of the documents. */
  readonly titled: (from: number, to: number) => readonly LinkedDocument[]
}

const known = new WeakMap<readonly LinkedDocument[], DocumentIndex>()

/** The index of a list of documents, made once. */
export function indexOf(documents: readonly LinkedDocument[]): DocumentIndex {
  let index = known.get(documents)
  if (index === undefined) known.set(documents, (index = make(documents)))
  return index
}

function make(documents: readonly LinkedDocument[]): DocumentIndex {
  // Of several the first one is meant.
  const last = documents.toReversed()
  const byNumber = new Map(last.flatMap(d => d.numbers.map(n => [n as Mention, d] as const)))
  const byStart = new Map(last.map(d => [d.mentions[0]?.start, d]))
  const starts = new Set(documents.flatMap(d => d.mentions.map(m => m.start)))
  const spans = documents.flatMap(d => (d.title === null ? [d.anchor] : [d.anchor, d.title.span])).toSorted((a, b) => a.start - b.start)
  const titled = documents
    .flatMap((document, order) => (document.title === null ? [] : [{ document, order, start: document.title.span.start }]))
    .toSorted((a, b) => a.start - b.start)
  return {
    numbered: number => byNumber.get(number),
    beginning: start => byStart.get(start),
    isNamedAt: start => starts.has(start),
    holds: span => {
      for (let i = partitionPoint(spans, s => s.start <= span.start) - 1; i >= 0; i--) {
        const outer = spans[i] as Span
        if (span.start - outer.start > LONGEST) return false
        if (contains(outer, span)) return true
      }
      return false
    },
    titled: (from, to) =>
      titled
        .slice(
          partitionPoint(titled, t => t.start < from),
          partitionPoint(titled, t => t.start <= to)
        )
        .toSorted((a, b) => a.order - b.order)
        .map(t => t.document)
  }
}

/** No anchor and no title is longer, in code units: both stand in one sentence. */
export const LONGEST = 2000
