import { describe, expect, test } from 'vitest'
import { ARTICLE, articleOf, brief, failureOf, LINES, readAs, TITLE, xlsx, zip } from './make.ts'

describe('a workbook', () => {
  const HEAD = ['Tiêu đề', 'Nội dung', 'Ngày đăng', 'Link'] as const

  test('has an article a row, as a table of text has', async () => {
    const rows = [
      HEAD,
      [TITLE, ARTICLE, { n: 45413.5, style: 'day' } as const, 'https://bao.vn/1'],
      [null, 'Bài thứ hai.\nHai dòng.', '02/05/2024', null],
      [null, null, null, null]
    ]
    const [one, two, ...rest] = await readAs('a.xlsx', xlsx({ Tin: rows }))
    expect(rest).toEqual([])
    expect(one).toMatchObject({
      article: {
        text: ARTICLE,
        record: { title: TITLE, published: '2024-05-01', url: 'https://bao.vn/1', site: 'bao.vn', key: 'url:https://bao.vn/1' }
      },
      diagnostics: []
    })
    expect(two).toMatchObject({ article: { text: 'Bài thứ hai.\nHai dòng.', record: { published: '2024-05-02' } } })
    expect(brief(two as NonNullable<typeof two>)).toMatch(/^a\.xlsx#[0-9a-f]{16}$/)
  })

  test('may count its days from 1904', async () => {
    const book = xlsx({ Tin: [HEAD, [null, ARTICLE, { n: 43951, style: 'own day' }, null]] }, { properties: '<workbookPr date1904="1"/>' })
    expect((await articleOf('a.xlsx', book)).article.record.published).toBe('2024-05-01')
  })

  test('may have several sheets; one of notes beside one of articles is told and no failure', async () => {
    const results = await readAs(
      'a.xlsx',
      xlsx({ 'Ghi chú': [['việc', 'ai']], A: [['text'], [LINES[1] ?? '']], B: [['text'], ['Hai.'], ['Ba.']] })
    )
    expect(results.map(r => r.kind)).toEqual(['article', 'article', 'article', 'failure'])
    expect(results[3]).toMatchObject({
      diagnostic: { severity: 'info', message: expect.stringMatching(/^a\.xlsx#Ghi chú has no text column among "việc", "ai"/) }
    })
  })

  test('without a text column, without anything or broken is a failure', async () => {
    expect(await failureOf('a.xlsx', xlsx({ A: [['việc'], ['x']], B: [['ai']] }))).toBe('read/no-text-column read/no-text-column')
    expect(await failureOf('a.xlsx', xlsx({ A: [] }))).toBe('read/empty')
    expect(await failureOf('a.xlsx', xlsx({ A: [['text'], ['']] }))).toBe('read/empty')
    expect(await failureOf('a.xlsx', zip({ 'a.txt': 'x' }))).toBe('read/corrupt')
    expect(await failureOf('a.xlsx', xlsx({ A: [['text'], [ARTICLE]] }).subarray(0, 400))).toBe('read/corrupt')
    expect(await failureOf('a.xlsx', xlsx({ A: [['text'], [ARTICLE]] }, { declaration: '<!DOCTYPE w [<!ENTITY a "x">]>' }))).toBe(
      'read/unsafe-markup'
    )
  })

  test('keeps line ends, characters that XML cannot write, strings in the cell, and leaves out how words are pronounced', async () => {
    const sheet = `<?xml version="1.0"?><x:worksheet><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>text</x:t></x:is></x:c></x:row>
      <x:row><x:c t="str"><x:v>Một_x000D_\nhai &amp; ba</x:v></x:c></x:row></x:sheetData></x:worksheet>`
    const book = zip({
      'xl/workbook.xml': '<?xml version="1.0"?><workbook><sheets><sheet name="A" r:id="r"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': '<?xml version="1.0"?><Relationships><Relationship Id="r" Target="/xl/s.xml"/></Relationships>',
      'xl/s.xml': sheet
    })
    expect((await articleOf('a.xlsx', book)).article.text).toBe('Một\nhai & ba')
    expect((await articleOf('a.xlsx', xlsx({ A: [['text'], ['Một.']] }))).article.text).toBe('Một.')
  })

  test('tells the row in which something is wrong, as people count them', async () => {
    const long = 'Một.\nHai.\nBa.'
    const [, , wrong] = await readAs('a.xlsx', xlsx({ A: [['id', 'text'], ['1', long], [null], ['2', `${long} Bốn.`], ['3', null]] }))
    expect(wrong).toMatchObject({ diagnostic: { code: 'read/no-text', message: 'a.xlsx, line 5, has no text.' } })
  })

  test('shows days and shares as its cells do', async () => {
    const cells = [{ n: 45413, style: 'day' }, { n: 0.585, style: 'percent' }, 0.585, { n: 0.07, style: 'percent' }] as const
    const results = await readAs('a.xlsx', xlsx({ A: [['text'], ...cells.map(cell => [cell])] }))
    expect(results.map(r => (r.kind === 'article' ? r.article.text : r.kind))).toEqual(['2024-05-01', '58,5%', '0.585', '7%'])
  })

  test('of many articles is read, although all their texts stand in one part', async () => {
    const texts = Array.from({ length: 40 }, (_, i) => [`Bài ${i}. ${ARTICLE}`])
    const limits = { markupBytes: ARTICLE.length * 20 }
    expect((await readAs('a.xlsx', xlsx({ A: [['text'], ...texts] }), { limits })).filter(r => r.kind === 'article')).toHaveLength(40)
  })

  const wide = Array.from({ length: 30 }, (_, i) => `<row><c r="ALL${i + 1}"><v>1</v></c></row>`).join('')
  const far = zip({
    'xl/workbook.xml': '<?xml version="1.0"?><workbook><sheets><sheet name="A" r:id="r"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<?xml version="1.0"?><Relationships><Relationship Id="r" Target="s.xml"/></Relationships>',
    'xl/s.xml': `<?xml version="1.0"?><worksheet><sheetData>${wide}</sheetData></worksheet>`
  })
  test.each([
    [
      'one string in many cells',
      xlsx({ A: [['text'], ...Array<string[]>(1000).fill(['x'.repeat(1000)])] }),
      { fileBytes: 500_000 },
      'read/too-large'
    ],
    ['many cells', xlsx({ A: [['text'], ...Array<string[]>(1000).fill(['Một.'])] }), { wordElements: 1000 }, 'read/too-large'],
    ['cells far to the right', far, { wordElements: 2000 }, 'read/too-large'],
    ['a row of many cells', xlsx({ A: [['text'], Array<string>(20).fill('x')] }), { cells: 10 }, 'read/too-many-cells']
  ])('that is made to cost much is refused: %s', async (_, book, limits, code) => {
    expect(await failureOf('a.xlsx', book, { limits })).toBe(code)
  })
})
