import { type Counts, type Moves, type Split, START, totalOf, type Way } from './moves.ts'
import { type Sure, surely } from './surely.ts'

const MOST_ROUNDS = 300
const MOST_STATES = 4_000
const SHOWN = 30

/** What may be under way at one place of some texts. */
interface Underway {
  readonly before: number
  /** By place, in how many ways at most attempts that fail, or ways tried in vain, may be at it. */
  readonly counts: Map<number, number>
  /** The place that the attempt is at that succeeds; START where none is under way. */
  readonly main: number
}

interface Known extends Underway {
  /** The end of such a text. */
  word: string
  rounds: number
  isOpen: boolean
}

/**
 * Why the attempts of a search may read a letter in more than `most` ways, over all texts; undefined where they do not.
 * Attempts that fail begin at every place. Those that succeed follow each other, when the search goes on behind a match, so
 * that there is one under way at most; the ways that it tries in vain are counted with the others. Where a match is sure to
 * succeed, no attempt that fails ever is. Texts that leave the same places open are taken together.
 */
export function searched(moves: Moves, isConsuming: boolean, most: number): string | undefined {
  const sure = isConsuming ? surely(moves) : undefined
  const states = new Map<string, Known>()
  const open: Known[] = []
  const meet = (found: Underway, word: string) => {
    const key = `${found.before}/${found.main}/${[...found.counts.keys()].toSorted((a, b) => a - b)}`
    const known = states.get(key)
    const state = known ?? { ...found, word, rounds: 0, isOpen: false }
    if (known === undefined) states.set(key, state)
    else if (!widened(known.counts, found.counts)) return
    state.word = word
    if (!state.isOpen) open.push(state)
    state.isOpen = true
  }
  meet({ before: moves.edgeClass, counts: new Map(), main: START }, '')
  for (let at = 0; at < open.length; at++) {
    const state = open[at] as Known
    state.isOpen = false
    state.rounds++
    for (const next of behind(moves, state, sure)) {
      const word = (state.word + moves.sample(next.letters)).slice(-SHOWN)
      if (totalOf(next.counts) > most || state.rounds > MOST_ROUNDS)
        return `reads a letter in ever more ways, as in ${JSON.stringify(word)}`
      meet(next, word)
    }
    if (states.size > MOST_STATES) return 'has too many loops'
  }
  return undefined
}

/** Whether numbers became greater by others. */
function widened(counts: Map<number, number>, others: ReadonlyMap<number, number>): boolean {
  let isWider = false
  for (const [place, count] of others) {
    if (count <= (counts.get(place) ?? 0)) continue
    counts.set(place, count)
    isWider = true
  }
  return isWider
}

/** What may be under way behind one more letter. */
function behind(moves: Moves, { before, counts, main }: Underway, sure: Sure | undefined): (Split & Underway)[] {
  const sureOn = (place: number) => sure?.[place + 1]?.[before] ?? 0n
  const { ways: begun, mayEnd: mayBeEmpty } = moves.from(START, before)
  const { ways: going, mayEnd } = moves.from(main, before)
  const told = [...begun, ...going].map(({ letters }) => letters)
  const parts = moves.split(counts, before, { skipped: sureOn, told: [...told, sureOn(START), mayBeEmpty, mayEnd] })
  return parts.flatMap(part => {
    const on = (letters: bigint) => (letters & part.letters) !== 0n
    const found: (Split & Underway)[] = []
    if (main !== START) found.push(...succeeding(moves, part, going))
    if (main !== START && !on(mayEnd)) return found
    // The one that succeeds has ended here, and what it tried before that in vain goes on; an attempt begins.
    const rest =
      main === START
        ? part
        : {
            ...part,
            counts: sum(
              part.counts,
              going.filter(({ letters }) => on(letters))
            )
          }
    if (sure !== undefined) found.push(...succeeding(moves, rest, begun))
    const isVain = !on(sureOn(START)) || on(mayBeEmpty)
    if (isVain)
      found.push({
        ...rest,
        counts: sum(
          rest.counts,
          begun.filter(({ letters }) => on(letters))
        ),
        main: START
      })
    return found
  })
}

/** An attempt that succeeds, in each of its ways on; the others it tries in vain. */
function succeeding(moves: Moves, part: Split, all: readonly Way[]): (Split & Underway)[] {
  const ways = all.filter(({ letters }) => (letters & part.letters) !== 0n)
  return ways
    .filter(({ to }) => !moves.reads[to]?.isAside)
    .map(chosen => ({
      ...part,
      counts: sum(
        part.counts,
        ways.map(way => (way === chosen ? { ...way, count: way.count - 1 } : way))
      ),
      main: chosen.to
    }))
}

function sum(counts: Counts, ways: readonly Way[]): Map<number, number> {
  const all = new Map(counts)
  for (const { to, count } of ways) if (count > 0) all.set(to, (all.get(to) ?? 0) + count)
  return all
}
