import type { MentionType, SlipRule } from '../../model/rule.ts'
import type { NormalizedText, Repair } from '../../model/text.ts'
import { isLetterAt, isUpperAt } from '../../text/characters.ts'
import { matchKey, stripMarks } from '../../text/fold.ts'
import { isOneEditApart } from '../../text/one-edit.ts'
import { split } from '../../text/phrases.ts'
import { isSpelledAsSyllable } from '../../text/syllable.ts'
import type { Tokens, Words } from '../../text/tokens.ts'

/** A phrase that is read with a slip in it. */
interface Term {
  readonly rule: SlipRule
  /** Its syllables, in lower case, and their ids. */
  readonly words: readonly string[]
  readonly ids: readonly number[]
  readonly isName: boolean
}

/** The phrases that are read with a slip. */
export interface Slips {
  readonly terms: readonly Term[]
  /** By the id of a syllable that must be right, the rows of the phrases that have it as their first or second. */
  readonly byWord: readonly (Int32Array | undefined)[]
  /** Phrases that are no slips of others, whatever they look like. */
  readonly known: ReadonlySet<string>
}

// A row of `byWord` is 2 × the index of a term, and one more where the syllable is its second; how many syllables the term has,
// and three of them: with the first or second right, what else must be right is nearly always decided by those.
const ROW = 5

// A shorter name or word may be another one with a slip as well as this one, in code units.
const SHORTEST = 7

/** Compiles the slip rules of all mention types; their words are added to those that tokens are looked up among. */
export function compileSlips(types: readonly MentionType[], vocabulary: Words): Slips {
  const terms: Term[] = []
  const rows: number[][] = []
  const known = new Set<string>()
  for (const rule of types.flatMap(t => t.slips ?? [])) {
    for (const other of rule.others ?? []) known.add(matchKey(other))
    for (const phrase of rule.phrases) {
      const words = split(matchKey(phrase))
      known.add(words.join(' '))
      if (words.length < 2 || phrase.length < SHORTEST) continue
      const ids = words.map(w => vocabulary.add(w))
      const index = terms.push({ rule, words, ids, isName: isUpperAt(phrase, phrase.lastIndexOf(' ') + 1) }) - 1
      for (const at of [0, 1] as const)
        (rows[ids[at] as number] ??= []).push(index * 2 + at, ids.length, ids[0] as number, ids[1] as number, ids[2] ?? 0)
    }
  }
  return { terms, byWord: Array.from(rows, list => list && Int32Array.from(list)), known }
}

/** The slips of a text, in order: each is one syllable, one edit away from that of a phrase whose other syllables are right. */
export function findSlips(normalized: NormalizedText, tokens: Tokens, slips: Slips): Repair[] {
  const repairs: Repair[] = []
  const seen = new Set<number>()
  const { byWord } = slips
  const { word, length } = tokens
  for (let i = 0; i < length; i++) {
    const rows = byWord[word[i] as number]
    if (rows === undefined) continue
    for (let row = 0; row < rows.length; row += ROW) {
      if (!mayBeSlip(tokens, i, rows, row)) continue
      const at = (rows[row] as number) & 1
      const repair = slipAt(normalized, tokens, slips.terms[(rows[row] as number) >> 1] as Term, i - at, at, slips.known)
      if (repair === undefined || seen.has(repair.start)) continue
      seen.add(repair.start)
      repairs.push(repair)
      break
    }
  }
  return repairs.toSorted((a, b) => a.start - b.start)
}

/** Whether the first three syllables of a term leave room for one that is wrong, and only one. */
function mayBeSlip({ word, length }: Tokens, i: number, rows: Int32Array, row: number): boolean {
  const count = rows[row + 1] as number
  const isSecond = ((rows[row] as number) & 1) === 1
  const first = isSecond ? i - 1 : i
  if (first < 0 || first + count > length) return false
  // The second word vouches only for the first: otherwise the first one does.
  if (isSecond) return word[first] !== rows[row + 2] && (count === 2 || word[first + 2] === rows[row + 4])
  const isRight = word[first + 1] === rows[row + 3]
  return count === 2 ? !isRight : isRight || word[first + 2] === rows[row + 4]
}

function slipAt(normalized: NormalizedText, tokens: Tokens, term: Term, first: number, at: number, known: ReadonlySet<string>) {
  const wrong = wrongWord(tokens, term, first, at)
  return wrong < 0 ? undefined : repairOf(normalized, tokens, term, first, wrong, known)
}

/** Which word of a term the tokens from `first` on do not have, where it is the only one; else -1. */
function wrongWord(tokens: Tokens, { ids, words }: Term, first: number, at: number): number {
  let wrong = at === 1 ? 0 : -1
  for (let k = at + 1; k < ids.length; k++) {
    if (tokens.word[first + k] === ids[k]) continue
    if (wrong >= 0) return -1
    wrong = k
  }
  return wrong >= 0 && isNear(tokens, first + wrong, words[wrong] as string) ? wrong : -1
}

/** Whether a token can be one edit away from a word: by its length and by its first or last letter. */
function isNear({ codes, start, end }: Tokens, i: number, word: string): boolean {
  const from = start[i] as number
  const to = end[i] as number
  const more = to - from - word.length
  if (more > 1 || more < -1) return false
  return codes[from] === word.charCodeAt(0) || codes[to - 1] === word.charCodeAt(word.length - 1)
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
  if (!isLetterAt(lower, start) || !isOneEditApart(word, right)) return undefined
  const from = tokens.start[first] as number
  const to = tokens.end[first + term.ids.length - 1] as number
  const phrase = lower.slice(from, to)
  if (phrase.length !== term.words.join(' ').length + word.length - right.length || known.has(phrase)) return undefined
  if (!isCasedAs(match, tokens, term, first)) return undefined
  if (isSpelledAsSyllable(word)) {
    const before = lower.slice(Math.max(0, from - REACH), from)
    if (stripMarks(word) !== stripMarks(right) || !isVouchedFor(term, wrong, before)) return undefined
    // `hưng phấn đầu phiên`, `đề nghị đình chỉ`: with a neighbor it is two other words.
    const [last, next] = [first - 1, first + term.ids.length].map(i =>
      i >= 0 && i < tokens.length ? lower.slice(tokens.start[i], tokens.end[i]) : ''
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
