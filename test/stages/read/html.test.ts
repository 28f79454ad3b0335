import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { withoutCredit } from '../../../src/stages/read/html/credit.ts'
import { proseLine } from '../../../src/stages/read/html/tables.ts'
import { articleOf, failureOf, reduced } from './make.ts'

interface Expected {
  readonly title: string
  readonly published: string | null
  readonly author?: string
  readonly url?: string
  readonly site?: string
  readonly first: string
  readonly last: string
  readonly lines: number
  readonly absent: readonly string[]
}

const LAYOUTS: Readonly<Record<string, Expected>> = JSON.parse(readFileSync('fixtures/read/html/expected.json', 'utf8'))
const fixture = (name: string) => readFileSync(`fixtures/read/html/${name}.html`)

describe.each(Object.entries(LAYOUTS))('the layout %s', (name, expected) => {
  test('gives the article and nothing of the page', async () => {
    const { article } = await articleOf(`${name}.html`, fixture(name))
    const lines = article.text.split('\n')
    expect(lines[0]?.slice(0, expected.first.length)).toBe(expected.first)
    expect(lines.at(-1)?.slice(-expected.last.length)).toBe(expected.last)
    expect(lines).toHaveLength(expected.lines)
    for (const phrase of expected.absent) expect(article.text).not.toContain(phrase)
  })

  test('gives title, day, author and address', async () => {
    const { article } = await articleOf(`${name}.html`, fixture(name))
    const { title, published, author = null, url = null, site = null } = expected
    expect(article.record).toMatchObject({ title, published, author, url, site })
    expect(article.titleIsText).toBe(false)
  })
})

test.each([['Theo TTXVN'], ['(Theo Báo Đắk Nông điện tử)'], ['Nguồn: Cổng thông tin tỉnh'], ['Tin, ảnh: Lò Thị Mẩy']])(
  'the credit "%s" behind the last paragraph is none of its text',
  async credit => {
    const paragraph = 'Tỉnh phấn đấu đến năm 2025 tỷ lệ che phủ rừng đạt 60%, cao hơn năm 2020 là 3 điểm phần trăm.'
    const { article } = await articleOf('a.html', `<h1>Tỉnh giữ rừng</h1><p>${paragraph}</p><p>${paragraph}</p><p>${credit}</p>`)
    expect(article.text).toBe(`${paragraph}\n${paragraph}`)
  }
)

test('who wrote it is the author', () => {
  expect(withoutCredit(['Rừng đạt 60%.', 'Lò Thị Mẩy'].map(proseLine))).toEqual({
    lines: [proseLine('Rừng đạt 60%.')],
    author: 'Lò Thị Mẩy'
  })
})

test.each([
  ['Rừng của tỉnh:', 'Hà Giang'],
  ['Hà Giang', 'Yên Bái'],
  ['Rừng đạt 60%.', 'Theo đó, mỗi xã giữ 100 ha'],
  ['Rừng đạt 60%.', 'Theo ông, rừng còn'],
  ['Rừng đạt 60%.', '- Yên Bái']
])('"%s" and "%s" end in no credit', (before, last) => {
  expect(withoutCredit([before, last].map(proseLine)).lines.map(line => line.text)).toEqual([before, last])
})

test('a list of headlines is a page without an article', async () => {
  expect(await failureOf('news-list.html', fixture('news-list'))).toBe('read/no-body')
})

test('lists keep their bullets and depth, data tables are lines', async () => {
  const wordpress = await articleOf('a.html', fixture('wordpress'))
  expect(wordpress.article.text).toContain(
    '- Sửa chữa 61 công trình xuống cấp, trong đó:\n+ Mèo Vạc 18 công trình;\n+ Đồng Văn 15 công trình.'
  )
  const portal = await articleOf('a.html', fixture('sharepoint-portal'))
  expect(portal.article.text).toContain('Đơn vị\tNăm 2024\tNăm 2025\nBệnh viện tuyến tỉnh\t60%\t100%')
})

