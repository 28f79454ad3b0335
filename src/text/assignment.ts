import { munkres } from 'munkres'
import type { Span } from '../model/span.ts'

/** A pair of a matching: an index of each side. */
export interface Match {
  readonly left: number
  readonly right: number
}

/** A pair that may be matched, and how good that would be. */
export interface Edge extends Match {
  readonly weight: number
}

/** One side of an alignment: items, where each stands, and what tells two items at one place apart (default: their JSON). */
export interface Side<T> {
  readonly items: readonly T[]
  readonly span: (item: T) => Span
  readonly key?: (item: T) => string
}

/**
 * Pairs items whose spans overlap one to one so that the sum of weights is the largest possible; a pair of weight 0 or
 * less is left alone. The order of the items never decides: shuffled sides give the same pairs. Sorted by the left index.
 */
export function alignSpans<L, R>(left: Side<L>, right: Side<R>, weight: (left: L, right: R) => number): Match[] {
  const lefts = inOrder(left)
  const rights = inOrder(right)
  const edges: Edge[] = []
  // Sweep: rights that may still overlap the lefts to come.
  let open: Placed<R>[] = []
  let next = 0
  for (const [l, a] of lefts.entries()) {
    for (let b = rights[next]; b !== undefined && b.start < a.end; b = rights[++next]) open.push(b)
    open = open.filter(b => b.end > a.start)
    for (const b of open) if (isShared(a, b)) edges.push({ left: l, right: b.rank, weight: weight(a.item, b.item) })
  }
  const matches = assign(edges).map(m => ({ left: lefts[m.left]!.index, right: rights[m.right]!.index }))
  return matches.toSorted((a, b) => a.left - b.left)
}

/** Whether a code unit is in both: an empty span has none. */
function isShared(a: Span, b: Span): boolean {
  return Math.min(a.end, b.end) > Math.max(a.start, b.start)
}

interface Placed<T> extends Span {
  readonly item: T
  readonly index: number
  readonly rank: number
}

function inOrder<T>({ items, span, key = JSON.stringify }: Side<T>): Placed<T>[] {
  const placed = items.map((item, index) => ({ item, index, key: key(item), start: span(item).start, end: span(item).end }))
  return placed
    .toSorted((a, b) => a.start - b.start || a.end - b.end || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map((p, rank) => ({ ...p, rank }))
}

/**
 * The one-to-one matching of largest total weight among `edges`; those of weight 0 or less are left out. Each connected
 * component is solved by itself (Hungarian algorithm, of `munkres`). Sorted by the left index.
 */
export function assign(edges: readonly Edge[]): Match[] {
  const useful = edges.filter(e => e.weight > 0)
  return components(useful)
    .flatMap(solve)
    .toSorted((a, b) => a.left - b.left)
}

function components(edges: readonly Edge[]): Edge[][] {
  const parent = new Map<string, string>()
  const find = (node: string): string => {
    let root = node
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up
    for (let at = node; at !== root; ) {
      const up = parent.get(at) ?? root
      parent.set(at, root)
      at = up
    }
    return root
  }
  for (const { left, right } of edges) parent.set(find(`l${left}`), find(`r${right}`))
  return [...Map.groupBy(edges, e => find(`l${e.left}`)).values()]
}

function solve(edges: readonly Edge[]): Match[] {
  const [only] = edges
  if (edges.length === 1 && only !== undefined) return [{ left: only.left, right: only.right }]
  const lefts = [...new Set(edges.map(e => e.left))].toSorted((a, b) => a - b)
  const rights = [...new Set(edges.map(e => e.right))].toSorted((a, b) => a - b)
  const leftAt = new Map(lefts.map((l, i) => [l, i]))
  const rightAt = new Map(rights.map((r, j) => [r, j]))
  const costs = lefts.map(() => new Float64Array(rights.length))
  // Nothing costs less than a pair does, so that a side may be left alone.
  for (const e of edges) costs[leftAt.get(e.left)!]![rightAt.get(e.right)!] = -e.weight
  return munkres(costs).flatMap(([i, j]) => (costs[i]![j]! < 0 ? [{ left: lefts[i]!, right: rights[j]! }] : []))
}
