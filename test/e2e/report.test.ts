import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { folderWith, muctieu } from '../cli/harness.ts'
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
    expect(await page.locator('.plot svg:visible').count()).toBeGreaterThan(5)
    expect(wrongs).toEqual([])
    mkdirSync('out/screenshots', { recursive: true })
    await page.screenshot({ path: `out/screenshots/report-${width}-${scheme}.png` })
    await page.close()
  })

  test('a mark leads to its sentence', async () => {
    const { page } = await open(1440)
    await page.locator('#subjects .plot.wide a').first().click()
    const id = new URL(page.url()).hash.slice(1)
    await expect.poll(() => page.locator(`[id="${id}"]`).isVisible()).toBe(true)
    expect(await page.locator(`[id="${id}"] mark`).count()).toBe(1)
    await page.close()
  })

  test('filters leave what fits, in the list and in the plots', async () => {
    const { page } = await open(1440)
    const shown = () => page.locator('#goals .goals > li:visible').count()
    const all = await page.locator('#goals .goals > li').count()
    await page.selectOption('select[name=place]', 'hau_giang@63')
    const ofPlace = await page.locator('#goals .goals > li[data-place=hau_giang]').count()
    expect(ofPlace).toBeGreaterThan(0)
    expect(ofPlace).toBeLessThan(all)
    expect(await shown()).toBe(ofPlace)
    expect(await page.locator('[data-shown]').first().textContent()).toBe(String(ofPlace))
    expect(await page.locator('#years .plot.wide a:not(.off)').count()).toBeLessThanOrEqual(ofPlace)
    expect(await page.locator('[data-tile="hau_giang@63"]').getAttribute('aria-pressed')).toBe('true')
    await page.click('button[type=reset]')
    await expect.poll(shown).toBe(all)
    await page.fill('input[name=text]', 'kinh te so')
    expect(await shown()).toBeLessThan(all)
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

  test('it speaks Vietnamese and English', async () => {
    const { page } = await open(1440)
    expect(await page.locator('h1').innerText()).toBe('Mục tiêu trong báo chí')
    await page.click('[data-speak=en]')
    expect(await page.locator('h1').innerText()).toBe('Targets in the news')
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.close()
  })
})
