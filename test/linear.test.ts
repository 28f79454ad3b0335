import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Case, excess, growthOf } from './linear/growth.ts'
import type { Growth } from './linear/measure.ts'
import { CHOSEN, COUNTING, countingText, textOf } from './linear/texts.ts'
import { someOf } from './thorough.ts'

const SHORT = 2500
const LONG = 10_000
// Where lines differ some tables fill up late.
const MANY_LINES = 6000
// A fifth more than the articles of the corpus take today.
const ORDINARY_WORK = 24_000

const articles = readdirSync('corpus/articles')
  .filter(file => file.endsWith('.txt'))
  .map(file => readFileSync(`corpus/articles/${file}`, 'utf8'))

const CASES: readonly Case[] = [
  ...someOf(CHOSEN, 4).map(pattern => ({
    name: JSON.stringify(pattern.unit),
    texts: [textOf(pattern, SHORT), textOf(pattern, LONG)] as const
  })),
  ...someOf(COUNTING, 3).map(({ name, line }) => ({
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
