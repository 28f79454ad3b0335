import { Reacher } from './reach.ts'
import type { Graph, Read } from './steps.ts'

/** A way on from a place in a pattern: the read step it leads to, on which letters, and how many such ways there are. */
export interface Way {
  readonly to: number
  readonly letters: bigint
  readonly count: number
  /** No look-around on the way was only taken as satisfied. */
  readonly isSure: boolean
}

/** What a matcher may do at one place in a pattern. */
export interface Move {
  readonly ways: readonly Way[]
  /** The letters, or the edge, before which the match is sure to end here. */
  readonly ends: bigint
  /** Those before which it may end, if look-arounds are satisfied. */
  readonly mayEnd: bigint
}

/** How many ways lead to a read step, by its index. */
export type Counts = ReadonlyMap<number, number>

/** The place in which a match begins. */
export const START = -1

/** The moves of a pattern by place: the index of the read step just read, or `START`, and the class of the letter before. */
export class Moves {
  readonly reads: readonly Read[]
  readonly hasLoops: boolean
  readonly classes: number
  /** The class of the edge. */
  readonly edgeClass: number
  /** The letters of each class. */
  readonly lettersOf: readonly bigint[]
  /** All letters and the edge. */
  readonly all: bigint
  readonly #graph: Graph
  readonly #reacher: Reacher
  readonly #known: (Move | undefined)[] = []

  constructor(graph: Graph) {
    this.#graph = graph
    this.#reacher = new Reacher(graph)
    this.reads = graph.reads
    this.hasLoops = graph.reads.some(({ isLooping }) => isLooping)
    this.classes = this.#reacher.classes
    this.edgeClass = this.#reacher.classOf.at(-1) as number
    this.all = (graph.edge << 1n) - 1n
    const lettersOf = new Array<bigint>(this.classes).fill(0n)
    graph.letters.forEach((_, letter) => {
      lettersOf[this.#reacher.classOf[letter] as number]! |= 1n << BigInt(letter)
    })
    this.lettersOf = lettersOf
  }

  from(place: number, before: number): Move {
    return (this.#known[(place + 1) * this.classes + before] ??= this.#made(place, before))
  }

  #made(place: number, before: number): Move {
    const ways: Way[] = []
    let ends = 0n
    let mayEnd = 0n
    for (const { to, letters, count, isSure } of this.#reacher.from(this.#stepBehind(place), before))
      if (to !== undefined) ways.push({ to: to.index, letters, count, isSure })
      else {
        mayEnd |= letters
        if (isSure) ends |= letters
      }
    return { ways, ends, mayEnd }
  }

  #stepBehind(place: number) {
    return place === START ? this.#graph.start : (this.reads[place] as Read).next
  }

  /** A character of the first of the letters, to be shown. */
  sample(letters: bigint): string {
    const set = this.#graph.letters[(letters & -letters).toString(2).length - 1]
    const range = set?.ranges.find(({ max }) => max > 32) ?? set?.ranges[0]
    return String.fromCodePoint(range === undefined ? 0 : Math.min(range.max, Math.max(range.min, 33)))
  }

  /**
   * Sums the ways of several places by letter: disjoint sets of letters, each of one class, and what its letters lead to. All
   * letters are in one of them; none of the sets of `told` cuts through one.
   */
  split(from: Counts, before: number, { target, skipped, told = [] }: Splitting = {}): Split[] {
    let parts: Split[] = this.lettersOf.map((letters, own) => ({ letters, before: own, counts: new Map() }))
    for (const [place, by] of from) {
      const not = skipped?.(place) ?? 0n
      for (const { to, letters, count } of this.from(place, before).ways) {
        const key = target?.(place, to) ?? to
        parts = parts.flatMap(part => cut(part, letters & ~not, ({ counts }) => counts.set(key, (counts.get(key) ?? 0) + by * count)))
      }
    }
    for (const letters of told) parts = parts.flatMap(part => cut(part, letters))
    return parts.filter(({ letters }) => letters !== 0n)
  }
}

/** What an attempt may be at behind a letter of the class `before`. */
export interface State {
  readonly before: number
  readonly counts: Map<number, number>
}

/** What letters of one class lead to. */
export interface Split extends State {
  readonly letters: bigint
}

interface Splitting {
  /** What a way is counted under, when not under where it leads. */
  readonly target?: (from: number, to: number) => number
  /** Letters on which nothing of a place is counted. */
  readonly skipped?: (place: number) => bigint
  readonly told?: readonly bigint[]
}

/** A set of letters cut in two, where it is not within `letters` or without; `change` is done to what is within. */
function cut(part: Split, letters: bigint, change: (inside: Split) => void = () => {}): Split[] {
  const within = part.letters & letters
  if (within === 0n) return [part]
  const without = part.letters & ~letters
  const inside = { ...part, letters: within, counts: without === 0n ? part.counts : new Map(part.counts) }
  change(inside)
  return without === 0n ? [inside] : [inside, { ...part, letters: without }]
}

export const totalOf = (counts: Counts): number => [...counts.values()].reduce((sum, count) => sum + count, 0)
