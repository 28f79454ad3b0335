import { describe, expect, test } from 'vitest'
import { MENTIONS } from '../src/mentions/index.ts'
import type { Example } from '../src/model/rule.ts'
import { normalize } from '../src/stages/normalize/normalize.ts'
import { STEPS } from '../src/stages/normalize/steps.ts'
import { segment } from '../src/stages/segment/segment.ts'
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

for (const step of STEPS) {
  describe(step.id, () => {
    for (const [before, after] of step.examples) {
      test(JSON.stringify(before), () => expect(normalize(before).text).toBe(after))
    }
  })
}
