import { CharacterClass, CLASSES } from '../characters.ts'
import { CodeBuffer } from '../codes.ts'
import { type Automaton, automatonOf, StateKind } from './automaton.ts'

/** A pattern that a gate watches for; `glued` ones may begin and end inside a word. */
export interface Watched {
  readonly source: string
  readonly glued: boolean
}

// A match that is still open behind so many code units may be one.
const REACH = 32
// Sets of states are forgotten when there are more, so that no text fills the memory. Twice as many fit 16 bits.
const MOST_SETS = 16_384
// A move leads to twice the number of a set, and one more where matches may end there.
const HAS_ENDS = 1
const UNKNOWN = 0
const DEAD = 2

export const CLOSED = 1
export const OPEN = 2

/**
 * Tells which of many patterns may match at a place, in one pass over the few code units in which they are decided: an
 * over-estimate, never an under-estimate. Sets of automaton states are worked out when a text first leads to them.
 */
export class PatternGate {
  /** The patterns found at the place last visited, 32 a word. */
  readonly found: Int32Array
  readonly #automaton: Automaton
  readonly #glued: readonly boolean[]
  readonly #buffer = new CodeBuffer()
  readonly #seen: Int32Array
  #mark = 0
  /** Rises when sets are forgotten. */
  #generation = 0
  /** States of each set; the first two are no sets. */
  #sets: Int32Array[] = []
  #ids = new Map<number, number>()
  #moves = new Uint16Array(0)
  /** By set, the patterns that a match of may end there: those that may end inside a word, then all. */
  #ends: (Int32Array | undefined)[] = []
  #startAnywhere = 0
  #startInWord = 0

  constructor(watched: readonly Watched[]) {
    this.#automaton = automatonOf(watched.map(w => w.source))
    this.#glued = watched.map(w => w.glued)
    this.#seen = new Int32Array(this.#automaton.kind.length)
    this.found = new Int32Array((watched.length + 31) >> 5)
    this.#forget()
  }

  /**
   * Calls `visit` for each of the places at which any pattern may match; `found` says which. A place is twice its offset,
   * and one more inside a word, where only glued patterns may begin.
   */
  scan(text: string, places: Int32Array, visit: (at: number) => void): void {
    const codes = this.#buffer.load(text)
    for (let p = 0; p < places.length; p++) {
      const at = (places[p] as number) >> 1
      if (this.passes(codes, text.length, at, ((places[p] as number) & 1) === 1)) visit(at)
    }
  }

  /** Whether any pattern may match at a place of a text of some length, inside a word or not; `found` says which. Spaces stand behind the text. */
  passes(codes: Uint16Array, length: number, at: number, inWord: boolean): boolean {
    return this.#walk(codes, length, at, at, inWord ? this.#startInWord : this.#startAnywhere)
  }

  /**
   * What reading a word at a place leads to: `CLOSED` where no pattern may match there, whatever stands behind the word; `OPEN`
   * where the word alone may be a match; else what `passesBehind` goes on from, as long as `generation` stays.
   */
  enter(codes: Uint16Array, start: number, end: number): number {
    if (end - start >= REACH) return OPEN
    let set = this.#startAnywhere
    for (let i = start; i < end; i++) {
      set = this.#next(set, codes[i] as number)
      if (set === DEAD) return CLOSED
      if ((set & HAS_ENDS) !== 0) return OPEN
    }
    return set
  }

  /** The same as `passes` for a place whose word, up to `end`, led to `entered`. */
  passesBehind(codes: Uint16Array, length: number, at: number, end: number, entered: number): boolean {
    return this.#walk(codes, length, at, end, entered)
  }

  /** Reads on from a place until it is decided which patterns may match at `at`, and notes them; false for none. */
  #walk(codes: Uint16Array, length: number, at: number, from: number, start: number): boolean {
    const last = Math.min(length, at + REACH)
    let set = start
    let isAny = false
    for (let i = from; i < last; i++) {
      set = this.#next(set, codes[i] as number)
      if (set === DEAD) return isAny
      if ((set & HAS_ENDS) === 0) continue
      if (!isAny) this.found.fill(0)
      isAny = true
      this.#end(set >> 1, isWord(codes[i] as number) && isWord(codes[i + 1] as number))
    }
    if (last === length) return isAny
    if (!isAny) this.found.fill(0)
    for (const state of this.#sets[set >> 1] as Int32Array) this.#add(this.found, 0, this.#automaton.owner[state] as number)
    return true
  }

