import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import {
  ARTICLE,
  articleOf,
  brief,
  docx,
  failureOf,
  gzip,
  LINES,
  pdf,
  readAs,
  reduced,
  TITLE,
  typeset,
  vniCharacters,
  zip
} from './make.ts'

const TEXT = ARTICLE.trimEnd()
const paragraphs = LINES.map(line => `<p>${line}</p>`)
const csvCell = (text: string) => `"${text.replaceAll('"', '""')}"`

describe('one article says the same in every format', () => {
  test.each<[string, string, Uint8Array | string]>([
    ['Word', 'a.docx', docx(LINES)],
    ['PDF with space between paragraphs', 'a.pdf', pdf(typeset(LINES))],
    [
      'PDF with indents and running titles over page ends',
      'a.pdf',
      pdf(typeset(LINES, { indent: 24, perPage: 6, header: 'Báo Bắc Kạn số 1.204' }))
    ],
    ['Markdown', 'a.md', `# ${LINES[0]}\n\n${LINES.slice(1).join('\n\n')}\n`],
    ['gzip', 'a.txt.gz', gzip(ARTICLE)],
    ['a Word file under another name', 'a.txt', docx(LINES)],
    ['Word, in a TCVN3 font', 'a.docx', docx(LINES.map(l => new TextDecoder('windows-1252').decode(iconv.encode(reduced(l), 'tcvn'))))],
    ['PDF, in a VNI font', 'a.pdf', pdf(typeset(LINES.map(vniCharacters)))]
  ])('%s', async (format, name, content) => {
    const { article } = await articleOf(name, content)
    const wanted = format.includes('TCVN3') ? reduced(TEXT) : TEXT
    expect(article.text.trimEnd()).toBe(wanted)
    expect(article.record).toMatchObject({ title: wanted.split('\n')[0], language: 'vi', quality: 'ok', author: null, published: null })
    expect(article.titleIsText).toBe(true)
  })

  test.each<[string, string, Uint8Array | string, string]>([
    [
      'HTML',
      'a.html',
      `<html><head><title>${TITLE}</title></head><body><h1>${TITLE}</h1>${paragraphs.slice(1).join('')}</body></html>`,
      'a.html'
    ],
    [
      'RSS',
      'a.rss',
      rss(`<title>${TITLE}</title><guid>g1</guid><content:encoded><![CDATA[${paragraphs.slice(1).join('')}]]></content:encoded>`),
      'a.rss#g1'
    ],
    ['CSV', 'a.csv', `id,title,text\n1,${csvCell(TITLE)},${csvCell(LINES.slice(1).join('\n'))}\n`, 'a.csv#1'],
    [
      'zipped NDJSON',
      'a.zip',
      zip({ 'd/l.ndjson': JSON.stringify({ id: 1, title: TITLE, text: LINES.slice(1).join('\n') }) }),
      'a.zip#d/l.ndjson#1'
    ],
    ['packed NDJSON', 'l.ndjson.gz', gzip(JSON.stringify({ id: 1, title: TITLE, text: LINES.slice(1).join('\n') })), 'l.ndjson.gz#1']
  ])('%s, the title beside the text', async (_, name, content, source) => {
    const result = await articleOf(name, content)
    expect(result.article.text).toBe(LINES.slice(1).join('\n'))
    expect(result.article.titleIsText).toBe(false)
    expect(result.article.record.title).toBe(TITLE)
    expect(brief(result)).toBe(source)
  })
})

function rss(items: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Báo</title><link>https://bao.example.vn</link><item>${items}</item></channel></rss>`
}

