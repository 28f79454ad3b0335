import { describe, expect, test } from 'vitest'
import { ARTICLE, articleOf, brief, docx, failureOf, gzip, LINES, pdf, readAs, typeset, zip } from './make.ts'

const MIB = 1024 * 1024
const word = docx(LINES)
const page = `<html><body><h1>Tiêu đề của bài</h1><p>${ARTICLE}</p></body></html>`
const files: Readonly<Record<string, Buffer>> = {
  'a.txt': Buffer.from(ARTICLE),
  'a.html': Buffer.from(page),
  'a.docx': word,
  'a.pdf': pdf(typeset(LINES)),
  'a.zip': zip({ 'a.txt': ARTICLE, 'b.docx': word }),
  'a.ndjson': Buffer.from(`${JSON.stringify({ text: ARTICLE })}\n`),
  'a.ndjson.gz': gzip(`${JSON.stringify({ text: ARTICLE })}\n`),
  'a.rss': Buffer.from(`<rss version="2.0"><channel><item><description>${ARTICLE}</description></item></channel></rss>`),
  'a.md': Buffer.from(`# T\n\n${ARTICLE}`),
  'a.csv': Buffer.from(`id,text\n1,"${ARTICLE.replaceAll('"', '')}"\n`)
}

// A small generator of its own: the same damage on every machine.
function* noise(seed: number): Generator<number> {
  for (let x = seed; ; ) {
    x = (Math.imul(x, 1664525) + 1013904223) >>> 0
    yield x
  }
}

describe.each(Object.keys(files))('%s never crashes the reader', name => {
  const bytes = files[name] as Buffer
  const tell = async (content: Uint8Array) => {
    const results = await readAs(name, content)
    expect(results.length).toBeGreaterThan(0)
    for (const r of results) if (r.kind === 'failure') expect(r.diagnostic.message).toMatch(/^\S.*\.$/)
  }

  test('when it is cut off', async () => {
    for (let part = 0; part < 12; part++) await tell(bytes.subarray(0, Math.floor((bytes.length * part) / 12)))
  })

  test('when bytes of it are damaged', async () => {
    for (let seed = 1; seed <= 12; seed++) {
      const copy = Buffer.from(bytes)
      const random = noise(seed)
      for (let i = 0; i < 8; i++) copy[(random.next().value as number) % copy.length] = (random.next().value as number) >>> 24
      await tell(copy)
    }
  })

  test('when it is random', async () => {
    const random = noise(7)
    await tell(Buffer.from(Array.from({ length: 3000 }, () => (random.next().value as number) >>> 24)))
  })

  test('when it is another format', async () => {
    for (const other of Object.values(files)) await tell(other)
  })
})

describe('limits are kept, and their sentences name them', () => {
  test.each<[string, string, Uint8Array | string, string, object]>([
    ['a large file', 'a.zip', zip({ 'a.txt': 'x'.repeat(3 * MIB) }), 'read/too-large', { fileBytes: MIB }],
    [
      'a large archive',
      'a.zip',
      zip({ 'a.txt': 'Một', 'b.txt': 'x'.repeat(MIB), 'c.txt': 'Hai' }),
      'article read/too-large',
      { unpackedBytes: 1000 }
    ],
    ['many entries', 'a.zip', zip({ 'a.txt': 'x', 'b.txt': 'x', 'c.txt': 'x' }), 'read/too-many-entries', { entries: 2 }],
    ['nested archives', 'a.zip', zip({ 'b.zip': zip({ 'c.zip': zip({ 'd.txt': 'x' }) }) }), 'read/too-nested', { nesting: 2 }],
    ['gzip in gzip', 'a.txt.gz', gzip(gzip(gzip('x'))), 'read/too-nested', { nesting: 2 }],
    ['a packed file', 'a.txt.gz', gzip('x'.repeat(3 * MIB)), 'read/too-large', { fileBytes: MIB }],
    ['a long text', 'a.txt', 'Mục tiêu. '.repeat(200), 'read/too-long', { textChars: 1000 }],
    [
      'a long line',
      'a.ndjson',
      `{"text":"Một"}\n{"text":"${'x'.repeat(5000)}"}\n{"text":"Hai"}`,
      'article read/line-too-long article',
      { lineBytes: 1000 }
    ],
    ['deep markup', 'a.html', '<div>'.repeat(2000) + page, 'read/too-nested', {}],
    ['many elements', 'a.html', page + '<b>x</b>'.repeat(3000), 'read/too-large', { elements: 2000 }],
    ['much markup', 'a.docx', docx(['x'.repeat(3 * MIB)]), 'read/too-large', { markupBytes: MIB }],
    ['many pages', 'a.pdf', pdf([[], [], []]), 'read/too-large', { pages: 2 }],
    ['a large feed', 'a.rss', `<rss><channel>${' '.repeat(2 * MIB)}</channel></rss>`, 'read/too-large', { markupBytes: MIB }]
  ])('%s', async (_, name, content, codes, limits) => {
    expect(await failureOf(name, content, { limits })).toBe(codes)
  })

  test('a packed line without end stops the reading', async () => {
    const results = await readAs('a.ndjson.gz', gzip(`{"text":"Một"}\n${' '.repeat(40 * MIB)}\n{"text":"Hai"}`), {
      limits: { lineBytes: MIB }
    })
    expect(results.map(brief)).toEqual([expect.stringContaining('a.ndjson.gz#'), 'a.ndjson.gz: read/line-too-long'])
  })
})

