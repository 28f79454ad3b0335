import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { folderWith, line, muctieu } from '../cli/harness.ts'
import { launch, reasonToSkip } from './browser.ts'
import { opened, reportOfCorpus, seeEverything } from './reporting.ts'

describe.skipIf(reasonToSkip !== false)('the report in a browser', () => {
  let browser: Browser
  let file: string
  beforeAll(async () => {
    browser = await launch()
    file = await reportOfCorpus()
  })
  afterAll(() => browser?.close())

  test.each([
    [1440, 'light'],
    [390, 'light'],
    [1440, 'dark'],
    [390, 'dark']
  ] as const)('at %i pixels, %s, nothing sticks out, nothing fails, nothing is fetched', async (width, scheme) => {
    const { page, wrongs } = await opened(browser, file, { width, colorScheme: scheme })
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0)
    await seeEverything(page)
    expect(await page.locator('svg.picture:visible').count()).toBeGreaterThanOrEqual(4)
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0)
    await page.evaluate('scrollTo(0, 0)')
    expect(wrongs).toEqual([])
    mkdirSync('out/screenshots', { recursive: true })
    await page.screenshot({ path: `out/screenshots/report-${width}-${scheme}.png` })
    await page.close()
  })

  test('fifty marks, pressed on a fresh page and by address, lead to their sentences', { timeout: 240_000 }, async () => {
    const { page } = await opened(browser, file)
    await seeEverything(page)
    const marks = await page
      .locator('svg.picture a')
      .evaluateAll(all => all.map(mark => ({ href: mark.getAttribute('href') ?? '', part: mark.closest('section')?.id ?? '' })))
    expect(new Set(marks.map(mark => mark.part)).size).toBeGreaterThanOrEqual(5)
    for (const n of Array.from({ length: 50 }, (_, i) => i)) {
      // Strewn over the page as if by chance, but the same ones each time.
      const { href, part } = marks[(n * 7919) % marks.length] as { href: string; part: string }
      await page.goto('about:blank')
      await page.goto(`${file}#${part}`)
      await page.waitForSelector('html[data-drawn]')
      const mark = page.locator(`#${part} svg.picture a[href="${href}"]`).first()
      // Who turns the wheel is no longer held at the part that the address named.
      await page.mouse.wheel(0, 1)
      await mark.scrollIntoViewIfNeeded()
      const spot = await mark.evaluate(spotOf)
      expect(spot, `nothing of ${href} can be pressed`).not.toBeNull()
      await page.mouse.click(...(spot as [number, number]))
      await expect.poll(() => inView(page), { message: href }).toBe(true)
      expect(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('open')).toBe(decodeURIComponent(href.slice(1)))
      const address = page.url()
      const sentence = await page.locator('#panel mark').first().textContent()
      if (n % 5 > 0) continue
      await page.goto('about:blank')
      await page.goto(address)
      await expect.poll(() => inView(page), { message: address }).toBe(true)
      expect(await page.locator('#panel mark').first().textContent()).toBe(sentence)
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
    const { page } = await opened(browser, file)
    const shown = async () => Number(await page.locator('[data-shown]').getAttribute('data-shown'))
    const all = await shown()
    await page.selectOption('select[name=place]', 'hau_giang@63')
    await expect.poll(shown).toBeLessThan(all)
    const ofPlace = await shown()
    expect(ofPlace).toBeGreaterThan(0)
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
    const { page } = await opened(browser, file, { width: 390 })
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
    const { page } = await opened(browser, file)
    expect(await page.locator('h1').innerText()).toBe('Mục tiêu trong báo chí')
    await page.click('[data-speak=en]')
    expect(await page.locator('h1').innerText()).toBe('Targets in the news')
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.close()
  })
})

/** A point of a mark that nothing lies over; null where there is none. */
function spotOf(mark: SVGElement | HTMLElement): [number, number] | null {
  const box = mark.getBoundingClientRect()
  for (const dy of [0.5, 0.25, 0.75, 0.1, 0.9])
    for (const dx of [0.5, 0.25, 0.75, 0.1, 0.9]) {
      const [x, y] = [box.x + box.width * dx, box.y + box.height * dy]
      if (mark.contains(mark.ownerDocument.elementFromPoint(x, y))) return [x, y]
    }
  return null
}