test('Word: tables are lines with tabs, lists have bullets, notes lose their marks', async () => {
  const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`
  const table = `<w:tbl><w:tr>${cell('Chỉ tiêu')}${cell('2025')}</w:tr><w:tr>${cell('Kinh tế số')}${cell('20%')}</w:tr></w:tbl>`
  const { article } = await articleOf('a.docx', docx(['Đoạn đầu.', table, '<w:p><w:r><w:t>một</w:t><w:br/><w:t>hai</w:t></w:r></w:p>']))
  expect(article.text).toBe('Đoạn đầu.\nChỉ tiêu\t2025\nKinh tế số\t20%\nmột\nhai')
})

describe('PDF', () => {
  const line = (text: string, y: number, x = 70) => ({ text, x, y })

  test('undoes hyphenation, and keeps the hyphen of a compound', async () => {
    const { article } = await articleOf(
      'a.pdf',
      pdf([
        [
          line(`Nghị quyết nêu rõ mục tiêu phát triển nền kinh tế số và hướng ngh-`, 700),
          line('iệp theo Nghị quyết số 22-NQ/TU cho mọi người dân ở trong tỉnh, NQ-', 684),
          line('TU ban hành.', 668)
        ]
      ])
    )
    expect(article.text).toBe(
      'Nghị quyết nêu rõ mục tiêu phát triển nền kinh tế số và hướng nghiệp theo Nghị quyết số 22-NQ/TU cho mọi người dân ở trong tỉnh, NQ-TU ban hành.'
    )
  })

  test('drops running titles and page numbers, not text that happens to stand there', async () => {
    const pages = [1, 2, 3].map(n => [
      line('Cổng thông tin tỉnh', 810),
      line(`Đoạn văn thứ ${n} của trang nói về mục tiêu đến năm 202${n}.`, 700),
      line(`- ${n} -`, 30)
    ])
    const { article } = await articleOf('a.pdf', pdf(pages))
    expect(article.text.split('\n')).toEqual([1, 2, 3].map(n => `Đoạn văn thứ ${n} của trang nói về mục tiêu đến năm 202${n}.`))
  })

  test('without text is a scan', async () => expect(await failureOf('a.pdf', pdf([[], []]))).toBe('read/scanned'))

  test('tells of pages without text', async () => {
    const { diagnostics } = await articleOf('a.pdf', pdf([...typeset(LINES), []]))
    expect(diagnostics.map(d => d.code)).toEqual(['read/pages-without-text'])
  })
})

describe('feeds', () => {
  test('RSS items have their own day, author, address and id', async () => {
    const { article } = await articleOf(
      'f.xml',
      rss(
        '<title>Một &amp; hai</title><link>https://bao.example.vn/1</link><guid>77</guid><dc:creator>Lê Nam</dc:creator><pubDate>Thu, 15 Oct 2020 20:30:00 GMT</pubDate><description>&lt;p&gt;Tóm tắt của bài.&lt;/p&gt;</description>'
      )
    )
    expect(article).toMatchObject({ text: 'Tóm tắt của bài.' })
    expect(article.record).toMatchObject({
      title: 'Một & hai',
      author: 'Lê Nam',
      url: 'https://bao.example.vn/1',
      external_id: '77',
      published: '2020-10-16',
      site: 'bao.example.vn'
    })
  })

  test('an item with a summary only says so, one with nothing is a failure, the next is read', async () => {
    const results = await readAs(
      'f.rss',
      rss('<description>Chỉ có tóm tắt.</description></item><item><title>Rỗng</title></item><item><description>Nữa.</description>')
    )
    expect(results.map(r => (r.kind === 'article' ? r.diagnostics[0]?.code : brief(r)))).toEqual([
      'read/summary-only',
      'f.rss: read/no-text',
      'read/summary-only'
    ])
  })

  test('Atom', async () => {
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry><title>Đề án</title><id>urn:1</id><link rel="alternate" href="https://x.example.vn/1"/><updated>2021-06-10T22:00:00Z</updated><author><name>An</name></author><content type="html">&lt;p&gt;Một.&lt;/p&gt;&lt;p&gt;Hai.&lt;/p&gt;</content></entry></feed>`
    const { article } = await articleOf('f.atom', feed)
    expect(article.text).toBe('Một.\nHai.')
    expect(article.record).toMatchObject({
      title: 'Đề án',
      author: 'An',
      url: 'https://x.example.vn/1',
      external_id: 'urn:1',
      published: '2021-06-11'
    })
  })

  test('entities are not expanded, files not fetched', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha ha ha ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>${rss('<description>Tóm tắt &b; và &f; hết.</description>').replace(/<\?xml[^>]*>/, '')}`
    const { article } = await articleOf('f.rss', bomb)
    expect(article.text).not.toMatch(/ha ha|root:/)
  })

  test('XML that is no feed is a failure', async () => {
    expect(await failureOf('a.xml', '<?xml version="1.0"?><urlset><url/></urlset>')).toBe('read/not-a-feed')
    expect(await failureOf('a.rss', '<rss version="2.0"><channel>')).toBe('read/not-a-feed')
  })
})

test('Markdown: marks go, words stay, soft line breaks are spaces, front matter is metadata', async () => {
  const text = `---\ntitle: "Mục tiêu"\npublished: 2021-05-01\nurl: https://b.example.vn/x\n---\nĐoạn **đậm** và _nghiêng_,\ntiếp theo 2 * 3 * 4.\n\n## Đề mục\n\n- mục [một](http://a.vn)\n- mục hai\n\n| A | B |\n|---|---|\n| x | 25% |\n\n![ảnh](a.png)\n`
  const { article } = await articleOf('a.md', text)
  expect(article.text).toBe('Đoạn đậm và nghiêng, tiếp theo 2 * 3 * 4.\nĐề mục\n- mục một\n- mục hai\nA\tB\nx\t25%')
  expect(article.record).toMatchObject({
    title: 'Mục tiêu',
    published: '2021-05-01',
    key: 'url:https://b.example.vn/x',
    site: 'b.example.vn'
  })
  expect(article.titleIsText).toBe(false)
})

