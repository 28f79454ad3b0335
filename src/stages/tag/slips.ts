import distance from 'natural/lib/natural/distance/index.js'
import type { MentionType, SlipRule } from '../../model/rule.ts'
import type { NormalizedText, Repair } from '../../model/text.ts'
import { isLetterAt, isUpperAt } from '../../text/characters.ts'
import { matchKey, stripMarks } from '../../text/fold.ts'
import { split } from '../../text/phrases.ts'
import { isSpelledAsSyllable } from '../../text/syllable.ts'
import type { Tokens, Vocabulary } from '../../text/tokens.ts'

/** A phrase that is read with a slip in it. */
interface Term {
  readonly rule: SlipRule
  /** Its syllables, in lower case, and their ids. */
  readonly words: readonly string[]
  readonly ids: readonly number[]
  readonly isName: boolean
}

/** The phrases that are read with a slip, by the id of a syllable that must be right: the first, else the second. */
export interface Slips {
  readonly byWord: readonly (readonly { readonly term: Term; readonly at: 0 | 1 }[] | undefined)[]
  /** Phrases that are no slips of others, whatever they look like. */
  readonly known: ReadonlySet<string>
}

// A shorter name or word may be another one with a slip as well as this one, in code units.
const SHORTEST = 7

/** Compiles the slip rules of all mention types; their words enter the vocabulary. */
export function compileSlips(types: readonly MentionType[], vocabulary: Vocabulary): Slips {
  const byWord: { term: Term; at: 0 | 1 }[][] = []
  const known = new Set<string>()
  for (const rule of types.flatMap(t => t.slips ?? [])) {
    for (const other of rule.others ?? []) known.add(matchKey(other))
    for (const phrase of rule.phrases) {
      const words = split(matchKey(phrase))
      known.add(words.join(' '))
      if (words.length < 2 || phrase.length < SHORTEST) continue
      const ids = words.map(w => vocabulary.add(w))
      const term: Term = { rule, words, ids, isName: isUpperAt(phrase, phrase.lastIndexOf(' ') + 1) }
      for (const at of [0, 1] as const) (byWord[ids[at] as number] ??= []).push({ term, at })
    }
  }
  return { byWord, known }
}

/** The slips of a text, in order: each is one syllable, one edit away from that of a phrase whose other syllables are right. */
export function findSlips(normalized: NormalizedText, tokens: Tokens, slips: Slips): Repair[] {
  const repairs: Repair[] = []
  const seen = new Set<number>()
  for (let i = 0; i < tokens.length; i++) {
    const candidates = slips.byWord[tokens.word[i] as number]
    if (candidates === undefined) continue
    for (const { term, at } of candidates) {
      const wrong = wrongWord(tokens, term, i - at, at)
      if (wrong < 0) continue
      const repair = repairOf(normalized, tokens, term, i - at, wrong, slips.known)
      if (repair === undefined || seen.has(repair.start)) continue
      seen.add(repair.start)
      repairs.push(repair)
      break
    }
  }
  return repairs.toSorted((a, b) => a.start - b.start)
}

/** Which word of a term the tokens from `first` on do not have, where it is the only one; else -1. */
function wrongWord(tokens: Tokens, { ids, words }: Term, first: number, at: 0 | 1): number {
  if (first < 0 || first + ids.length > tokens.length) return -1
  // The second word vouches only for the first: otherwise the first one does.
  if (at === 1 && tokens.word[first] === ids[0]) return -1
  let wrong = at === 1 ? 0 : -1
  for (let k = at + 1; k < ids.length; k++) {
    if (tokens.word[first + k] === ids[k]) continue
    if (wrong >= 0) return -1
    wrong = k
  }
  return wrong >= 0 && isNear(tokens, first + wrong, words[wrong] as string) ? wrong : -1
}

/** Whether a token can be one edit away from a word: by its length and by its first or last letter. */
function isNear({ text, start, end }: Tokens, i: number, word: string): boolean {
  const [from, to] = [start[i] as number, end[i] as number]
  const more = to - from - word.length
  if (more > 1 || more < -1) return false
  const isFirst = text.charCodeAt(from) === word.charCodeAt(0)
  const isLast = text.charCodeAt(to - 1) === word.charCodeAt(word.length - 1)
  return isFirst || isLast
}

function repairOf(
  { text, match, lower }: NormalizedText,
  tokens: Tokens,
  term: Term,
  first: number,
  wrong: number,
  known: ReadonlySet<string>
): Repair | undefined {
  const start = tokens.start[first + wrong] as number
  const end = tokens.end[first + wrong] as number
  const right = term.words[wrong] as string
  const word = lower.slice(start, end)
  if (!isLetterAt(lower, start)) return undefined
  const from = tokens.start[first] as number
  const to = tokens.end[first + term.ids.length - 1] as number
  const phrase = lower.slice(from, to)
  if (phrase.length !== term.words.join(' ').length + word.length - right.length || known.has(phrase)) return undefined
  if (!isCasedAs(match, tokens, term, first)) return undefined
  if (distance.DamerauLevenshteinDistance(word, right, { restricted: true }) !== 1) return undefined
  if (isSpelledAsSyllable(word)) {
    const before = lower.slice(Math.max(0, from - REACH), from)
    if (stripMarks(word) !== stripMarks(right) || !isVouchedFor(term, wrong, before)) return undefined
    // `hưng phấn đầu phiên`, `đề nghị đình chỉ`: with a neighbor it is two other words.
    const [last, next] = [first - 1, first + term.ids.length].map(i =>
      i in tokens.start ? lower.slice(tokens.start[i], tokens.end[i]) : ''
    )
    if (known.has(`${last} ${phrase}`) || known.has(`${phrase} ${next}`)) return undefined
  } else if (word.length < SHORTEST_WORD) return undefined
  return { start, end, from: text.slice(start, end), to: cased(right, match.slice(start, end)), rule: term.rule.id }
}

/** Whether what stands around another word leaves no doubt: words before a name, words on both sides, or a first word said with no other. */
function isVouchedFor({ rule, words }: Term, wrong: number, before: string): boolean {
  if (rule.behind !== undefined) return rule.behind.test(before)
  if (wrong > 0 && wrong < words.length - 1) return true
  return wrong === 1 && words.length === 2 && rule.firm?.includes(words.join(' ')) === true
}

// A shorter word that is no syllable is an abbreviation, in code units.
const SHORTEST_WORD = 3

// How far before a phrase the words that vouch for it are looked for, in code units.
const REACH = 24

/** Whether words are printed as such a phrase is: a name in capitals throughout, other words without a capital inside. */
function isCasedAs(match: string, tokens: Tokens, { ids, isName }: Term, first: number): boolean {
  const words = ids.map((_, k) => match.slice(tokens.start[first + k], tokens.end[first + k]))
  const shouted = words.filter(w => w.length > 1 && w === w.toUpperCase()).length
  if (shouted > 0 && shouted < words.length) return false
  const isCapital = words.map(w => isUpperAt(w, 0))
  return isName ? isCapital.every(c => c) : isCapital.every(c => c) || !isCapital.slice(1).some(c => c)
}

function cased(right: string, printed: string): string {
  if (printed.length > 1 && printed === printed.toUpperCase()) return right.toUpperCase()
  return isUpperAt(printed, 0) ? right.slice(0, 1).toUpperCase() + right.slice(1) : right
}
