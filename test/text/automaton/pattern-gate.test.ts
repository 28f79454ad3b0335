import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MENTIONS } from '../../../src/mentions/index.ts'
import { normalize } from '../../../src/stages/normalize/normalize.ts'
import { PatternGate } from '../../../src/text/automaton/pattern-gate.ts'
import { isWordAt } from '../../../src/text/characters.ts'

/** Every place of a text as the gate wants it. */
const placesOf = (text: string): Int32Array =>
  Int32Array.from({ length: text.length }, (_, at) => at * 2 + (at > 0 && isWordAt(text, at) && isWordAt(text, at - 1) ? 1 : 0))

/** Which patterns the gate lets pass at each place of a text. */
function passing(gate: PatternGate, text: string): (readonly number[])[] {
  const passed: number[][] = Array.from({ length: text.length }, () => [])
  gate.scan(text, placesOf(text), at => {
    for (let i = 0; i < gate.found.length * 32; i++) if (((gate.found[i >> 5] as number) >> (i & 31)) & 1) passed[at]?.push(i)
  })
  return passed
}

/** The matches that a gate kept away: none, if it is one. */
function missed(sources: readonly string[], glued: readonly boolean[], text: string): string[] {
  const gate = new PatternGate(sources.map((source, i) => ({ source, glued: glued[i] === true })))
  const found: string[] = []
  const passed = passing(gate, text)
  sources.forEach((source, i) => {
    const pattern = new RegExp(source, 'y')
    for (let at = 0; at < text.length; at++) {
      pattern.lastIndex = at
      const end = pattern.test(text) ? pattern.lastIndex : at
      const isInside = (place: number) => isWordAt(text, place - 1) && isWordAt(text, place)
      if (end === at || (glued[i] !== true && (isInside(at) || isInside(end)))) continue
      if (!passed[at]?.includes(i)) found.push(`${source.slice(0, 60)} at ${at}: ${text.slice(at, end)}`)
    }
  })
  return found
}

describe('the gate keeps no match away', () => {
  const rules = MENTIONS.flatMap(type => type.rules.map(rule => ({ ...rule, isLower: !type.isCaseSensitive })))
  test.each([true, false])('of any rule in the corpus (lower case: %s)', isLower => {
    const own = rules.filter(rule => rule.isLower === isLower)
    for (const name of readdirSync('corpus/articles').slice(0, 12)) {
      const { match, lower } = normalize(readFileSync(`corpus/articles/${name}`, 'utf8'))
      const sources = own.map(rule => rule.pattern.source)
      expect(
        missed(
          sources,
          own.map(rule => rule.glued === true),
          isLower ? lower : match
        ),
        name
      ).toEqual([])
    }
  })
  test('of small patterns in any text', () => {
    const atom = fc.constantFrom('a', 'b', '\\d', ' ', '[ab]', '[^a]', '.', '(?=b)', '(?!a)', '(?<=a)', 'đ', '\\s')
    const pattern = fc.letrec(tie => ({
      node: fc.oneof(
        { maxDepth: 3 },
        atom,
        fc.tuple(tie('node'), tie('node')).map(pair => pair.join('')),
        fc.tuple(tie('node'), tie('node')).map(([a, b]) => `(?:${a}|${b})`),
        fc.tuple(tie('node'), fc.constantFrom('?', '*', '+', '{2}', '{1,3}')).map(([a, count]) => `(?:${a})${count}`)
      )
    })).node as fc.Arbitrary<string>
    const text = fc.array(fc.constantFrom('a', 'b', '1', ' ', 'đ', '.', '\n'), { maxLength: 12 }).map(parts => parts.join(''))
    fc.assert(
      fc.property(fc.array(pattern, { minLength: 1, maxLength: 40 }), fc.boolean(), text, (sources, isGlued, sample) => {
        expect(
          missed(
            sources,
            sources.map(() => isGlued),
            sample
          )
        ).toEqual([])
      }),
      { numRuns: 300, seed: 7 }
    )
  })
})