test('Markdown: marks in pairs go, one by one, and those that close a heading', async () => {
  const text = '# Mục tiêu ##\n\n***Đậm*** và **vừa _nghiêng_** là __một__, a**b*, số #5.\n\n<http://a.vn/x> <b>đậm</b>\n'
  const { article } = await articleOf('a.md', `---\nauthor: 'An'\n---\n${text}`)
  expect(article.text).toBe('Mục tiêu\nĐậm và vừa nghiêng là một, a**b*, số #5.\nhttp://a.vn/x đậm')
  expect(article.record).toMatchObject({ author: 'An' })
})

test('what a file is is told behind declarations and comments of any number', async () => {
  const page = `<!DOCTYPE html><html><body>${paragraphs.join('')}</body></html>`
  const { article } = await articleOf('a', `\n<?xml version="1.0"?>\n<!-- a -- b -->\n<!--> -->${page}`)
  expect(article.text).toContain(LINES.at(-1))
  expect(await failureOf('b', `${'<!-- '.repeat(2000)}`)).toBeDefined()
})

describe('CSV', () => {
  test('knows its columns by name in either language, with any delimiter, quotes and line ends', async () => {
    const results = await readAs(
      'a.csv',
      '\ufeffMã bài;Tiêu đề;Nội dung;Ngày đăng;Tác giả\r\n01;"Một ""hai""";"Đến năm 2025;\nđạt 20%.";15/10/2020;An\r\n\r\n02;Ba;Bốn;chưa rõ;\r\n'
    )
    expect(results).toMatchObject([
      {
        article: {
          text: 'Đến năm 2025;\nđạt 20%.',
          record: { title: 'Một "hai"', published: '2020-10-15', external_id: '01', author: 'An', key: 'id:a.csv#01' }
        },
        diagnostics: []
      },
      { article: { text: 'Bốn', record: { published: null } }, diagnostics: [{ code: 'read/bad-published' }] }
    ])
  })

  test('a row without text and a quotation without end are failures, the rest is read', async () => {
    const results = await readAs('a.tsv', 'id\ttext\n1\tMột\n2\t\n3\t"Ba')
    expect(results.map(brief)).toEqual(['a.tsv#1', 'a.tsv: read/no-text', 'a.tsv: read/truncated'])
  })

  test('a table without a text column is a failure', async () => expect(await failureOf('a.csv', 'a,b\n1,2\n')).toBe('read/no-text-column'))
})

