import { TfIdf } from 'natural/lib/natural/tfidf/index.js'
import tokenizers from 'natural/lib/natural/tokenizers/index.js'
import { comparable } from '../../text/similarity.ts'

/** A phrase as it was printed, and how often. */
export interface Printed {
  readonly text: string
  readonly count: number
}

/** Phrases that are nearly the same, the most frequent first, and the known phrase that is most like that one. */
export interface NearEqual {
  readonly phrases: readonly [Printed, ...Printed[]]
  readonly count: number
  readonly nearest: { readonly id: string; readonly text: string; readonly likeness: number } | null
}

/** A phrase that has an id already. */
export interface Known {
  readonly id: string
  readonly text: string
}

// By the cosine of what their words and pairs of words weigh: what one says more is mostly a place, a year or a filler.
const SAME = 0.7
const ALIKE = 0.45

type Weights = ReadonlyMap<string, number>
const tokenizer = new tokenizers.AggressiveTokenizerVi()

/**
 * Groups of nearly equal phrases, by how often they were printed: each phrase, the most frequent first, joins the leader of a
 * group that it is most like, or leads one of its own. The order in which they come never decides.
 */
export function nearEqual(printed: readonly Printed[], known: readonly Known[]): NearEqual[] {
  const ordered = printed.toSorted((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
  const weigh = weigher([...ordered, ...known].map(p => p.text))
  const catalogue = index(known.map(k => weigh(k.text)))
  const leaders = index([])
  const groups: { phrases: [Printed, ...Printed[]]; nearest: NearEqual['nearest'] }[] = []
  for (const phrase of ordered) {
    const weights = weigh(phrase.text)
    const same = leaders.nearest(weights)
    if (same !== null && same.likeness >= SAME) groups[same.at]!.phrases.push(phrase)
    else {
      leaders.add(weights)
      const near = catalogue.nearest(weights)
      const { likeness = 0, at = -1 } = near ?? {}
      groups.push({ phrases: [phrase], nearest: likeness < ALIKE ? null : { ...(known[at] as Known), likeness } })
    }
  }
  return groups
    .map(group => ({ ...group, count: group.phrases.reduce((sum, p) => sum + p.count, 0) }))
    .toSorted((a, b) => b.count - a.count || (a.phrases[0].text < b.phrases[0].text ? -1 : 1))
}

/** Words and pairs of words of a phrase. */
function termsOf(text: string): string[] {
  const words = tokenizer.tokenize(comparable(text))
  return [...words, ...words.slice(1).map((word, i) => `${words[i]} ${word}`)]
}

/** What the terms of a phrase weigh among some phrases: TF-IDF, the whole of length 1. */
function weigher(phrases: readonly string[]): (text: string) => Weights {
  const model = new TfIdf()
  for (const text of phrases) model.addDocument(termsOf(text))
  return text => {
    const counts = new Map<string, number>()
    for (const term of termsOf(text)) counts.set(term, (counts.get(term) ?? 0) + model.idf(term))
    const length = Math.hypot(...counts.values())
    return new Map([...counts].map(([term, weight]) => [term, weight / length]))
  }
}

/** Phrases by their terms. */
function index(phrases: readonly Weights[]) {
  const byTerm = new Map<string, { readonly at: number; readonly weight: number }[]>()
  let size = 0
  const add = (weights: Weights): void => {
    for (const [term, weight] of weights) {
      const list = byTerm.get(term)
      if (list === undefined) byTerm.set(term, [{ at: size, weight }])
      else list.push({ at: size, weight })
    }
    size++
  }
  for (const weights of phrases) add(weights)
  return {
    add,
    /** The phrase that is most like one, the earliest of equals; null where none shares a term with it. */
    nearest(weights: Weights): { readonly at: number; readonly likeness: number } | null {
      const likeness = new Map<number, number>()
      for (const [term, own] of weights)
        for (const { at, weight } of byTerm.get(term) ?? []) likeness.set(at, (likeness.get(at) ?? 0) + own * weight)
      let best: { readonly at: number; readonly likeness: number } | null = null
      for (const [at, value] of likeness)
        if (best === null || value > best.likeness || (value === best.likeness && at < best.at)) best = { at, likeness: value }
      return best
    }
  }
}