test('entities and password protection in Word files are told', async () => {
  const entity = docx(['&a;'], { declaration: '<!DOCTYPE w [<!ENTITY a "x">]>' })
  expect(await failureOf('a.docx', entity)).toBe('read/unsafe-markup')
  const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')])
  expect(await failureOf('a.docx', ole)).toBe('read/password-protected')
  expect(await failureOf('a.docx', ole.subarray(0, 500))).toBe('read/unsupported')
})

test('a PDF with a password is told', async () => {
  const encrypt = `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'00'.repeat(32)}> /U <${'11'.repeat(32)}> >> `
  expect(await failureOf('a.pdf', pdf(typeset(LINES), { trailer: encrypt }))).toBe('read/password-protected')
})

test('what the content is goes before what the name says, with a warning', async () => {
  for (const [name, content] of [
    ['a.txt', page],
    ['a.docx', page],
    ['a.ndjson', pdf(typeset(LINES))],
    ['a.pdf', ARTICLE]
  ] as const) {
    const { diagnostics } = await articleOf(name, content)
    expect(diagnostics.map(d => d.code)).toEqual(['read/mislabelled'])
  }
  expect(await failureOf('a.pdf', Buffer.from([1, 0, 2, 0, 5]))).toBe('read/corrupt')
  expect(await failureOf('a.txt', Buffer.from('89504e470d0a1a0a00', 'hex'))).toBe('read/unsupported')
  expect(await failureOf('a.txt', '{\\rtf1 x}')).toBe('read/unsupported')
})

describe('no input takes longer than its length allows', () => {
  const repeat = (s: string, bytes = 2 * MIB) => s.repeat(Math.floor(bytes / s.length))
  test.each<[string, string, string]>([
    ['open angle brackets', 'a.html', repeat('<')],
    ['open tags', 'a.html', repeat('<a href=')],
    ['open scripts', 'a.html', repeat('<script ')],
    ['open comments', 'a.html', repeat('<!--')],
    ['end markers', 'a.html', `<p>${ARTICLE}</p>${repeat('<p>Tin liên quan</p>', MIB)}`],
    ['list items', 'a.html', `<p>${ARTICLE}</p><ol>${repeat('<li>x</li>', MIB)}</ol>`],
    ['named items', 'a.html', repeat('<p itemprop=headline class="a b c">x', MIB)],
    ['open document types', 'a.rss', `<rss>${repeat('<!DOCTYPE [')}`],
    ['open entities', 'a.rss', `<rss>${repeat('<!ENTITY ')}`],
    ['open elements', 'a.rss', `<rss version="2.0"><channel>${repeat('<item>')}`],
    ['open emphasis', 'a.md', repeat('**a ')],
    ['open links', 'a.md', repeat('[a](')],
    ['open images', 'a.md', repeat('![')],
    ['closing quotes', 'a.txt', `${repeat('"')}x\nHai`],
    ['spaces', 'a.txt', `a${repeat(' ')}b`],
    ['one word', 'a.txt', repeat('ế')],
    ['combining marks', 'a.txt', repeat('\u0301')],
    ['surrogates', 'a.ndjson', `{"text":"${repeat('\\ud800')}"}`],
    ['quotes in a table', 'a.csv', `text\n${repeat('"')}`],
    ['delimiters', 'a.csv', `text\n${repeat(',')}`],
    ['braces', 'a.ndjson', repeat('{"a":')],
    ['mojibake', 'a.txt', repeat('Ã¡Â»')]
  ])('%s', async (_, name, content) => {
    const start = performance.now()
    const results = await readAs(name, content)
    expect(results.length).toBeGreaterThan(0)
    expect(performance.now() - start).toBeLessThan(8000)
  })
})
