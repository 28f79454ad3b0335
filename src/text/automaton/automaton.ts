import { type AST, RegExpParser } from '@eslint-community/regexpp'
import { type CodeClasses, type CodeSet, codeClasses, codeSetOf } from './code-sets.ts'

/** What a state does: reads a code unit, goes on to one or two states without reading, or ends a match. */
export const StateKind = { READ: 0, FORK: 1, END: 2 } as const

/**
 * Regular expressions as one automaton that tells where they may match: lookaround and the ends of lines count as
 * satisfied, but for what must follow a pattern's end; a back reference counts as anything. States are numbers; no object a state.
 */
export interface Automaton {
  readonly kind: readonly number[]
  /** READ: the state behind the code unit. FORK: the first way. END: the pattern's index. */
  readonly next: readonly number[]
  /** READ: index of the set of code units. FORK: the second way, or -1. END: 1 where any rest is a match. */
  readonly other: readonly number[]
  /** The pattern a state belongs to. */
  readonly owner: readonly number[]
  /** The first state of each pattern. */
  readonly starts: readonly number[]
  readonly classes: CodeClasses
}

/** Builds the automaton of some patterns without flags. */
export function automatonOf(sources: readonly string[]): Automaton {
  const builder = new Builder()
  const starts = sources.map((source, index) => builder.pattern(source, index))
  const { kind, next, other, owner, sets } = builder
  return { kind, next, other, owner, starts, classes: codeClasses(sets) }
}

/** Builds backwards: each part is given the state that follows it and returns the state to enter it by. */
class Builder {
  readonly kind: number[] = []
  readonly next: number[] = []
  readonly other: number[] = []
  readonly owner: number[] = []
  readonly sets: CodeSet[] = []
  readonly #setIds = new Map<string, number>()
  readonly #idsByRaw = new Map<string, number>()
  #pattern = 0
  #end = -1

  pattern(source: string, index: number): number {
    this.#pattern = index
    const parser = new RegExpParser({ ecmaVersion: 2024 })
    const { alternatives } = parser.parsePattern(source, 0, source.length, { unicode: false, unicodeSets: false })
    this.#end = this.#state(StateKind.END, index, 0)
    return this.#alternatives(alternatives, this.#end)
  }

  #state(kind: number, next: number, other: number): number {
    this.kind.push(kind)
    this.next.push(next)
    this.other.push(other)
    this.owner.push(this.#pattern)
    return this.kind.length - 1
  }

  #alternatives(alternatives: readonly AST.Alternative[], after: number): number {
    let entry = -1
    for (const { elements } of alternatives) {
      const own = elements.reduceRight((state, element) => this.#element(element, state), after)
      entry = entry < 0 ? own : this.#state(StateKind.FORK, own, entry)
    }
    return entry
  }

  #element(element: AST.Element | AST.QuantifiableElement, after: number): number {
    switch (element.type) {
      case 'Assertion':
        // What is read behind the end is no part of the match, which may end inside a word or not.
        if (after !== this.#end || element.kind !== 'lookahead' || element.negate) return after
        return this.#alternatives(element.alternatives, this.#state(StateKind.END, this.#pattern, 1))
      case 'Group':
      case 'CapturingGroup':
        return this.#alternatives(element.alternatives, after)
      case 'Quantifier':
        return this.#repeated(element, after)
      case 'Character':
      case 'CharacterClass':
      case 'CharacterSet':
        return this.#state(StateKind.READ, after, this.#setId(element))
      default:
        return this.#state(StateKind.END, this.#pattern, 1)
    }
  }

  #repeated({ element, min, max }: AST.Quantifier, after: number): number {
    let entry = after
    if (max === Infinity) {
      const loop = this.#state(StateKind.FORK, after, -1)
      this.other[loop] = this.#element(element, loop)
      entry = loop
    } else for (let i = min; i < max; i++) entry = this.#state(StateKind.FORK, this.#element(element, entry), after)
    for (let i = 0; i < min; i++) entry = this.#element(element, entry)
    return entry
  }

  #setId(element: AST.Character | AST.CharacterSet | AST.CharacterClass): number {
    // What is written alike is the same set: most are written many times, or stand in a part that is repeated.
    let id = this.#idsByRaw.get(element.raw)
    if (id === undefined) this.#idsByRaw.set(element.raw, (id = this.#idOf(codeSetOf(element))))
    return id
  }

  #idOf(set: CodeSet): number {
    const key = set.join(';')
    const known = this.#setIds.get(key)
    if (known !== undefined) return known
    this.#setIds.set(key, this.sets.length)
    return this.sets.push(set) - 1
  }
}