test('numbered lists keep their numbers', async () => {
  const html = `<h1>Nhiệm vụ và giải pháp trọng tâm</h1><p>Kế hoạch đề ra hai nhóm nhiệm vụ lớn cho các sở, ngành trong giai đoạn 2021-2025:</p><ol start="3"><li>Hoàn thiện thể chế</li><li>Phát triển hạ tầng số</li></ol>`
  const { article } = await articleOf('a.html', html)
  expect(article.text.split('\n').slice(1)).toEqual(['3. Hoàn thiện thể chế', '4. Phát triển hạ tầng số'])
})

test('a page in an old encoding is read whatever charset it declares', async () => {
  const page = reduced(fixture('old-tables').toString('utf8')).replace('charset=utf-8', 'charset=iso-8859-1')
  const { article } = await articleOf('a.html', iconv.encode(page, 'tcvn'))
  expect(article.record).toMatchObject({ encoding: 'tcvn3', title: 'Long An trồng mới 2.000 ha lúa hữu cơ' })
})

test('a home page as canonical address names no article', async () => {
  const page = fixture('wordpress')
    .toString()
    .replace(/(rel="canonical" href=")[^"]*/, '$1https://tinvungcao.example.vn/')
  expect((await articleOf('a.html', page)).article.record.url).toBeNull()
})

test('the address of an archived copy is that of the page', async () => {
  const page = fixture('wordpress')
    .toString()
    .replace(/(rel="canonical" href=")/, '$1/web/20220314000000/')
  expect((await articleOf('a.html', page)).article.record.url).toBe('https://tinvungcao.example.vn/2022/03/14/ha-giang-nuoc-sach/')
})

test('an element that is called a sidebar but holds the article is read', async () => {
  const page = fixture('wordpress')
    .toString()
    .replace('class="entry-content"', 'class="sidebar"')
    .replace('<main id="main">', '<main class="widget">')
  expect((await articleOf('a.html', page)).article.text).toContain('Nguồn vốn thực hiện khoảng 312 tỷ đồng')
})

test('a page with a damaged byte is read, and a diagnostic says so', async () => {
  const page = fixture('microdata')
  const at = page.indexOf('giảm 50%')
  const { article, diagnostics } = await articleOf('a.html', Buffer.concat([page.subarray(0, at), Buffer.from([0xff]), page.subarray(at)]))
  expect(article.text).toContain('\ufffdgiảm 50%')
  expect(diagnostics).toMatchObject([{ code: 'read/invalid-bytes', severity: 'warning' }])
})

test('long comments under a short article stay comments', async () => {
  const comment = '<p>Tôi nghĩ rằng mục tiêu này rất đáng mừng, nhưng tỉnh cần làm rõ nguồn vốn và cách làm cho bà con yên tâm.</p>'
  const page = fixture('microdata')
    .toString()
    .replace('<div class="footer">', `<div id="comments">${comment.repeat(30)}</div><div class="footer">`)
  expect((await articleOf('a.html', page)).article.text).not.toContain('đáng mừng')
})

test('the day may stand in a time element alone', async () => {
  const page = fixture('epaper-cms').toString().replace('Thứ Tư, ngày 15/02/2023 - 06:00', '2 năm trước')
  expect((await articleOf('a.html', page)).article.record.published).toBe('2023-02-15')
})

test('a box of related news in the middle does not end the article', async () => {
  const page = fixture('press-json-ld')
    .toString()
    .replace('<p>Theo đó,', '<p><b>Tin liên quan</b></p><p><a href="/q">Quảng Bình đón dự án điện gió 3.000 tỷ đồng</a></p><p>Theo đó,')
  const { article } = await articleOf('a.html', page)
  expect(article.text).toContain('45% thu ngân sách')
  expect(article.text).not.toMatch(/Tin liên quan|Quảng Bình/)
})
