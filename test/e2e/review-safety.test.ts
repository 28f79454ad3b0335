import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { folderWith, line, many, muctieu } from '../cli/harness.ts'
import { launch, reasonToSkip } from './browser.ts'
import { decidedCount, press, type ReviewProcess, startReview } from './reviewing.ts'

const HOSTILE = `<script>document.title='owned'</script><img src=x onerror="document.title='owned'">`
const NAME = `"><img src=x onerror=alert(1)>Lan`
const goal = 'Phấn đấu đến năm 2030, tỷ lệ che phủ rừng của tỉnh Hà Giang đạt 60%.'

/** Texts that would break out of a page, out of their line, or out of their offsets. */
const TEXTS = {
  markup: `${HOSTILE} ${goal} "><svg onload=alert(1)> &lt;b&gt;`,
  direction: `\u202Eđảo ngược\u202C \u2067${goal}\u2069 \u0000\u0007 \u200Ehết`,
  windows: `Dòng một\r\n${goal}\r\nDòng ba 🎯 ${goal.replace('60', '61')}`,
  decomposed: goal.normalize('NFD'),
  long: `${'Đất nước ta đẹp. '.repeat(32_000)}${goal} ${'Người dân vui. '.repeat(32_000)}`
}

describe.skipIf(reasonToSkip)('the review page', () => {
  const folder = reasonToSkip ? '' : folderWith()
  let browser: Browser
  const open: ReviewProcess[] = []
  const start = async (...args: string[]): Promise<ReviewProcess> => {
    const server = await startReview(folder, args)
    open.push(server)
    return server
  }
  const stored = (): { token: string; action: string }[] => {
    const db = new Database(join(folder, 'm.sqlite'), { readonly: true })
    try {
      return db.prepare('SELECT token, action FROM decisions ORDER BY id').all() as { token: string; action: string }[]
    } finally {
      db.close()
    }
  }

  beforeAll(async () => {
    browser = await launch()
    const lone = `{"id":"lone","text":"Lẻ \\ud800 loi. ${goal}"}\n`
    const input =
      Object.entries(TEXTS)
        .map(([id, text]) => line({ id, title: HOSTILE, text }))
        .join('') +
      line({ id: `owner ${HOSTILE}`, url: "javascript:alert('owned')", title: HOSTILE, text: goal.replace('60', '67') }) +
      lone +
      many(600)
    await muctieu(folder, ['run', '-', '--db', 'm.sqlite', '--name', 'hostile'], { input })
  })
  afterEach(async () => {
    for (const server of open.splice(0)) await server.stop()
  })
  afterAll(async () => {
    for (const server of open) server.process.kill('SIGKILL')
    await browser?.close()
  })

  test('shows hostile text as text, one character for one', { timeout: 120_000 }, async () => {
    const server = await start('--run', 'hostile')
    const page = await (await browser.newContext()).newPage()
    const errors: string[] = []
    page.on('pageerror', e => errors.push(e.message))
    page.on('dialog', d => {
      errors.push(d.message())
      void d.dismiss()
    })
    await page.goto(server.url)
    for (const id of [...Object.keys(TEXTS), 'lone']) {
      await page.goto(server.at(`records?q=${id === 'long' ? '%23long' : `%23${id}`}&kind=target`))
      expect(await page.title(), id).not.toContain('owned')
      // Every piece of the page's text says where it stands, and stands there.
      const seen = await page.evaluate(() => {
        const pieces = [...document.querySelectorAll<HTMLElement>('#text span[data-start]')]
        const anchor = document.querySelector<HTMLElement>('#anchor')
        return {
          isWhole: pieces.every(
            (p, i) =>
              i === 0 || Number(p.dataset['start']) === Number(pieces[i - 1]?.dataset['start']) + (pieces[i - 1]?.textContent?.length ?? 0)
          ),
          length: pieces.reduce((n, p) => n + (p.textContent?.length ?? 0), 0),
          anchor: anchor?.textContent?.normalize('NFC') ?? '',
          scripts: document.querySelectorAll('#text script, #text img, #text svg').length,
          wide: document.documentElement.scrollWidth <= window.innerWidth,
          controls: /[\u202a-\u202e\u2066-\u2069\u0000]/.test(document.querySelector('#text')?.textContent ?? '')
        }
      })
      expect(seen, id).toMatchObject({ isWhole: true, scripts: 0, wide: true, controls: false })
      expect(seen.anchor, id).toMatch(/^6[01]%?$/)
      if (id !== 'long' && id !== 'lone') expect(seen.length, id).toBe(TEXTS[id as keyof typeof TEXTS].length)
      if (id === 'long') expect(seen.length).toBeLessThan(20_000)
    }
    expect(errors).toEqual([])
    await server.stop()
  })

  test('killing the server in the middle loses no decision that the page called saved, and none is stored twice', {
    timeout: 180_000
  }, async () => {
    let server = await start('--run', 'hostile', '--reviewer', 'Lan')
    const page = await (await browser.newContext()).newPage()
    let saved = stored().length
    for (let round = 0; round < 4; round++) {
      await page.goto(server.url)
      // The key goes down again and again; the axe falls somewhere in between.
      const axe = new Promise(fallen => setTimeout(() => fallen(server.process.kill('SIGKILL')), 400 + round * 170))
      let told = 0
      page.on('response', r => void (r.url().endsWith('/decide') && r.status() === 200 ? told++ : 0))
      for (let i = 0; i < 40; i++) {
        await page.keyboard.press('a')
        await page.waitForTimeout(15)
      }
      await axe
      await page.waitForFunction(() => (document.querySelector('#alert')?.textContent ?? '') !== '', undefined, { timeout: 15_000 })
      expect(await page.locator('#alert').textContent()).toMatch(/Not saved|Chưa lưu/)
      page.removeAllListeners('response')
      const rows = stored()
      expect(rows.length).toBeGreaterThanOrEqual(saved + told)
      expect(new Set(rows.map(r => r.token)).size).toBe(rows.length)
      saved = rows.length
      server = await start('--run', 'hostile', '--reviewer', 'Lan')
    }
    expect(saved).toBeGreaterThan(8)
    await page.goto(server.url)
    expect(await page.locator('.tabs .count').last().textContent()).toBe(String(saved))
    await server.stop()
  })

  test('two tabs cannot overwrite each other: the later one is shown what was decided', async () => {
    const server = await start('--run', 'hostile', '--reviewer', 'Lan')
    const context = await browser.newContext({ locale: 'en-US' })
    const [one, two] = [await context.newPage(), await context.newPage()]
    await one.goto(server.url)
    const id = await one.locator('#item').getAttribute('data-id')
    const href = server.at(`records?item=${id}`)
    await one.goto(href)
    await two.goto(href)
    await press(one, 'a')
    const before = stored().length
    await press(two, 'r')
    expect(await two.locator('dialog.conflict').textContent()).toContain('decided elsewhere')
    expect(stored().length).toBe(before)
    const replaced = two.waitForResponse('**/decide')
    await two.locator('dialog.conflict button').click()
    await replaced
    await two.waitForFunction(() => document.querySelector('dialog[open]') === null)
    expect(stored().at(-1)?.action).toBe('reject')
    await server.stop()
  })

  test('keys do nothing while an input method composes, in inputs, on Backspace, and where they are switched off', async () => {
    const server = await start('--run', 'hostile', '--reviewer', 'Lan')
    const page = await (await browser.newContext({ locale: 'vi-VN' })).newPage()
    await page.goto(server.url)
    const before = stored().length
    await page.evaluate(() => {
      for (const init of [{ isComposing: true }, { keyCode: 229 }, { altKey: true }])
        document.body.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyA', key: 'a', bubbles: true, ...init }))
      document.body.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyA', key: 'a', bubbles: true, repeat: true }))
    })
    for (const key of ['Backspace', 'Delete', 'Enter']) await page.keyboard.press(key)
    // What a hook-style input method sends when somebody writes “â” outside of an input.
    await page.keyboard.press('/')
    for (const key of 'aarxs') await page.keyboard.press(key)
    expect(await page.locator('#search').inputValue()).toBe('aarxs')
    await page.locator('#search').blur()
    await page.waitForTimeout(200)
    expect(stored().length).toBe(before)
    await page.locator('.settings > summary').click()
    await page.locator('.settings [name=keys]').selectOption('off')
    await page.locator('.settings button').click()
    await page.waitForURL('**/records**')
    await page.keyboard.press('a')
    await page.waitForTimeout(200)
    expect(stored().length).toBe(before)
    await page.locator('[data-key=KeyA]').click()
    await page.waitForFunction(() => document.querySelector('#live')?.textContent !== '')
    expect(stored().length).toBe(before + 1)
    await server.stop()
  })

  test('tells a server on another port nothing, and takes nothing from its pages', async () => {
    const server = await start('--run', 'hostile')
    const key = new URL(server.url).pathname.slice(1, -1)
    const heard: string[] = []
    const neighbor = createServer((asked, answer) => {
      heard.push(`${asked.url} ${JSON.stringify(asked.headers)}`)
      answer.setHeader('content-type', 'text/html')
      answer.setHeader('set-cookie', ['reviewer=Evil; Path=/', 'muctieu-reviewer=Evil; Path=/'])
      answer.end(`<form method="post" action="${server.at('decide')}"><button name="action" value="accept">x</button></form>`)
    })
    await new Promise<void>(listening => neighbor.listen(0, '127.0.0.1', listening))
    const { port } = neighbor.address() as AddressInfo
    const page = await (await browser.newContext({ locale: 'en-US' })).newPage()
    const response = await page.goto(server.url)
    const policy = response?.headers()['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    expect(await page.locator('script:not([src]), [style], [onclick]').count()).toBe(0)
    await page.locator('.settings > summary').click()
    await page.locator('.settings [name=reviewer]').fill('Hoa')
    await page.locator('.settings button').click()
    await page.waitForURL('**/records**')
    // From the page itself, as a link in it would lead there.
    await page.evaluate(to => location.assign(to), `http://127.0.0.1:${port}/`)
    await page.waitForURL(`http://127.0.0.1:${port}/`)
    expect(heard.length).toBeGreaterThan(0)
    for (const request of heard) expect(request).not.toMatch(new RegExp(`${key}|Hoa|${new URL(server.url).host}`))
    // Even with the key its forms are refused, and its cookies name nobody.
    const before = stored().length
    const refused = page.waitForResponse(r => r.url() === server.at('decide'))
    await page.locator('button').click()
    expect((await refused).status()).toBe(403)
    expect(stored()).toHaveLength(before)
    await page.goto(server.url)
    expect(await page.locator('.who').textContent()).toBe('Hoa')
    neighbor.close()
    await server.stop()
  })

  test('names, ids, addresses, reviewers and notes are text wherever they are shown', async () => {
    const server = await start('--run', 'hostile')
    const page = await (await browser.newContext({ locale: 'en-US' })).newPage()
    const wrongs: string[] = []
    page.on('pageerror', e => wrongs.push(e.message))
    page.on('console', m => m.type() === 'error' && wrongs.push(m.text()))
    page.on('dialog', d => void wrongs.push(d.message()))
    await page.goto(server.at('records?q=owner&kind=target'))
    expect(await page.locator('.where').textContent()).toContain('<img src=x')
    await page.locator('.settings > summary').click()
    await page.locator('.settings [name=reviewer]').fill(NAME)
    await page.locator('.settings button').click()
    await page.waitForURL('**/records**')
    await page.keyboard.press('i')
    await page.locator('#note textarea').fill(HOSTILE)
    await press(page, 'Control+Enter')
    for (const path of ['records?q=owner&kind=target', `records?q=${encodeURIComponent(HOSTILE)}`, 'log', 'progress']) {
      await page.goto(server.at(path))
      expect(await page.title(), path).not.toContain('owned')
      expect(await page.locator('img, svg, a[href^="javascript:"], script:not([src])').count(), path).toBe(0)
      expect(await page.locator('.who').textContent(), path).toBe(NAME)
    }
    expect(wrongs).toEqual([])
    await server.stop()
  })

  test('decides without scripts: by its forms, and told what was not saved', async () => {
    const server = await start('--run', 'hostile', '--reviewer', 'Lan')
    const context = await browser.newContext({ locale: 'en-US', javaScriptEnabled: false })
    const [page, other] = [await context.newPage(), await context.newPage()]
    await page.goto(server.url)
    const [id, before] = [await page.locator('#item').getAttribute('data-id'), stored().length]
    await other.goto(server.at(`records?item=${id}`))
    await page.locator('button[value=accept]').first().click()
    expect(stored()).toHaveLength(before + 1)
    expect(await page.locator('#item').getAttribute('data-id')).not.toBe(id)
    await other.locator('button[value=reject]').first().click()
    expect(await other.locator('dialog.conflict').textContent()).toContain('Your decision was not saved.')
    expect(stored()).toHaveLength(before + 1)
    await other.locator('dialog.conflict button').click()
    expect(stored().at(-1)?.action).toBe('reject')
    await server.stop()
  })

  test('a second review of the same database is refused, and a killed one leaves no lock', async () => {
    const server = await start('--run', 'hostile')
    await expect(startReview(folder, ['--run', 'hostile'])).rejects.toThrow('being reviewed by another process')
    server.process.kill('SIGKILL')
    await new Promise(done => server.process.once('exit', done))
    const next = await start('--run', 'hostile')
    await next.stop()
  })

  test('a blind reviewer does not see what others decided, and decides all of it', async () => {
    const server = await start('--run', 'hostile', '--reviewer', 'Minh', '--blind')
    const page = await (await browser.newContext({ locale: 'en-US' })).newPage()
    await page.goto(server.url)
    expect(await decidedCount(page)).toBe(0)
    expect(await page.locator('main').textContent()).not.toContain('Lan')
    await press(page, 'a')
    await press(page, 'r')
    await server.stop()
    const open_ = await start('--run', 'hostile', '--reviewer', 'Lan')
    await page.goto(open_.url)
    await page.goto(open_.at('progress'))
    expect(await page.locator('main').textContent()).toMatch(/Lan and Minh: \d+ decided by both/)
    await open_.stop()
  })
})
