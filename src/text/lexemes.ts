import { CodeBuffer } from './codes.ts'
import { hashOf, Vocabulary } from './vocabulary.ts'

// So many spellings are remembered from article to article: the words of the language many times over.
const MOST_LEXEMES = 20_000
const LONGEST = 32

let lexemes = new Vocabulary()
let generation = 0
const own = new CodeBuffer()

/** The number of the spelling at `[start, end)`: equal for equal spellings until the next call of `forgetLexemes`. */
export function lexemeOf(text: string, start: number, end: number): number {
  return lexemeAt(own.load(text.slice(start, end)), 0, end - start)
}

/** The same of a text that is at hand as code units. */
export function lexemeAt(codes: Uint16Array, start: number, end: number): number {
  return lexemes.addAt(codes, start, end, hashOf(codes, start, end))
}

/** The same of a piece whose hash is known; 0 for a new one that is long, or when many are known: no text may fill the memory. */
export function lexemeWithin(codes: Uint16Array, start: number, end: number, hash: number): number {
  const known = lexemes.find(codes, start, end, hash)
  return known !== 0 || end - start > LONGEST || lexemes.size > MOST_LEXEMES ? known : lexemes.addAt(codes, start, end, hash)
}

/** The spelling with this number. */
export const spellingOf = (lexeme: number): string => lexemes.wordOf(lexeme)

/** Forgets spellings when there are too many, and says whether; called between articles. */
export function forgetLexemes(): boolean {
  if (lexemes.size <= MOST_LEXEMES) return false
  lexemes = new Vocabulary()
  generation++
  return true
}

/** Another number after each time that spellings were forgotten: what is kept by lexeme holds as long as it stays. */
export const lexemeGeneration = (): number => generation

/** Numbers by lexeme, 0 for none yet, which are forgotten with the lexemes. */
export class LexemeTable {
  #values = new Int32Array(1024)
  #generation = generation
  #isAsked = false

  /** The numbers, with room for this lexeme and those before it, until the next call. */
  upTo(lexeme: number): Int32Array {
    if (this.#generation !== generation) this.clear()
    this.#isAsked = true
    if (lexeme >= this.#values.length) {
      const longer = new Int32Array(Math.max(lexeme + 1, this.#values.length * 2))
      longer.set(this.#values)
      this.#values = longer
    }
    return this.#values
  }

  /** Forgets all. */
  clear(): void {
    if (this.#isAsked) this.#values.fill(0)
    this.#isAsked = false
    this.#generation = generation
  }
}
