import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { extract } from '../../../../src/index.ts'
import type { Article } from '../../../../src/model/article.ts'
import type { AnyRecord } from '../../../../src/model/record.ts'
import { linesOf, page, readPage, table, tableArticle } from './lines.ts'

const PROSE = 'Trước đó, năm 2020 tỷ lệ hộ nghèo của tỉnh Yên Bái còn 7,2%; tỉnh phấn đấu đến năm 2025 giảm còn dưới 3%.'
const PLAN = table('Chỉ tiêu|ĐVT|Đến năm 2025|Đến năm 2030', 'Tỷ lệ hộ nghèo|%|5|3', 'Số xã nông thôn mới|xã|58|90')

/** The same text without what is known of its cells, as if it had been pasted. */
const flat = ({ tables: _, ...article }: Article): Article => article

const inTables = ({ tables = [] }: Article, { anchor }: AnyRecord): boolean =>
  tables.some(({ cells }) => cells.some(c => c.start < anchor.end && c.end > anchor.start))

describe('a text without tables', () => {
  test('knows of none', async () => {
    expect(await tableArticle('a.txt', readFileSync('fixtures/read/article.txt', 'utf8'))).not.toHaveProperty('tables')
    expect(await tableArticle('a.html', page('2021-05-05', PROSE, `${PROSE} ${PROSE}`))).not.toHaveProperty('tables')
  })
})

describe('the text beside a table', () => {
  test('says what it says without knowing of the cells', async () => {
    const article = await tableArticle('a.html', page('2021-05-05', PROSE, PLAN, PROSE))
    const outside = (a: Article) => extract(a).records.filter(r => !inTables(article, r))
    expect(outside(article).length).toBeGreaterThan(3)
    expect(outside(article)).toEqual(outside(flat(article)))
    expect(extract(article).records).not.toEqual(extract(flat(article)).records)
  })

  test('is flat: the same to the byte, a row a line, cells between tabs', async () => {
    const { text } = await tableArticle('a.html', page(null, PROSE, PLAN, PROSE))
    expect(text).toContain(
      `${PROSE}\nChỉ tiêu\tĐVT\tĐến năm 2025\tĐến năm 2030\nTỷ lệ hộ nghèo\t%\t5\t3\nSố xã nông thôn mới\txã\t58\t90\n${PROSE}`
    )
  })
})

test('a paragraph changes a figure only in fields that point at it', async () => {
  const lead = 'Các mục tiêu chủ yếu của tỉnh Yên Bái đến năm 2025 như sau:'
  const rows = table('Chỉ tiêu|ĐVT|Giá trị', 'Tỷ lệ hộ nghèo|%|5', 'Số xã nông thôn mới|xã|58')
  const parts = [PROSE, lead, rows]
  const before = await tableArticle('a.html', page('2021-05-05', ...parts))
  const figures = (article: Article): readonly AnyRecord[] => extract(article).records.filter(r => inTables(article, r))
  const were = figures(before)
  expect(were.map(r => r['deadline'])).toEqual(['2025', '2025'])
  for (const [i, part] of [PROSE, lead].entries()) {
    const other = 'Ở một nơi khác, người dân vẫn chờ đợi những thay đổi của mùa màng trong tiết trời se lạnh.'
    const after = await tableArticle('a.html', page('2021-05-05', ...parts.with(i, other)))
    const at = before.text.indexOf(part)
    for (const was of were) {
      const now = figures(after).find(r => r.anchor.quote === was.anchor.quote)
      // A count that is no goal any more makes no record: that is what its status says.
      for (const field of now === undefined ? ['status'] : ['status', 'indicator', 'qualifier', 'deadline', 'unit', 'low', 'place']) {
        if (JSON.stringify(now?.[field]) === JSON.stringify(was[field])) continue
        const entry = (was['evidence'] as Record<string, { start: number; end: number; via?: { start: number; end: number }[] }>)[field]
        const spans = entry === undefined ? [] : [entry, ...(entry.via ?? [])]
        expect(
          spans.some(s => s.start < at + part.length && s.end > at),
          `${field} of ${was.anchor.quote}`
        ).toBe(true)
      }
    }
  }
})

test('cells are found in a text that was not normalized', async () => {
  const markup = page('2021-05-05', `${PROSE}\u00a0\u00a0QÐ-TTg`, PLAN)
  const [plain, odd] = [await tableArticle('a.html', markup), await tableArticle('a.html', markup.normalize('NFD'))]
  expect(odd.text.length).toBeGreaterThan(plain.text.length)
  expect(linesOf(extract(odd).records)).toEqual(linesOf(extract(plain).records))
  expect(linesOf(extract(odd).records)).toContain('goal 90 = 90 xã | Số xã nông thôn mới | by 2030 | yen_bai')
})

