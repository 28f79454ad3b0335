import { describe, expect, test } from 'vitest'
import { MENTIONS } from '../src/mentions/index.ts'
import type { Example, GrammarRule } from '../src/model/rule.ts'
import { RECORDS } from '../src/records/index.ts'
import { compileGrammar, type FrameGrammar, grammar } from '../src/stages/grammar/grammar.ts'
import { Table } from '../src/stages/grammar/table.ts'
import { normalize, repaired } from '../src/stages/normalize/normalize.ts'
import { STEPS } from '../src/stages/normalize/steps.ts'
import { segment } from '../src/stages/segment/segment.ts'
import { findSlips } from '../src/stages/tag/slips.ts'
import { compileTagger, tag } from '../src/stages/tag/tag.ts'

const tagger = compileTagger(MENTIONS)
const mentionsOf = (text: string) => {
  const normalized = normalize(text)
  return { normalized, mentions: tag(normalized, segment(normalized), tagger).mentions }
}
const textsOf = (example: Example) => (typeof example.text === 'string' ? [example.text] : example.text)

const rules = MENTIONS.flatMap(m => m.rules)

test('rule ids are unique and begin with their type', () => {
  expect(new Set(rules.map(r => r.id)).size).toBe(rules.length)
  for (const m of MENTIONS) for (const rule of m.rules) expect(rule.id.startsWith(`${m.type}/`)).toBe(true)
})

test('no rule uses a word class that does not know Vietnamese letters', () => {
  for (const rule of rules) expect(rule.pattern.source, rule.id).not.toMatch(/(?<!\\)(?:\\\\)*\\[bBwW]/)
})

for (const type of MENTIONS) {
  for (const rule of type.rules) {
    describe(rule.id, () => {
      for (const example of rule.examples) {
        for (const marked of textsOf(example)) {
          test(marked, () => {
            const start = marked.indexOf('⟦')
            const end = marked.indexOf('⟧') - 1
            expect(start, 'marks').toBeGreaterThanOrEqual(0)
            const { mentions, normalized } = mentionsOf(marked.replace('⟦', '').replace('⟧', ''))
            const hits = mentions.filter(m => m.rule === rule.id)
            const shown = mentions.map(m => `${m.type} ${normalized.text.slice(m.start, m.end)} ${m.rule}`).join('; ')
            expect(
              hits.map(h => [h.start, h.end]),
              shown
            ).toContainEqual([start, end])
            const hit = hits.find(h => h.start === start)
            expect(hit?.value).toMatchObject(example.value as object)
          })
        }
      }
      for (const text of rule.counterexamples ?? []) {
        test(`not: ${text}`, () => {
          const hits = mentionsOf(text).mentions.filter(m => m.rule === rule.id)
          expect(hits.map(h => [h.start, h.end, h.value])).toEqual([])
        })
      }
    })
  }
}

for (const { slips } of MENTIONS) {
  if (slips === undefined) continue
  const read = (text: string): string => {
    const normalized = normalize(text)
    return repaired(normalized, findSlips(normalized, tag(normalized, segment(normalized), tagger).tokens, tagger.slips)).text
  }
  describe(slips.id, () => {
    for (const [before, after] of slips.examples) test(before, () => expect(read(before)).toBe(after))
    for (const text of slips.counterexamples) test(`not: ${text}`, () => expect(read(text)).toBe(text))
    test('none of its own phrases is a slip', () => {
      for (const phrase of slips.phrases) expect(read(phrase)).toBe(normalize(phrase).text)
    })
  })
}

for (const step of STEPS) {
  describe(step.id, () => {
    for (const [before, after] of step.examples) {
      test(JSON.stringify(before), () => expect(normalize(before).text).toBe(after))
    }
  })
}

const order = MENTIONS.map(m => m.type)
const grammars = RECORDS.flatMap(r => (r.grammar === undefined ? [] : [{ kind: r.kind, ...r.grammar }]))

/** Every reading that one rule alone makes of a text: its slots as words. */
function readingsOf(text: string, rule: GrammarRule, of: FrameGrammar): Record<string, string>[] {
  // Compiled first: units are cut with the bits of the tags that are asked for by then.
  const compiled = compileGrammar([{ ...of, rules: [rule] }])
  const normalized = normalize(text)
  const sentences = segment(normalized)
  const { mentions, tokens } = tag(normalized, sentences, tagger)
  const table = new Table({ text: normalized, sentences, mentions, tokens }, order)
  return sentences.flatMap(({ index }) => {
    const units = table.unitsOf(index)
    return grammar(index, table, compiled).flatMap(frame =>
      frame.readings.map(r => Object.fromEntries(Object.entries(r.slots).map(([name, slot]) => [name, units.textOf(slot.from, slot.to)])))
    )
  })
}

test('grammar rule ids are unique', () => {
  const ids = grammars.flatMap(g => g.rules.map(r => r.id))
  expect(new Set(ids).size).toBe(ids.length)
})

for (const of of grammars) {
  for (const rule of of.rules) {
    describe(rule.id, () => {
      for (const { text, slots } of rule.examples) {
        const wanted = Object.fromEntries(Object.entries(slots).map(([name, words]) => [name, words.toLowerCase()]))
        test(text, () => expect(readingsOf(text, rule, of)).toContainEqual(expect.objectContaining(wanted)))
      }
      for (const text of rule.counterexamples ?? []) test(`not: ${text}`, () => expect(readingsOf(text, rule, of)).toEqual([]))
    })
  }
}
