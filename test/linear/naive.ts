import { type Assertion, type Concatenation, type Element, JS, type Quantifier } from 'refa'

/** A matcher as simple as can be, which tries one way after another and counts how often it reads each character. */
export class Naive {
  readonly reads: number[]
  readonly #text: string
  readonly #alternatives: readonly Concatenation[]
  // A look at one letter takes as many steps as the reading of the letter beside it.
  #isPeeking = false

  constructor(source: string, text: string) {
    this.#alternatives = JS.Parser.fromLiteral({ source, flags: '' }).parse({ simplify: false }).expression.alternatives
    this.#text = text
    this.reads = Array.from(text, () => 0)
  }

  /** Where each match begins and ends, as `matchAll` finds them. */
  all(): [number, number][] {
    const found: [number, number][] = []
    for (let at = 0; at <= this.#text.length; ) {
      const end = this.at(at)
      if (end >= 0) found.push([at, end])
      at = end > at ? end : at + 1
    }
    return found
  }

  /** The end of a match that begins at `at`, or -1. */
  at(at: number): number {
    let end = -1
    this.#one(this.#alternatives, at, true, last => {
      end = last
      return true
    })
    return end
  }

  #one(alternatives: readonly Concatenation[], at: number, isForward: boolean, then: (at: number) => boolean): boolean {
    return alternatives.some(({ elements }) => this.#list(isForward ? elements : elements.toReversed(), at, isForward, then))
  }

  #list([first, ...rest]: readonly Element[], at: number, isForward: boolean, then: (at: number) => boolean): boolean {
    return first === undefined ? then(at) : this.#element(first, at, isForward, next => this.#list(rest, next, isForward, then))
  }

  #element(element: Element, at: number, isForward: boolean, then: (at: number) => boolean): boolean {
    switch (element.type) {
      case 'CharacterClass': {
        const place = isForward ? at : at - 1
        if (!element.characters.has(this.#text.codePointAt(place) ?? -1)) return false
        if (!this.#isPeeking) this.reads[place] = (this.reads[place] ?? 0) + 1
        return then(isForward ? at + 1 : at - 1)
      }
      case 'Alternation':
        return this.#one(element.alternatives, at, isForward, then)
      case 'Quantifier':
        return this.#repeated(element, 0, at, isForward, then)
      case 'Assertion':
        return this.#holds(element, at) && then(at)
      default:
        throw new Error('a reference')
    }
  }

  #repeated(quantifier: Quantifier, done: number, at: number, isForward: boolean, then: (at: number) => boolean): boolean {
    const { alternatives, min, max, lazy } = quantifier
    const more = () =>
      done < max &&
      this.#one(alternatives, at, isForward, next =>
        next === at && done >= min ? false : this.#repeated(quantifier, done + 1, next, isForward, then)
      )
    const out = () => done >= min && then(at)
    return lazy ? out() || more() : more() || out()
  }

  #holds({ alternatives, kind, negate }: Assertion, at: number): boolean {
    const wasPeeking = this.#isPeeking
    this.#isPeeking ||= alternatives.every(({ elements }) => elements.length === 1 && elements[0]?.type === 'CharacterClass')
    const holds = this.#one(alternatives, at, kind === 'ahead', () => true) !== negate
    this.#isPeeking = wasPeeking
    return holds
  }
}
