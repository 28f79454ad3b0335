import { MANY, type Part } from './graph.ts'
import { Moves, START, type State, totalOf } from './moves.ts'
import { Seen } from './seen.ts'

/** What is known of one attempt at a place: how far it reads, and in how many ways at most it reads the same letter. */
export interface Short {
  readonly reach: number
  readonly ways: number
}

// How many copies of a part are told apart, and whether gaps are looked at by themselves: what is tried, quickest first.
const TRIED = [
  [1, false],
  [1, true],
  [4, false],
  [4, true],
  [12, true],
  [20, true],
  [20, false]
] as const
const MOST_COMPARED = 1_500_000

/** How far and in how many ways an attempt reads, over all texts; undefined where that is not known to be bounded. */
export function shortOf({ graph }: Part, mostWays: number): Short | undefined {
  const exact = new Moves(graph(MANY))
  if (exact.hasLoops && !beginsOnce(exact)) return undefined
  const { reach, entries } = exact.hasLoops ? ONE_ATTEMPT : extentOf(exact)
  for (const [copies, isCut] of TRIED) {
    if (isCut && exact.hasLoops) continue
    const moves = new Moves(graph(copies))
    const ways = isCut ? waysByGaps(moves, START, entries, mostWays) : waysOf(moves, START, mostWays).ways
    if (ways <= mostWays) return { reach, ways }
  }
  return undefined
}

// Of an attempt that is the only one it does not matter how far it reads.
const ONE_ATTEMPT = { reach: 0, entries: new Map<object, number>() }

/** Whether a match begins at the beginning of the text only. */
const beginsOnce = (moves: Moves): boolean =>
  moves.lettersOf.every((letters, before) => letters === 0n || moves.from(START, before).ways.length === 0)

type Leaving = (from: number, to: number) => boolean

/**
 * In how many ways at most an attempt that is at `place` reads the same letter; Infinity when more than `most`, or when that
 * takes too long to find out. What it may be at is followed over all texts: with `*` in place of a bounded repetition, which
 * has all ways of the bounded one, these are finitely many. Ways that leave are not followed: `left` has their most, by where
 * they lead.
 */
function waysOf(moves: Moves, place: number, most: number, leaves: Leaving = () => false): { ways: number; left: Map<number, number> } {
  const open: State[] = []
  for (let before = 0; before < moves.classes; before++) open.push({ before, counts: new Map([[place, 1]]) })
  const seen = new Seen()
  const left = new Map<number, number>()
  let ways = 1
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    const next = moves.split(state.counts, state.before, { target: (from, to) => (leaves(from, to) ? LEFT - to : to) })
    for (const one of next.toSorted((a, b) => a.counts.size - b.counts.size)) {
      for (const [to, count] of one.counts) {
        if (to > LEFT) continue
        left.set(LEFT - to, Math.max(count, left.get(LEFT - to) ?? 0))
        one.counts.delete(to)
      }
      for (const state of withOneSure(moves, one)) {
        ways = Math.max(ways, totalOf(state.counts))
        if (state.counts.size > 0 && seen.add(state)) open.push(state)
      }
    }
    if (ways > most || seen.compared > MOST_COMPARED) return { ways: Infinity, left }
  }
  return { ways, left }
}

const LEFT = START - 1

// Where the match may end whatever follows, an attempt that comes there succeeds, and tries nothing else any more: of such
// places it is at one only.
function withOneSure(moves: Moves, { before, counts }: State): State[] {
  const sure = [...counts.keys()].filter(place => moves.from(place, before).ends === moves.all)
  if (sure.length === 0) return [{ before, counts }]
  return sure.map(only => ({ before, counts: new Map([...counts].filter(([place]) => !sure.includes(place)).concat([[only, 1]])) }))
}

/**
 * The same where a gap that is entered is followed by itself. An attempt is in as many such as it entered at the letters that
 * lie no further back than what begins with the gap reaches; and it enters it at no more distances from its start than there are.
 */
function waysByGaps(moves: Moves, place: number, entries: ReadonlyMap<object, number>, most: number): number {
  const gapOf = (index: number) => (index === START ? undefined : moves.reads[index]?.gap)
  const { ways, left } = waysOf(moves, place, most, (from, to) => gapOf(to) !== undefined && gapOf(to) !== gapOf(from))
  let sum = ways
  for (const [to, count] of left) {
    if (sum > most) return Infinity
    sum += count * (entries.get(gapOf(to) as object) as number) * waysByGaps(moves, to, entries, most)
  }
  return sum
}

/**
 * How many letters the longest way through a pattern without loops reads; and by gap at how many distances from the start an
 * attempt may enter it that has not read past it yet.
 */
function extentOf(moves: Moves): { reach: number; entries: ReadonlyMap<object, number> } {
  const { reads } = moves
  const next = (place: number) =>
    Array.from({ length: moves.classes }, (_, before) => moves.from(place, before).ways.map(({ to }) => to)).flat()
  const reaches: number[] = []
  const behind = (place: number) => next(place).reduce((most, to) => Math.max(most, reaches[to] as number), 0)
  // Steps are made from the end, so that a way leads to ever smaller indexes.
  for (let place = 0; place < reads.length; place++) reaches.push(behind(place) + 1)
  const nearest = reads.map(() => Infinity)
  const farthest = reads.map(() => -Infinity)
  const mark = (place: number, near: number, far: number) => {
    for (const to of next(place)) {
      nearest[to] = Math.min(near, nearest[to] as number)
      farthest[to] = Math.max(far, farthest[to] as number)
    }
  }
  mark(START, 0, 0)
  for (let place = reads.length - 1; place >= 0; place--) mark(place, (nearest[place] as number) + 1, (farthest[place] as number) + 1)
  const gaps = new Map<object, { reach: number; near: number; far: number }>()
  for (const from of [START, ...reads.keys()])
    for (const to of next(from)) {
      const gap = reads[to]?.gap
      if (gap === undefined || (from !== START && reads[from]?.gap === gap)) continue
      const known = gaps.get(gap) ?? { reach: 0, near: Infinity, far: -Infinity }
      const [near, far] = from === START ? [0, 0] : [(nearest[from] as number) + 1, (farthest[from] as number) + 1]
      gaps.set(gap, {
        reach: Math.max(known.reach, reaches[to] as number),
        near: Math.min(known.near, near),
        far: Math.max(known.far, far)
      })
    }
  const entries = new Map([...gaps].map(([gap, { reach, near, far }]) => [gap, Math.min(reach, far - near + 1)]))
  return { reach: behind(START), entries }
}
