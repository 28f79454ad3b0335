import { type AST, RegExpParser } from '@eslint-community/regexpp'
import { CharacterClass, classAt } from './characters.ts'

/** What the first token of a match can be, in lower case: an over-estimate, never an under-estimate. */
export interface FirstWords {
  /** Whole words. */
  readonly words: ReadonlySet<string>
  /** Beginnings of words whose rest the pattern leaves open. */
  readonly prefixes: ReadonlySet<string>
  readonly hasDigit: boolean
  /** Punctuation marks; null for any. */
  readonly marks: ReadonlySet<string> | null
}

// A larger class of characters counts as any letter.
const MAX_CLASS = 8
// More beginnings than these (number words with an optional space between) are cut down to their first letters.
const MAX_HEADS = 128
const PREFIX_LENGTH = 3

/**
 * Reads off a regular expression which words its matches can begin with, so that it need be tried only there.
 * `isGlued` says that a match may end inside a word.
 */
export function firstWords(source: string, isGlued = false): FirstWords {
  const reader = new Reader()
  const pattern = new RegExpParser({ ecmaVersion: 2024 }).parsePattern(source, 0, source.length, { unicode: false, unicodeSets: false })
  for (const rest of reader.alternatives(pattern.alternatives, new Set(['']))) {
    if (isGlued) reader.prefixes.add(rest)
    else if (rest !== '') reader.words.add(rest)
  }
  return reader
}

/** Walks a pattern with the set of word beginnings read so far; what is decided leaves the set. */
class Reader implements FirstWords {
  readonly words = new Set<string>()
  readonly prefixes = new Set<string>()
  hasDigit = false
  marks: Set<string> | null = new Set()

  alternatives(alternatives: readonly AST.Alternative[], heads: ReadonlySet<string>): Set<string> {
    const out = new Set<string>()
    for (const { elements } of alternatives) {
      let current: Set<string> = new Set(heads)
      for (const element of elements) {
        if (current.size === 0) break
        current = this.#element(element, current)
      }
      for (const head of current) out.add(head)
    }
    if (out.size <= MAX_HEADS) return out
    for (const head of out) this.prefixes.add(head.slice(0, PREFIX_LENGTH))
    return new Set(out.has('') ? [''] : [])
  }

  #element(element: AST.Element | AST.QuantifiableElement, heads: Set<string>): Set<string> {
    switch (element.type) {
      case 'Assertion':
        return heads
      case 'Group':
      case 'CapturingGroup':
        return this.alternatives(element.alternatives, heads)
      case 'Quantifier': {
        const once = this.#element(element.element, heads)
        if (element.max > 1) for (const head of once) if (!heads.has(head)) this.prefixes.add(head)
        return element.min === 0 ? new Set([...once, ...heads]) : once
      }
      case 'Character':
        return this.#characters([element.value], heads)
      case 'CharacterClass':
      case 'CharacterSet':
        return this.#characters(charactersOf(element), heads)
      default:
        // A back reference and what else may come: anything.
        for (const head of heads) this.prefixes.add(head)
        this.hasDigit = true
        this.marks = null
        return new Set()
    }
  }

  #characters(codes: readonly number[] | null, heads: Set<string>): Set<string> {
    const out = new Set<string>()
    for (const head of heads) {
      if (codes === null) {
        this.prefixes.add(head)
        if (head !== '') this.words.add(head)
        this.hasDigit ||= head === ''
        if (head === '') this.marks = null
        continue
      }
      for (const code of codes) {
        const character = String.fromCharCode(code).toLowerCase()
        const kind = classAt(character, 0)
        if (kind === CharacterClass.LETTER) out.add(head + character)
        else if (head !== '') this.words.add(head)
        else if (kind === CharacterClass.DIGIT) this.hasDigit = true
        else this.marks?.add(character)
      }
    }
    return out
  }
}

/** The code units of a small class; null for a large one. */
function charactersOf(element: AST.CharacterClass | AST.CharacterSet): number[] | null {
  if (element.type === 'CharacterSet')
    return element.kind === 'digit' && !element.negate ? [48] : element.kind === 'space' && !element.negate ? [32] : null
  if (element.negate) return null
  const codes: number[] = []
  for (const part of element.elements) {
    if (part.type === 'Character') codes.push(part.value)
    else if (part.type === 'CharacterClassRange') {
      if (part.min.value >= 48 && part.max.value <= 57) codes.push(48)
      else for (let c = part.min.value; c <= part.max.value && codes.length <= MAX_CLASS * 2; c++) codes.push(c)
    } else if (part.type === 'CharacterSet') {
      const own = charactersOf(part)
      if (own === null) return null
      codes.push(...own)
    } else return null
    if (codes.length > MAX_CLASS * 2) return null
  }
  return codes
}
