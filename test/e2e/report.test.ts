import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { folderWith, line, muctieu } from '../cli/harness.ts'
import { ndjson } from '../commands/export/dataset.ts'
import { launch, reasonToSkip } from './browser.ts'

describe.skipIf(reasonToSkip !== false)('the report in a browser', () => {
  let browser: Browser
  let file: string
  beforeAll(async () => {
    browser = await launch()
    const folder = folderWith({ 'in/a.ndjson': ndjson() })
    await muctieu(folder, ['run', 'in'])
    await muctieu(folder, ['run', join(process.cwd(), 'corpus/articles'), 'in'])
    expect((await muctieu(folder, ['report'])).code).toBe(0)
    file = `file://${join(folder, 'out/report.html')}`
  })
  afterAll(() => browser?.close())

  async function open(width: number, colorScheme: 'light' | 'dark' = 'light'): Promise<{ page: Page; wrongs: string[] }> {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
    const wrongs: string[] = []
    page.on('console', message => message.type() === 'error' && wrongs.push(message.text()))
    page.on('pageerror', error => wrongs.push(String(error)))
    page.on('request', request => request.url().startsWith('file:') || wrongs.push(request.url()))
    await page.goto(file)
    await page.waitForSelector('html[data-drawn=all]')
    return { page, wrongs }
  }

  test.each([
    [1440, 'light'],
    [390, 'light'],
    [1440, 'dark'],
    [390, 'dark']
  ] as const)('at %i pixels, %s, nothing sticks out, nothing fails, nothing is fetched', async (width, scheme) => {
    const { page, wrongs } = await open(width, scheme)
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0)
    expect(await page.locator('svg.picture:visible').count()).toBeGreaterThanOrEqual(4)
    expect(wrongs).toEqual([])
    mkdirSync('out/screenshots', { recursive: true })
    await page.screenshot({ path: `out/screenshots/report-${width}-${scheme}.png` })
    await page.close()
  })

  test('fifty marks, on the first click of a fresh page and by address, lead to their sentences', { timeout: 180_000 }, async () => {
    const { page } = await open(1440)
    const hrefs = await page.locator('svg.picture a').evaluateAll(marks => marks.map(mark => mark.getAttribute('href') ?? ''))
    expect(hrefs.length).toBeGreaterThan(50)
    const step = Math.floor(hrefs.length / 50)
    for (const [n, i] of Array.from({ length: 50 }, (_, k) => k * step).entries()) {
      // Some of them on a page that was opened a moment ago.
      if (n % 10 === 0) {
        await page.goto('about:blank')
        await page.goto(file)
        await page.waitForSelector('html[data-drawn=all]')
      }
      await page.locator('svg.picture a').nth(i).dispatchEvent('click')
      const seen = page.locator('#panel mark').first()
      await expect.poll(() => inView(page), { message: hrefs[i] ?? '' }).toBe(true)
      const sentence = await seen.textContent()
      const address = page.url()
      if (n % 10 === 5) {
        await page.goto('about:blank')
        await page.goto(address)
        await expect.poll(() => inView(page), { message: address }).toBe(true)
        expect(await page.locator('#panel mark').first().textContent()).toBe(sentence)
      }
      await page.keyboard.press('Escape')
    }
    await page.close()
  })

  /** Whether the first marked words of the panel stand in the window. */
  const inView = (page: Page): Promise<boolean> =>
    page.evaluate(`(() => {
      const box = document.querySelector('#panel:not([hidden]) mark')?.getBoundingClientRect()
      return box !== undefined && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth
    })()`)

  test('filters leave what fits, in the list, the totals and the pictures; the address says what is asked for', async () => {
    const { page } = await open(1440)
    const shown = async () => Number(await page.locator('[data-shown]').getAttribute('data-shown'))
    const all = await shown()
    await page.selectOption('select[name=place]', 'hau_giang@63')
    await expect.poll(shown).toBeLessThan(all)
    const ofPlace = await shown()
    expect(ofPlace).toBeGreaterThan(0)
    await page.waitForSelector('html[data-drawn=all]')
    await page.locator('#goals').scrollIntoViewIfNeeded()
    await expect.poll(() => page.locator('#goals .card').count()).toBe(Math.min(40, ofPlace))
    expect(await page.locator('#goals .card:not([data-place=hau_giang])').count()).toBe(0)
    expect(await page.locator('[data-tile="hau_giang@63"]').getAttribute('aria-pressed')).toBe('true')
    const other = await browser.newPage()
    await other.goto(page.url())
    await expect.poll(async () => Number(await other.locator('[data-shown]').getAttribute('data-shown'))).toBe(ofPlace)
    await other.close()
    await page.click('.clear')
    await expect.poll(shown).toBe(all)
    await page.fill('input[name=text]', 'kinh te so')
    await expect.poll(shown).toBeLessThan(all)
    await page.close()
  })

  test('a tile of the map filters, and both lists of provinces are there', async () => {
    const { page } = await open(390)
    await page.click('[data-show-units="34"]')
    expect(await page.locator('.map[data-units="34"] .tile:visible').count()).toBe(34)
    await page.click('[data-show-units="63"]')
    await page.click('[data-tile="hau_giang@63"]')
    expect(await page.inputValue('select[name=place]')).toBe('hau_giang@63')
    await page.close()
  })

  test('nothing of an article is markup, a script or a way out, also where no policy forbids it', async () => {
    const hostile = [
      '<img src=x onerror="document.title=0">',
      '</title></style></script><script>document.title=0</script>',
      '"><svg onload=document.title=0>',
      "' onmouseover='alert(1)",
      '<!--<script>',
      '\u0001<b>\u0001\u202e'
    ]
    const urls = ['javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,<script>', 'https://a.example/"onclick=alert(1)//']
    const text = (h: string) =>
      `Quyết định số 12/QĐ-UBND ngày 1/2/2021 ${h}. Phấn đấu đến năm 2030, tỷ lệ ${h} che phủ rừng của xã ${h} đạt 61%, lọt nhóm 10 ${h} dẫn đầu cả nước.`
    const folder = folderWith({
      [`in/<img src=x onerror=alert(1)>.ndjson`]: hostile.map((h, i) => line({ id: h, title: h, url: urls[i % 4], text: text(h) })).join('')
    })
    await muctieu(folder, ['run', 'in', '--name', '<img src=x onerror=alert(1)>'])
    expect((await muctieu(folder, ['report'])).code).toBe(0)
    const page = await (await browser.newContext({ bypassCSP: true })).newPage()
    const wrongs: string[] = []
    page.on('dialog', d => void wrongs.push(d.message()))
    page.on('request', r => r.url().startsWith('file:') || wrongs.push(r.url()))
    await page.goto(`file://${join(folder, 'out/report.html')}`)
    await page.waitForSelector('html[data-drawn=all]')
    await page.locator('#goals').scrollIntoViewIfNeeded()
    await expect.poll(() => page.locator('#goals .card').count()).toBeGreaterThanOrEqual(hostile.length)
    expect(await page.title()).toBe('Mục tiêu trong báo chí · muctieu')
    expect(await page.locator('img, b b, svg svg, [onerror], [onload], [onclick], [onmouseover]').count()).toBe(0)
    expect(await page.locator('script').count()).toBe(2)
    expect(await page.locator('a:not([href^="#"], [href^="https://a.example/"])').count()).toBe(0)
    expect(wrongs).toEqual([])
    await page.close()
  })

  test('it speaks Vietnamese and English', async () => {
    const { page } = await open(1440)
    expect(await page.locator('h1').innerText()).toBe('Mục tiêu trong báo chí')
    await page.click('[data-speak=en]')
    expect(await page.locator('h1').innerText()).toBe('Targets in the news')
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.close()
  })
})
