import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, folderWith, many, muctieu } from '../../cli/harness.ts'
import { type Answered, hiddenOf, type Sent, type Serving, serving } from './serving.ts'

describe('a review that is served', () => {
  const folder = folderWith()
  let review: Serving
  beforeAll(async () => {
    await muctieu(folder, ['run', '-', '--db', 'm.sqlite', '--name', 'one'], { input: many(30) })
    review = await serving(folder, ['--run', 'one'])
  })
  afterAll(() => review.stop())

  const rows = (): Record<string, unknown>[] => ask(folder, 'SELECT * FROM decisions ORDER BY id', 'm.sqlite')
  /** What a page of an undecided item would send. */
  const item = async (): Promise<Record<string, string>> => hiddenOf((await review.send('records?state=undecided')).text)
  const post = (path: string, fields: Record<string, string>, sent: Sent = {}): Promise<Answered> =>
    review.send(path, { method: 'POST', body: new URLSearchParams(fields), ...sent })

  /** An answer says in a sentence what is wrong, and nothing of how the program is made. */
  const inWords = ({ text }: Answered): void => {
    const words = text.startsWith('{') ? (JSON.parse(text) as { alert: string }).alert : text.trim()
    expect(words).toMatch(/^\p{Lu}.{10,}[.]$/u)
    // Nobody asked for English.
    expect(words.normalize('NFD')).toMatch(/\p{M}/u)
    expect(words).not.toMatch(/\n|\bat .*:\d+|node_modules|undefined|TypeError/)
  }

  describe('refuses in words', () => {
    test.each<[what: string, status: number, path: string, sent: Sent]>([
      ['a body of more than a megabyte', 413, 'decide', { method: 'POST', body: Buffer.alloc(3 << 20, 'a') }],
      [
        'much more, in pieces',
        413,
        'undo',
        { method: 'POST', headers: { 'transfer-encoding': 'chunked' }, body: Buffer.alloc(80 << 20, 'a') }
      ],
      ['too many fields', 413, 'settings', { method: 'POST', body: 'a=1&'.repeat(600) }],
      ['a long address', 414, `records?q=${'a'.repeat(9000)}`, {}],
      ['an endless address', 431, `records?q=${'a'.repeat(100_000)}`, {}],
      ['endless headers', 431, 'records', { headers: { cookie: 'a'.repeat(100_000) } }],
      ['a half percent sign in an address', 400, 'records?q=%E1%BA', {}],
      ['a percent sign that is none in an address', 400, 'records?q=%zz', {}],
      ['a path that is not encoded', 400, 'records%', {}],
      ['a form that is not encoded', 400, 'decide', { method: 'POST', body: 'item=%zz' }],
      ['a form in other bytes', 400, 'decide', { method: 'POST', body: Buffer.from([0x61, 0x3d, 0xff]) }],
      ['JSON that is none', 400, 'decide', { method: 'POST', body: '{"item":', headers: { 'content-type': 'application/json' } }],
      ['JSON', 415, 'decide', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }],
      [
        'a form with files',
        415,
        'settings',
        { method: 'POST', body: '--a', headers: { 'content-type': 'multipart/form-data; boundary=a' } }
      ],
      ['text', 415, 'decide', { method: 'POST', body: 'a', headers: { 'content-type': 'text/plain' } }],
      ['nothing', 400, 'decide', { method: 'POST' }],
      ['another method', 405, 'records', { method: 'DELETE' }],
      ['a method that no page knows', 405, 'records', { method: 'PROPFIND' }],
      ['a method that shows what was sent', 405, 'records', { method: 'TRACE' }],
      ['a question before the question', 405, 'decide', { method: 'OPTIONS' }],
      ['a page that is none', 404, 'constructor', {}],
      ['a page of another queue', 404, 'sample', {}],
      ['a decision that is read', 404, 'decide', {}],
      ['a page that is written', 404, 'records', { method: 'POST' }],
      ['a file', 404, 'assets/..%2f..%2fpackage.json', {}],
      ['a file by dots', 403, '../../../package.json', {}],
      ['a property of an object for a file', 404, 'assets/__proto__', {}],
      ['another key', 403, '/', {}],
      ['a key that is cut', 403, '/a/records', {}],
      ['another name', 421, 'records', { headers: { host: 'evil.example' } }],
      ['another origin', 403, 'decide', { method: 'POST', headers: { origin: 'http://127.0.0.1:1' } }],
      ['an origin of nobody', 403, 'decide', { method: 'POST', headers: { origin: 'null' } }]
    ])('%s (%i)', async (_what, status, path, sent) => {
      const before = rows().length
      const answered = await review.send(path, sent)
      expect(answered.status).toBe(status)
      inWords(answered)
      expect(rows()).toHaveLength(before)
    })

    test.each([
      ['what is no HTTP', 400, 'hello\r\n\r\n'],
      ['a header that ends a header', 400, 'GET / HTTP/1.1\r\nhost: a\rb\r\n\r\n'],
      ['no name', 400, 'GET / HTTP/1.1\r\n\r\n'],
      ['a name that is none', 400, 'GET / HTTP/1.1\r\nhost: a b\r\nconnection: close\r\n\r\n'],
      ['two lengths', 400, 'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n'],
      ['a proxy’s question', 405, 'CONNECT evil.example:80 HTTP/1.1\r\nhost: evil.example\r\n\r\n']
    ])('%s', async (_what, status, text) => {
      const answered = await review.bytes(text)
      expect(answered).toContain(`HTTP/1.1 ${status} `)
      if (!text.includes('\r\nhost') && text.startsWith('GET')) return
      expect(answered).toMatch(/\r\n\r\n[A-Z].+\.\n$/)
    })

    test.each<[what: string, change: Record<string, string>, path?: string]>([
      ['an action that is none', { action: '__proto__' }],
      ['an action of other items', { action: 'reveal' }],
      ['an action of the log', { action: 'undo' }],
      ['a kind that is none', { action: 'add', kind: 'constructor' }],
      ['a number that is none', { seen: 'NaN' }],
      ['a number without end', { seen: '1e999' }],
      ['a number below all', { seen: '-1' }],
      ['a huge number', { seen: '9'.repeat(400) }],
      ['a token without a name', { token: '' }],
      ['a token that is too long', { token: 'a'.repeat(5000) }],
      ['a token with a line in it', { token: 'aaaaaaaa\r\nset-cookie: a=b' }],
      ['all of those that are alike in nothing', { count: '30' }, 'decide-group'],
      ['a decision that was not made', { target: '99999999999999999999' }, 'undo']
    ])('%s', async (_what, change, path = 'decide') => {
      const before = rows().length
      const answered = await post(path, { ...(await item()), action: 'accept', token: randomUUID(), ...change })
      expect(answered.status).toBe(400)
      inWords(answered)
      expect(rows()).toHaveLength(before)
    })

    test('an item that there is not', async () => {
      for (const id of ['__proto__', 'constructor', '', '0', "' OR 1=1 --", '\u0000', '9'.repeat(400)]) {
        const answered = await post('decide', { ...(await item()), item: id, action: 'accept' })
        expect(answered.status, id).toBe(404)
        inWords(answered)
      }
    })

    test('a record that is none, with the form to put it right', async () => {
      const before = rows().length
      const answered = await post('decide', { ...(await item()), action: 'edit', 'f.low': '1e999', 's.anchor': '0,99999999999' })
      expect(answered.status).toBe(422)
      expect(JSON.parse(answered.text)).toMatchObject({ isSaved: false, form: expect.stringContaining('role="alert"') })
      expect(rows()).toHaveLength(before)
    })
  })

  test.each([
    '/\\evil.example',
    '//evil.example',
    '/%5Cevil.example',
    '\t//evil.example',
    '/\\\\/evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '\\\\evil.example',
    '/records',
    '..//evil.example',
    'records?q=a\r\nset-cookie: a=b',
    'records?q=\u00e9',
    'records#a',
    'evil'
  ])('goes back to no address but its own: %j', async here => {
    const answered = await post('settings', { reviewer: 'Hoa', lang: 'en', here })
    expect(answered.status).toBe(400)
    expect(answered.headers.location).toBeUndefined()
    expect(answered.headers['set-cookie']).toBeUndefined()
    inWords(answered)
  })

  test('goes back to the page that settings were changed on', async () => {
    for (const here of ['', 'records?q=%C4%91%E1%BA%A1t&state=undecided', 'progress', 'log']) {
      const answered = await post('settings', { reviewer: 'Hoa', lang: 'en', theme: 'dark', here })
      expect(answered.status).toBe(303)
      expect(new URL(answered.headers.location ?? '', review.origin).href).toBe(review.url + here)
    }
  })

  test('keeps the key and the name of who decides from servers on other ports', async () => {
    const answered = await post('settings', { reviewer: 'Hoa', lang: 'en', theme: 'dark', keys: 'on', here: '' })
    const key = new URL(review.url).pathname
    const cookies = answered.headers['set-cookie'] ?? []
    expect(cookies).toHaveLength(4)
    for (const cookie of cookies) {
      const isOfAll = cookie.includes('Path=/;')
      expect(isOfAll ? cookie : '').not.toMatch(/Hoa|reviewer/)
      expect(isOfAll || cookie.includes(`Path=${key};`)).toBe(true)
      expect(cookie.split(';')[0]).not.toContain(key.slice(1, -1))
    }
    // What another server sets for this machine names nobody.
    const tossed = await review.send('records', { headers: { cookie: 'reviewer=Evil; muctieu-reviewer=Evil' } })
    expect(tossed.text).toContain('<span class="who">Lan</span>')
    const own = cookies.map(c => c.split(';')[0]).join('; ')
    expect((await review.send('records', { headers: { cookie: own } })).text).toContain('<span class="who">Hoa</span>')
  })

  test('keeps a name to one line of what can be seen', async () => {
    const answered = await post('settings', { reviewer: ' \u202eLan\r\n\u0000\u001b[31m <b>\ud83d\ude00', here: '' })
    expect(answered.headers['set-cookie']?.map(c => decodeURIComponent(c.split(';')[0]?.split('=')[1] ?? ''))).toEqual(['Lan [31m <b>😀'])
  })

  test('sends policies with every answer, and its key with none', async () => {
    for (const path of ['records', '', 'none', '/', 'assets/style.css']) {
      const { headers, text } = await review.send(path)
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(headers['referrer-policy']).toBe('same-origin')
      expect(headers['cache-control']).toBe('no-store')
      expect(text).not.toContain(new URL(review.url).pathname)
    }
  })

  describe('a decision', () => {
    test('sent again alike gets the answer it got and is stored once, also at the same time', async () => {
      const fields: Record<string, string> = { ...(await item()), action: 'accept' }
      const before = rows().length
      const answers = await Promise.all([1, 2, 3].map(() => post('decide', fields)))
      answers.push(await post('decide', fields))
      expect(new Set(answers.map(a => `${a.status} ${JSON.parse(a.text).say}`)).size).toBe(1)
      expect(answers[0]?.status).toBe(200)
      expect(rows()).toHaveLength(before + 1)
    })

    test.each<[what: string, change: Record<string, string>, path?: string]>([
      ['another action', { action: 'reject' }],
      ['another note', { note: 'khác' }],
      ['another way', { target: '1' }, 'undo'],
      ['what is alike', { count: '1' }, 'decide-group']
    ])('under a token that was used for %s is refused, and never called saved', async (_what, change, path = 'decide') => {
      const fields: Record<string, string> = { ...(await item()), action: 'accept' }
      expect((await post('decide', fields)).status).toBe(200)
      const before = rows()
      for (const accept of ['application/json', 'text/html']) {
        const answered = await post(path, { ...fields, ...change }, { headers: { accept, 'accept-language': 'en' } })
        expect(answered.status).toBe(409)
        expect(answered.text).toContain('Not saved: this page has sent another decision already.')
        expect(answered.text).not.toContain('Saved:')
      }
      expect(rows()).toEqual(before)
    })

    test('of another item under a token that was used is refused', async () => {
      const [one, two] = [await item(), { ...(await item()) }]
      await post('decide', { ...one, action: 'accept' })
      Object.assign(two, await item(), { token: one['token'] })
      expect(two['item']).not.toBe(one['item'])
      expect((await post('decide', { ...two, action: 'accept' })).status).toBe(409)
    })

    test('that was refused may be sent anew under its token', async () => {
      const fields: Record<string, string> = { ...(await item()), action: 'accept' }
      await post('decide', { ...fields, token: randomUUID() })
      const late = await post('decide', { ...fields, action: 'reject' })
      expect(late.status).toBe(409)
      expect(JSON.parse(late.text)).toMatchObject({ isSaved: false, dialog: expect.stringContaining('conflict') })
      const seen = String(rows().at(-1)?.['id'])
      expect((await post('decide', { ...fields, action: 'reject', seen })).status).toBe(200)
    })

    test('of two at the same time about one item, one is saved and the other shown it', async () => {
      const fields = await item()
      const before = rows().length
      const answers = await Promise.all(
        ['accept', 'reject', 'none', 'accept', 'reject'].map(action => post('decide', { ...fields, action, token: randomUUID() }))
      )
      expect(answers.map(a => a.status).toSorted()).toEqual([200, 409, 409, 409, 409])
      expect(rows()).toHaveLength(before + 1)
    })

    test('taken back twice by one click is taken back once', async () => {
      await post('decide', { ...(await item()), action: 'accept' })
      const before = rows().length
      const fields = { target: String(rows().at(-1)?.['id']), token: `undo-${randomUUID()}` }
      const answers = [await post('undo', fields), await post('undo', fields)]
      expect(answers.map(a => a.status)).toEqual([200, 200])
      expect(JSON.parse(answers[0]?.text ?? '').say).toBe(JSON.parse(answers[1]?.text ?? '').say)
      expect(rows()).toHaveLength(before + 1)
    })

    test('without scripts leads to the next page, or to one that says why not', async () => {
      const plain = { headers: { accept: 'text/html', 'accept-language': 'en' } }
      const fields: Record<string, string> = { ...(await item()), action: 'accept' }
      const saved = await post('decide', fields, plain)
      expect(saved.status).toBe(303)
      expect(new URL(saved.headers.location ?? '', review.origin).href.startsWith(`${review.url}records`)).toBe(true)
      const late = await post('decide', { ...fields, token: randomUUID(), action: 'reject' }, plain)
      expect(late.status).toBe(409)
      expect(late.text).toMatch(/<dialog open [\s\S]*This was decided elsewhere/)
      expect(late.text).toContain(`<a href="records?item=${fields['item']}">Back to the item</a>`)
      const wrong = await post('decide', { ...(await item()), action: 'edit', 'f.low': 'x' }, plain)
      expect(wrong.status).toBe(422)
      expect(wrong.text).toMatch(/role="alert"[\s\S]*Back to the item/)
    })

    test('keeps what was typed, without what nobody types', async () => {
      const note = `<img src=x onerror=alert(1)> \u0000\u001b[2Jhai\ndòng ${'x'.repeat(5000)}`
      expect((await post('decide', { ...(await item()), action: 'note', note })).status).toBe(200)
      const kept = String(rows().at(-1)?.['note'])
      expect(kept.startsWith('<img src=x onerror=alert(1)> [2Jhai\ndòng xxx')).toBe(true)
      expect(kept).toHaveLength(4000)
      const log = (await review.send('log')).text
      expect(log).not.toContain('<img')
      expect(log).toContain('&#60;img src=x')
    })
  })
})
