import type { MentionType, Surroundings, TagRule } from '../../model/rule.ts'
import type { Span } from '../../model/span.ts'
import { isWordAt } from '../../text/characters.ts'

/** What one rule found at one place. */
export interface RuleHit {
  readonly rule: TagRule
  readonly span: Span
  readonly outer: Span
  readonly parts: Readonly<Record<string, Span>>
  readonly value: unknown
}

const CONTEXT = 48

/**
 * Finds the places where any rule of a type may match with one regular expression (the union of the patterns), then asks
 * the rules in order at those places only. Word edges are checked in code.
 */
export class RuleFinder {
  readonly #union: RegExp
  readonly #rules: readonly { rule: TagRule; sticky: RegExp }[]

  constructor(type: MentionType) {
    this.#union = new RegExp(type.rules.map(r => `(?:${withoutNames(r.pattern.source)})`).join('|'), 'g')
    this.#rules = type.rules.map(rule => ({ rule, sticky: new RegExp(rule.pattern.source, 'dy') }))
  }

  /** Calls `visit` for each hit from left to right; a hit begins behind the one before. `isFree` refuses taken spans. */
  find(haystack: string, printed: string, isFree: (start: number, end: number) => boolean, visit: (hit: RuleHit) => void): void {
    const union = this.#union
    union.lastIndex = 0
    for (let found = union.exec(haystack); found !== null; found = union.exec(haystack)) {
      const at = found.index
      const hit = this.#at(haystack, printed, at, isFree)
      if (hit === undefined) union.lastIndex = at + 1
      else {
        visit(hit)
        union.lastIndex = Math.max(hit.outer.end, at + 1)
      }
    }
  }

  #at(haystack: string, printed: string, at: number, isFree: (start: number, end: number) => boolean): RuleHit | undefined {
    for (const { rule, sticky } of this.#rules) {
      if (!rule.glued && isWordAt(haystack, at) && isWordAt(haystack, at - 1)) continue
      sticky.lastIndex = at
      const m = sticky.exec(haystack)
      if (m === null || m[0].length === 0) continue
      const end = at + m[0].length
      if (!rule.glued && isWordAt(haystack, end - 1) && isWordAt(haystack, end)) continue
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

/** A pattern's source with named groups as plain ones, so that patterns with equal group names can be joined. */
function withoutNames(source: string): string {
  return source.replace(/\(\?<(?![=!])[^>]+>/g, '(?:')
}
