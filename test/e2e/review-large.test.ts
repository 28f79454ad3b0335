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

  test('offers the same values and the same shape as two things, and asks whether, how many and of what', async () => {
    await page.goto(server.at('groups'))
    const before = await left()
    await page.goto(server.at('changes'))
    const offers = page.locator('.group .offer')
    for (let i = 0; i < 100 && (await offers.count()) < 2; i++) {
      const id = await page.locator('#item').getAttribute('data-id')
      await page.keyboard.press('j')
      await page.waitForFunction(was => document.querySelector('#item')?.getAttribute('data-id') !== was, id)
    }
    expect(await offers.count()).toBe(2)
    expect(await offers.nth(0).textContent()).toContain('cùng giá trị')
    expect(await offers.nth(1).textContent()).toContain('cùng dạng')
    await offers.nth(1).locator('button.no').click()
    const shape = await sure(page)
    expect(shape).toMatchObject({ verb: 'Từ chối', what: expect.stringMatching(/cùng dạng$/) })
    await picture(page, 'review-large-sure')
    await page.keyboard.press('Escape')
    await offers.nth(0).locator('button.yes').click()
    const same = await sure(page)
    expect(same).toMatchObject({ verb: 'Chấp nhận', what: expect.stringMatching(/cùng giá trị$/) })
    expect(same.count).toBeGreaterThan(1)
    expect(same.count).toBeLessThan(shape.count)
    await press(page, 'Enter')
    await page.goto(server.at('groups'))
    expect(await left()).toBe(before - same.count)
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

describe.skipIf(reasonToSkip)('a review with many rare changes', () => {
  const folder = reasonToSkip ? '' : folderWith()
  let browser: Browser
  let server: ReviewProcess

  beforeAll(async () => {
    await largePair(folder, 1)
    browser = await launch()
    server = await startReview(folder, ['--base', 'base', '--new', 'new', '--reviewer', 'Lan'])
  })
  afterAll(async () => {
    await server?.stop()
    await browser?.close()
  })

  test('has groups of them, which are decided at once and taken back as one', async () => {
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'vi-VN' })).newPage()
    await page.goto(server.at('groups'))
    const left = async (): Promise<number> => Number(await page.locator('[data-left]').getAttribute('data-left'))
    await page.locator('.spine a').filter({ hasText: 'hiếm' }).first().click()
    await page.waitForFunction(() => document.querySelector('#item-title')?.textContent?.includes('hiếm'))
    const before = await left()
    await page.keyboard.press('Shift+A')
    const { verb, count, what } = await sure(page)
    expect([verb, what]).toEqual(['Chấp nhận', expect.stringContaining('hiếm')])
    expect(count).toBeGreaterThan(1)
    await press(page, 'Enter')
    expect(await left()).toBe(before - count)
    expect(await page.locator('[data-key=KeyU]').textContent()).toContain(`chấp nhận nhóm ${count} thay đổi`)
    await press(page, 'u')
    expect(await left()).toBe(before)
  })
})

/** What the open question says: whether, how many, in how many articles, and of what. */
async function sure(page: Page): Promise<{ verb: string; count: number; what: string }> {
  const text = (await page.locator('#sure-says').textContent()) ?? ''
  const [, verb = '', count = '', what = ''] = /^(Chấp nhận|Từ chối) ([\d.]+) thay đổi trong [\d.]+ bài: (.+)\?$/s.exec(text) ?? []
  return { verb, count: Number(count.replaceAll('.', '')), what }
}
