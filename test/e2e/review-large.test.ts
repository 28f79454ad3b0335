import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { folderWith } from '../cli/harness.ts'
import { launch, reasonToSkip } from './browser.ts'
import { largePair } from './pair.ts'
import { picture, press, type ReviewProcess, startReview } from './reviewing.ts'

describe.skipIf(reasonToSkip)('a review of some three thousand changes', () => {
  const folder = reasonToSkip ? '' : folderWith()
  let browser: Browser
  let page: Page
  let server: ReviewProcess

  beforeAll(async () => {
    await largePair(folder)
    browser = await launch()
    server = await startReview(folder, ['--base', 'base', '--new', 'new', '--reviewer', 'Lan'])
    page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'vi-VN' })).newPage()
    await page.goto(server.at('groups'))
  }, 300_000)
  afterAll(async () => {
    await server?.stop()
    await browser?.close()
  })

  const left = async (): Promise<number> => Number(await page.locator('[data-left]').getAttribute('data-left'))

  test('has a tail that is decided at once, and taken back as one', async () => {
    expect(await left()).toBeGreaterThan(2900)
    const rows = page.locator('.spine li')
    expect(await rows.count()).toBeLessThanOrEqual(60)
    const before = await left()
    await page.keyboard.press('Shift+A')
    expect(await page.locator('#sure-says').textContent()).toMatch(/^Chấp nhận [\d.]+ thay đổi trong \d+ bài: /)
    await press(page, 'Enter')
    expect(await left()).toBeLessThan(before)
    await press(page, 'u')
    expect(await left()).toBe(before)
    await picture(page, 'review-large-groups')
  })

  test('is walked through by Tab as it is read: head, groups, the group, and focus is always seen', async () => {
    await page.goto(server.at('groups'))
    const stops: string[] = []
    for (let i = 0; i < 90; i++) {
      await page.keyboard.press('Tab')
      const stop = (await page.evaluate(`(() => {
        const e = document.activeElement
        if (e === null || e === document.body) return null
        const part = e.closest('.skip, header.top, .spine, article.item')
        const style = getComputedStyle(e)
        return { part: part?.className || part?.tagName || '', seen: style.outlineStyle !== 'none' || style.boxShadow !== 'none' }
      })()`)) as { part: string; seen: boolean } | null
      if (stop === null) break
      expect(stop.seen, `${stop.part}, stop ${i}`).toBe(true)
      if (stops.at(-1) !== stop.part) stops.push(stop.part)
      if (stop.part === 'item') break
    }
    expect(stops.map(s => s.split(' ')[0])).toEqual(['skip', 'top', 'spine', 'item'])
  })

  test.each([1440, 390])('at %i pixels nothing sticks out sideways', async width => {
    await page.setViewportSize({ width, height: 900 })
    for (const path of ['groups', 'changes', 'list?queue=changes', 'progress', 'log', 'rule?rule=target/elided']) {
      await page.goto(server.at(path))
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), path).toBeLessThanOrEqual(0)
    }
  })
})
