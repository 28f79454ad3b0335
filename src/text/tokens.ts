import { CharacterClass, CLASSES } from './characters.ts'
import { CodeBuffer } from './codes.ts'
import { LexemeTable, lexemeWithin } from './lexemes.ts'
import { Vocabulary } from './vocabulary.ts'

/** Words, numbers and single punctuation marks of a text, as columns: no object a token. */
export interface Tokens {
  /** The lower-case text that was cut. */
  readonly text: string
  /** Its code units; spaces stand behind them. */
  readonly codes: Uint16Array
  readonly length: number
  readonly start: Int32Array
  readonly end: Int32Array
  /** Id in the vocabulary the tokens were looked up in; 0 for a token it does not hold. */
  readonly word: Int32Array
  /** Number of the spelling among all that texts have; 0 for one that was not noted. */
  readonly lexeme: Int32Array
}

/** A closed set of words in which tokens are looked up: by the number of their spelling where that was done before. */
export class Words {
  readonly #vocabulary = new Vocabulary()
  /** By lexeme, one more than the id of the word. */
  readonly #known = new LexemeTable()

  /** The id of a word in lower case, which is added when new. */
  add(word: string): number {
    this.#known.clear()
    return this.#vocabulary.add(word)
  }

  /** Fills in the ids of all tokens. */
  lookUp({ codes, start, end, lexeme, word, length }: Tokens): void {
    const vocabulary = this.#vocabulary
    let known = this.#known.upTo(0)
    for (let i = 0; i < length; i++) {
      const spelling = lexeme[i] as number
      if (spelling >= known.length) known = this.#known.upTo(spelling)
      let id = spelling === 0 ? 0 : (known[spelling] as number)
      if (id === 0) {
        id = vocabulary.idOf(codes, start[i] as number, end[i] as number) + 1
        if (spelling !== 0) known[spelling] = id
      }
      word[i] = id - 1
    }
  }
}

// Used again from text to text, and copied from. A text may have as many tokens as code units.
let starts = new Int32Array(8192)
let ends = new Int32Array(8192)
let lexemes = new Int32Array(8192)
const lower = new CodeBuffer()

/** Cuts a lower-case text into tokens and looks each up among `words`. Linear in the text. */
export function tokenize(text: string, words: Words): Tokens {
  if (starts.length < text.length) {
    starts = new Int32Array(text.length * 2)
    ends = new Int32Array(text.length * 2)
    lexemes = new Int32Array(text.length * 2)
  }
  const codes = lower.load(text)
  const length = cut(codes, text.length)
  const block = new Int32Array(length * 4)
  const column = (i: number): Int32Array => block.subarray(i * length, (i + 1) * length)
  const [start, end, lexeme, word] = [column(0), column(1), column(2), column(3)]
  start.set(starts.subarray(0, length))
  end.set(ends.subarray(0, length))
  lexeme.set(lexemes.subarray(0, length))
  const tokens = { text, codes: lower.copied(), length, start, end, word, lexeme }
  words.lookUp(tokens)
  return tokens
}

const { LETTER, DIGIT, SPACE } = CharacterClass
const STOP = 46
const COMMA = 44

function cut(codes: Uint16Array, end: number): number {
  let length = 0
  for (let i = 0; i < end; ) {
    const code = codes[i] as number
    const kind = CLASSES[code] as number
    if (kind === SPACE) {
      i++
      continue
    }
    const from = i++
    let hash = code
    if (kind === LETTER)
      // A space stands behind the text.
      for (let next = codes[i] as number; CLASSES[next] === LETTER; next = codes[++i] as number) hash = (Math.imul(hash, 31) + next) | 0
    else if (kind === DIGIT)
      for (let next = codes[i] as number; CLASSES[next] === DIGIT || isInside(codes, i); next = codes[++i] as number)
        hash = (Math.imul(hash, 31) + next) | 0
    starts[length] = from
    ends[length] = i
    lexemes[length] = lexemeWithin(codes, from, i, hash)
    length++
  }
  return length
}

/** Whether a separator stands before another digit (`62,7`, `1.500`). */
function isInside(codes: Uint16Array, i: number): boolean {
  const code = codes[i] as number
  return (code === STOP || code === COMMA) && CLASSES[codes[i + 1] as number] === DIGIT
}

/** The index of the first token in `[from, to)` that starts at or after `offset`, or `to`. */
export function tokenAt({ start }: Tokens, offset: number, from: number, to: number): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >> 1
    if ((start[middle] as number) < offset) low = middle + 1
    else high = middle
  }
  return low
}
