import { resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { folderWith, muctieu } from '../cli/harness.ts'
import { launch, reasonToSkip } from './browser.ts'
import { picture, type ReviewProcess, startReview } from './reviewing.ts'

const RULE = 'document_number/state'

describe.skipIf(reasonToSkip)('a reviewer who decides by groups', () => {
  const folder = reasonToSkip ? '' : folderWith()
  let browser: Browser
  let page: Page
  let server: ReviewProcess

  beforeAll(async () => {
    await muctieu(folder, ['run', resolve('corpus/articles'), '--db', 'm.sqlite', '--name', 'base', '--without', RULE])
    await muctieu(folder, ['run', resolve('corpus/articles'), '--db', 'm.sqlite', '--name', 'new'])
    browser = await launch()
    server = await startReview(folder, ['--base', 'base', '--new', 'new', '--gold', resolve('corpus/gold'), '--reviewer', 'Lan'])
    page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'vi-VN' })).newPage()
    await page.goto(server.url)
  })
  afterAll(async () => {
    await server?.stop()
    await browser?.close()
  })

  /** How many changes are undecided, as the page of groups says. */
  const left = async (): Promise<number> =>
    Number(/(\d+) trong \d+ thay đổi chưa soát/.exec((await page.locator('.spine .part').textContent()) ?? '')?.[1])
  const isInView = (selector: string): Promise<boolean[]> =>
    page.locator(selector).evaluateAll(all =>
      all.map(e => {
        const { top, bottom, left, right } = e.getBoundingClientRect()
        const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
        return top >= 0 && bottom <= innerHeight && (at === e || e.contains(at))
      })
    )
  const answered = async (act: () => Promise<void>): Promise<void> => {
    const response = page.waitForResponse(r => r.request().method() === 'POST')
    await act()
    await response
    await page.waitForFunction(() => !document.body.hasAttribute('aria-busy'))
  }

  test('sees the buttons of a group without scrolling, on its page and beside an item of it', async () => {
    expect(new URL(page.url()).pathname).toMatch(/\/groups$/)
    expect(await isInView('[data-key="Shift+KeyA"], [data-key="Shift+KeyR"]')).toEqual([true, true])
    await picture(page, 'review-groups-1440')
    await page.keyboard.press('o')
    await page.waitForSelector('.decide-bar')
    expect(await isInView('[data-key="Shift+KeyA"], [data-key="Shift+KeyR"]')).toEqual([true, true])
    await page.keyboard.press('g')
    await page.waitForSelector('.groups-page')
  })

  test('is asked with what and how many, decides with two keys, is led to the next group, and takes it back', async () => {
    const before = await left()
    const name = await page.locator('#item-title').textContent()
    await page.keyboard.press('Shift+A')
    const sure = (await page.locator('#sure-says').textContent()) ?? ''
    const [, count = '0'] = /^Chấp nhận (\d+) thay đổi trong \d+ bài: /.exec(sure) ?? []
    expect(sure).toContain(name ?? '?')
    await answered(() => page.keyboard.press('Enter'))
    expect(await left()).toBe(before - Number(count))
    expect(await page.locator('#live').textContent()).toContain(`chấp nhận nhóm ${count} thay đổi`)
    expect(await page.locator('#item-title').textContent()).not.toBe(name)
    await answered(() => page.keyboard.press('u'))
    expect(await left()).toBe(before)
    expect(await page.locator('#item-title').textContent()).toBe(name)
  })

  test('decides 100 changes by groups in fewer keys than one by one', async () => {
    const before = await left()
    const wanted = Math.min(100, before)
    let keys = 0
    while (before - (await left()) < wanted) {
      await page.keyboard.press('Shift+A')
      await answered(() => page.keyboard.press('Enter'))
      keys += 2
    }
    expect(keys).toBeLessThan(wanted)
  })

  test('reads no text smaller than 12 pixels', async () => {
    for (const path of ['groups', 'changes?state=accepted', 'list?queue=changes', 'progress', 'log']) {
      await page.goto(server.at(path))
      const small = await page.evaluate(() => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
        const found = new Set<string>()
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const parent = node.parentElement as HTMLElement
          if ((node.textContent ?? '').trim() === '' || !parent.checkVisibility()) continue
          for (const style of [getComputedStyle(parent), getComputedStyle(parent, '::after')])
            if (Number.parseFloat(style.fontSize) < 12) found.add(`${parent.outerHTML.slice(0, 80)} ${style.fontSize}`)
        }
        return [...found]
      })
      expect(small, path).toEqual([])
    }
  })

  test('reads the list and decides an item on a telephone', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(server.at('list?queue=changes'))
    const widths = await page.locator('.items td.col-sentence').evaluateAll(all => all.map(e => e.getBoundingClientRect().width))
    expect(Math.min(...widths)).toBeGreaterThan(250)
    await page.goto(server.at('changes?state=undecided'))
    // What stays in sight while the record scrolls takes a quarter of the page at most.
    const stuck = await page
      .locator('.item *')
      .evaluateAll(all => all.filter(e => getComputedStyle(e).position === 'sticky').map(e => e.getBoundingClientRect().height))
    expect(stuck.length).toBeGreaterThan(0)
    expect(Math.max(...stuck)).toBeLessThan(844 / 4)
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  test('selects whole syllables, however the mouse went', async () => {
    await page.goto(server.at('changes?kind=target'))
    await page.keyboard.press('e')
    await page.locator('#edit .field[data-name=qualifier] .pick').click()
    const read = page.waitForResponse('**/read')
    const expected = await page.evaluate(() => {
      const span = [...document.querySelectorAll<HTMLElement>('#text span[data-start]')].find(s =>
        /\p{L}{3,}\s+\p{L}{3,}/u.test(s.textContent ?? '')
      )
      const words = /(\p{L}{3,})\s+(\p{L}{3,})/u.exec(span?.textContent ?? '')
      const node = span?.firstChild as Text
      const [at, length] = [words?.index ?? 0, words?.[0].length ?? 0]
      getSelection()?.setBaseAndExtent(node, at + 1, node, at + length - 1)
      document.dispatchEvent(new MouseEvent('mouseup'))
      return words?.[0]
    })
    const { quote } = (await (await read).json()) as { quote: string }
    expect(quote.endsWith(expected ?? '?') || quote.includes(expected ?? '?')).toBe(true)
  })
})