describe('what a table says', () => {
  test('`Đến năm 2025 | Đến năm 2030` over two shares are two deadlines', async () => {
    expect(
      await readPage('2021-05-05', table('Nội dung|Đến năm 2025|Đến năm 2030', 'Hồ sơ trực tuyến|58%|60%', 'Kinh tế số|20%|30%'))
    ).toEqual([
      'goal 58% = 58 % | Hồ sơ trực tuyến | by 2025 | ',
      'goal 60% = 60 % | Hồ sơ trực tuyến | by 2030 | ',
      'goal 20% = 20 % | Kinh tế số | by 2025 | ',
      'goal 30% = 30 % | Kinh tế số | by 2030 | '
    ])
  })

  test('a year that was over when the text was written is no time of a goal', async () => {
    const rows = table('Nội dung|Đến năm 2020|Đến năm 2025', 'Hồ sơ trực tuyến|58%|60%', 'Kinh tế số|20%|30%')
    const lines = await readPage('2023-05-05', rows)
    expect(lines.map(line => line.split(' ')[0])).toEqual(['result', 'goal', 'result', 'goal'])
  })

  test('a row may say it too', async () => {
    expect(
      await readPage('2021-05-05', table('Năm|Tỷ lệ hộ nghèo (%)', 'Thực hiện 2020|5,5', 'Kế hoạch 2021|5', 'Kế hoạch 2025|3'))
    ).toEqual([
      'result 5,5 = 5.5 % | Tỷ lệ hộ nghèo | 2020 | ',
      'goal 5 = 5 % | Tỷ lệ hộ nghèo | 2021 | ',
      'goal 3 = 3 % | Tỷ lệ hộ nghèo | 2025 | '
    ])
  })

  test('the unit is that of the row, the column, or the whole table', async () => {
    const plan = (...rows: string[]) => readPage('2021-05-05', 'Mục tiêu đến năm 2025 (đơn vị tính: triệu USD):', table(...rows))
    expect(await plan('Chỉ tiêu|ĐVT|Kế hoạch 2025', 'Xuất khẩu gạo|tấn|500', 'Xuất khẩu tôm|"|300')).toEqual([
      'goal 500 = 500 tấn | Xuất khẩu gạo | 2025 | ',
      'goal 300 = 300 tấn | Xuất khẩu tôm | 2025 | '
    ])
    expect(await plan('Chỉ tiêu|Kế hoạch 2025 (tỷ đồng)', 'Thu nội địa|500', 'Thu hải quan|300')).toEqual([
      'goal 500 = 500000000000 VND | Thu nội địa | 2025 | ',
      'goal 300 = 300000000000 VND | Thu hải quan | 2025 | '
    ])
    expect(await plan('Chỉ tiêu|Kế hoạch 2025', 'Kim ngạch xuất khẩu|500', 'Kim ngạch nhập khẩu|300')).toEqual([
      'goal 500 = 500000000 USD | Kim ngạch xuất khẩu | 2025 | ',
      'goal 300 = 300000000 USD | Kim ngạch nhập khẩu | 2025 | '
    ])
  })

  test('a number that begins in one cell and ends in another is none', async () => {
    const lines = await readPage(
      '2021-05-05',
      table('Chỉ tiêu|ĐVT|KH 2021|TH/KH (%)', 'Tỷ lệ hộ nghèo|%|15|125%', 'Tỷ lệ cổ tức|%|12|110%')
    )
    expect(lines).toEqual([
      'goal 15 = 15 % | Tỷ lệ hộ nghèo | 2021 | ',
      'other 125% = 125 % | Tỷ lệ hộ nghèo |  | ',
      'goal 12 = 12 % | Tỷ lệ cổ tức | 2021 | ',
      'other 110% = 110 % | Tỷ lệ cổ tức |  | '
    ])
  })

  test('every share in it is one record', async () => {
    for (const rows of [
      table('Mã|Giá|Thay đổi', 'FPT|130.000|+1,5%', 'HPG|29.000|-0,4%'),
      table('A|B', '12% và 13%|x', 'khoảng 5%|6%'),
      table('Tên|12%|13%', 'Tổ 1|5%|6%', '7%|8%|9%')
    ]) {
      const article = await tableArticle('a.html', page('2021-05-05', PROSE, rows))
      const printed = article.text.match(/\d+(?:,\d+)?%/g)?.toSorted()
      const anchors = extract(article).records.map(r => r.anchor.quote)
      expect(anchors.filter(quote => quote.endsWith('%')).toSorted()).toEqual(printed)
    }
  })

  test('what is put aside for a table is refused with the reason', async () => {
    const rows = table('Chỉ tiêu|ĐVT|Kết quả 2022', 'Phấn đấu đến năm 2025 có xã nông thôn mới|xã|58', 'Hộ nghèo|hộ|600')
    const { records, rejections } = extract(await tableArticle('a.html', page('2023-05-05', rows)))
    expect(linesOf(records)).toEqual([])
    for (const { reason, rule } of rejections) expect([reason, rule]).toEqual(['table/no-goal', 'table/result-column'])
  })

  test('a rule of quantities that is left out is left out of tables too', async () => {
    const article = await tableArticle('tourism.md')
    const units = (without: readonly string[]) =>
      extract(article, { without: new Set(without) }).records.flatMap(r => ('unit' in r ? [r.unit] : []))
    expect(units([])).toContain('VND')
    expect(units(['quantity/money'])).not.toContain('VND')
  })
})
