import { readdirSync, readFileSync } from 'node:fs'
import { analyse } from 'scslre'
import { beforeAll, describe, expect, test } from 'vitest'
import { MENTIONS } from '../src/mentions/index.ts'
import { type Case, excess, growthOf } from './linear/growth.ts'
import type { Growth } from './linear/measure.ts'
import { type Found, madePatterns, writtenPatterns } from './linear/patterns.ts'
import { CHOSEN, COUNTING, countingText, textOf } from './linear/texts.ts'

/**
 * Patterns that the lint cannot call linear and that are all the same, by their beginning and with the reason. Their
 * input is short by what calls them, whatever the text is.
 */
const ALLOWED: readonly (readonly [file: string, beginning: string, reason: string])[] = [
  ['src/commands/words.ts', '\\B(?=(?:\\d{3})+$)', 'the digits of one count'],
  ['src/diff/markdown.ts', '\\s*\\r?\\n\\s*', 'a value of a record, in which spaces are single'],
  ['src/diff/words.ts', '\\s*\\n\\s*', 'a value of a record, in which spaces are single'],
  ['src/commands/rules/gaps.ts', '\\s*\\n\\s*', 'one sentence, in which spaces are single'],
  ['src/commands/rules/try.ts', '\\s*\\n\\s*', 'one sentence, in which spaces are single'],
  ['src/eval/listing.ts', '\\s*\\n\\s*', 'one sentence, in which spaces are single'],
  ['src/review/words/index.ts', '\\B(?=(?:\\d{3})+$)', 'the digits of one count'],
  ['src/mentions/document-number/organs.ts', '\\d+$', 'the abbreviation of one organ'],
  ['src/mentions/organization/index.ts', "[.'&]+$", 'one name of up to seven words'],
  ['src/stages/link/phrase.ts', '[\\s,;:"', 'a part of one sentence, which the segmenter keeps short'],
  ['src/stages/link/status-pair.ts', '[\\d.,]*\\d', 'one chunk of a sentence'],
  ['src/stages/read/encoding/score.ts', '^[^\\p{L}\\p{M}]+|', 'one word of a sample'],
  ['src/stages/read/html/phrases.ts', '^[-–+»›*•|', '80 characters at most'],
  ['src/stages/read/html/title.ts', '\\s+[-–—|»:]+\\s+', 'the title of a page, in which spaces are single'],
  ['src/stages/read/html/when.ts', '(?<!\\d)(\\d{1,2})\\s*(?:tháng', '300 characters at most'],
  ['src/stages/read/markdown.ts', '^\\s{0,3}(#{1,6})\\s+', 'one line; quadratic only in a run of spaces'],
  ['src/stages/read/pdf/lines.ts', '^[-–—\\s]*(?:trang', 'one printed line of a page'],
  ['src/stages/read/pdf/paragraphs.ts', '(\\p{L}+)[-‐]$', 'the last word of one printed line']
]

const isAllowed = ({ file, source }: Found): boolean =>
  ALLOWED.some(([allowed, beginning]) => file === allowed && source.startsWith(beginning))

/** How a pattern may take more than linear time; empty when it never does. */
function troubles({ file, source, flags }: Found): string[] {
  return analyse({ source, flags: flags.replace('d', '') }).reports.map(
    ({ type, exponential, character }) =>
      `${file}: ${type}${exponential ? ', exponential' : ''} on ${JSON.stringify(character.pick)}: ${source.slice(0, 120)}`
  )
}

describe('no regular expression takes more than linear time', () => {
  test('of the rules', () => {
    // The tag stage asks a rule only where a token begins, so that it never moves on by itself.
    const rules = MENTIONS.flatMap(type => type.rules.map(rule => ({ file: rule.id, source: rule.pattern.source, flags: 'y' })))
    expect(rules.length).toBeGreaterThan(50)
    expect(rules.flatMap(troubles)).toEqual([])
  })
  test('of the literals in the sources', () => {
    const written = writtenPatterns()
    expect(written.length).toBeGreaterThan(400)
    expect(written.filter(found => !isAllowed(found)).flatMap(troubles)).toEqual([])
  })
  test('of those that modules put together', async () => {
    const rules = new Set(MENTIONS.flatMap(type => type.rules.map(rule => rule.pattern.source)))
    const made = (await madePatterns()).filter(({ source }) => !rules.has(source))
    expect(made.length).toBeGreaterThan(10)
    expect(made.filter(found => !isAllowed(found)).flatMap(troubles)).toEqual([])
  })
  test('nothing is allowed that needs it no more', async () => {
    const all = [...writtenPatterns(), ...(await madePatterns())]
    for (const allowed of ALLOWED) {
      const matching = all.filter(found => found.file === allowed[0] && found.source.startsWith(allowed[1]))
      expect(matching.flatMap(troubles), allowed.join(' ')).not.toEqual([])
    }
  })
})

const SHORT = 2500
const LONG = 10_000
// Where lines differ some tables fill up late.
const MANY_LINES = 6000
// A third more than the articles of the corpus take today.
const ORDINARY_WORK = 20_000

const articles = readdirSync('corpus/articles')
  .filter(file => file.endsWith('.txt'))
  .map(file => readFileSync(`corpus/articles/${file}`, 'utf8'))

const CASES: readonly Case[] = [
  ...CHOSEN.map(pattern => ({ name: JSON.stringify(pattern.unit), texts: [textOf(pattern, SHORT), textOf(pattern, LONG)] as const })),
  ...COUNTING.map(({ name, line }) => ({
    name,
    texts: [countingText(line, MANY_LINES), countingText(line, 4 * MANY_LINES)] as const
  })),
  { name: 'the corpus', texts: [articles.slice(0, 4).join('\n'), articles.slice(0, 16).join('\n')], most: ORDINARY_WORK }
]

describe('four times the text takes four times the work, and not too much of it', () => {
  // Counted in processes of their own, all texts at once.
  let growths: readonly Growth[]
  beforeAll(async () => {
    growths = await growthOf(CASES)
  }, 600_000)
  test.each(CASES.map((given, i) => ({ ...given, i })))('$name', ({ i, most }) => {
    expect(excess(growths[i] as Growth, most)).toEqual([])
  })
})
