import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Article } from '../../../src/model/article.ts'
import { articleOf, docx, failureOf, readAs, xlsx } from './make.ts'

/** The cells of each table as `row,column:text`, with what they take up and whether they are headers. */
const cellsOf = ({ text, tables = [] }: Article): readonly string[] =>
  tables.map(({ cells }) =>
    cells
      .map(({ row, column, rows, columns, isHeader, start, end }) => {
        const size = `${rows > 1 ? ` rows ${rows}` : ''}${columns > 1 ? ` columns ${columns}` : ''}`
        return `${row},${column}${size}${isHeader ? '*' : ''}:${text.slice(start, end)}`
      })
      .join(' | ')
  )

const PROSE = 'UBND tỉnh vừa ban hành kế hoạch phát triển kinh tế - xã hội của tỉnh trong giai đoạn tới, với nhiều chỉ tiêu.'
const page = (...parts: readonly string[]): string =>
  `<article><h1>Tỉnh ban hành kế hoạch</h1><p>Mở đầu: ${PROSE}</p>${parts.join('')}<p>${PROSE} Hết.</p></article>`
const cells = async (markup: string): Promise<readonly string[]> => cellsOf((await articleOf('a.html', page(markup))).article)

describe('a page', () => {
  test('empty cells have their columns, and spans theirs', async () => {
    const table =
      '<table><thead><tr><td rowspan=2>TT</td><td colspan="2">Năm</td></tr><tr><td>2025</td><td>2030</td></tr></thead>' +
      '<tbody><tr><th>Nghèo</th><td></td><td>5%</td></tr><tr><td rowspan="9">Rừng</td><td>40%</td></tr></tbody></table>'
    expect(await cells(table)).toEqual([
      '0,0 rows 2*:TT | 0,1 columns 2*:Năm | 1,1*:2025 | 1,2*:2030 | 2,0*:Nghèo | 2,2:5% | 3,0:Rừng | 3,1:40%'
    ])
  })

  test('the text is what it was before anybody asked for cells', async () => {
    const { article } = await articleOf(
      'a.html',
      page('<table><tr><td>a</td><td>b</td></tr><tr><td></td><td>c d</td><td>e</td></tr></table>')
    )
    expect(article.text).toBe(`Mở đầu: ${PROSE}\na\tb\nc d\te\n${PROSE} Hết.`)
  })

  test('a line that breaks within a cell breaks neither the cell nor its row; numbers under one another are several', async () => {
    const table =
      '<table><tr><th>Chỉ tiêu</th><th>Đến năm<br>2025</th></tr><tr><td>Tỷ lệ hộ<br/>nghèo</td><td>5%<br></td></tr><tr><td>Rừng</td><td>42%</td></tr>'
    expect(await cells(`${table}</table>`)).toEqual([
      '0,0*:Chỉ tiêu | 0,1*:Đến năm 2025 | 1,0:Tỷ lệ hộ nghèo | 1,1:5% | 2,0:Rừng | 2,1:42%'
    ])
    const { article } = await articleOf('a.html', page(`${table}<tr><td>Hai số</td><td>5%<br>6%</td></tr></table>`))
    expect(article.text).toContain('Hai số\n5%\n6%')
  })

  test('what only lays out a page is no table', async () => {
    expect(
      await cells(`<table><tr><td>${PROSE} ${PROSE}</td><td>${PROSE} ${PROSE} Nữa.</td></tr><tr><td>x</td><td>y</td></tr></table>`)
    ).toEqual([])
  })

  test.each([
    ['claims to be wider than any', '<tr><td colspan=1000000>a</td><td>b</td></tr>'],
    ['claims to be so by many cells', `<tr>${'<td colspan=99>a</td>'.repeat(3)}</tr>`]
  ])('a table that %s has no cells, and costs nothing', async (_, row) => {
    expect(await cells(`<table>${row}<tr><td>c</td><td>d</td></tr></table>`)).toEqual([])
  })

  test.each(['0', '-3', 'x', '99999'])('a row span of %s ends with the table', async span => {
    const [found] = await cells(`<table><tr><td rowspan="${span}">a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>`)
    expect(found).toMatch(/^0,0(?: rows 2)?:a \| 0,1:b \| 1,[01]:c \| 1,[12]:d$/)
  })

  test('letters of an old font do not move cells', async () => {
    const words = (text: string) => Buffer.from(text, 'latin1').toString('latin1')
    const body = `<p>${words('UBND tØnh võa ban hµnh kÕ ho¹ch ph¸t triÓn kinh tÕ - x· héi cña tØnh trong giai ®o¹n tíi, víi nhiÒu chØ tiªu quan träng.')}</p>`
    const table = '<table><tr><td>ChØ tiªu</td><td>N¨m 2025</td></tr><tr><td>Tû lÖ hé nghÌo</td><td>5%</td></tr></table>'
    const { article } = await articleOf('a.html', `<article><h1>Tin</h1>${body}${table}${body}</article>`)
    expect(article.record.encoding).toMatch(/tcvn3/)
    expect(cellsOf(article)).toEqual(['0,0:Chỉ tiêu | 0,1:Năm 2025 | 1,0:Tỷ lệ hộ nghèo | 1,1:5%'])
  })
})

