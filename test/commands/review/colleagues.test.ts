import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../../cli/harness.ts'
import { type Answered, hiddenOf, type Serving, serving } from './serving.ts'
import { folderOfTwoRuns, said } from './two-runs.ts'

let folder = ''
let review: Serving
beforeAll(async () => {
  folder = await folderOfTwoRuns()
  review = await serving(folder, ['--base', 'base', '--new', 'new', '--lang', 'en'])
})
afterAll(() => review.stop())

/** What a reviewer's browser sends with every request. */
async function cookieOf(reviewer: string): Promise<string> {
  const answered = await review.send('settings', { method: 'POST', body: new URLSearchParams({ reviewer, here: '', lang: 'en' }) })
  return (answered.headers['set-cookie'] ?? []).map(c => c.split(';')[0]).join('; ')
}

test('who decided is told, replacing it asks, and what is seen differently is a list of its own', async () => {
  const [lan, hoa] = [await cookieOf('Lan'), await cookieOf('Hoa')]
  const page = async (path: string, cookie: string) => (await review.send(path, { headers: { cookie } })).text
  const decide = (fields: Record<string, string>, cookie: string): Promise<Answered> =>
    review.send('decide', {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json', origin: review.origin },
      body: new URLSearchParams(fields)
    })
  const first = hiddenOf(await page('changes?kind=document', lan))
  expect((await decide({ ...first, action: 'accept' }, lan)).status).toBe(200)

  const item = await page(`changes?item=${first['item']}`, hoa)
  expect(said(item)).toContain('decided: the new one is right, Lan')
  const theirs = { ...hiddenOf(item), action: 'reject' }
  const asked = await decide(theirs, hoa)
  expect(asked.status).toBe(409)
  const { dialog } = JSON.parse(asked.text) as { dialog: string }
  expect(said(dialog)).toMatch(/A colleague decided This was decided: Lan: accepted .*Replace it by yours\?/)
  expect(dialog).toContain('name="override" value="1"')
  expect(ask(folder, 'SELECT id FROM decisions', 'm.sqlite')).toHaveLength(1)
  expect((await decide({ ...theirs, override: '1' }, hoa)).status).toBe(200)

  const disputed = await page('list?queue=changes&state=disputed', lan)
  expect(disputed.match(/<tr class="c-/g)).toHaveLength(1)
  expect(said(disputed)).toMatch(/decided, Hoa, disputed .*decided Hoa/)
  // Who asks for what is done is shown it, and after the last of it stays there.
  expect(hiddenOf(await page('changes?state=disputed', lan))['item']).toBe(first['item'])
  const progress = await page('progress', lan)
  expect(said(progress)).toContain('Review 1 disputed items')
  expect(said(progress)).toMatch(/Who works where Hoa : 1 decisions stand, the last at .* Lan : 1 decisions stand/)
  expect(said(await page('log', lan))).toMatch(/Hoa rejected .* Lan accepted/)
  expect(said(await page('log?who=mine', lan))).not.toContain('rejected')
  // Whoever replaces what they said themselves is not asked.
  const own = hiddenOf(await page(`changes?item=${first['item']}`, hoa))
  expect((await decide({ ...own, action: 'accept' }, hoa)).status).toBe(200)
})
