import type { AnyRecord } from '../model/record.ts'
import { overlaps, type Span } from '../model/span.ts'
import { alignSpans, assign, type Edge } from '../text/assignment.ts'
import { wordOverlap } from '../text/similarity.ts'
import { changedFields, evidenceOf, subjectOf, valueKey } from './facts.ts'

/** A record with the place its anchor has in the text compared in; null where it could not be found there. */
export interface Placed {
  readonly record: AnyRecord
  readonly span: Span | null
}

/** Two records that are one fact. */
export interface Aligned {
  readonly before: Placed
  readonly after: Placed
  /** Whether it stands elsewhere in its paragraph. */
  readonly isMoved: boolean
}

/** What an article's records on both sides have to do with each other. */
export interface Alignment {
  readonly pairs: readonly Aligned[]
  readonly lost: readonly Placed[]
  readonly gained: readonly Placed[]
}

/**
 * Pairs the records of one article: by kind and anchor where that carries one record on both sides; where it carries several,
 * by subject, scope and deadline; then whatever overlaps, across kinds (a document is never anything else); then equal facts
 * of one paragraph; then what could not be found in the text compared in, by kind and subject. Each step gives the one-to-one pairing of largest total weight, so the order of records never decides.
 */
export function align(before: readonly Placed[], after: readonly Placed[], text: string | null): Alignment {
  const pairs: Aligned[] = []
  let [lost, gained] = [before, after]
  const take = (found: readonly (readonly [Placed, Placed])[], isMoved: boolean): void => {
    pairs.push(...found.map(([b, a]) => ({ before: b, after: a, isMoved })))
    const taken = new Set(found.flat())
    lost = lost.filter(p => !taken.has(p))
    gained = gained.filter(p => !taken.has(p))
  }
  take(atOneAnchor(lost, gained), false)
  take(overlapping(lost, gained), false)
  take(moved(lost, gained, text), true)
  take(notFound(lost, gained), false)
  return { pairs: pairs.toSorted(byPlace), lost, gained }
}

/** What tells an anchor of one kind from all others of an article. */
export function anchorKey({ record, span }: Placed): string | null {
  return span === null ? null : `${record.kind} ${span.start} ${span.end}`
}

function atOneAnchor(before: readonly Placed[], after: readonly Placed[]): [Placed, Placed][] {
  const groups = Map.groupBy(before, anchorKey)
  const found: [Placed, Placed][] = []
  for (const [key, news] of Map.groupBy(after, anchorKey)) {
    const olds = key === null ? [] : (groups.get(key) ?? [])
    if (olds.length === 1 && news.length === 1) found.push([olds[0] as Placed, news[0] as Placed])
    else if (olds.length > 0) found.push(...optimal(olds, news, (b, a) => 1 + likeness(b.record, a.record)))
  }
  return found
}

function overlapping(before: readonly Placed[], after: readonly Placed[]): [Placed, Placed][] {
  const [lefts, rights] = [before.filter(isPlaced), after.filter(isPlaced)]
  const side = <T extends Placed & { readonly span: Span }>(items: readonly T[]) => ({
    items,
    span: (p: T) => p.span,
    key: (p: T) => JSON.stringify(p.record)
  })
  const matches = alignSpans(side(lefts), side(rights), (b, a) => {
    const isDocument = b.record.kind === 'document'
    if (isDocument !== (a.record.kind === 'document')) return 0
    const weight =
      0.5 * sharedPart(b.span, a.span) +
      (b.record.kind === a.record.kind ? 0.3 : 0) +
      (valueKey(b.record) === valueKey(a.record) ? 0.2 : 0) +
      0.1 * likeness(b.record, a.record)
    return weight < 0.2 ? 0 : weight
  })
  return matches.map(m => [lefts[m.left] as Placed, rights[m.right] as Placed])
}

function moved(before: readonly Placed[], after: readonly Placed[], text: string | null): [Placed, Placed][] {
  if (text === null) return []
  const lineOf = lines(text)
  const key = ({ record }: Placed) => JSON.stringify([record.kind, valueKey(record), subjectOf(record)])
  const olds = Map.groupBy(before.filter(isPlaced), key)
  return [...Map.groupBy(after.filter(isPlaced), key)].flatMap(([name, news]) =>
    optimal(olds.get(name) ?? [], news, (b, a) => {
      if (overlaps(b.span, a.span) || lineOf(b.span.start) !== lineOf(a.span.start)) return 0
      const isSame = changedFields(b.record, a.record).every(field => field === 'confidence')
      return isSame ? 1 / (1 + Math.abs(b.span.start - a.span.start)) : 0
    })
  )
}

// Of an old text that is not at hand, or whose words are no longer there.
function notFound(before: readonly Placed[], after: readonly Placed[]): [Placed, Placed][] {
  const key = ({ record }: Placed) => JSON.stringify([record.kind, subjectOf(record)?.toLowerCase() ?? valueKey(record)])
  const olds = Map.groupBy(
    before.filter(p => p.span === null),
    key
  )
  return [...Map.groupBy(after, key)].flatMap(([name, news]) =>
    optimal(olds.get(name) ?? [], news, (b, a) => 0.1 + likeness(b.record, a.record) + (valueKey(b.record) === valueKey(a.record) ? 4 : 0))
  )
}

function optimal<P extends Placed>(olds: readonly P[], news: readonly P[], weigh: (b: P, a: P) => number): [P, P][] {
  // In one order, whatever order they came in: equal weights must not be decided by it.
  const [left, right] = [olds.toSorted(byContent), news.toSorted(byContent)]
  const edges: Edge[] = left.flatMap((b, l) => right.map((a, r) => ({ left: l, right: r, weight: weigh(b, a) })))
  return assign(edges).map(m => [left[m.left] as P, right[m.right] as P])
}

/** How many of the links that make a fact agree: what it is about, its scope, its deadline, its place, its document. */
function likeness(before: AnyRecord, after: AnyRecord): number {
  const [b, a] = [subjectOf(before), subjectOf(after)]
  const subject = b === a ? 2 : wordOverlap(b, a)
  const agree = ['scope', 'deadline', 'place', 'document_number'].filter(f => (before[f] ?? null) === (after[f] ?? null)).length
  return subject + agree + (orderOf(before) === orderOf(after) ? 0.5 : 0)
}

// The words that order records of one anchor.
function orderOf(record: AnyRecord): number | null {
  const evidence = evidenceOf(record)
  return (evidence['indicator'] ?? evidence['subject'])?.start ?? null
}

function isPlaced(p: Placed): p is Placed & { readonly span: Span } {
  return p.span !== null
}

function sharedPart(a: Span, b: Span): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return common <= 0 ? 0 : common / (Math.max(a.end, b.end) - Math.min(a.start, b.start))
}

function lines(text: string): (offset: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return offset => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] as number) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
}

function byPlace(a: Aligned, b: Aligned): number {
  return (
    (a.after.span?.start ?? 0) - (b.after.span?.start ?? 0) ||
    (a.after.span?.end ?? 0) - (b.after.span?.end ?? 0) ||
    byContent(a.after, b.after)
  )
}

function byContent(a: Placed, b: Placed): number {
  const [x, y] = [JSON.stringify(a.record), JSON.stringify(b.record)]
  return x < y ? -1 : x > y ? 1 : 0
}