describe('a Word file', () => {
  const cell = (text: string, more = '') =>
    `<w:tc><w:tcPr>${more}</w:tcPr>${text
      .split('/')
      .map(p => `<w:p><w:r><w:t>${p}</w:t></w:r></w:p>`)
      .join('')}</w:tc>`
  const row = (...of: string[]) => `<w:tr>${of.join('')}</w:tr>`

  test('merged cells, and cells of several lines', async () => {
    const table = `<w:tbl>${row(cell('TT', '<w:vMerge w:val="restart"/>'), cell('Kế hoạch', '<w:gridSpan w:val="2"/>'))}${row(
      cell('', '<w:vMerge/>'),
      cell('2025'),
      cell('2030')
    )}${row(cell('Tỷ lệ/hộ nghèo'), cell('5%'), cell('3%'))}</w:tbl>`
    const { article } = await articleOf('a.docx', docx(['Đoạn đầu.', table, 'Đoạn cuối.']))
    expect(cellsOf(article)).toEqual([
      '0,0 rows 2:TT | 0,1 columns 2:Kế hoạch | 1,1:2025 | 1,2:2030 | 2,0:Tỷ lệ\nhộ nghèo | 2,1:5% | 2,2:3%'
    ])
  })
})

test('an entry of a feed', async () => {
  const table =
    '&lt;table&gt;&lt;tr&gt;&lt;td&gt;a&lt;/td&gt;&lt;td&gt;b&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;c&lt;/td&gt;&lt;td&gt;d&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;'
  const feed = `<rss version="2.0"><channel><title>Báo</title><link>https://bao.example.vn</link><item><title>Tin</title><description>&lt;p&gt;${PROSE}&lt;/p&gt;${table}</description></item></channel></rss>`
  const { article } = await articleOf('a.xml', feed)
  expect(cellsOf(article)).toEqual(['0,0:a | 0,1:b | 1,0:c | 1,1:d'])
})

describe('Markdown', () => {
  test('rows under a line of dashes', async () => {
    const { article } = await articleOf(
      'a.md',
      'Mở đầu.\n\n| | 2025 | 2030 |\n|---|:-:|---|\n| Nghèo | 5% | |\n| Rừng | **40%** | 42% |\n\nHết.\n| a | b |\n'
    )
    expect(article.text).toBe('Mở đầu.\n2025\t2030\nNghèo\t5%\nRừng\t40%\t42%\nHết.\na\tb')
    expect(cellsOf(article)).toEqual(['0,1*:2025 | 0,2*:2030 | 1,0:Nghèo | 1,1:5% | 2,0:Rừng | 2,1:40% | 2,2:42%'])
  })
})

