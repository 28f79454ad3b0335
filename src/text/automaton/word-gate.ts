import { CharacterClass, CLASSES } from '../characters.ts'
import { LexemeTable } from '../lexemes.ts'
import type { Tokens } from '../tokens.ts'
import { CLOSED, OPEN, type PatternGate } from './pattern-gate.ts'

const { LETTER, DIGIT } = CharacterClass
// What a capital word leads to stands with its capital: two of them may have the same small letter.
const CAPITAL_SHIFT = 16
const ENTERED = 0xffff

/**
 * Scans texts by tokens. What a word leads to in the gate is remembered by its spelling, so that most words of a text, with
 * which no pattern begins, cost one look into a table.
 */
export class WordGate {
  readonly #gate: PatternGate
  /** By lexeme, what the word leads to in small letters. */
  readonly #small = new LexemeTable()
  /** The same with a capital, and which. */
  readonly #capital = new LexemeTable()
  #generation = -1

  constructor(gate: PatternGate) {
    this.#gate = gate
  }

  /**
   * Calls `visit` for each place at which a pattern may match: at the start of a token, and inside a number behind its
   * separators (`2020,2021` is one token, and may be two years all the same). `codes` are those of the text in the form that
   * the patterns are for.
   */
  scan(tokens: Tokens, codes: Uint16Array, visit: (at: number) => void): void {
    const { start, end, length, text } = tokens
    const gate = this.#gate
    for (let i = 0; i < length; i++) {
      const first = start[i] as number
      const last = end[i] as number
      if (i > 0 && end[i - 1] === first && isWord(codes[first] as number) && isWord(codes[first - 1] as number)) {
        if (gate.passes(codes, text.length, first, true)) visit(first)
      } else {
        const entered = this.#enter(tokens, i, codes)
        const passes =
          entered === OPEN
            ? gate.passes(codes, text.length, first, false)
            : entered !== CLOSED && gate.passesBehind(codes, text.length, first, last, entered)
        if (passes) visit(first)
      }
      if (last - first > 2 && CLASSES[codes[first] as number] === DIGIT)
        for (let at = first + 2; at < last; at++)
          if (CLASSES[codes[at] as number] === DIGIT && CLASSES[codes[at - 1] as number] !== DIGIT)
            if (gate.passes(codes, text.length, at, false)) visit(at)
    }
  }

  /** What the token leads to in the gate. */
  #enter(tokens: Tokens, i: number, codes: Uint16Array): number {
    const lexeme = tokens.lexeme[i] as number
    if (lexeme === 0) return OPEN
    const start = tokens.start[i] as number
    const end = tokens.end[i] as number
    const lower = tokens.codes
    // The forms of a text differ in capitals only.
    for (let k = start + 1; k < end; k++) if (codes[k] !== lower[k]) return OPEN
    if (this.#generation !== this.#gate.generation) this.#forget()
    const capital = codes[start] as number
    const isCapital = capital !== lower[start]
    const table = (isCapital ? this.#capital : this.#small).upTo(lexeme)
    const known = table[lexeme] as number
    if (known === 0) {
      const entered = this.#gate.enter(codes, start, end)
      // Reading the word may have made the gate forget.
      if (this.#generation === this.#gate.generation) table[lexeme] = isCapital ? entered | (capital << CAPITAL_SHIFT) : entered
      return entered
    }
    if (!isCapital) return known
    return known >>> CAPITAL_SHIFT === capital ? known & ENTERED : OPEN
  }

  #forget(): void {
    this.#small.clear()
    this.#capital.clear()
    this.#generation = this.#gate.generation
  }
}

const isWord = (code: number): boolean => CLASSES[code] === LETTER || CLASSES[code] === DIGIT
