import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { folderWith, muctieu } from '../cli/harness.ts'
import { launch, reasonToSkip } from './browser.ts'
import { decidedCount, picture, press, type ReviewProcess, startReview } from './reviewing.ts'

const RULE = 'document_number/state'

describe.skipIf(reasonToSkip)('a reviewer with two runs that differ in one rule', () => {
  const folder = reasonToSkip ? '' : folderWith()
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let server: ReviewProcess
  let wrong = 0

  beforeAll(async () => {
    await muctieu(folder, ['run', resolve('corpus/articles'), '--db', 'm.sqlite', '--name', 'base', '--without', RULE])
    await muctieu(folder, ['run', resolve('corpus/articles'), '--db', 'm.sqlite', '--name', 'new'])
    browser = await launch()
    server = await startReview(folder, ['--base', 'base', '--new', 'new', '--reviewer', 'Lan'])
    context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'vi-VN' })
    page = await context.newPage()
    await page.goto(server.at('changes'))
  })
  afterAll(async () => {
    await server?.stop()
    await browser?.close()
  })

  test('decides 50 changes from the keyboard', { timeout: 120_000 }, async () => {
    expect(await page.locator('html').getAttribute('lang')).toBe('vi')
    await picture(page, 'review-1440-light')
    for (let i = 0; i < 50; i++) {
      const key = i % 5 === 4 ? 'r' : 'a'
      if (i % 10 === 9) {
        await page.keyboard.press('n')
        await press(page, '4')
      } else await press(page, key)
    }
    expect(await decidedCount(page)).toBe(50)
    expect(await page.locator('#live').textContent()).toContain('Đã lưu')
  })

  test('a reload loses nothing', async () => {
    await page.reload()
    expect(await decidedCount(page)).toBe(50)
    expect(await page.locator('.spine .state-decided').count()).toBeGreaterThan(20)
  })

  test('undoes five, also behind the reload, and each is shown again', async () => {
    for (let i = 0; i < 5; i++) {
      const undone = await page.locator('[data-key=KeyU]').textContent()
      await press(page, 'u')
      expect(await page.locator('#live').textContent()).toContain('Hoàn tác')
      expect(undone).toContain('Hoàn tác:')
      expect(await page.locator('.chip.state-open').count()).toBe(1)
    }
    expect(await decidedCount(page)).toBe(45)
    await press(page, 'Control+z')
    await press(page, 'Shift+U')
    expect(await decidedCount(page)).toBe(45)
  })

  test('edits a field by selecting its words in the text, with the mouse and with the keyboard alone', async () => {
    await page.goto(server.at('changes?kind=target&state=undecided'))
    const before = await decidedCount(page)
    const edited = await page.locator('#item').getAttribute('data-id')
    await page.keyboard.press('e')
    await page.locator('#edit .field[data-name=deadline] .pick').click()
    // The words are typed and found; then its end is moved by a word and back.
    await page.locator('#edit .pick-words').fill('năm 2')
    const read = page.waitForResponse('**/read')
    await page.keyboard.press('Enter')
    await read
    await page.locator('#edit .step[data-step=end_right]').click()
    await page.waitForFunction(
      () => (document.querySelector('#edit .field[data-name=deadline] input[name="s.deadline"]') as HTMLInputElement).value !== ''
    )
    await page.locator('#edit [name="f.deadline"]').fill('2031')
    await picture(page, 'review-edit-1440')
    await press(page, 'Control+Enter')
    expect(await decidedCount(page)).toBe(before + 1)
    await page.goto(server.at(`changes?item=${edited}`))
    expect(await page.locator('.history').textContent()).toContain('sửa')

    // Another one by dragging over words.
    await page.goto(server.at('changes?kind=target&state=undecided'))
    await page.keyboard.press('e')
    await page.locator('#edit .field[data-name=indicator] .pick').click()
    const taken = page.waitForResponse('**/read')
    await page.evaluate(() => {
      const span = document.querySelector('#anchor span[data-start]') as HTMLElement
      getSelection()?.selectAllChildren(span)
      document.dispatchEvent(new MouseEvent('mouseup'))
    })
    const { quote } = (await (await taken).json()) as { quote: string }
    await page.waitForFunction(
      words => (document.querySelector('[name="f.indicator"]') as HTMLInputElement).value === words,
      quote.replace(/\s+/g, ' ')
    )
    await press(page, 'Control+Enter')
    expect(await page.locator('#alert').textContent()).toBe('')
  })

  test('sees how far it is, what the rules are worth and how F1 moves', async () => {
    await page.goto(server.at('progress'))
    const text = await page.locator('main').textContent()
    expect(text).toMatch(/\d+ \/ \d+ đã soát/)
    expect(text).toContain('F1 trên những mục đã soát')
    expect(text).toContain('document_number/state')
    await picture(page, 'review-progress')
  })

  test('exports gold, and eval against it agrees', async () => {
    await server.stop()
    const exported = await muctieu(folder, ['gold', 'export', '--db', 'm.sqlite', '--run', 'new', '--to', 'mine', '--json'])
    expect(exported.stderr).toMatch(/wrote mine\.gold\.ndjson and mine\.ndjson; "muctieu eval mine\.gold\.ndjson" scores by them\./)
    expect(exported.stderr).toMatch(/articles: \d+ entries decided/)
    const counts = JSON.parse(exported.stdout) as { as_read: number; otherwise: number }
    expect(counts.as_read + counts.otherwise).toBe(47)
    wrong = counts.otherwise
    const evaluated = await muctieu(folder, ['eval', 'mine.gold.ndjson', '--errors', '999', '--json'])
    const { errors, scores } = JSON.parse(evaluated.stdout) as {
      errors: { start: number; article: string; kind: string }[]
      scores: Record<string, { f1: number }>
    }
    // Whatever eval finds wrong, a reviewer decided so, and the other way round.
    const gold = readFileSync(join(folder, 'mine.gold.ndjson'), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map(l => JSON.parse(l) as GoldLine)
    const noted = gold.flatMap(g =>
      [...g.quantities, ...g.ranks, ...g.documents].filter(e => e.note !== 'unreviewed').map(e => `${g.article} ${e.start}`)
    )
    const places = new Set(errors.map(e => `${e.article} ${e.start}`))
    expect(places.size).toBeGreaterThan(wrong / 2)
    expect(places.size).toBeLessThanOrEqual(wrong)
    const unexplained = [...places].filter(
      p =>
        !noted.includes(p) &&
        !errors.some(e => `${e.article} ${e.start}` === p && (e as unknown as { problem: string }).problem === 'spurious')
    )
    expect(unexplained).toEqual([])
    expect(scores['goal detected']?.f1).toBeGreaterThan(0.8)
  })

  test('on the next run what was decided stays decided', async () => {
    await muctieu(folder, ['run', resolve('corpus/articles'), '--db', 'm.sqlite', '--name', 'again'])
    server = await startReview(folder, ['--base', 'base', '--new', 'again', '--reviewer', 'Lan'])
    await page.goto(server.at('changes'))
    expect(await decidedCount(page)).toBe(47)
  })
})

interface GoldEntry {
  readonly start: number
  readonly note: string
}
interface GoldLine {
  readonly article: string
  readonly quantities: readonly GoldEntry[]
  readonly ranks: readonly GoldEntry[]
  readonly documents: readonly GoldEntry[]
}
