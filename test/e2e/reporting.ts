import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { folderWith, muctieu } from '../cli/harness.ts'
import { ndjson } from '../commands/export/dataset.ts'

/** A report of the bundled corpus and some made articles; gives its address. */
export async function reportOfCorpus(): Promise<string> {
  const folder = folderWith({ 'in/a.ndjson': ndjson() })
  await muctieu(folder, ['run', 'in'])
  await muctieu(folder, ['run', join(process.cwd(), 'corpus/articles'), 'in'])
  expect((await muctieu(folder, ['report'])).code).toBe(0)
  return `file://${join(folder, 'out/report.html')}`
}

/** A report in a page of its own, when what is in the window was drawn. */
export async function opened(
  browser: Browser,
  file: string,
  { width = 1440, height = 900, colorScheme = 'light' }: { width?: number; height?: number; colorScheme?: 'light' | 'dark' } = {}
): Promise<{ page: Page; wrongs: string[] }> {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme })
  const wrongs: string[] = []
  page.on('console', message => message.type() === 'error' && wrongs.push(message.text()))
  page.on('pageerror', error => wrongs.push(String(error)))
  page.on('request', request => request.url().startsWith('file:') || wrongs.push(request.url()))
  await page.goto(file)
  await page.waitForSelector('html[data-drawn]')
  return { page, wrongs }
}

/** Goes to every part of the page in turn, as a reader does, so that all of them are drawn. */
export async function seeEverything(page: Page): Promise<void> {
  for (const link of await page.locator('nav a').all()) {
    const part = await link.getAttribute('href')
    await link.evaluate(element => (element as unknown as { click(): void }).click())
    await page.waitForSelector(`${part} > .content > *`, { state: 'attached' })
  }
  // Who turns the wheel is no longer held at the part that the last link led to.
  await page.evaluate('dispatchEvent(new Event("wheel"))')
}
