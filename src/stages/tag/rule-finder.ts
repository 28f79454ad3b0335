import type { Groups, MentionType, Surroundings, TagRule } from '../../model/rule.ts'
import type { Span } from '../../model/span.ts'
import { PatternGate } from '../../text/automaton/pattern-gate.ts'
import { WordGate } from '../../text/automaton/word-gate.ts'
import { isDigitAt, isWordAt } from '../../text/characters.ts'
import { CodeBuffer } from '../../text/codes.ts'
import type { Tokens } from '../../text/tokens.ts'
import { Locator, type Parts } from './located.ts'

/** What one rule found at one place. */
export interface RuleHit {
  readonly rule: TagRule
  readonly span: Span
  readonly outer: Span
  readonly parts: Parts
  readonly value: unknown
}

const CONTEXT = 48

/** A rule ready to match: `reader` says what its groups hold, `locator` then where they stand. */
interface Candidate {
  readonly rule: TagRule
  /** Index of its type among the types given. */
  readonly type: number
  readonly reader: RegExp
  readonly locator: Locator
}

/** Where which rules of one type may match: pairs of an offset and a rule's index, in the order in which they are tried. */
export type Places = readonly number[]

/**
 * Finds the places where rules match. One automaton of all patterns says where each is worth trying, so that text which
 * no rule is about costs next to nothing. Word edges are checked in code.
 */
export class RuleFinder {
  readonly #rules: readonly Candidate[]
  readonly #gate: PatternGate
  readonly #words: WordGate
  readonly #buffer = new CodeBuffer()
  readonly #count: number

  constructor(types: readonly MentionType[]) {
    this.#count = types.length
    this.#rules = types.flatMap(({ rules }, type) =>
      rules.map(rule => ({ rule, type, reader: new RegExp(rule.pattern.source, 'y'), locator: new Locator(rule.pattern.source) }))
    )
    this.#gate = new PatternGate(this.#rules.map(({ rule }) => ({ source: rule.pattern.source, glued: rule.glued === true })))
    this.#words = new WordGate(this.#gate)
  }

  /** Where rules may match, by type; `tokens` are of the same text in lower case. */
  places(haystack: string, tokens: Tokens): readonly Places[] {
    const places: number[][] = Array.from({ length: this.#count }, () => [])
    this.#words.scan(tokens, this.#buffer.load(haystack), at => this.#note(at, places))
    return places
  }

  #note(at: number, places: number[][]): void {
    const { found } = this.#gate
    for (let word = 0; word < found.length; word++)
      for (let bits = found[word] as number; bits !== 0; bits &= bits - 1) {
        const rule = word * 32 + 31 - Math.clz32(bits & -bits)
        places[(this.#rules[rule] as Candidate).type]?.push(at, rule)
      }
  }

  /**
   * Calls `visit` for each hit of one type from left to right; a hit begins behind the one before, and at one place the
   * first rule wins. `isFree` refuses taken spans.
   */
  find(
    places: Places,
    haystack: string,
    printed: string,
    isFree: (start: number, end: number) => boolean,
    visit: (hit: RuleHit) => void
  ): void {
    let behind = 0
    for (let i = 0; i < places.length; i += 2) {
      const at = places[i] as number
      if (at < behind) continue
      const hit = this.#at(this.#rules[places[i + 1] as number] as Candidate, haystack, printed, at, isFree)
      if (hit === undefined) continue
      visit(hit)
      behind = Math.max(hit.outer.end, at + 1)
    }
  }

  #at(
    { rule, reader, locator }: Candidate,
    haystack: string,
    printed: string,
    at: number,
    isFree: (start: number, end: number) => boolean
  ): RuleHit | undefined {
    reader.lastIndex = at
    const m = reader.exec(haystack)
    if (m === null) return undefined
    const end = reader.lastIndex
    if (end === at || (!rule.glued && isWordAt(haystack, end - 1) && isWordAt(haystack, end)) || !isFree(at, end)) return undefined
    const { groups = NO_GROUPS } = m
    const parts = locator.partsAt(haystack, at)
    // A number may not begin inside another number.
    if (isDigitAt(haystack, at - 1) && (locator.spanOf(groups['span'], at, end, parts)?.start ?? at) === at) return undefined
    const value = rule.produce(groups, new Around(haystack, printed, at, end, parts))
    if (value === undefined) return undefined
    const outer = { start: at, end }
    const span = locator.spanOf(groups['span'], at, end, parts) ?? outer
    if (groups['span'] !== undefined) locator.noteLead(parts, groups, span)
    return { rule, span, outer, parts, value }
  }
}

const NO_GROUPS: Groups = {}

/** What stands around a match, cut out when a rule asks for it. */
class Around implements Surroundings {
  readonly #haystack: string
  readonly #printed: string
  readonly #start: number
  readonly #end: number
  readonly #parts: Parts

  constructor(haystack: string, printed: string, start: number, end: number, parts: Parts) {
    this.#haystack = haystack
    this.#printed = printed
    this.#start = start
    this.#end = end
    this.#parts = parts
  }

  get before(): string {
    const before = this.#haystack.slice(Math.max(0, this.#start - CONTEXT), this.#start)
    return before.slice(before.lastIndexOf('\n') + 1)
  }

  get after(): string {
    const after = this.#haystack.slice(this.#end, this.#end + CONTEXT)
    const newline = after.indexOf('\n')
    return newline < 0 ? after : after.slice(0, newline)
  }

  printed(group: string): string | undefined {
    const part = this.#parts[group]
    return part === undefined ? undefined : this.#printed.slice(part.start, part.end)
  }
}
