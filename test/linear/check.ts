import { MANY, type Part, partOf, Unreadable } from './graph.ts'
import { Moves } from './moves.ts'
import { searched } from './searched.ts'
import { shortOf } from './short.ts'

/** What is proven of a regular expression: each letter of a text is read no more often than `most` × the pattern is long, or why that is not known. */
export type Verdict = { readonly most: number } | { readonly trouble: string }

/** How often a letter may be read in ways that are told apart, and how far an attempt may read that is made at every place. */
export const MOST_WAYS = 1000
const MOST_REACH = 1000

/**
 * Whether a regular expression takes linear time. The steps of a matcher are counted that tries one way after another, as
 * V8's does, over all texts. `isConsuming`: an attempt begins behind the match before it, as in `replace`, `match` and
 * `split`; otherwise every place is asked, whatever matches.
 *
 * A pattern is linear that reads no further than so many letters from where it begins, each in so many ways (`short.ts`), and
 * one that may read on without end when of all its attempts together no letter is read in more ways (`searched.ts`). What is
 * not understood counts as more than there is: a long look-around as satisfied, while it is proven by itself. Of alternatives
 * that begin alike the common letters count once, so that all is true up to the length of the pattern.
 */
export function verdictOf(source: string, flags: string, isConsuming: boolean, mostWays = MOST_WAYS): Verdict {
  const known = new Map<object, number | undefined>()
  const isShort = (aside: Part): boolean => mostOf(aside) !== undefined
  const mostOf = (part: Part): number | undefined => {
    if (!known.has(part.key)) {
      const short = shortOf(part, mostWays)
      known.set(part.key, short === undefined || short.reach > MOST_REACH ? undefined : Math.max(1, short.reach) * short.ways)
    }
    return known.get(part.key)
  }
  try {
    const part = partOf(source, flags, isShort)
    const most = mostOf(part)
    if (most !== undefined) return { most }
    // Any number of copies has all ways of so many; but where a match is sure is told by as many as there are.
    const trouble = searched(new Moves(part.graph(1)), false, mostWays)
    const last = trouble === undefined || !isConsuming ? trouble : searched(new Moves(part.graph(MANY)), true, mostWays)
    return last === undefined ? { most: mostWays } : { trouble: last }
  } catch (error) {
    if (error instanceof Unreadable) return { trouble: error.message }
    throw error
  }
}
