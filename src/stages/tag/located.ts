import { RegExpParser } from '@eslint-community/regexpp'
import type { Span } from '../../model/span.ts'

/** The spans of a match's named groups. */
export type Parts = Readonly<Record<string, Span>>

const NAME = /\(\?<([A-Za-z]\w*)>/g

/**
 * Tells where the groups of a pattern's matches stand. A regular expression that tells it costs more than one that only
 * matches, so it is asked when a part is: most never are.
 */
export class Locator {
  readonly #source: string
  readonly #pattern: RegExp
  /** Objects with a getter for each group of the pattern: asking for another costs nothing. */
  readonly #kind: LocatedKind
  #edge: 'start' | 'end' | 'neither' | undefined
  #lead: string | null | undefined

  constructor(source: string) {
    this.#source = source
    this.#pattern = new RegExp(source, 'dy')
    this.#kind = kindOf(new Set([...source.matchAll(NAME)].map(m => m[1] as string)), (haystack, at) => this.#locate(haystack, at))
  }

  /** The parts of the match at a place. */
  partsAt(haystack: string, at: number): Parts {
    return new this.#kind(haystack, at)
  }

  /** Where the group `span` stands, of which `words` were read in a match at `[start, end)`; undefined where it took no part. */
  spanOf(words: string | undefined, start: number, end: number, parts: Parts): Span | undefined {
    if (words === undefined) return undefined
    const { length } = words
    if (length === end - start) return { start, end }
    this.#edge ??= edgeOf(this.#source)
    if (this.#edge === 'start') return { start, end: start + length }
    return this.#edge === 'end' ? { start: end - length, end } : parts['span']
  }

  /** Notes where the group stands that begins the group `span`, whose place is known: it need not be looked for. */
  noteLead(parts: Parts, groups: Readonly<Record<string, string | undefined>>, { start }: Span): void {
    if (this.#lead === undefined) this.#lead = leadOf(this.#source)
    const words = this.#lead === null ? undefined : groups[this.#lead]
    if (words !== undefined) this.#kind.note(parts, this.#lead as string, { start, end: start + words.length })
  }

  #locate(haystack: string, at: number): Parts {
    this.#pattern.lastIndex = at
    const groups = this.#pattern.exec(haystack)?.indices?.groups
    const parts: Record<string, Span> = {}
    for (const name in groups) {
      const range = groups[name]
      if (range !== undefined) parts[name] = { start: range[0], end: range[1] }
    }
    return parts
  }
}

/** The same parts and more, as a plain object. */
export function withPart(parts: Parts, name: string, span: Span): Parts {
  const copy: Record<string, Span> = {}
  // Getters of a prototype are among the keys.
  for (const known in parts) if (parts[known] !== undefined) copy[known] = parts[known]
  copy[name] = span
  return copy
}

interface LocatedKind {
  new (haystack: string, at: number): Parts
  note(parts: Parts, name: string, span: Span): void
}

function kindOf(names: ReadonlySet<string>, locate: (haystack: string, at: number) => Parts): LocatedKind {
  class Located {
    readonly #haystack: string
    readonly #at: number
    #parts: Parts | undefined
    /** The part that is known without a look. */
    #noted: string | undefined
    #notedAt: Span | undefined

    constructor(haystack: string, at: number) {
      this.#haystack = haystack
      this.#at = at
    }

    static note(parts: Parts, name: string, span: Span): void {
      const located = parts as unknown as Located
      located.#noted = name
      located.#notedAt = span
    }

    static part(located: Located, name: string): Span | undefined {
      if (name === located.#noted) return located.#notedAt
      located.#parts ??= locate(located.#haystack, located.#at)
      return located.#parts[name]
    }
  }
  for (const name of names)
    Object.defineProperty(Located.prototype, name, {
      enumerable: true,
      get(this: Located) {
        return Located.part(this, name)
      }
    })
  return Located as unknown as LocatedKind
}

const LEAD = /\(\?<span>(?=\(\?<([A-Za-z]\w*)>)/

/** The group that begins the group `span` of a pattern, wherever both take part; null where none does, or one that is repeated. */
function leadOf(source: string): string | null {
  const found = LEAD.exec(source)
  if (found === null) return null
  // To the end of that group: its brackets, but for those in classes and behind a backslash.
  let depth = 0
  let isClass = false
  for (let i = found.index + found[0].length; i < source.length; i++) {
    const code = source[i]
    if (code === '\\') i++
    else if (isClass) isClass = code !== ']'
    else if (code === '[') isClass = true
    else if (code === '(') depth++
    else if (code === ')' && --depth === 0) return '*+{'.includes(source[i + 1] ?? ' ') ? null : (found[1] as string)
  }
  return null
}

/** At which edge of every match of a pattern its group `span` stands, where that is sure. */
function edgeOf(source: string): 'start' | 'end' | 'neither' {
  const { alternatives } = new RegExpParser({ ecmaVersion: 2024 }).parsePattern(source, 0, source.length, {
    unicode: false,
    unicodeSets: false
  })
  const elements = alternatives.length === 1 ? (alternatives[0]?.elements ?? []) : []
  const at = elements.findIndex(e => e.type === 'CapturingGroup' && e.name === 'span')
  if (at < 0) return 'neither'
  if (elements.slice(0, at).every(e => e.type === 'Assertion')) return 'start'
  return elements.slice(at + 1).every(e => e.type === 'Assertion') ? 'end' : 'neither'
}
