import { afterAll, beforeAll, expect, test } from 'vitest'
import { hiddenOf, type Serving, serving } from './serving.ts'
import { folderOfTwoRuns, RULE, said } from './two-runs.ts'

let review: Serving
beforeAll(async () => {
  review = await serving(await folderOfTwoRuns(), ['--base', 'base', '--new', 'new', '--lang', 'en'])
})
afterAll(() => review.stop())

const page = async (path: string): Promise<string> => (await review.send(path)).text

test('a rule leads to its rejected sentences and to what explains and tries it', async () => {
  for (let i = 0; i < 5; i++) {
    const fields = hiddenOf(await page('changes?kind=document&state=undecided'))
    await review.send('decide', { method: 'POST', body: new URLSearchParams({ ...fields, action: i < 4 ? 'reject' : 'accept' }) })
  }
  const progress = await page('progress')
  const row = new RegExp(`<tr><th scope="row"><a href="(rule\\?rule=${encodeURIComponent(RULE)})"[\\s\\S]*?</tr>`).exec(progress)
  expect(said(row?.[0] ?? '').trim()).toMatch(/^document_number\/state 5 1 4 80 % \(38–96 %\)$/)
  // The rules of fields that did not change have nothing to answer for.
  expect(progress).not.toContain('quantity/percent')
  const markup = await page(row?.[1] ?? '')
  expect(said(markup)).toContain('Right 1 times, wrong 4 times in what was decided.')
  expect(markup.match(/<li><a href="changes\?item=/g)).toHaveLength(4)
  expect(said(markup)).toMatch(/muctieu explain --rule document_number\/state .*muctieu eval GOLD --without document_number\/state/)
  expect((await review.send('rule?rule=no/such')).status).toBe(404)
})
