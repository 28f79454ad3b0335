import type { Mention } from '../../model/mention.ts'
import { partitionPoint } from '../../text/partition-point.ts'
import type { Context } from './context.ts'
import { keeper } from './kept.ts'

/** What was found, and in which sentence. */
export interface Nearest<V> {
  readonly sentence: number
  readonly found: V
}

/**
 * Looks back for the nearest sentence, from the given one on, in which `read` finds something. Remembers per article what
 * it came past, so that all the numbers of a text together look at each sentence once; `read` must find the same
 * whenever it is asked.
 */
export function nearest<V, Given>(
  read: (context: Context, sentence: number, given: Given) => V | undefined
): (context: Context, sentence: number, given: Given) => Nearest<V> | undefined {
  const known = keeper((): (Nearest<V> | null | undefined)[] => [])
  return (context, from, given) => {
    const found = known(context)
    let result: Nearest<V> | null = null
    let sentence = from
    for (; sentence >= 0; sentence--) {
      const before = found[sentence]
      if (before !== undefined) {
        result = before
        break
      }
      const own = read(context, sentence, given)
      if (own === undefined) continue
      result = { sentence, found: own }
      break
    }
    for (let s = from; s >= Math.max(0, sentence); s--) found[s] = result
    return result ?? undefined
  }
}

/** Reads something of a sentence or a line (what its index is of) once an article, however many of its numbers ask for it. */
export function once<V>(read: (context: Context, index: number) => V): (context: Context, index: number) => V {
  const known = keeper((): (V | typeof UNREAD)[] => [])
  return (context, index) => {
    const values = known(context)
    while (values.length <= index) values.push(UNREAD)
    const before = values[index] as V | typeof UNREAD
    if (before !== UNREAD) return before
    const value = read(context, index)
    values[index] = value
    return value
  }
}

const UNREAD = Symbol('unread')

// Most sentences have none.
const NONE: readonly Mention[] = []

/** Looks back from an offset for the last mention that fits and ends before it; like `nearest`, each sentence once an article. */
export function lastMention(fits: (m: Mention, context: Context) => boolean): (context: Context, before: number) => Mention | undefined {
  const fitting = once((context, sentence): readonly Mention[] => {
    const found = context.mentionsOf(sentence).filter(m => fits(m, context))
    return found.length === 0 ? NONE : found
  })
  const earlier = nearest((context, sentence) => fitting(context, sentence).at(-1))
  return (context, before) => {
    const sentence = sentenceAt(context, before)
    return fitting(context, sentence).findLast(m => m.end <= before) ?? earlier(context, sentence - 1, undefined)?.found
  }
}

/** The first mention of an article that fits, looked for once. */
export function firstMention(fits: (m: Mention) => boolean): (context: Context) => Mention | undefined {
  const first = once((context, _): Mention | undefined => context.mentions.find(fits))
  return context => first(context, 0)
}

/** The index of the last sentence that begins at or before an offset, or -1. */
function sentenceAt({ sentences }: Context, offset: number): number {
  return partitionPoint(sentences, s => s.start <= offset) - 1
}
