import { forgetLexemes, spellingOf } from './lexemes.ts'

export { lexemeOf, spellingOf } from './lexemes.ts'

/** A set of tags as bits: at most 64 tags are asked for. */
export interface TagBits {
  readonly low: number
  readonly high: number
}

/** A combination of tags that units have. There is one of each, which grows bits as tags are asked for. */
export interface TagSet extends TagBits {
  readonly id: number
  readonly names: ReadonlySet<string>
}

const MOST_TAGS = 64
const NO_BITS: TagBits = { low: 0, high: 0 }
const indices = new Map<string, number>()
const sets: { id: number; names: ReadonlySet<string>; low: number; high: number }[] = []

/** The bit of a tag; undefined when there are too many tags. Units that were cut before a tag was asked for have no bit of it. */
export function bitOf(tag: string): TagBits | undefined {
  const known = indices.get(tag)
  const index = known ?? indices.size
  if (index === MOST_TAGS) return undefined
  const bit = index < 32 ? { low: 1 << index, high: 0 } : { low: 0, high: 1 << (index - 32) }
  if (known !== undefined) return bit
  indices.set(tag, index)
  for (const set of sets) if (set.names.has(tag)) Object.assign(set, union(set, bit))
  return bit
}

/** Two sets of tags in one. */
export function union(a: TagBits, b: TagBits): TagBits {
  return { low: a.low | b.low, high: a.high | b.high }
}

/** A new combination of tags. */
export function tagSet(names: ReadonlySet<string>): TagSet {
  const set = { id: sets.length, names, ...NO_BITS }
  for (const name of names) if (indices.has(name)) Object.assign(set, union(set, bitOf(name) ?? NO_BITS))
  sets.push(set)
  return set
}

/** The combination of tags with this number. */
export const tagSetOf = (id: number): TagSet => sets[id] as TagSet

const NO = 1
const YES = 2
// So many lexemes have room from the beginning, so many judgements lie in one number.
const START = 1024
const EACH = 16

/**
 * What was judged of spellings: a row a lexeme and two bits a class, so that all that is asked of one word lies together. A
 * table a class would be as large, and each question one at a place of its own in the memory.
 */
class Judgements {
  #rows = new Int32Array(START)
  /** So many numbers has a row. */
  #width = 1
  #columns = 0

  /** The number of a new column. */
  add(): number {
    const column = this.#columns++
    if (column >= this.#width * EACH) {
      this.#width *= 2
      this.#rows = new Int32Array(START * this.#width)
    }
    return column
  }

  /** Whether a spelling passes in a column, or 0 where nobody has judged it: behind the last row is nothing, whose bits are 0. */
  of(lexeme: number, column: number): number {
    return (this.#rows[lexeme * this.#width + (column >> 4)]! >> ((column & 15) << 1)) & 3
  }

  /** Notes what was judged for the first time. */
  note(lexeme: number, column: number, is: boolean): boolean {
    const i = lexeme * this.#width + (column >> 4)
    if (i >= this.#rows.length) {
      const longer = new Int32Array(Math.max(this.#rows.length * 2, (lexeme + START) * this.#width))
      longer.set(this.#rows)
      this.#rows = longer
    }
    this.#rows[i] = (this.#rows[i] as number) | ((is ? YES : NO) << ((column & 15) << 1))
    return is
  }

  forget(): void {
    this.#rows.fill(0)
  }
}

const judgements = new Judgements()

/** Forgets spellings when there are too many; called between articles, since numbers given before lose their meaning. */
export function renewLexemes(): void {
  if (forgetLexemes()) judgements.forget()
}

// The spellings of all lists. Most words of a text are in none, which is found out once and not by each class.
const listed = new Set<string>()
const LISTED = judgements.add()

function isListed(lexeme: number): boolean {
  const known = judgements.of(lexeme, LISTED)
  return known === 0 ? judgements.note(lexeme, LISTED, listed.has(spellingOf(lexeme))) : known === YES
}

function addListed(spellings: readonly string[]): void {
  for (const spelling of spellings) listed.add(spelling)
  if (spellings.length > 0) judgements.forget()
}

/** What a spelling passes or not: mostly a regular expression. */
interface SpellingTest {
  readonly test: (spelling: string) => boolean
}

/** How the words of a class are spelled: as those of a list, or so that they pass a test. */
interface Spelled {
  readonly list: readonly string[]
  readonly tests: readonly SpellingTest[]
}

const UNSPELLED: Spelled = { list: [], tests: [] }

/**
 * A named class of units: those with one of some tags, and those whose words are spelled in some way. How a spelling is
 * judged is remembered, so that asking costs a look into a table. A class cuts nothing: it only says what a unit is.
 */
export class WordClass {
  readonly low: number
  readonly high: number
  readonly isLexical: boolean
  readonly #list: ReadonlySet<string>
  readonly #tests: readonly SpellingTest[]
  readonly #column: number

  constructor(bits: TagBits, { list, tests }: Spelled) {
    this.low = bits.low
    this.high = bits.high
    this.#list = new Set(list)
    this.#tests = tests
    this.isLexical = list.length + tests.length > 0
    this.#column = this.isLexical ? judgements.add() : -1
    addListed(list)
  }

  /** Whether units of this spelling belong to the class, whatever their tags. */
  spells(lexeme: number): boolean {
    const known = judgements.of(lexeme, this.#column)
    return known === 0 ? judgements.note(lexeme, this.#column, this.#judge(lexeme)) : known === YES
  }

  /** Whether words spelled so belong to the class, whatever their tags. */
  test(spelling: string): boolean {
    return this.#list.has(spelling) || this.#passes(spelling)
  }

  /** This class and others as one. */
  or(...others: readonly WordClass[]): WordClass {
    const all = [this, ...others]
    const list = all.flatMap(c => [...c.#list])
    return new WordClass(all.reduce<TagBits>(union, NO_BITS), { list, tests: all.flatMap(c => c.#tests) })
  }

  #judge(lexeme: number): boolean {
    const mayBeListed = this.#list.size > 0 && isListed(lexeme)
    if (!mayBeListed && this.#tests.length === 0) return false
    const spelling = spellingOf(lexeme)
    return (mayBeListed && this.#list.has(spelling)) || this.#passes(spelling)
  }

  #passes(spelling: string): boolean {
    for (let i = 0; i < this.#tests.length; i++) if ((this.#tests[i] as SpellingTest).test(spelling)) return true
    return false
  }
}

/** The units with one of some tags, whose names are separated by spaces; an empty list is of none. */
export function tagged(tags: string): WordClass {
  let bits = NO_BITS
  for (const tag of tags.split(' ')) {
    if (tag === '') continue
    const bit = bitOf(tag)
    if (bit === undefined) throw new Error(`more than ${MOST_TAGS} tags are asked for: ${tag}`)
    bits = union(bits, bit)
  }
  return new WordClass(bits, UNSPELLED)
}

/**
 * The units spelled in one of some ways: a list of whole words and phrases, separated by `|`, or where the beginning, the end
 * or an inner word decides a regular expression. Spellings are in lower case.
 */
export function words(spellings: string | RegExp): WordClass {
  const spelled = typeof spellings === 'string' ? { list: spellings.split('|'), tests: [] } : { list: [], tests: [spellings] }
  return new WordClass(NO_BITS, spelled)
}
