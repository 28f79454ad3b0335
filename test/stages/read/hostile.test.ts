import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { paragraphsOf } from '../../../src/stages/read/pdf/paragraphs.ts'
import { thorough } from '../../thorough.ts'
import { ARTICLE, articleOf, brief, docx, failureOf, gzip, LINES, mail, pdf, pdfOf, readAs, typeset, xlsx, zip } from './make.ts'

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
  'a.eml': Buffer.from(mail({ subject: 'T', date: 'Thu, 02 May 2024 08:00:00 +0700', text: ARTICLE }, { 'b.docx': word })),
  'a.xlsx': xlsx({
    A: [
      ['id', 'text'],
      [1, ARTICLE]
    ]
  }),
  'a.csv': Buffer.from(`id,text\n1,"${ARTICLE.replaceAll('"', '')}"\n`)
}

const PACKED_TWICE = '/Filter [/FlateDecode /FlateDecode]'

function deflated(bytes: number): Buffer {
  return deflateSync(Buffer.alloc(bytes, ' '))
}

function damagedAtEnd(bytes: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, -1), Buffer.from([(bytes.at(-1) as number) ^ 255])])
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
    for (let seed = 1; seed <= thorough(4, 12); seed++) {
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
    ['many attributes', 'a.html', page + '<b a=1 b=2>x</b>'.repeat(600), 'read/too-large', { attributes: 1000 }],
    ['much markup', 'a.docx', docx(['x'.repeat(3 * MIB)]), 'read/too-large', { markupBytes: MIB }],
    ['much markup for its size', 'a.docx', docx(['<a/>'.repeat(MIB)]), 'read/too-large', {}],
    ['many elements of Word', 'a.docx', docx(['<a/>'.repeat(2000)]), 'read/too-large', { wordElements: 1000 }],
    ['notes of Word', 'a.docx', docx(['<w:footnoteReference/>'.repeat(20)]), 'read/too-large', {}],
    ['deep elements of Word', 'a.docx', docx(['<a>'.repeat(2000) + '</a>'.repeat(2000)]), 'read/too-nested', {}],
    ['much text of Word', 'a.docx', docx(Array<string>(400).fill('x'.repeat(300))), 'read/too-large', { markupBytes: 100_000 }],
    ['a deflated entry', 'a.zip', zip({ 'a.txt': 'x'.repeat(3 * MIB), 'b.txt': 'Một.' }), 'read/too-large article', { ratio: 10 }],
    ['a packed PDF', 'a.pdf', pdfOf(deflated(3 * MIB), '/Filter /FlateDecode'), 'read/too-large', { pdfBytes: MIB }],
    ['a PDF packed twice', 'a.pdf', pdfOf(deflateSync(deflated(9 * MIB)), PACKED_TWICE), 'read/too-large', { pdfBytes: MIB }],
    [
      'a PDF with a wrong sum',
      'a.pdf',
      pdfOf(damagedAtEnd(deflated(3 * MIB)), '/Filter /FlateDecode'),
      'read/too-large',
      { pdfBytes: MIB }
    ],
    ['a text of a PDF', 'a.pdf', pdf(typeset(LINES)), 'read/too-long', { textChars: 100 }],
    ['cells of a row', 'a.csv', 'text\nMột\nHai,,,,,,\nBa\n', 'article read/too-many-cells article', { cells: 3 }],
    ['lists in a line', 'a.ndjson', `{"text":"Một","a":[${'[],'.repeat(600_000)}0]}`, 'read/bad-json', {}],
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

test('markup of a Word file is told by what it is, wherever it stands', async () => {
  const styles = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles'
  const evil = {
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${styles}" Target="evil.bin"/></Relationships>`,
    'word/evil.bin': `<w:styles>${'<w:style/>'.repeat(2 * MIB)}</w:styles>`
  }
  expect(await failureOf('a.docx', docx(LINES, { more: evil }))).toBe('read/too-large')
  const drawing = { 'word/media/image2.svg': '<!DOCTYPE svg><svg/>' }
  expect((await articleOf('a.docx', docx(LINES, { more: drawing }))).article.text).toBe(ARTICLE.trimEnd())
  const picture = { 'word/media/image1.png': `\u0089PNG${' '.repeat(20 * MIB)}` }
  expect((await articleOf('a.docx', docx(LINES, { more: picture }))).article.text).toBe(ARTICLE.trimEnd())
})

test('entries that lie over one another are no archive', async () => {
  const archive = zip({ 'a.txt': { content: ARTICLE.repeat(40), stored: true }, 'b.txt': 'x' })
  const at = archive.lastIndexOf('PK\x01\x02')
  const copy = Buffer.from(archive)
  // The second entry is said to be as large as the archive.
  copy.writeUInt32LE(archive.length - 100, at + 20)
  expect(await failureOf('a.zip', copy)).toBe('read/corrupt')
})

test('an item of a feed that costs too much leaves the others', async () => {
  const items = [ARTICLE, '<a/>'.repeat(2000), '<p>Một câu khác.</p>'].map(d => `<item><description><![CDATA[${d}]]></description></item>`)
  expect(await failureOf('a.rss', `<rss version="2.0"><channel>${items.join('')}</channel></rss>`)).toBe('article read/too-nested article')
})

test('failures of one kind are told up to a limit, then counted', async () => {
  const results = await readAs('a.ndjson', `${'x\n'.repeat(12_445)}{"text":"Một"}\n{"text":""}`)
  expect(results).toHaveLength(103)
  const last = results.at(-1)
  expect(last?.kind === 'failure' && last.diagnostic.message).toBe('a.ndjson: … and 12,345 more of this kind (read/bad-json).')
})

test('a few bytes of gzip make no more than a few articles', async () => {
  const results = await readAs('a.ndjson.gz', gzip('{"text":"a"}\n'.repeat(60_000)))
  expect(results.length).toBeLessThan(1500)
  const last = results.at(-1)
  expect(last?.kind === 'failure' && last.diagnostic.code).toBe('read/too-many-articles')
})

test('a few bytes of gzip make no more than a few messages', async () => {
  const results = await readAs('a.ndjson.gz', gzip('x\n'.repeat(1.5 * MIB)))
  expect(results.length).toBeLessThan(110)
  expect(results.flatMap(r => (r.kind === 'failure' ? [r.diagnostic.code] : [])).at(-1)).toBe('read/bad-json')
})

describe('a parser of others works within limits', () => {
  const line = 'BT /F 12 Tf 1 0 0 1 70 700 Tm (mot cau van) Tj ET\n'
  const costly = pdfOf(deflateSync(line.repeat(60_000)), '/Filter /FlateDecode')

  test('of time, and the next file is read', async () => {
    expect(await failureOf('a.pdf', costly, { limits: { parserMilliseconds: 20 } })).toBe('read/too-costly')
    expect((await articleOf('b.pdf', pdf(typeset(LINES)))).article.text.length).toBeGreaterThan(400)
  })

  test('of memory', async () => {
    expect(await failureOf('a.pdf', costly, { limits: { parserBytes: 20 * MIB } })).toBe('read/too-costly')
  })

  test('that all files of an archive share', async () => {
    const archive = zip({ 'a.pdf': { content: costly, stored: true }, 'b.pdf': { content: costly, stored: true }, 'c.txt': 'Một.' })
    const results = await readAs('a.zip', archive, { limits: { parserMilliseconds: 20 } })
    expect(results.map(brief)).toEqual(['a.zip#a.pdf: read/too-costly', 'a.zip#b.pdf: read/too-costly', 'a.zip#c.txt'])
  })
})

test('a PDF whose lines are one paragraph takes no longer than its lines', () => {
  const lines = Array.from({ length: 40_000 }, (_, i) => ({
    text: `dòng thứ ${i} của đoạn-`,
    left: 70,
    right: 500,
    y: 700,
    height: 12,
    page: 1
  }))
  const start = performance.now()
  expect(paragraphsOf(lines)).toHaveLength(1)
  expect(performance.now() - start).toBeLessThan(5000)
})

test('markup that nests where nobody nests crashes nothing', async () => {
  const authors = `<script type="application/ld+json">{"@type":"NewsArticle","author":${'['.repeat(50_000)}${']'.repeat(50_000)}}</script>`
  expect(await failureOf('a.html', page.replace('<body>', `<body>${authors}`))).toBe('article')
  expect(await failureOf('a.html', page.replace('<body>', `<body><header>${'<b></b>'.repeat(150_000)}</header>`))).toBe('article')
  expect(await failureOf('a.html', page.replace('<p>', `<p>${'&'.repeat(5 * MIB)}</p><p>`))).toBe('article')
  expect(await failureOf('a.ndjson', `{"published":${'['.repeat(50_000)}${']'.repeat(50_000)},"text":"Một"}`)).toBe('article')
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
  const repeat = (s: string, bytes = thorough(MIB / 2, 2 * MIB)) => s.repeat(Math.floor(bytes / s.length))
  test.each<[string, string, string | Uint8Array]>([
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
    ['combining marks out of order', 'a.txt', `a${repeat('\u0301\u0323', MIB)}`],
    ['combining marks of a title', 'a.ndjson', `{"text":"Một","title":"a${repeat('\u0301\u0323', MIB)}"}`],
    ['combining marks of a code page', 'a.txt', Buffer.from(`x ${repeat('\u00ec\u00f2', MIB)}`, 'latin1')],
    ['spaces in a heading', 'a.md', `# a${repeat(' ', MIB)}b`],
    ['empty lines', 'a.ndjson', `${repeat('\n', MIB)}{"text":"Một"}`],
    ['escaped elements', 'a.rss', `<rss version="2.0"><channel><item><description>${repeat('&lt;a/&gt;')}`],
    ['rows in rows', 'a.html', `<p>${ARTICLE}</p>${'<table><tr><td>'.repeat(300)}${repeat('<p>x</p>', 400_000)}`],
    ['headings in headings', 'a.html', `<p>${ARTICLE}</p>${'<div itemprop=headline>'.repeat(900)}${repeat('<b></b>', MIB)}`],
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
