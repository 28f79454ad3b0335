import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { folderWith, muctieu } from '../cli/harness.ts'
import { launch, reasonToSkip } from './browser.ts'
import { picture, press, type ReviewProcess, startReview, violations } from './reviewing.ts'

const LOOKS = [
  { name: '1440-light', width: 1440, height: 900, colorScheme: 'light', locale: 'vi-VN' },
  { name: '1440-dark', width: 1440, height: 900, colorScheme: 'dark', locale: 'en-US' },
  { name: '390-light', width: 390, height: 844, colorScheme: 'light', locale: 'en-US' },
  { name: '390-dark', width: 390, height: 844, colorScheme: 'dark', locale: 'vi-VN' }
] as const

describe.skipIf(reasonToSkip)('the review page and the diff report', () => {
  const folder = reasonToSkip ? '' : folderWith()
  let browser: Browser
  const open: ReviewProcess[] = []
  const start = async (...args: string[]): Promise<ReviewProcess> => {
    const server = await startReview(folder, args)
    open.push(server)
    return server
  }
  const pageLike = async ({ width, height, colorScheme, locale }: (typeof LOOKS)[number]): Promise<Page> =>
    await (await browser.newContext({ viewport: { width, height }, colorScheme, locale, bypassCSP: true })).newPage()
  const isWithin = async (page: Page): Promise<boolean> =>
    await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)

  beforeAll(async () => {
    const corpus = resolve('corpus/articles')
    await muctieu(folder, ['run', corpus, '--db', 'm.sqlite', '--name', 'base', '--without', 'document_number/state'])
    await muctieu(folder, ['run', corpus, '--db', 'm.sqlite', '--name', 'new'])
    browser = await launch()
  })
  afterEach(async () => {
    for (const server of open.splice(0)) await server.stop()
  })
  afterAll(async () => {
    await browser?.close()
  })

  test.each(LOOKS)('of changes have no violation and fit the page, $name', async look => {
    const server = await start('--base', 'base', '--new', 'new', '--gold', resolve('corpus/gold'))
    const page = await pageLike(look)
    await page.goto(server.url)
    const check = async (what: string): Promise<void> => {
      expect(await violations(page), `${what} ${look.name}`).toEqual([])
      expect(await isWithin(page), `${what} ${look.name} is wider than the page`).toBe(true)
      await picture(page, `${what}-${look.name}`)
    }
    await check('groups')
    await page.goto(server.at('list?queue=changes'))
    await check('list')
    await page.goto(server.at('changes'))
    await check('changes')
    await page.keyboard.press('x')
    await check('explained')
    await page.keyboard.press('x')
    await page.keyboard.press('e')
    await page.locator('#edit .pick').first().click()
    await check('editing')
    await page.keyboard.press('Escape')
    await page.keyboard.press('n')
    await check('reasons')
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await check('keys')
    await page.keyboard.press('Escape')
    await press(page, 'a')
    await press(page, 'r')
    await check('decided')
    for (const path of ['records?confidence=low', 'misses', 'progress', 'log']) {
      await page.goto(server.at(path))
      await page.waitForSelector('#item:not([data-again])')
      await check(path.replace(/\W+/g, '-'))
    }
  })

  test('of a static report have no violation, need no network, and fit the page', async () => {
    const html = await muctieu(folder, ['diff', 'base', 'new', '--db', 'm.sqlite', '--format', 'html', '--gold', resolve('corpus/gold')])
    writeFileSync(join(folder, 'diff.html'), html.stdout)
    for (const look of LOOKS) {
      const page = await pageLike(look)
      const asked: string[] = []
      page.on('request', r => void (r.url().startsWith('file:') || r.url().startsWith('data:') ? 0 : asked.push(r.url())))
      await page.goto(pathToFileURL(join(folder, 'diff.html')).href)
      await page.waitForSelector('.text .m-anchor')
      expect(asked).toEqual([])
      expect(await violations(page), look.name).toEqual([])
      expect(await isWithin(page), look.name).toBe(true)
      const quote = await page.locator('.item h2').textContent()
      await page.keyboard.press('j')
      await page.waitForFunction(was => document.querySelector('.item h2')?.textContent !== was, quote)
      await picture(page, `report-${look.name}`)
    }
    // With its own policy in force the page works as well.
    const page = await (await browser.newContext()).newPage()
    const blocked: string[] = []
    page.on('console', m => void (m.type() === 'error' ? blocked.push(m.text()) : 0))
    await page.goto(pathToFileURL(join(folder, 'diff.html')).href)
    await page.waitForSelector('.text .m-anchor')
    expect(blocked).toEqual([])
  })

  test('of a static report lead by address to each change, and say so where there is none', async () => {
    const page = await pageLike(LOOKS[0])
    const file = pathToFileURL(join(folder, 'diff.html')).href
    await page.goto(file)
    await page.waitForSelector('.text .m-anchor')
    const links = await page.locator('.spine a[data-entry]').evaluateAll(all => all.map(a => a.getAttribute('href') ?? ''))
    expect(new Set(links).size).toBe(links.length)
    const inView = async (selector: string): Promise<boolean> =>
      await page
        .locator(selector)
        .first()
        .evaluate(e => {
          const { top, bottom } = e.getBoundingClientRect()
          return bottom > 0 && top < innerHeight
        })
    for (const look of [LOOKS[0], LOOKS[2]]) {
      await page.setViewportSize(look)
      for (const link of [links[0], links[Math.floor(links.length / 2)], links.at(-1)] as string[]) {
        await page.goto('about:blank')
        await page.goto(file + link)
        await page.waitForSelector(`.item .address[href="${link}"]`)
        await page.waitForFunction(() => scrollY > 0)
        for (const shown of ['.item h2', `.spine a[href="${link}"]`, '.text .m-anchor']) {
          // On a telephone text and list stand above and below the change.
          if (look.width > 760 || shown === '.item h2') expect(await inView(shown), `${shown} of ${link} at ${look.width}`).toBe(true)
        }
        expect(await page.locator('.spine [aria-current]').getAttribute('href')).toBe(link)
      }
    }
    await page.locator('.spine a[data-entry]').nth(1).click()
    expect(new URL(page.url()).hash).toBe(links[1])
    await page.waitForSelector(`.item .address[href="${links[1]}"]`)
    await page.keyboard.press('j')
    await page.waitForFunction(hash => location.hash === hash, links[2] as string)
    await page.goto(`${file}#0123456789abcdef`)
    await page.waitForSelector('.item .notice')
    expect(await page.locator('.item').textContent()).toContain('không có thay đổi ấy')
    expect(await page.locator('.spine [aria-current]').count()).toBe(0)
  })

  test('of a sample hide the output until it is asked for, and then judge it', async () => {
    const server = await start('--sample', '2', '--seed', '5', '--run', 'new', '--reviewer', 'Lan')
    const page = await pageLike(LOOKS[0])
    await page.goto(server.url)
    expect(await violations(page)).toEqual([])
    expect(await page.locator('#text mark, #text .other').count()).toBe(0)
    await picture(page, 'sample-blind')
    // One record of one's own, added from the keyboard: its words are typed.
    await page.keyboard.press('m')
    const number = await page.evaluate(() => /\d[\d.,]*%/.exec(document.querySelector('#text')?.textContent ?? '')?.[0] ?? '')
    await page.locator('#add .pick-words').fill(number)
    await page.keyboard.press('Enter')
    await page.locator('#add [data-add=target]:not([disabled])').click()
    await page.locator('#add-form [name="f.indicator"]').fill('thử')
    expect(await violations(page)).toEqual([])
    await press(page, 'Control+Enter')
    expect(await page.locator('#text .other').count()).toBeGreaterThan(0)
    await press(page, 'a')
    expect(await page.locator('.record').count()).toBe(1)
    expect(await page.locator('.spine li').count()).toBeGreaterThan(2)
    // All of the article is taken as right, then it is closed.
    const title = await page.locator('.where').textContent()
    for (let i = 0; i < 200; i++) {
      const done = page.locator('button[value=done]')
      if ((await done.count()) > 0) break
      await press(page, 'a')
    }
    expect(await page.locator('.where').textContent()).toContain(title?.split('·')[0]?.trim() ?? '?')
    await press(page, 'a')
    await server.stop()
    const figures = JSON.parse((await muctieu(folder, ['eval', '--sample', '--db', 'm.sqlite', '--run', 'new', '--json'])).stdout) as {
      sample: { articles: number; undecided: number; measures: { label: string; p: number; r: number; p_interval: number[] }[] }
    }
    expect(figures.sample).toMatchObject({ articles: 1, undecided: 0 })
    const goals = figures.sample.measures.find(m => m.label === 'goal detected')
    expect(goals?.p).toBeGreaterThan(0.9)
    expect(goals?.p_interval).toHaveLength(2)
    await muctieu(folder, ['export', '--db', 'm.sqlite', '--run', 'new', '--sample', '--to', 'dataset'])
    expect(readFileSync(join(folder, 'dataset/README.md'), 'utf8')).toContain(
      'On 1 article drawn from this data by chance and judged whole by Lan, with 95 % intervals'
    )
    const verified = await muctieu(folder, ['verify', 'dataset', '--inputs', resolve('corpus/articles')])
    expect(verified).toMatchObject({ code: 0, stdout: expect.stringContaining('REPRODUCED') })
  })

  test('of misses let a record be added with one key', async () => {
    const server = await start('--run', 'new', '--reviewer', 'Lan')
    const page = await pageLike(LOOKS[1])
    await page.goto(server.url)
    await page.goto(server.at('misses'))
    await page.waitForSelector('#item:not([data-again])')
    const before = await page.locator('#item').getAttribute('data-id')
    await page.keyboard.press('m')
    // What was missed need not be a number in digits.
    const words = await page.evaluate(() => {
      const text = document.querySelector('#anchor')?.textContent ?? ''
      return (/\d[\d.,]*/.exec(text) ?? /\p{L}+/u.exec(text))?.[0].replace(/[.,]$/, '') ?? ''
    })
    await page.locator('#add .pick-words').fill(words)
    await page.keyboard.press('Enter')
    await page.locator('#add [data-add=target]:not([disabled])').click()
    await page.locator('#add-form [name="f.indicator"]').fill('missed')
    await press(page, 'Control+Enter')
    expect(await page.locator('#item').getAttribute('data-id')).not.toBe(before)
    await press(page, 'n')
    await page.goto(server.at('log'))
    expect(await page.locator('main').textContent()).toContain('added')
    await server.stop()
    const lines = (await muctieu(folder, ['gold', 'log', '--db', 'm.sqlite'])).stdout
      .trim()
      .split('\n')
      .map(l => JSON.parse(l) as { action: string; truth: { indicator?: { text: string } } | null })
    expect(lines.filter(l => l.action === 'add').at(-1)?.truth?.indicator?.text).toBe('missed')
  })
})