describe('a CSV', () => {
  test('of figures is one article with one table', async () => {
    const [result, ...others] = await readAs('a.csv', 'Chỉ tiêu,ĐVT,Năm 2025,Năm 2030\nTỷ lệ hộ nghèo,%,"2,5",1\nSố xã,xã,,"1.200"\n')
    expect(others).toEqual([])
    const { article } = result as Extract<typeof result, { kind: 'article' }>
    expect(article.text).toBe('Chỉ tiêu\tĐVT\tNăm 2025\tNăm 2030\nTỷ lệ hộ nghèo\t%\t2,5\t1\nSố xã\txã\t1.200')
    expect(article.record.sources[0]?.source).toBe('a.csv')
    expect(cellsOf(article)).toEqual([
      '0,0*:Chỉ tiêu | 0,1*:ĐVT | 0,2*:Năm 2025 | 0,3*:Năm 2030 | 1,0:Tỷ lệ hộ nghèo | 1,1:% | 1,2:2,5 | 1,3:1 | 2,0:Số xã | 2,1:xã | 2,3:1.200'
    ])
  })

  test('titles above it are lines of their own, the first its title', async () => {
    const { article } = await articleOf('a.csv', 'BIỂU 1: CHỈ TIÊU;;\n;;\nTT;Nội dung;Kế hoạch 2025\n1;Rừng;42%\n')
    expect(article.record.title).toBe('BIỂU 1: CHỈ TIÊU')
    expect(article.titleIsText).toBe(true)
    expect(cellsOf(article)).toEqual(['0,0*:TT | 0,1*:Nội dung | 0,2*:Kế hoạch 2025 | 1,0:1 | 1,1:Rừng | 1,2:42%'])
  })

  test.each([
    ['names no time and no plan', 'Tên,Tuổi\nLan,20\nHoa,30\n'],
    ['has words where figures are to be', 'Chỉ tiêu,Năm 2025\nRừng,nhiều\nBiển,sâu\n'],
    ['has a row without a name', 'Chỉ tiêu,ĐVT,Năm 2025\n5,%,42\n'],
    ['has a row that is wider than its header', 'Chỉ tiêu,Năm 2025\nRừng,42,43\n'],
    ['ends within a quotation', 'Chỉ tiêu,Năm 2025\nRừng,"42\n']
  ])('that %s is refused as before', async (_, content) => {
    expect(await failureOf('a.csv', content)).toBe('read/no-text-column')
  })

  test('with a text column and titles is a list of articles, whatever else it has', async () => {
    const results = await readAs('a.csv', 'title,text,Năm 2025\nTin một,Đoạn một.,5\nTin hai,Đoạn hai.,6\n')
    expect(results.map(r => (r.kind === 'article' ? r.article.text : r.kind))).toEqual(['Đoạn một.', 'Đoạn hai.'])
  })
})

test('plain text and NDJSON know of no cells', async () => {
  const text = readFileSync('fixtures/read/article.txt', 'utf8')
  for (const [name, content] of [
    ['a.txt', `${text}\na\tb\nc\td`],
    ['a.ndjson', JSON.stringify({ text })]
  ] as const)
    expect((await articleOf(name, content)).article).not.toHaveProperty('tables')
})

test('a sheet of figures is one article with one table, beside a sheet of articles', async () => {
  const plan = [['CHỈ TIÊU ĐẾN NĂM 2025'], ['Chỉ tiêu', 'ĐVT', 'Kế hoạch 2025'], ['Tỷ lệ hộ nghèo', '%', 2.5], ['Số xã', 'xã', 120]]
  const results = await readAs(
    'a.xlsx',
    xlsx({
      Bài: [
        ['title', 'text'],
        ['Tin', 'Đoạn một.']
      ],
      'Biểu 1': plan
    })
  )
  const articles = results.flatMap(r => (r.kind === 'article' ? [r.article] : []))
  expect(articles.map(a => a.text)).toEqual([
    'Đoạn một.',
    'CHỈ TIÊU ĐẾN NĂM 2025\nChỉ tiêu\tĐVT\tKế hoạch 2025\nTỷ lệ hộ nghèo\t%\t2.5\nSố xã\txã\t120'
  ])
  expect(cellsOf(articles[1] as Article)).toEqual([
    '0,0*:Chỉ tiêu | 0,1*:ĐVT | 0,2*:Kế hoạch 2025 | 1,0:Tỷ lệ hộ nghèo | 1,1:% | 1,2:2.5 | 2,0:Số xã | 2,1:xã | 2,2:120'
  ])
})
