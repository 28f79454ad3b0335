import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'

const CLI = resolve('src/cli.ts')
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** A review server in a process of its own. */
export interface ReviewProcess {
  /** The address with the key. */
  readonly url: string
  readonly process: ChildProcess
  /** The address of one of its pages. */
  at(page: string): string
  /** Ends it as a user does. */
  stop(): Promise<void>
}

/** Starts `muctieu review` in a folder and waits for its address. */
export async function startReview(folder: string, args: readonly string[]): Promise<ReviewProcess> {
  const child = spawn(process.execPath, [CLI, 'review', '--db', 'm.sqlite', ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stderr.on('data', chunk => (said += String(chunk)))
  const url = await new Promise<string>((found, failed) => {
    let out = ''
    child.stdout.on('data', chunk => {
      out += String(chunk)
      if (out.includes('\n')) found(out.trim())
    })
    child.on('exit', code => failed(new Error(`review ended with ${code}: ${said}`)))
  })
  return {
    url,
    process: child,
    at: page => new URL(page, url).href,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGINT')
      await ended
    }
  }
}

/** What axe finds wrong with a page, one line each. */
export async function violations(page: Page): Promise<string[]> {
  // Read by the browser itself: the page's policy lets no script in.
  await page.addScriptTag({ path: AXE }).catch(() => undefined)
  if (!(await page.evaluate(() => 'axe' in globalThis))) {
    const { readFileSync } = await import('node:fs')
    await page.evaluate(readFileSync(AXE, 'utf8'))
  }
  type Found = {
    readonly violations: readonly {
      readonly id: string
      readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
    }[]
  }
  const found = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as Found
  return found.violations.flatMap(v =>
    v.nodes.map(n => `${v.id}: ${n.html.slice(0, 160)} ${n.failureSummary?.split('\n')[1]?.trim() ?? ''}`)
  )
}

/** Keeps a picture of a page under out/e2e. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync('out/e2e', { recursive: true })
  await page.screenshot({ path: join('out/e2e', `${name}.png`) })
}

/** Presses a key and waits until the page has answered. */
export async function press(page: Page, key: string): Promise<void> {
  const answered = page.waitForResponse(r => r.request().method() === 'POST')
  await page.keyboard.press(key)
  await answered
  await page.waitForSelector('body:not([aria-busy])')
}

/** How many items are decided, as the page says. */
export async function decidedCount(page: Page): Promise<number> {
  return await page.evaluate("Number(document.querySelector('.item-head progress')?.value ?? -1)")
}
