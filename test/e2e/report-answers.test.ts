import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch, reasonToSkip } from './browser.ts'
import { opened, reportOfCorpus, seeEverything } from './reporting.ts'

describe.skipIf(reasonToSkip !== false)('a reader of the report', () => {
  let browser: Browser
  let file: string
  beforeAll(async () => {
    browser = await launch()
    file = await reportOfCorpus()
  })
  afterAll(() => browser?.close())

  const shown = async (page: Page): Promise<number> => Number(await page.locator('[data-shown]').getAttribute('data-shown'))

  test.each([1440, 390])('at %i pixels finds digital economy and ranks by 2025 in two clicks', async width => {
    const { page } = await opened(browser, file, { width })
    await page.click('.ask >> text=/^Kinh tế số và thứ hạng đến 2025$/')
    expect(await shown(page)).toBeGreaterThan(0)
    const values = page.locator('#compare .value')
    expect(await values.first().isVisible()).toBe(true)
    await values.first().click()
    const card = page.locator('#panel .card').first()
    expect(await card.locator('.head').innerText()).toContain('2025')
    expect(await card.locator('mark').isVisible()).toBe(true)
    await page.close()
  })

  test('documents that the timeline leaves out are one click away', async () => {
    const { page } = await opened(browser, file)
    await seeEverything(page)
    const link = page.locator('[data-documents-left]').first()
    const count = Number(await link.getAttribute('data-documents-left'))
    expect(count).toBeGreaterThan(0)
    await link.click()
    await page.waitForSelector('#panel .card')
    expect(await page.locator('#panel').innerText()).toContain('văn bản không rõ ngày')
    // The first twenty are drawn at once, the others when they are asked for.
    expect(await page.locator('#panel .card').count()).toBe(Math.min(20, count))
    expect(new URL(page.url()).hash).toContain('documents')
    await page.close()
  })

  test.each([63, 34] as const)('the map of %i provinces and what stands under it are all goals, also of a filter', async units => {
    const { page } = await opened(browser, file)
    const count = (where: string, name: string): Promise<number> =>
      page.locator(where).evaluateAll((all, key) => all.reduce((sum, one) => sum + Number(one.getAttribute(key)), 0), name)
    await page.click(`[data-show-units="${units}"]`)
    for (const kind of ['', 'rank_goal', 'target']) {
      await page.selectOption('select[name=kind]', kind)
      expect((await count('[data-tile]', 'data-count')) + (await count('#map [data-left]', 'data-left'))).toBe(await shown(page))
    }
    await page.close()
  })

  test('every rank says of what, in the picture and in its sentences', async () => {
    const { page } = await opened(browser, `${file}#kind=rank_goal`)
    await page.click('nav a[href="#ranks"]')
    const says = await page.locator('#ranks svg.picture a').evaluateAll(marks => marks.map(mark => mark.getAttribute('aria-label') ?? ''))
    expect(says.length).toBeGreaterThan(5)
    expect(says.filter(words => !/\p{L}{2,}.*[·,:]/u.test(words))).toEqual([])
    await page.click('nav a[href="#goals"]')
    await expect.poll(() => page.locator('#goals .card').count()).toBeGreaterThan(5)
    const heads = await page.locator('#goals .card .head').allInnerTexts()
    expect(heads.filter(head => !head.includes(':'))).toEqual([])
    await page.close()
  })

  test('on a telephone rows of the rank picture still say among whom', async () => {
    const { page } = await opened(browser, `${file}#kind=rank_goal`, { width: 390 })
    await page.click('nav a[href="#ranks"]')
    const scopes = await page.locator('#ranks svg.picture text.soft').allTextContents()
    expect(scopes.length).toBeGreaterThan(3)
    // Only names longer than there is room for are cut.
    expect(scopes.filter(words => words.includes('…') && words.length < 40)).toEqual([])
    await page.close()
  })

  test('levels on the map fit their tiles, and what they are counted in is said once', async () => {
    const { page } = await opened(browser, file)
    await page.click('nav a[href="#compare"]')
    const tables = await page.locator('#compare h3', { hasText: 'VND' }).locator('button', { hasText: 'Trên bản đồ' }).all()
    expect(tables.length).toBeGreaterThan(0)
    await tables[0]?.click()
    await page.waitForSelector('#map .tiles')
    expect(await page.locator('#map .map > .note').first().innerText()).toMatch(/\((?:nghìn tỷ|tỷ|triệu) VND\)\.$/)
    const cut = await page.locator('#map .tile').evaluateAll(all => all.filter(tile => tile.scrollHeight > tile.clientHeight + 1).length)
    expect(cut).toBe(0)
    await page.close()
  })

  test('tables beside the page are not wider than it', async () => {
    const { page } = await opened(browser, file)
    await page.click('nav a[href="#reached"]')
    await page.locator('#reached td a').first().click()
    await page.waitForSelector('#panel [data-table] td')
    const wider = await page.locator('#panel [data-table]').evaluateAll(all => all.filter(t => t.scrollWidth > t.clientWidth).length)
    expect(wider).toBe(0)
    await page.close()
  })

  test.each(['', '#fields=digital_economy,rank&to=2025'])('two pages are printed%s', async hash => {
    const { page } = await opened(browser, file + hash)
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2)
    await page.evaluate('dispatchEvent(new Event("beforeprint"))')
    const [totals, tables] = await page.locator('#paper .sheet').allTextContents()
    expect(totals).toContain(`${await shown(page)}`)
    expect(totals).toContain('Theo tỉnh, thành phố')
    expect(tables).toContain('So sánh')
    const cut = await page.locator('#paper .sheet').evaluateAll(all => all.map(page => page.scrollHeight - page.clientHeight))
    expect(cut).toEqual([0, 0])
    await page.close()
  })

  test('on a narrow screen filters are folded, on a wide one they are there', async () => {
    const { page } = await opened(browser, file, { width: 390 })
    const place = page.locator('select[name=place]')
    expect(await place.isVisible()).toBe(false)
    await page.click('.fold')
    expect(await page.locator('.fold').getAttribute('aria-expanded')).toBe('true')
    await place.selectOption('hau_giang@63')
    expect(await page.locator('.fold').innerText()).toContain('(1)')
    await page.close()
    const wide = await opened(browser, file)
    expect(await wide.page.locator('select[name=place]').isVisible()).toBe(true)
    expect(await wide.page.locator('.fold').isVisible()).toBe(false)
    await wide.page.close()
  })

  test('what is opened beside the page covers nothing of it at 1440 pixels, and what was pressed stays where it was', async () => {
    const { page } = await opened(browser, file)
    await page.click('nav a[href="#compare"]')
    const value = page.locator('#compare .value').nth(5)
    const before = await value.boundingBox()
    await value.click()
    const after = await value.boundingBox()
    expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(3)
    const [main, panel] = [await page.locator('main').boundingBox(), await page.locator('#panel').boundingBox()]
    expect((main?.x ?? 0) + (main?.width ?? 0)).toBeLessThanOrEqual(panel?.x ?? 0)
    await page.keyboard.press('Escape')
    expect(await page.locator('#panel').isVisible()).toBe(false)
    await page.close()
  })

  test('after a filter only what is near the window is drawn', async () => {
    const { page } = await opened(browser, file)
    await seeEverything(page)
    await page.evaluate('scrollTo(0, 0)')
    await page.selectOption('select[name=kind]', 'target')
    expect(await page.locator('#goals .card').count()).toBe(0)
    expect(await page.locator('#values .content > *').count()).toBe(0)
    expect(await page.locator('#map .tile').count()).toBe(63)
    await page.close()
  })

  test('the keyboard goes as a reader does, and comes back to where it left', async () => {
    const { page } = await opened(browser, file)
    const order: string[] = []
    for (let i = 0; i < 80; i++) {
      await page.keyboard.press('Tab')
      const room = await page.evaluate<string>(
        "(e => e.matches('[data-speak]') ? 'language' : e.closest('nav') ? 'parts' : e.closest('[id]').id)(document.activeElement)"
      )
      if (room !== order.at(-1)) order.push(room)
    }
    expect(order.slice(0, 5)).toEqual(['language', 'questions', 'fields', 'filters', 'parts'])
    expect(order[5]).toBe('map')
    await page.locator('#subjects svg.picture a').first().focus()
    const name = await page.evaluate('document.activeElement.getAttribute("href")')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.className')).toBe('close')
    await page.keyboard.press('Escape')
    expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe(name)
    await page.locator('[data-field=digital_economy]').focus()
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.dataset.field')).toBe('digital_economy')
    expect(await page.evaluate('document.activeElement.ariaPressed')).toBe('true')
    await page.close()
  })

  test.each([
    [1440, 'light'],
    [1440, 'dark'],
    [390, 'light'],
    [390, 'dark']
  ] as const)('at %i pixels, %s, everything can be read: contrast, names, sizes', async (width, colorScheme) => {
    const { page } = await opened(browser, file, { width, colorScheme })
    await seeEverything(page)
    await page.evaluate('scrollTo(0, 0)')
    await page.locator('#subjects svg.picture a').first().click()
    const problems = await page.evaluate<string[]>(AUDIT)
    expect(problems).toEqual([])
    await page.close()
  })
})

/** What of the page has too little contrast (4.5) or letters under 12 pixels: every text that can be seen, also in pictures. */
const AUDIT = `(() => {
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0)
  const rgb = color => (color.match(/[\\d.]+/g) ?? []).map(Number)
  const behind = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c.length === 3 || c[3] > 0.5) return c } return [255, 255, 255] }
  const found = new Set()
  for (const e of document.querySelectorAll('#app *, #panel *')) {
    if (!e.checkVisibility?.() || e.tagName === 'title' || ![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim() !== '')) continue
    const style = getComputedStyle(e)
    const [front, back] = [light(rgb(e instanceof SVGElement ? style.fill : style.color)), light(behind(e))]
    const ratio = (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05)
    const name = e.tagName + '.' + (e.getAttribute('class') ?? '') + ' in ' + (e.parentElement.getAttribute('class') ?? e.parentElement.tagName)
    if (ratio < 4.5) found.add(name + ': ' + ratio.toFixed(2))
    if (parseFloat(style.fontSize) < 12) found.add(name + ': ' + style.fontSize)
  }
  return [...found]
})()`
