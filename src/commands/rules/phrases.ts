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
// What they are called in a phrase; all other words of it are in lower case.
const NUMBERS = new Set(['N', 'N%'])

/** Phrases of two to five syllables in a text, in lower case, that do not run over punctuation; with `begins` only those that begin so. */
export function phrasesOf(lower: string, begins?: { has(pair: string): boolean }): string[] {
  const phrases: string[] = []
  for (const said of clausesOf(lower)) {
    for (let from = 0; from + SHORTEST <= said.length; from++) {
      if (begins !== undefined && !begins.has(`${said[from]} ${said[from + 1]}`)) continue
      for (let to = from + SHORTEST; to <= Math.min(said.length, from + LONGEST); to++) {
        const run = said.slice(from, to)
        if (run.some(word => !NUMBERS.has(word))) phrases.push(run.join(' '))
      }
    }
  }
  return phrases
}

/** The first two syllables of a phrase. */
export function beginOf(phrase: string): string {
  return phrase.split(' ', 2).join(' ')
}

/** What phrases of a text begin with. */
function pairsOf(lower: string): string[] {
  return clausesOf(lower).flatMap(said => said.slice(1).map((word, i) => `${said[i]} ${word}`))
}

/** The syllables between the punctuation of a text, numbers as `N` and `N%`. */
function clausesOf(lower: string): string[][] {
  const marked = lower.replace(/\d[\d.,]*(?:\s*%)?/g, number =>
    number.endsWith('%') ? ` ${PERCENT} ` : ` ${NUMBER}${/[.,]$/.test(number) ? ',' : ' '}`
  )
  const clauses = marked.split(/[^\p{L}\p{M}\s/-]+/u)
  return clauses.map(clause => tokenizer.tokenize(clause).map(word => (word === NUMBER ? 'N' : word === PERCENT ? 'N%' : word)))
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
 * inside one another the heavier stays. `pause` is waited for between articles: others may want to go on meanwhile.
 */
export async function typicalPhrases(
  articles: readonly Contrast[],
  { most, least, pause }: { readonly most: number; readonly least: number; readonly pause?: () => Promise<void> }
): Promise<Phrase[]> {
  const common = async (inside: (text: string) => string[]): Promise<Map<string, number>> => {
    const counts = new Map<string, number>()
    for (const { texts } of articles) {
      await pause?.()
      for (const phrase of new Set(texts.flatMap(inside))) counts.set(phrase, (counts.get(phrase) ?? 0) + 1)
    }
    return new Map([...counts].filter(([, count]) => count >= least))
  }
  // No phrase is commoner than how it begins: most need not even be put together.
  const pairs = await common(pairsOf)
  const candidates = withoutPieces(await common(text => phrasesOf(text, pairs)))
  const begins = new Set([...candidates.keys()].map(beginOf))
  const model = new TfIdf()
  // Only candidates: the rest of the corpus has millions of phrases, and there is a frequency map for each article.
  for (const { others } of articles) {
    await pause?.()
    model.addDocument([...new Set(others.flatMap(text => phrasesOf(text, begins)))].filter(p => candidates.has(p)))
  }
  const weigh = ([phrase, count]: Counted): Phrase => ({ phrase, count, weight: (model.idf(phrase) - 1) * worthOf(phrase, count) })
  return heaviest([...candidates], weigh, articles.length, most)
}

type Counted = readonly [phrase: string, count: number]

/** What a phrase weighs beside its inverse document frequency. */
function worthOf(phrase: string, count: number): number {
  return count * Math.log2(phrase.split(' ').length + 1)
}

// Asking for an inverse document frequency goes through all documents: so many phrases are asked for at first.
const ASKED = 1000

/**
 * The `most` heaviest phrases of which none is inside another. A phrase in no document weighs the logarithm of their number
 * times its worth, and none weighs more: only those are weighed that may be among the heaviest.
 */
function heaviest(counted: readonly Counted[], weigh: (counted: Counted) => Phrase, documents: number, most: number): Phrase[] {
  const limit = (entry: Counted | undefined): number => (entry === undefined ? 0 : Math.log(Math.max(1, documents)) * worthOf(...entry))
  const promising = counted.toSorted((a, b) => limit(b) - limit(a))
  const weighed: Phrase[] = []
  for (let asked = ASKED; ; asked *= 2) {
    weighed.push(...promising.slice(weighed.length, asked).map(weigh))
    const least = limit(promising[asked])
    const chosen = apart(
      weighed.filter(p => p.weight > least),
      most
    )
    if (chosen.length >= most || asked >= promising.length) return chosen
  }
}

/** Phrases from the heaviest down, without those that are inside a heavier one or around it. */
function apart(phrases: readonly Phrase[], most: number): Phrase[] {
  const ordered = phrases.toSorted((a, b) => b.weight - a.weight || (a.phrase < b.phrase ? -1 : 1))
  const chosen: Phrase[] = []
  const edged: string[] = []
  for (const phrase of ordered) {
    if (chosen.length >= most) break
    const own = ` ${phrase.phrase} `
    if (edged.some(other => own.includes(other) || other.includes(own))) continue
    chosen.push(phrase)
    edged.push(own)
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
