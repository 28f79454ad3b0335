import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { extract } from '../../../../src/index.ts'
import type { AnyRecord } from '../../../../src/model/record.ts'
import { linesOf, tableArticle } from './lines.ts'

/**
 * What the tables of the fixtures say, read by a person: of plans and results everything, of tables of other things (prices,
 * matches, wages, quotas) and of prose in cells the goals alone.
 */
const GOLD = JSON.parse(readFileSync('fixtures/tables/gold.json', 'utf8')) as Record<string, readonly string[]>

test('every fixture has gold', () => {
  expect(Object.keys(GOLD).toSorted()).toEqual(
    readdirSync('fixtures/tables')
      .filter(name => name !== 'gold.json')
      .toSorted()
  )
})

describe('tables in the style of the genre', () => {
  test.each(Object.entries(GOLD))('%s', async (name, gold) => {
    const lines = linesOf(extract(await tableArticle(name)).records)
    const isWhole = gold.some(line => !line.startsWith('goal'))
    expect(lines.filter(line => isWhole || line.startsWith('goal'))).toEqual(gold)
  })
})

test('every value is where it says it is, and every field of it was read somewhere', async () => {
  for (const name of Object.keys(GOLD)) {
    const article = await tableArticle(name)
    for (const record of extract(article).records as readonly AnyRecord[]) {
      const { start, end, quote } = record.anchor
      expect(article.text.slice(start, end)).toBe(quote)
      const evidence = record['evidence'] as Record<string, { start: number | null; end: number | null; quote: string | null }>
      for (const [field, entry] of Object.entries(evidence))
        if (entry.start !== null) expect(article.text.slice(entry.start, entry.end as number), `${name} ${field}`).toBe(entry.quote)
      if (record.kind === 'target')
        for (const field of ['indicator', 'deadline', 'place'])
          if (record[field] !== null) expect(evidence, `${name} ${quote}`).toHaveProperty(field)
    }
  }
})