  /** Where a code unit leads to from a set, as a move. */
  #next(set: number, code: number): number {
    const { classOf, count } = this.#automaton.classes
    const codeClass = classOf[code] as number
    const next = this.#moves[(set >> 1) * count + codeClass] as number
    return next === UNKNOWN ? this.#move(set >> 1, codeClass) : next
  }

  /** Notes the patterns that a match may end with in `set`. */
  #end(set: number, inWord: boolean): void {
    const { found } = this
    const ends = this.#ends[set] as Int32Array
    const from = inWord ? 0 : found.length
    for (let w = 0; w < found.length; w++) found[w] = (found[w] as number) | (ends[from + w] as number)
  }

  #add(bits: Int32Array, from: number, pattern: number): void {
    const word = from + (pattern >> 5)
    bits[word] = (bits[word] as number) | (1 << (pattern & 31))
  }

  #move(set: number, codeClass: number): number {
    const { kind, next, other, classes } = this.#automaton
    const reached: number[] = []
    this.#mark++
    for (const state of this.#sets[set] as Int32Array)
      if (kind[state] === StateKind.READ && classes.members[other[state] as number]?.[codeClass] === 1)
        this.#close(next[state] as number, reached)
    if (this.#sets.length > MOST_SETS) {
      // The walk goes on from the new set; the moves that led here are worked out again when next needed.
      this.#forget()
      return reached.length === 0 ? DEAD : this.#setOf(reached)
    }
    const to = reached.length === 0 ? DEAD : this.#setOf(reached)
    this.#moves[set * classes.count + codeClass] = to
    return to
  }

  /** Adds the states that read or end and are reached from `state` without reading. */
  #close(state: number, reached: number[]): void {
    const { kind, next, other } = this.#automaton
    const open = [state]
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (this.#seen[at] === this.#mark) continue
      this.#seen[at] = this.#mark
      if (kind[at] !== StateKind.FORK) reached.push(at)
      else open.push(other[at] as number, next[at] as number)
    }
  }

  #setOf(reached: readonly number[]): number {
    const states = Int32Array.from(reached).sort()
    let key = states.reduce((hash, state) => (Math.imul(hash, 31) + state) | 0, states.length)
    for (let known = this.#ids.get(key); known !== undefined; known = this.#ids.get(++key))
      if (isSame(states, this.#sets[known] as Int32Array)) return this.#moveTo(known)
    const id = this.#sets.push(states) - 1
    this.#ids.set(key, id)
    this.#ends[id] = this.#endsOf(states)
    const needed = this.#sets.length * this.#automaton.classes.count
    if (needed > this.#moves.length) {
      const grown = new Uint16Array(needed * 2)
      grown.set(this.#moves)
      this.#moves = grown
    }
    return this.#moveTo(id)
  }

  #moveTo(set: number): number {
    return set * 2 + (this.#ends[set] === undefined ? 0 : HAS_ENDS)
  }

  #endsOf(states: Int32Array): Int32Array | undefined {
    const { kind, next, other } = this.#automaton
    const words = this.found.length
    let ends: Int32Array | undefined
    for (const state of states) {
      if (kind[state] !== StateKind.END) continue
      ends ??= new Int32Array(words * 2)
      const pattern = next[state] as number
      this.#add(ends, words, pattern)
      if (this.#glued[pattern] === true || other[state] === 1) this.#add(ends, 0, pattern)
    }
    return ends
  }

  get generation(): number {
    return this.#generation
  }

  #forget(): void {
    this.#generation++
    this.#sets = [new Int32Array(0), new Int32Array(0)]
    this.#ids = new Map<number, number>()
    this.#ends = [undefined, undefined]
    this.#moves.fill(UNKNOWN)
    const { starts } = this.#automaton
    this.#startAnywhere = this.#startOf(starts)
    this.#startInWord = this.#startOf(starts.filter((_, index) => this.#glued[index]))
  }

  #startOf(starts: readonly number[]): number {
    const reached: number[] = []
    this.#mark++
    for (const start of starts) this.#close(start, reached)
    return this.#setOf(reached)
  }
}

const isWord = (code: number): boolean => {
  const kind = CLASSES[code]
  return kind === CharacterClass.LETTER || kind === CharacterClass.DIGIT
}

function isSame(a: Int32Array, b: Int32Array): boolean {
  return a.length === b.length && a.every((state, index) => state === b[index])
}
