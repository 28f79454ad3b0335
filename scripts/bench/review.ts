/**
 * How long a hundred decisions take, one by one and by groups, and how long a reviewer waits for pages, filters, sorting and
 * searches: presses the keys of a reviewer in Chromium, on two runs that differ in more than three thousand places. No assertion:
 * machines differ.
 *
 *   npm run bench:review                                       several editions of the bundled corpus
 *   MUCTIEU_REVIEW_TEXTS=news.ndjson npm run bench:review      articles of one's own
 *   npm run bench:review -- --db FILE --base RUN --new RUN     two runs of a database, which stays as it is
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { launch, reasonToSkip } from '../../test/e2e/browser.ts'
import { largePair } from '../../test/e2e/pair.ts'
import { press, startReview } from '../../test/e2e/reviewing.ts'

const WANTED = 100

const { values: given } = parseArgs({ options: { db: { type: 'string' }, base: { type: 'string' }, new: { type: 'string' } } })
if (reasonToSkip !== false) {
  process.stderr.write(`${reasonToSkip}\n`)
  process.exit(2)
}

/** What deciding took. */
interface Taken {
  readonly how: string
  readonly decided: number
  readonly keys: number
  readonly seconds: number
}

async function timed(how: string, work: () => Promise<Pick<Taken, 'decided' | 'keys'>>): Promise<Taken> {
  const start = performance.now()
  const done = await work()
  return { how, ...done, seconds: (performance.now() - start) / 1000 }
}

/** A hundred changes from the keyboard, every fifth rejected. */
async function oneByOne(page: Page): Promise<Pick<Taken, 'decided' | 'keys'>> {
  for (let i = 0; i < WANTED; i++) await press(page, i % 5 === 4 ? 'r' : 'a')
  return { decided: WANTED, keys: WANTED }
}

/** Groups from the first on, until a hundred changes are decided. */
async function byGroups(page: Page): Promise<Pick<Taken, 'decided' | 'keys'>> {
  const left = async (): Promise<number> => Number(await page.locator('[data-left]').getAttribute('data-left'))
  const before = await left()
  let keys = 0
  while (before - (await left()) < Math.min(WANTED, before)) {
    await page.keyboard.press('Shift+A')
    await press(page, 'Enter')
    keys += 2
  }
  return { decided: before - (await left()), keys }
}

const PAGES: readonly (readonly [what: string, address: string])[] = [
  ['groups', 'groups'],
  ['the list', 'list?queue=changes'],
  ['its last page', 'list?queue=changes&page=99999'],
  ['sorted by place', 'list?queue=changes&sort=place'],
  ['sorted by sentence', 'list?queue=changes&sort=-sentence'],
  ['filtered by kind', 'list?queue=changes&kind=target'],
  ['first search', 'list?queue=changes&q=ninh+binh'],
  ['another search', 'list?queue=changes&q=kinh+te'],
  ['an item', 'changes']
]

/** Opens pages one after the other, as somebody does who has just begun. */
async function waits(page: Page, at: (address: string) => string): Promise<string[]> {
  const said: string[] = []
  for (const [what, address] of PAGES) {
    const start = performance.now()
    await page.goto(at(address))
    said.push(`${what} ${(performance.now() - start).toFixed(0)} ms`)
  }
  return said
}

const folder = mkdtempSync(join(tmpdir(), 'muctieu-review-'))
const browser = await launch()
try {
  if (given.db === undefined) await largePair(folder)
  else copyFileSync(given.db, join(folder, 'm.sqlite'))
  const begin = performance.now()
  const server = await startReview(folder, ['--base', given.base ?? 'base', '--new', given.new ?? 'new', '--reviewer', 'bench'])
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  process.stdout.write(`start ${((performance.now() - begin) / 1000).toFixed(1)} s\n`)
  const pages = await waits(page, server.at)
  process.stdout.write(`${await page.locator('.item-head progress').getAttribute('max')} changes: ${pages.join(', ')}\n`)
  await page.goto(server.at('changes'))
  const singly = await timed('one by one', () => oneByOne(page))
  await page.goto(server.at('groups'))
  const grouped = await timed('by groups', () => byGroups(page))
  const undone = await timed('undo of a group', async () => {
    await press(page, 'u')
    return { decided: 0, keys: 1 }
  })
  for (const { how, decided, keys, seconds } of [singly, grouped, undone]) {
    const each = decided === 0 ? '' : `, ${((1000 * seconds) / decided).toFixed(0)} ms a change`
    process.stdout.write(`${how}: ${decided} changes, ${keys} keys, ${seconds.toFixed(1)} s${each}\n`)
  }
  await server.stop()
} finally {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
}
