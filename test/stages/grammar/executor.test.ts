import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MENTIONS } from '../../../src/mentions/index.ts'
import type { Chunk } from '../../../src/model/frame.ts'
import { RECORDS } from '../../../src/records/index.ts'
import { execute } from '../../../src/stages/grammar/executor.ts'
import { type CompiledRule, compileRule, matchWithEngine } from '../../../src/stages/grammar/matcher.ts'
import { Table } from '../../../src/stages/grammar/table.ts'
import type { Terms } from '../../../src/stages/grammar/terms.ts'
import { normalize } from '../../../src/stages/normalize/normalize.ts'
import { segment } from '../../../src/stages/segment/segment.ts'
import { compileTagger, tag } from '../../../src/stages/tag/tag.ts'
import { columnsFor } from '../../../src/text/units.ts'
import { lexemeOf, tagSet } from '../../../src/text/word-class.ts'

const RULES = RECORDS.flatMap(record => record.grammar?.rules ?? []).map(compileRule)
const examples = [{ text: '', slots: {} }] as const

interface Sentence {
  readonly terms: Terms
  readonly chunks: readonly Chunk[]
}

function both({ regs, program }: CompiledRule, { terms, chunks }: Sentence): [unknown, unknown] {
  return [program && execute(program, terms), matchWithEngine(regs, chunks)]
}

/** Units of every sentence of the bundled articles, in both forms. */
function sentencesOfCorpus(): Sentence[] {
  const tagger = compileTagger(MENTIONS)
  const order = MENTIONS.map(m => m.type)
  return readdirSync('corpus/articles').flatMap(name => {
    const text = normalize(readFileSync(`corpus/articles/${name}`, 'utf8'))
    const sentences = segment(text)
    const table = new Table({ text, sentences, ...tag(text, sentences, tagger) }, order)
    return sentences.map(({ index }) => ({ terms: table.unitsOf(index), chunks: table.chunksOf(index) }))
  })
}

describe('the executor does what the engine of compromise does', () => {
  test('every rule of the grammar has a program', () => {
    expect(RULES.filter(rule => rule.program === undefined).map(rule => rule.rule.id)).toEqual([])
  })
  test('for every rule in every sentence of the corpus', () => {
    const sentences = sentencesOfCorpus()
    expect(sentences.length).toBeGreaterThan(500)
    for (const sentence of sentences)
      for (const rule of RULES) {
        const [own, engine] = both(rule, sentence)
        if (own === undefined || JSON.stringify(own) !== JSON.stringify(engine)) expect(own, rule.rule.id).toEqual(engine)
      }
  })
  test('for every rule in sentences of any tags', () => {
    for (const rule of RULES) {
      const named = [...new Set([...rule.rule.match.matchAll(/#?\p{L}+/gu)].map(m => m[0]))]
      const sentence = fc.array(fc.constantFrom(...named, '#Noun', 'khác'), { minLength: 1, maxLength: 14 })
      fc.assert(
        fc.property(sentence, words => {
          const [own, engine] = both(rule, made(words))
          expect(own).toEqual(engine)
        }),
        { numRuns: 150, seed: 7 }
      )
    }
  })
  test.each([
    '#A? #A #B',
    '#A+ #B',
    '[<x>#A+ #B?] #C',
    '#A{2,3} #B',
    '(#A|b c|#C+ d)+ [<x>#B]',
    '[<x>#A? (b|c) #B+] #A',
    '(a|b)? #A{1,2} #A',
    '#A+ (a|b)',
    '(a|b) [<x>#A*] #B'
  ])('for the pattern %s in sentences of any tags', match => {
    const rule = compileRule({ id: 'test', match, examples })
    fc.assert(
      fc.property(fc.array(fc.constantFrom('#A', '#B', '#C', 'a', 'b', 'c', 'd'), { minLength: 1, maxLength: 10 }), words => {
        const [own, engine] = both(rule, made(words))
        expect(own).toEqual(engine)
      }),
      { numRuns: 500, seed: 7 }
    )
  })
  test('a pattern that it does not know has no program', () => {
    for (const match of ['^#A', '#A$', '!#A', '#A .{0,3} #B', '(#A && b)', '/x+/'])
      expect(compileRule({ id: 'test', match, examples }).program, match).toBeUndefined()
  })
})

/** A sentence of words and of units that have one tag (`#Goal`). */
function made(given: readonly string[]): Sentence {
  const columns = columnsFor(given.length)
  const chunks = given.map((word, i): Chunk => {
    const text = word.startsWith('#') ? 'x' : word
    const tags = tagSet(new Set(word.startsWith('#') ? [word.slice(1)] : []))
    columns.lexeme[i] = lexemeOf(text, 0, text.length)
    columns.low[i] = tags.low
    columns.high[i] = tags.high
    return { start: i, end: i + 1, text, mention: null, tags: tags.names }
  })
  return { terms: { base: 0, length: given.length, columns }, chunks }
}
