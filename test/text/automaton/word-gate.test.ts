import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { MENTIONS } from '../../../src/mentions/index.ts'
import { normalize } from '../../../src/stages/normalize/normalize.ts'
import { PatternGate } from '../../../src/text/automaton/pattern-gate.ts'
import { WordGate } from '../../../src/text/automaton/word-gate.ts'
import { isDigitAt, isWordAt } from '../../../src/text/characters.ts'
import { CodeBuffer } from '../../../src/text/codes.ts'
import { type Tokens, tokenize, Words } from '../../../src/text/tokens.ts'

/** Where patterns may begin: at tokens, and inside numbers behind their separators. */
function placesOf({ start, end, length, text }: Tokens): Int32Array {
  const places: number[] = []
  for (let i = 0; i < length; i++) {
    const [first, last] = [start[i] as number, end[i] as number]
    places.push(first * 2 + (first > 0 && isWordAt(text, first) && isWordAt(text, first - 1) ? 1 : 0))
    if (isDigitAt(text, first))
      for (let at = first + 1; at < last; at++) if (!isDigitAt(text, at - 1) && isDigitAt(text, at)) places.push(at * 2)
  }
  return Int32Array.from(places)
}

// Two capitals with one small letter; a gate that remembers a word must not take one for the other.
const ODD = ['\u212ag và Kg, KG 5kg', 'số31-QĐ/TW, 2020,2021 và 1.500,5', `${'a'.repeat(40)} ${'1'.repeat(40)}`]

test.each([true, false])('a scan by words finds what a scan of all places does (case as printed: %s)', isPrinted => {
  const rules = MENTIONS.filter(type => (type.isCaseSensitive ?? false) === isPrinted).flatMap(type => type.rules)
  const gate = new PatternGate(rules.map(({ pattern, glued = false }) => ({ source: pattern.source, glued })))
  const other = new PatternGate(rules.map(({ pattern, glued = false }) => ({ source: pattern.source, glued })))
  const [byWord, buffer, words] = [new WordGate(gate), new CodeBuffer(), new Words()]
  const files = readdirSync('corpus/articles').filter(name => name.endsWith('.txt'))
  const texts = [...ODD, ...files.map(name => readFileSync(`corpus/articles/${name}`, 'utf8'))]
  // Twice, since words are remembered the second time.
  for (const text of [...texts, ...texts]) {
    const { match, lower } = normalize(text)
    const tokens = tokenize(lower, words)
    const haystack = isPrinted ? match : lower
    const found: string[] = []
    const expected: string[] = []
    byWord.scan(tokens, buffer.load(haystack), at => found.push(`${at} ${gate.found.join()}`))
    other.scan(haystack, placesOf(tokens), at => expected.push(`${at} ${other.found.join()}`))
    expect(found).toEqual(expected)
  }
})