describe('NDJSON', () => {
  test('bad lines are failures with their line numbers, the good ones are read', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"id":1,"text":"Một"}\r\nđây không phải JSON\n\n[1]\n{"id":2}\n{"id":3,"text":5}\n{"id":4,"text":"  "}\n{"text":"'),
      Buffer.from([0xe1, 0xbb]),
      Buffer.from('"}\n{"id":5,"text":"Năm"}')
    ])
    const results = await readAs('a.ndjson', bytes)
    const messages = results.map(r => (r.kind === 'failure' ? r.diagnostic.message : brief(r)))
    expect(messages).toEqual([
      'a.ndjson#1',
      'a.ndjson, line 2, is not JSON.',
      'a.ndjson, line 4, is not a JSON object.',
      'a.ndjson, line 5, has no "text".',
      'a.ndjson, line 6, has a "text" that is not a string.',
      'a.ndjson, line 7, has an empty "text".',
      'a.ndjson, line 8, is not valid UTF-8.',
      'a.ndjson#5'
    ])
  })

  test('in UTF-16 is read too', async () => {
    const { article } = await articleOf('a.ndjson.gz', gzip(Buffer.from('\ufeff{"text":"Một hai"}\n', 'utf16le')))
    expect(article.text).toBe('Một hai')
  })

  test('a text in an old font is read in its encoding, its title with it', async () => {
    const { article } = await articleOf('a.ndjson', JSON.stringify({ title: vniCharacters(TITLE), text: vniCharacters(TEXT) }))
    expect(article.text).toBe(TEXT)
    expect(article.record).toMatchObject({ title: TITLE, encoding: 'utf-8+vni' })
  })
})

describe('archives', () => {
  test('entries are read in the order of their paths, each with its own format and name', async () => {
    const results = await readAs(
      'a.zip',
      zip({
        'z.txt': 'Một.\nHai',
        'b/2020-03-04.docx': docx(['Ba.', 'Bốn.']),
        'b/x.jpg': 'x',
        '__MACOSX/z.txt': 'x',
        '.ẩn.txt': 'x',
        'c/': '',
        'a.zip': zip({ 'in.txt': 'Năm.\nSáu' })
      })
    )
    expect(results.map(brief)).toEqual([
      'a.zip#.ẩn.txt: read/skipped',
      'a.zip#__MACOSX/z.txt: read/skipped',
      'a.zip#a.zip#in.txt',
      'a.zip#b/2020-03-04.docx',
      'a.zip#b/x.jpg: read/skipped',
      'a.zip#z.txt'
    ])
    expect(results[3]).toMatchObject({ article: { record: { published: '2020-03-04' } } })
  })

  test('what is wrong with one entry does not touch the others', async () => {
    const results = await readAs(
      'a.zip',
      zip({
        '../up.txt': 'x',
        '/abs.txt': 'x',
        'C:\\d.txt': 'x',
        'a.txt': 'Một',
        'b.txt': { content: 'x', flags: 1 },
        'c.txt': { content: 'x', crc: 1 },
        'd.txt': { content: 'Hai', stored: true },
        'e.txt': ''
      })
    )
    expect(results.map(brief)).toEqual([
      'a.zip: read/unsafe-path',
      'a.zip: read/unsafe-path',
      'a.zip: read/unsafe-path',
      'a.zip#a.txt',
      'a.zip#b.txt: read/password-protected',
      'a.zip#c.txt: read/corrupt',
      'a.zip#d.txt',
      'a.zip#e.txt: read/empty'
    ])
  })

  test('an archive without articles is a failure', async () => {
    expect(await failureOf('a.zip', zip({}))).toBe('read/no-articles')
    expect(await failureOf('a.zip', zip({ 'x.jpg': 'x' }))).toBe('read/skipped read/no-articles')
  })

  test('of a thousand pictures a hundred are told and the rest is counted, none of them a failure', async () => {
    const pictures = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`${i}.jpg`, 'x']))
    const results = await readAs('a.zip', zip({ ...pictures, 'a.txt': 'Một.\nHai' }))
    const told = results.flatMap(r => (r.kind === 'failure' ? [r.diagnostic] : []))
    expect(results).toHaveLength(102)
    expect(told.every(({ severity, code }) => severity === 'info' && code === 'read/skipped')).toBe(true)
    expect(told.at(-1)?.message).toBe('a.zip: … and 900 more of this kind (read/skipped).')
  })
})
