import { describe, expect, test } from 'vitest'
import { articleSchema } from '../../../src/model/article.ts'
import { UsageError } from '../../../src/model/usage-error.ts'
import { dayOfPage, isDateLine } from '../../../src/stages/read/html/when.ts'
import { sha256 } from '../../../src/text/hash.ts'
import { ARTICLE, articleOf, readAs, TITLE } from './make.ts'

test('the article record is complete and follows the contract', async () => {
  const { article, diagnostics, input } = await articleOf('2022-03-15-bac-kan.txt', ARTICLE)
  expect(articleSchema.parse(article.record)).toEqual({
    kind: 'article',
    id: sha256(ARTICLE).slice(0, 16),
    key: 'source:2022-03-15-bac-kan.txt',
    external_id: null,
    url: null,
    site: null,
    author: null,
    title: TITLE,
    published: '2022-03-15',
    language: 'vi',
    encoding: 'utf-8',
    quality: 'ok',
    chars: ARTICLE.length,
    sha256: sha256(ARTICLE),
    duplicate_of: null,
    sources: [{ source: '2022-03-15-bac-kan.txt', external_id: null, url: null, published: '2022-03-15' }]
  })
  expect(article.titleIsText).toBe(true)
  expect(diagnostics).toEqual([])
  expect(input).toEqual({ source: '2022-03-15-bac-kan.txt', sha256: sha256(ARTICLE), bytes: Buffer.byteLength(ARTICLE) })
})

describe('the title of a text is its first line if that stands alone without a stop', () => {
  test.each([
    ['Đề án 06\nNội dung.', 'Đề án 06'],
    ['\n\n  Đề án  06 \r\nNội dung.', 'Đề án 06'],
    ['“Thành phố đáng sống”\nNội dung.', '“Thành phố đáng sống”'],
    ['QÐ-TTg về kinh tế\u200b số\nNội dung.', 'QĐ-TTg về kinh tế số'],
    ['Đây là câu đầu.\nNội dung.', null],
    ['“Đây là câu đầu.”\nNội dung.', null],
    ['Gồm có:\nNội dung.', null],
    ['Chỉ có một dòng', null],
    ['Chỉ có một dòng\n\n', null]
  ])('%j', async (text, title) => {
    const { article } = await articleOf('a.txt', text)
    expect(article.record.title).toBe(title)
    expect(article.titleIsText).toBe(title !== null)
    expect(article.text).toBe(text)
  })
})

describe('an NDJSON line', () => {
  const line = async (value: object, options = {}) => (await articleOf('2020-01-02.ndjson', JSON.stringify(value), options)).article

  test('has its title as metadata, and its text as it is', async () => {
    const article = await line({ id: 'x/1', title: ' Một  hai ', text: '\ufeffĐạt 20%\r\n' })
    expect(article).toMatchObject({ text: '\ufeffĐạt 20%\r\n', titleIsText: false })
    expect(article.record).toMatchObject({ title: 'Một hai', external_id: 'x/1', key: 'id:2020-01-02.ndjson#x/1' })
    expect(article.record.sources[0]?.source).toBe('2020-01-02.ndjson#x/1')
  })

  test('is keyed by its address before its id', async () => {
    const article = await line({ id: 5, url: 'https://www.baox.vn/a.html', text: 'Đạt 20%' })
    expect(article.record).toMatchObject({ key: 'url:https://www.baox.vn/a.html', site: 'baox.vn', external_id: '5' })
  })

  test('without id and address is named by its article id', async () => {
    const article = await line({ text: 'Đạt 20%' })
    expect(article.record.key).toBe(`source:2020-01-02.ndjson#${article.record.id}`)
  })

  test.each([
    ['2021-06-10', '2021-06-10'],
    ['2021-06-10T23:30:00Z', '2021-06-11'],
    ['2021-06-10T23:30:00+07:00', '2021-06-10'],
    ['2021-06-10 16:59:59.123+0000', '2021-06-10'],
    ['2021-06-11T01:00:00+09:00', '2021-06-10'],
    ['2021-06-10T23:30', '2021-06-10'],
    ['2021-06-10T24:00:00Z', '2021-06-11']
  ])('published %j is the day %j in Ho Chi Minh City', async (published, day) => {
    expect((await line({ published, text: 'Đạt 20%' })).record.published).toBe(day)
  })

  test.each(['2021-02-30', '15/10/2020', 'hôm qua', 20210610, {}, '2021-06'])(
    'published %j is none, with a diagnostic',
    async published => {
      const result = await articleOf('a.ndjson', JSON.stringify({ published, text: 'Đạt 20%' }))
      expect(result.article.record.published).toBeNull()
      expect(result.diagnostics.map(d => d.code)).toEqual(['read/bad-published'])
    }
  )

  test('takes the day from its field, then --published, then the file name', async () => {
    expect((await line({ published: '2019-05-05', text: 'a' }, { published: '2018-01-01' })).record.published).toBe('2019-05-05')
    expect((await line({ text: 'a' }, { published: '2018-01-01' })).record.published).toBe('2018-01-01')
    expect((await line({ text: 'a' })).record.published).toBe('2020-01-02')
  })
})

test('a day for all inputs that is none is wrong usage', async () => {
  await expect(readAs('a.txt', 'x', { published: '2021-13-01' })).rejects.toThrow(UsageError)
})

test.each([
  ['Thứ Năm, 15/10/2020, 08:30 (GMT+7)', '2020-10-15'],
  ['thứ năm, 08 08 2019 08:51', '2019-08-08'],
  ['(05.08.2019 16:32)', '2019-08-05'],
  ['Thứ năm - 08/04/2021 10:11', '2021-04-08'],
  ['Cập nhật lúc 08:30, ngày 7 tháng 9 năm 2019', '2019-09-07'],
  ['Được đăng: 05 Tháng 6 2018', '2018-06-05'],
  ['Thu, 15 Oct 2020 20:30:00 GMT', '2020-10-16'],
  ['March 14, 2022', '2022-03-14'],
  ['22-11-2021', '2021-11-22'],
  ['7/5/2022 7:05:00 AM', '2022-07-05'],
  ['7/5/2022 7:05', '2022-05-07'],
  ['2022-03-13T22:15:00+00:00', '2022-03-14'],
  ['31/02/2020', undefined],
  ['1/3 dân số', undefined],
  ['749/QĐ-TTg', undefined]
])('%j on a page is %j', (text, day) => expect(dayOfPage(text)).toBe(day))

test('a date line is nothing but a date', () => {
  expect(isDateLine('Thứ Năm, 15/10/2020, 08:30 (GMT+7)')).toBe(true)
  expect(isDateLine('Đăng ngày 22-11-2021 bởi Ban biên tập')).toBe(true)
  expect(isDateLine('Hà Nội, ngày 15 tháng 10 năm 2020')).toBe(false)
  expect(isDateLine('Ngày 15/10/2020, Tỉnh ủy ban hành nghị quyết')).toBe(false)
})
