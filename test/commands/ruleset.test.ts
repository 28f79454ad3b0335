import { describe, expect, test } from 'vitest'
import { ruleIds } from '../../src/commands/rules/known.ts'
import { currentRuleset } from '../../src/commands/ruleset/load.ts'
import { hashOfKind, type Ruleset, rulesetOf } from '../../src/commands/ruleset/ruleset.ts'

const RULES = `import { x } from 'compromise/one'
// Why.
export const RULES = [
  {
    id: 'date/a',
    pattern: /a/
  },
  { id: 'date/b', pattern: /b/ },
  // About c.
  {
    // Inside.
    id: 'date/c',
    examples: [
      { text: 'c' }
    ]
  }
]
export const more = 1
`
const files = (changed: Readonly<Record<string, string>> = {}) =>
  new Map(
    Object.entries({
      'mentions/date/index.ts': RULES,
      'mentions/place/provinces.json': '[]',
      'mentions/cue/lexicon.ts': 'export const L = []\n',
      'mentions/cue/lexicon/verbs.ts': 'export const V = []\n',
      ...changed
    })
  )
const versions = { compromise: '1.0.0' }

function changedParts(a: Ruleset, b: Ruleset): string[] {
  const before = new Map(a.parts.map(p => [`${p.kind} ${p.name}`, p.hash]))
  return b.parts.flatMap(p => (before.get(`${p.kind} ${p.name}`) === p.hash ? [] : [`${p.kind} ${p.name}`]))
}

describe('a ruleset', () => {
  const base = rulesetOf(files(), versions)

  test('names each rule, lexicon, gazetteer, code file and package', () => {
    expect(base.parts.map(p => `${p.kind} ${p.name}`)).toEqual([
      'code mentions/date/index.ts',
      'gazetteer mentions/place/provinces.json',
      'lexicon mentions/cue/lexicon.ts',
      'lexicon mentions/cue/lexicon/verbs.ts',
      'library compromise',
      'rule date/a',
      'rule date/b',
      'rule date/c'
    ])
  })

  test.each([
    ['a rule', { 'mentions/date/index.ts': RULES.replace('/a/', '/aa/') }, ['rule date/a']],
    ['a rule on one line', { 'mentions/date/index.ts': RULES.replace('/b/', '/bb/') }, ['rule date/b']],
    ['a rule with depth', { 'mentions/date/index.ts': RULES.replace("'c' }", "'cc' }") }, ['rule date/c']],
    ['the code around rules', { 'mentions/date/index.ts': RULES.replace('more = 1', 'more = 2') }, ['code mentions/date/index.ts']],
    ['a gazetteer', { 'mentions/place/provinces.json': '[1]' }, ['gazetteer mentions/place/provinces.json']],
    ['a lexicon', { 'mentions/cue/lexicon.ts': 'export const L = [1]\n' }, ['lexicon mentions/cue/lexicon.ts']],
    ['a list of a lexicon', { 'mentions/cue/lexicon/verbs.ts': 'export const V = [1]\n' }, ['lexicon mentions/cue/lexicon/verbs.ts']]
  ])('of which %s changed differs in that part only', (_what, changed, parts) => {
    const other = rulesetOf(files(changed), versions)
    expect(changedParts(base, other)).toEqual(parts)
    expect(other.hash).not.toBe(base.hash)
  })

  test('differs by the version of a package', () => {
    expect(changedParts(base, rulesetOf(files(), { compromise: '1.0.1' }))).toEqual(['library compromise'])
  })

  test('is the same whatever the order of files and the line ends', () => {
    const turned = new Map([...files()].toReversed().map(([name, text]) => [name, text.replaceAll('\n', '\r\n')]))
    expect(rulesetOf(turned, versions)).toEqual(base)
  })

  test('has one hash a kind', () => {
    const other = rulesetOf(files({ 'mentions/place/provinces.json': '[1]' }), versions)
    expect(hashOfKind(other, 'gazetteer')).not.toBe(hashOfKind(base, 'gazetteer'))
    expect(hashOfKind(other, 'rule')).toBe(hashOfKind(base, 'rule'))
  })
})

test('the ruleset of the program names every rule with a pattern', () => {
  const named = new Set(currentRuleset().parts.flatMap(p => (p.kind === 'rule' ? [p.name] : [])))
  const phrases = ['place/gazetteer', 'indicator/catalogue', 'cue/lexicon']
  expect([...ruleIds()].filter(id => !named.has(id) && !phrases.includes(id))).toEqual([])
  expect(
    currentRuleset().parts.filter(p => p.kind === 'library' && !/^\d/.test(p.hash)),
    'packages that decide results have exact versions'
  ).toEqual([])
})
