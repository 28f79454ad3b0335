import type { MentionType, Surroundings, TagRule } from '../../model/rule.ts'
import type { Span } from '../../model/span.ts'
import { CharacterClass, classAt, isDigitAt, isWordAt } from '../../text/characters.ts'
import { type FirstWords, firstWords } from '../../text/first-words.ts'
import type { Tokens, Vocabulary } from '../../text/tokens.ts'

/** What one rule found at one place. */
export interface RuleHit {
  readonly rule: TagRule
  readonly span: Span
  readonly outer: Span
  readonly parts: Readonly<Record<string, Span>>
  readonly value: unknown
}

const CONTEXT = 48

/** A rule ready to match: `probe` decides fast whether it matches at a place, `reader` then says where its groups are. */
interface Candidate {
  readonly rule: TagRule
  readonly first: FirstWords
  readonly probe: RegExp
  readonly reader: RegExp
}

/**
 * Finds the places where a rule of one type matches. A rule is asked only at tokens that its pattern can begin with, and
 * which these are is read off the pattern once. Word edges are checked in code.
 */
export class RuleFinder {
  readonly #rules: readonly Candidate[]
  readonly #head: RegExp | undefined
  readonly #vocabulary: Vocabulary
  /** The rules that may begin with a word of the vocabulary, by its id. */
  readonly #byWord: (readonly Candidate[] | undefined)[] = []
  /** The same for other tokens, by their first code unit. */
  readonly #byCharacter = new Map<number, readonly Candidate[]>()

  constructor(type: MentionType, vocabulary: Vocabulary) {
    this.#rules = type.rules.map(rule => ({
      rule,
      first: firstWords(rule.pattern.source, rule.glued),
      probe: new RegExp(rule.pattern.source, 'y'),
      reader: new RegExp(rule.pattern.source, 'dy')
    }))
    this.#head = type.head && new RegExp(type.head.source, 'y')
    this.#vocabulary = vocabulary
    for (const { first } of this.#rules) for (const word of first.words) vocabulary.add(word)
  }

  /** Calls `visit` for each hit from left to right; a hit begins behind the one before. `isFree` refuses taken spans. */
  find(
    haystack: string,
    printed: string,
    tokens: Tokens,
    isFree: (start: number, end: number) => boolean,
    visit: (hit: RuleHit) => void
  ): void {
    let behind = 0
    for (let i = 0; i < tokens.length; i++) {
      const start = tokens.start[i] as number
      const end = tokens.end[i] as number
      if (end <= behind) continue
      const word = tokens.word[i] as number
      const rules = word === 0 ? this.#rulesAt(tokens, i) : this.#rulesOf(word)
      if (rules.length === 0) continue
      if (start >= behind) {
        const hit = this.#at(rules, haystack, printed, start, isFree)
        if (hit !== undefined) {
          visit(hit)
          behind = Math.max(hit.outer.end, start + 1)
        }
      }
      if (end - start < 3 || !isDigitAt(haystack, start)) continue
      // Numbers with separators are one token; `2020,2021` may be two years all the same.
      for (let at = Math.max(start + 1, behind); at < end; at++) {
        if (isDigitAt(haystack, at - 1) || !isDigitAt(haystack, at)) continue
        const hit = this.#at(rules, haystack, printed, at, isFree)
        if (hit === undefined) continue
        visit(hit)
        behind = Math.max(hit.outer.end, at + 1)
        at = behind - 1
      }
    }
  }

  #rulesOf(word: number): readonly Candidate[] {
    return (this.#byWord[word] ??= this.#select(this.#vocabulary.wordOf(word), (prefix, text) => text.startsWith(prefix)))
  }

  #rulesAt(tokens: Tokens, index: number): readonly Candidate[] {
    const code = tokens.text.charCodeAt(tokens.start[index] as number)
    const known = this.#byCharacter.get(code)
    if (known !== undefined) return known
    const selected = this.#select(String.fromCharCode(code), (prefix, text) => prefix === '' || prefix.startsWith(text))
    this.#byCharacter.set(code, selected)
    return selected
  }

  #select(text: string, fits: (prefix: string, text: string) => boolean): readonly Candidate[] {
    const kind = classAt(text, 0)
    return this.#rules.filter(({ first }) => {
      if (kind === CharacterClass.DIGIT) return first.hasDigit
      if (kind === CharacterClass.OTHER) return first.marks?.has(text) ?? true
      return first.words.has(text) || [...first.prefixes].some(prefix => fits(prefix, text))
    })
  }

  #at(
    rules: readonly Candidate[],
    haystack: string,
    printed: string,
    at: number,
    isFree: (start: number, end: number) => boolean
  ): RuleHit | undefined {
    const head = this.#head
    if (head !== undefined) {
      head.lastIndex = at
      if (!head.test(haystack)) return undefined
    }
    const isGlued = isWordAt(haystack, at) && isWordAt(haystack, at - 1)
    for (const { rule, probe, reader } of rules) {
      if (isGlued && !rule.glued) continue
      probe.lastIndex = at
      if (!probe.test(haystack)) continue
      const end = probe.lastIndex
      if (end === at || (!rule.glued && isWordAt(haystack, end - 1) && isWordAt(haystack, end))) continue
      reader.lastIndex = at
      const m = reader.exec(haystack) as RegExpExecArray
      const parts: Record<string, Span> = {}
      const groups = m.indices?.groups ?? {}
      for (const name in groups) {
        const range = groups[name]
        if (range !== undefined) parts[name] = { start: range[0], end: range[1] }
      }
      const span = parts['span'] ?? { start: at, end }
      // A number may not begin inside another number.
      if (isWordAt(haystack, span.start - 1) && span.start === at && !startsAfterWord(haystack, span.start)) continue
      if (!isFree(at, end)) continue
      const value = rule.produce(m.groups ?? {}, surroundings(haystack, printed, at, end, parts))
      if (value === undefined) continue
      return { rule, span, outer: { start: at, end }, parts, value }
    }
    return undefined
  }
}

/** Whether the word in front of `at` is glued to a number (`số31`), which is tolerated; a digit in front never is. */
function startsAfterWord(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  return !(before >= 48 && before <= 57)
}

function surroundings(haystack: string, printed: string, start: number, end: number, parts: Record<string, Span>): Surroundings {
  const lineStart = haystack.lastIndexOf('\n', start - 1) + 1
  const newline = haystack.indexOf('\n', end)
  return {
    before: haystack.slice(Math.max(lineStart, start - CONTEXT), start),
    after: haystack.slice(end, Math.min(newline < 0 ? haystack.length : newline, end + CONTEXT)),
    printed: group => {
      const part = parts[group]
      return part === undefined ? undefined : printed.slice(part.start, part.end)
    }
  }
}
