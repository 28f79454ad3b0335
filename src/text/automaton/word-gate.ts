import { CharacterClass, CLASSES } from '../characters.ts'
import { LexemeTable } from '../lexemes.ts'
import type { Tokens } from '../tokens.ts'
import type { PatternGate } from './pattern-gate.ts'

const CLOSED = 1
const OPEN = 2
// A word with a capital, by the capital: two of them may have the same small letter.
const CAPITAL_SHIFT = 2

/**
 * Which tokens of a text a gate must look at: not those of whose spelling it is known that no pattern begins with it. So most
 * words of a text cost one look into a table.
 */
export class WordGate {
  readonly #gate: PatternGate
  /** By lexeme: whether the gate is closed to the word in small letters. */
  readonly #small = new LexemeTable()
  /** By lexeme: the same for the word with a capital, and which. */
  readonly #capital = new LexemeTable()
  #places = new Int32Array(8192)

  constructor(gate: PatternGate) {
    this.#gate = gate
  }

  /**
   * The places at which patterns may begin, as the gate wants them: at the start of a token, and inside a number behind its
   * separators (`2020,2021` is one token, and may be two years all the same). `codes` are those of the text in the form that
   * the patterns are for. They hold until the next call.
   */
  places(tokens: Tokens, codes: Uint16Array): Int32Array {
    const { start, end, length } = tokens
    // A token has at most one place more than it has letters.
    const most = length === 0 ? 0 : (end[length - 1] as number) + length
    if (this.#places.length < most) this.#places = new Int32Array(most * 2)
    const places = this.#places
    let count = 0
    for (let i = 0; i < length; i++) {
      const first = start[i] as number
      if (i > 0 && end[i - 1] === first && isWord(codes[first] as number) && isWord(codes[first - 1] as number))
        places[count++] = first * 2 + 1
      else if (!this.#isClosedTo(tokens, i, codes)) places[count++] = first * 2
      if (CLASSES[codes[first] as number] === DIGIT) count = innerPlaces(codes, first, end[i] as number, places, count)
    }
    return places.subarray(0, count)
  }

  #isClosedTo(tokens: Tokens, i: number, codes: Uint16Array): boolean {
    const lexeme = tokens.lexeme[i] as number
    const start = tokens.start[i] as number
    const end = tokens.end[i] as number
    if (lexeme === 0) return false
    const lower = tokens.codes
    // The forms of a text differ in capitals only.
    for (let k = start + 1; k < end; k++) if (codes[k] !== lower[k]) return false
    const capital = codes[start] as number
    if (capital === lower[start]) {
      const known = this.#small.upTo(lexeme)
      return ((known[lexeme] ||= this.#judge(codes, start, end)) & CLOSED) !== 0
    }
    const known = this.#capital.upTo(lexeme)
    const judged = known[lexeme] as number
    if (judged === 0) known[lexeme] = this.#judge(codes, start, end) | (capital << CAPITAL_SHIFT)
    else if (judged >> CAPITAL_SHIFT !== capital) return false
    return ((known[lexeme] as number) & CLOSED) !== 0
  }

  #judge(codes: Uint16Array, start: number, end: number): number {
    return this.#gate.isClosedTo(codes, start, end) ? CLOSED : OPEN
  }
}

const { LETTER, DIGIT } = CharacterClass

const isWord = (code: number): boolean => CLASSES[code] === LETTER || CLASSES[code] === DIGIT

/** Adds the places behind separators inside a number. */
function innerPlaces(codes: Uint16Array, start: number, end: number, places: Int32Array, count: number): number {
  let last = count
  for (let at = start + 2; at < end; at++)
    if (CLASSES[codes[at] as number] === DIGIT && CLASSES[codes[at - 1] as number] !== DIGIT) places[last++] = at * 2
  return last
}
