import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { folderWith, many, muctieu } from '../../cli/harness.ts'
import { type Serving, serving } from './serving.ts'
import { RULE, said } from './two-runs.ts'

const folder = folderWith()
let review: Serving
beforeAll(async () => {
  const corpus = resolve('corpus/articles')
  const files = readdirSync(corpus)
    .filter(name => name.endsWith('.txt'))
    .slice(0, 4)
    .map(name => join(corpus, name))
  await muctieu(folder, ['run', ...files, '--db', 'm.sqlite', '--name', 'new'])
  review = await serving(folder, ['--run', 'new', '--gold', resolve('corpus/gold'), '--lang', 'en'])
})
afterAll(() => review.stop())

const page = async (path: string): Promise<string> => (await review.send(path)).text

/** A page as it is once its figures are there, asked for again as the page does. */
async function counted(path: string): Promise<string> {
  for (;;) {
    const markup = await page(path)
    if (!markup.includes('data-again')) return markup
  }
}

test('a rule says on demand what gold gains or loses without it, and knows it from then on', async () => {
  const path = `rule?rule=${encodeURIComponent(RULE)}`
  const before = await page(path)
  expect(said(before)).toContain('Read 4 gold articles with it and without it')
  const asked = /href="(rule[^"]*worth=1)"/.exec(before)?.[1] ?? ''
  const after = said(await counted(asked.replaceAll('&amp;', '&').replaceAll('&#38;', '&')))
  const [, lost = '', gained = ''] = /Without it (\d+) things are wrong that are right with it, and (\d+) are right/.exec(after) ?? []
  expect(Number(lost)).toBeGreaterThan(Number(gained))
  expect(after).toMatch(/F1 with it without it document numbers right [\d.]+ [\d.—]+/)
  expect(after).toMatch(/Wrong without it the first 20 of \d+ .* document · issuer: gold .*, read —/)
  expect(after).toContain('are not in this run')
  expect(said(await page(path))).toContain(`Without it ${lost} things`)
})

test('of a rule that gold does not hear of it is said that nothing changes, of one that stays that it does', async () => {
  expect(said(await counted('rule?rule=date/decade&worth=1'))).toContain('Gold says the same of both. (4 gold articles')
  expect(said(await page('rule?rule=normalize/nfc'))).toContain('it cannot be left out')
})

test('without gold the page says how to bring some', async () => {
  await review.stop()
  review = await serving(folder, ['--run', 'new', '--lang', 'en'])
  expect(said(await page(`rule?rule=${encodeURIComponent(RULE)}`))).toContain('muctieu review --gold PATH')
})

test('where none of the gold articles is in the run it says that, and not that nothing changes', async () => {
  await review.stop()
  const other = folderWith()
  await muctieu(other, ['run', '-', '--db', 'm.sqlite', '--name', 'new'], { input: many(1) })
  review = await serving(other, ['--run', 'new', '--gold', resolve('corpus/gold'), '--lang', 'en'])
  const shown = said(await page(`rule?rule=${encodeURIComponent(RULE)}&worth=1`))
  expect(shown).toContain('None of the gold articles is in this run')
  expect(shown).not.toContain('Gold says the same')
})
