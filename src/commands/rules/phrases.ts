import { TfIdf } from 'natural/lib/natural/tfidf/index.js'
import tokenizers from 'natural/lib/natural/tokenizers/index.js'

/** A phrase typical of some texts, against others. */
export interface Phrase {
  /** Lower case; `N` stands for a number, `N%` for a percentage. */
  readonly phrase: string
  readonly weight: number
  /** In how many articles it stands in a text it is typical of. */
  readonly count: number
}

const SHORTEST = 2
const LONGEST = 5
// Numbers become letters that the tokenizer keeps and no Vietnamese word has.
const NUMBER = 'wn'
const PERCENT = 'wp'
const NUMBERS: Readonly<Record<string, string>> = { [NUMBER]: 'N', [PERCENT]: 'N%' }

/** Phrases of two to five syllables in a text, in lower case, that do not run over punctuation. */
export function phrasesOf(lower: string): string[] {
  const phrases: string[] = []
  const marked = lower.replace(/\d[\d.,]*(?:\s*%)?/g, number =>
    number.endsWith('%') ? ` ${PERCENT} ` : ` ${NUMBER}${/[.,]$/.test(number) ? ',' : ' '}`
  )
  for (const clause of marked.split(/[^\p{L}\p{M}\s/-]+/u)) {
    const words = tokenizer.tokenize(clause)
    for (let from = 0; from < words.length; from++) {
      for (let to = from + SHORTEST; to <= Math.min(words.length, from + LONGEST); to++) {
        const run = words.slice(from, to)
        if (run.some(word => !(word in NUMBERS))) phrases.push(run.map(word => NUMBERS[word] ?? word).join(' '))
      }
    }
  }
  return phrases
}

const tokenizer = new tokenizers.AggressiveTokenizerVi()

/** The texts of one article that a phrase may be typical of, and its other ones. */
export interface Contrast {
  readonly texts: readonly string[]
  readonly others: readonly string[]
}

// A phrase that mostly stands inside a longer one is a piece of it.
const PIECE = 0.6

/**
 * The phrases most typical of the texts of articles against their other ones: in how many articles a phrase stands, times its
 * inverse document frequency among the others less what a phrase would weigh that is everywhere, longer ones more. Of phrases
 * inside one another the heavier stays.
 */
export function typicalPhrases(
  articles: readonly Contrast[],
  { most, least }: { readonly most: number; readonly least: number }
): Phrase[] {
  const counts = new Map<string, number>()
  for (const { texts } of articles)
    for (const phrase of new Set(texts.flatMap(phrasesOf))) counts.set(phrase, (counts.get(phrase) ?? 0) + 1)
  const candidates = withoutPieces(new Map([...counts].filter(([, count]) => count >= least)))
  const model = new TfIdf()
  // Only candidates: the rest of the corpus has millions of phrases, and there is a frequency map for each article.
  for (const { others } of articles) model.addDocument([...new Set(others.flatMap(phrasesOf))].filter(p => candidates.has(p)))
  const weigh = (phrase: string, count: number) => count * (model.idf(phrase) - 1) * Math.log2(phrase.split(' ').length + 1)
  const weighed = [...candidates].map(([phrase, count]) => ({ phrase, count, weight: weigh(phrase, count) }))
  const ordered = weighed.filter(p => p.weight > 0).toSorted((a, b) => b.weight - a.weight || (a.phrase < b.phrase ? -1 : 1))
  const chosen: Phrase[] = []
  for (const phrase of ordered) {
    if (chosen.length >= most) break
    if (!chosen.some(c => isInside(c.phrase, phrase.phrase) || isInside(phrase.phrase, c.phrase))) chosen.push(phrase)
  }
  return chosen
}

const NUMERAL = '\\d+(?:[.,]\\d+)*'
/** Where a phrase stands in a text, or null. */
export function findPhrase(phrase: string, text: string): { readonly start: number; readonly end: number } | null {
  const words = phrase.split(' ').map(word => (word === 'N' ? NUMERAL : word === 'N%' ? `${NUMERAL}\\s*%` : word))
  const found = new RegExp(`(?<![\\p{L}\\d])${words.join('[\\s/-]*')}(?!\\p{L})`, 'iu').exec(text)
  return found === null ? null : { start: found.index, end: found.index + found[0].length }
}

function withoutPieces(counts: ReadonlyMap<string, number>): Map<string, number> {
  const pieces = new Set<string>()
  for (const [phrase, count] of counts) {
    const words = phrase.split(' ')
    for (const piece of [words.slice(1).join(' '), words.slice(0, -1).join(' ')])
      if (count >= PIECE * (counts.get(piece) ?? Number.POSITIVE_INFINITY)) pieces.add(piece)
  }
  return new Map([...counts].filter(([phrase]) => !pieces.has(phrase)))
}

function isInside(inner: string, outer: string): boolean {
  return ` ${outer} `.includes(` ${inner} `)
}
