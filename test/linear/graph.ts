import { type Assertion, CharBase, type CharSet, type Concatenation, type Element, JS, type Quantifier, visitAst } from 'refa'
import type { Graph, Read, Step } from './steps.ts'

/** More copies of a part than these count as any number of them. */
export const MANY = 1000
const MOST_READS = 60_000

const END: Step = { kind: 'end' }
const DEAD: Step = { kind: 'dead' }

/** What is thrown for a pattern that has no such steps: that refers to a group, or is too long. */
export class Unreadable extends Error {}

/** A pattern, or a look-around of one. */
export interface Part {
  /** The same for the same look-around. */
  readonly key: object
  /** Its steps when up to `many` copies of a repeated part are told apart. */
  readonly graph: (many: number) => Graph
}

/** The whole of a regular expression. `isShort` says whether a look-around is known to read little. */
export function partOf(source: string, flags: string, isShort: (aside: Part) => boolean): Part {
  const parser = JS.Parser.fromLiteral({ source, flags })
  const { expression } = parser.parse({ simplify: false, backreferences: 'unknown', maxBackreferenceWords: 0, maxNodes: 1e6 })
  const sets = new Set<CharSet>()
  visitAst(expression, { onCharacterClassEnter: ({ characters }) => void sets.add(characters) })
  const base = new CharBase(sets)
  const bits = new Map<CharSet, bigint>()
  for (const set of sets)
    bits.set(
      set,
      base.split(set).reduce((sum, index) => sum | (1n << BigInt(index)), 0n)
    )
  return part(expression.alternatives, { letters: base.sets, edge: 1n << BigInt(base.sets.length), bits }, false, isShort)
}

function part(alternatives: readonly Concatenation[], alphabet: Alphabet, isReversed: boolean, isShort: (aside: Part) => boolean): Part {
  return { key: alternatives, graph: many => new Builder(alphabet, isReversed, many, isShort).graph(alternatives) }
}

interface Alphabet {
  readonly letters: readonly CharSet[]
  readonly edge: bigint
  readonly bits: ReadonlyMap<CharSet, bigint>
}

/** Builds from the end: each part is given the step behind it and returns the step to enter it by. */
class Builder {
  readonly #alphabet: Alphabet
  readonly #isReversed: boolean
  readonly #many: number
  readonly #isShort: (aside: Part) => boolean
  readonly #reads: Read[] = []
  #ids = 0
  #asides = 0
  #loops = 0
  #repeats = 0
  #gap: object | undefined

  constructor(alphabet: Alphabet, isReversed: boolean, many: number, isShort: (aside: Part) => boolean) {
    this.#alphabet = alphabet
    this.#isReversed = isReversed
    this.#many = many
    this.#isShort = isShort
  }

  graph(alternatives: readonly Concatenation[]): Graph {
    const start = this.#alternatives(alternatives, END)
    return { start, reads: this.#reads, letters: this.#alphabet.letters, edge: this.#alphabet.edge }
  }

  #alternatives(alternatives: readonly Concatenation[], next: Step): Step {
    return this.#ways(
      alternatives.map(({ elements }) => (this.#isReversed ? elements.toReversed() : elements)),
      next
    )
  }

  // Alternatives that begin with the same letter are one until they part: a long list of words counts as its letters do.
  #ways(lists: readonly (readonly Element[])[], next: Step): Step {
    const groups = new Map<unknown, (readonly Element[])[]>()
    for (const list of lists) {
      const [first] = list
      const key = first?.type === 'CharacterClass' ? this.#alphabet.bits.get(first.characters) : list
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [list])
      else group.push(list)
    }
    const ways = [...groups.values()].map(group => {
      const [list] = group as [readonly Element[]]
      if (group.length === 1) return list.reduceRight((behind, element) => this.#element(element, behind), next)
      const rest = this.#ways(
        group.map(([, ...elements]) => elements),
        next
      )
      return this.#element(list[0] as Element, rest)
    })
    return ways.length === 1 ? (ways[0] as Step) : { kind: 'fork', id: this.#ids++, ways, isLoop: false }
  }

  #element(element: Element, next: Step): Step {
    switch (element.type) {
      case 'CharacterClass':
        return this.#read(this.#alphabet.bits.get(element.characters) as bigint, next)
      case 'Alternation':
        return this.#alternatives(element.alternatives, next)
      case 'Quantifier':
        return this.#repeated(element, next)
      case 'Assertion':
        return this.#assertion(element, next)
      default:
        throw new Unreadable(`a reference to a group: ${element.id}`)
    }
  }

  #read(letters: bigint, next: Step): Read {
    if (this.#reads.length >= MOST_READS) throw new Unreadable('too long')
    const read: Read = {
      kind: 'read',
      index: this.#reads.length,
      letters,
      next,
      isAside: this.#asides > 0,
      isLooping: this.#loops > 0,
      gap: this.#gap
    }
    this.#reads.push(read)
    return read
  }

  #repeated(element: Quantifier, next: Step): Step {
    const repeats = element.max > 1 ? 1 : 0
    const isLetter = element.alternatives.every(({ elements }) => elements.length === 1 && elements[0]?.type === 'CharacterClass')
    const isGap = isLetter && repeats === 1 && this.#repeats === 0
    this.#repeats += repeats
    if (isGap) this.#gap = element
    const entry = this.#copies(element, next)
    if (isGap) this.#gap = undefined
    this.#repeats -= repeats
    return entry
  }

  #copies({ alternatives, min, max }: Quantifier, next: Step): Step {
    let entry = next
    if (max > this.#many) {
      const ways: Step[] = []
      entry = { kind: 'fork', id: this.#ids++, ways, isLoop: true }
      this.#loops++
      ways.push(this.#alternatives(alternatives, entry), next)
      this.#loops--
    } else
      for (let i = min; i < max; i++)
        entry = { kind: 'fork', id: this.#ids++, ways: [this.#alternatives(alternatives, entry), next], isLoop: false }
    if (min > MANY) throw new Unreadable(`more than ${MANY} copies`)
    for (let i = 0; i < min; i++) entry = this.#alternatives(alternatives, entry)
    return entry
  }

  #assertion(element: Assertion, next: Step): Step {
    const letters = this.#oneLetter(element)
    const isBehind = (element.kind === 'behind') !== this.#isReversed
    if (letters !== undefined) return { kind: 'guard', id: this.#ids++, isBehind, letters, next }
    if (this.#isShort(part(element.alternatives, this.#alphabet, this.#isReversed !== isBehind, this.#isShort)))
      return { kind: 'look', id: this.#ids++, body: undefined, next }
    if (isBehind) throw new Unreadable('a look-around that may read far back')
    this.#asides++
    const body = this.#alternatives(element.alternatives, DEAD)
    this.#asides--
    return { kind: 'look', id: this.#ids++, body, next }
  }

  /** The letters (or the edge) that an assertion asks for, when it asks for one only. */
  #oneLetter({ alternatives, kind, negate }: Assertion): bigint | undefined {
    let letters = 0n
    for (const { elements } of alternatives) {
      const [only] = elements
      if (elements.length !== 1 || only === undefined) return undefined
      const own =
        only.type === 'CharacterClass'
          ? this.#alphabet.bits.get(only.characters)
          : only.type === 'Assertion' && only.kind === kind
            ? this.#oneLetter(only)
            : undefined
      if (own === undefined) return undefined
      letters |= own
    }
    return negate ? ((this.#alphabet.edge << 1n) - 1n) & ~letters : letters
  }
}
