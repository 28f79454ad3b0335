import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { parseLot, parseLots } from '../../src/eval/benchmark/format.ts'
import { parseResults } from '../../src/eval/benchmark/results.ts'
import { sha256 } from '../../src/text/hash.ts'
import { article, folderWith, line, muctieu } from '../cli/harness.ts'

const ARTICLE =
  'Hà Giang phấn đấu phát triển rừng\n\nPhấn đấu đến năm 2030, tỷ lệ che phủ rừng của tỉnh Hà Giang đạt 60%.\nNăm 2023 đạt 58%.\nHôm nay, tỉnh họp về việc này.\n'
const OTHER = 'Ngày 17/5/2021, Tỉnh ủy Hậu Giang ra Nghị quyết số 147-NQ/TU về hạ tầng số của tỉnh.'
const place = (quote: string, text = ARTICLE) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length })

const head = (text: string) => ({
  article: sha256(text).slice(0, 8),
  sha256: sha256(text),
  url: 'https://example.org/a',
  published: '2024-05-06',
  source: null
})
const goal = {
  ...place('60%'),
  status: 'goal',
  place: 'ha_giang',
  document: null,
  indicator: { ...place('tỷ lệ che phủ rừng'), id: 'forest_cover' },
  comparator: '=',
  low: 60,
  high: 60,
  unit: '%',
  value_kind: 'level',
  deadline: '2030'
}
const WHOLE = {
  ...head(ARTICLE),
  dates: [
    { ...place('năm 2030'), edtf: '2030', role: 'deadline' },
    { ...place('Năm 2023'), edtf: '2023', role: 'status' },
    { ...place('Hôm nay'), edtf: '2024-05-06', role: 'event' }
  ],
  quantities: [goal, { ...place('58%'), status: 'result', low: 58, high: 58 }],
  ranks: []
}
const SENTENCE = 'Năm 2023 đạt 58%.'
const sentence = {
  ...head(SENTENCE),
  of: { sha256: sha256(ARTICLE), ...place(SENTENCE) },
  dates: [{ start: 0, end: 8, edtf: '2023', role: 'status' }]
}
const NUMBER = { ...place('147-NQ/TU', OTHER), canonical: '147-NQ/TU', type: 'nghi_quyet', issued: '2021-05-17' }

const lot = (name: string, kinds: readonly string[], seen: boolean, count = 1) => ({
  name,
  date: '2026',
  unit: 'articles',
  count,
  drawn: 'made for a test',
  readers: 1,
  agreement: null,
  kinds,
  seen,
  seen_by: seen ? ['abc1234'] : []
})

/** A folder with a benchmark of three lots in it, and the texts beside it. */
function prepared(): string {
  return folderWith({
    'benchmark/lots.json': JSON.stringify([
      lot('one', ['dates', 'quantities', 'ranks'], false),
      lot('two', ['document_numbers'], true),
      lot('three', ['dates'], true)
    ]),
    'benchmark/GUIDELINES.md': '# What counts (version 3)\n',
    'benchmark/lots/one.ndjson': line(WHOLE),
    'benchmark/lots/two.ndjson': line({ ...head(OTHER), document_numbers: [NUMBER] }),
    'benchmark/lots/three.ndjson': line(sentence),
    // As others may keep it: decomposed, and of another day.
    'texts/a.ndjson': line({ text: ARTICLE.normalize('NFD'), published: '2020-01-01' }) + line({ text: OTHER }),
    'only.ndjson': line({ text: ARTICLE })
  })
}

let folder: string
beforeAll(() => {
  folder = prepared()
})

describe('benchmark check', () => {
  test('knows texts by their hash in NFC, and sentences by their article', async () => {
    const { code, stdout } = await muctieu(folder, ['benchmark', 'check', 'texts'])
    expect([code, stdout]).toEqual([0, 'one    1 of 1 articles\ntwo    1 of 1 articles\nthree  1 of 1 articles\n'])
  })

  test('tells what is missing, with its address, and ends with 1', async () => {
    const { code, stdout } = await muctieu(folder, ['benchmark', 'check', 'only.ndjson', '--missing'])
    expect(code).toBe(1)
    expect(stdout).toMatch(/^two {4}0 of 1 articles, 1 missing$/m)
    expect(stdout).toMatch(new RegExp(`^two  ${sha256(OTHER).slice(0, 8)}  ${sha256(OTHER)}  2024-05-06  https://example.org/a$`, 'm'))
    const { lots } = JSON.parse((await muctieu(folder, ['benchmark', 'check', 'only.ndjson', '--json'])).stdout)
    expect(lots.map((l: { found: object[]; missing: object[] }) => [l.found.length, l.missing.length])).toEqual([
      [1, 0],
      [0, 1],
      [1, 0]
    ])
  })

  test('writes the texts that are there for other systems, in NFC', async () => {
    await muctieu(folder, ['benchmark', 'check', 'texts', '--lot', 'one', '--to', 'out/one'])
    expect(readFileSync(join(folder, 'out/one', `${sha256(ARTICLE)}.txt`), 'utf8')).toBe(ARTICLE)
    expect(readFileSync(join(folder, 'out/one/texts.tsv'), 'utf8')).toBe(`sha256\tpublished\n${sha256(ARTICLE)}\t2024-05-06\n`)
  })

  test.each([
    [['benchmark', 'check', 'benchmark/GUIDELINES.md'], 'None of the texts of the benchmark is there.'],
    [['benchmark', 'check', 'texts', '--lot', 'four'], 'There is no lot four; there are one, two, three.'],
    [
      ['benchmark', 'check', 'texts', '--benchmark', 'texts'],
      'There is no benchmark (lots.json) in texts; name its folder with --benchmark.'
    ]
  ])('%j is wrong usage, in one sentence', async (argv, sentenceSaid) => {
    expect(await muctieu(folder, argv)).toMatchObject({ code: 2, stderr: expect.stringContaining(`muctieu: ${sentenceSaid}\n`) })
  })

  test('a lot that breaks the format is refused with its line', async () => {
    const broken = prepared()
    writeFileSync(
      join(broken, 'benchmark/lots/two.ndjson'),
      line({ ...head(OTHER), document_numbers: [{ ...NUMBER, quote: '147-NQ/TU' }] })
    )
    expect((await muctieu(broken, ['benchmark', 'check', 'texts'])).stderr).toMatch(/two\.ndjson is no lot: line 1: .*quote/)
  })
})

const CORE = 'goal core (value, comparator, indicator, deadline)'
const evaluated = async (...args: string[]) =>
  JSON.parse((await muctieu(folder, ['eval', 'benchmark', '--texts', 'texts', '--json', ...args])).stdout)

describe('eval benchmark', () => {
  test('scores this version by lot and pooled, unseen and seen apart, with the day the annotators knew', async () => {
    const [result] = (await evaluated()).results
    expect(result).toMatchObject({ unseen: ['one'], learnt_from: ['two', 'three'], guidelines: 3, day: '2026-01-02' })
    expect(result.lots.one.measures[CORE].slice(3)).toEqual([1, 1, 1])
    expect(result.lots.one.measures['date (EDTF value)'].slice(3)).toEqual([3, 3, 3])
    expect(result.pooled.unseen).toMatchObject({ texts: 1, of: 1 })
    expect(result.pooled.seen.measures['document number (canonical)']).toEqual([1, 1, 1, 1, 1, 1])
    expect(result.pooled.seen.measures['date (EDTF value)'].slice(3)).toEqual([1, 1, 1])
  })

  test('says it in tables too, and takes the texts from the variable', async () => {
    const { stdout, code } = await muctieu(folder, ['eval', 'benchmark', '--lot', 'one'], { env: { MUCTIEU_BENCHMARK_TEXTS: 'texts' } })
    expect(code).toBe(0)
    expect(stdout).toMatch(/^unseen lots, pooled: 1 of 1 texts/m)
    expect(stdout).toMatch(/^goal core .+ 1\.000 {2}1\.000–1\.000 {2}1 \/ 1 \/ 1$/m)
  })

  test('what extract printed scores the same as what is read here', async () => {
    writeFileSync(
      join(folder, 'nfc.ndjson'),
      line({ text: ARTICLE, published: '2024-05-06' }) + line({ text: OTHER }) + line({ text: SENTENCE })
    )
    writeFileSync(join(folder, 'own.ndjson'), (await muctieu(folder, ['extract', 'nfc.ndjson', '--mentions'])).stdout)
    const [own] = (await evaluated()).results
    const [printed] = (await evaluated('--system', 'muctieu@abc1234', 'own.ndjson')).results
    expect(printed.lots).toEqual(own.lots)
    expect(printed.learnt_from).toEqual(['two', 'three'])
  })

  test('another system is scored for what it reads, and misses what it says nothing of', async () => {
    writeFileSync(join(folder, 'mine.ndjson'), line({ sha256: sha256(ARTICLE), dates: [{ ...place('năm 2030'), edtf: '2030' }] }))
    const { stdout, stderr } = await muctieu(folder, ['eval', 'benchmark', '--texts', 'texts', '--json', '--system', 'mine', 'mine.ndjson'])
    const [result] = JSON.parse(stdout).results
    expect(Object.keys(result.lots.one.measures)).toEqual(['date (EDTF value)'])
    expect(result.pooled.unseen.measures['date (EDTF value)'].slice(3)).toEqual([1, 1, 3])
    expect(result.pooled.seen.measures['date (EDTF value)'].slice(3)).toEqual([0, 0, 1])
    expect(stderr).toMatch(/mine says nothing of 1 of 2 texts/)
  })

  test('what systems printed is read from a folder, a file for each text', async () => {
    const timeml = `<TimeML>\n${ARTICLE.replace('năm 2030', '<TIMEX3 type="DATE" value="2030">năm 2030</TIMEX3>')}\n</TimeML>\n`
    const printed = folderWith({ [`${sha256(ARTICLE)}.xml`]: timeml, [`${sha256(OTHER)}.xml`]: '<TimeML>\nanother\n</TimeML>' })
    const { stdout, stderr } = await muctieu(folder, ['eval', 'benchmark', '--texts', 'texts', '--json', '--system', 'HeidelTime', printed])
    expect(JSON.parse(stdout).results[0].lots.one.measures['date (EDTF value)'].slice(3)).toEqual([1, 1, 3])
    expect(stderr).toMatch(/HeidelTime on [0-9a-f]{16}: It is not of this text\./)
  })

  test('results are kept, shown on a page, and compared', async () => {
    const argv = ['eval', 'benchmark', '--texts', 'texts']
    await muctieu(folder, [...argv, '--keep', 'results.json', '--page', 'page.md'])
    expect(readFileSync(join(folder, 'page.md'), 'utf8')).toMatch(/^# Results on the benchmark$/m)
    expect(await muctieu(folder, [...argv, '--gate', 'results.json'])).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/No pooled score of one fell/)
    })
    // A better past: all there is to read was read, and more of it.
    const results = JSON.parse(readFileSync(join(folder, 'results.json'), 'utf8'))
    results[0].lots.one.measures['goal detected'] = [1, 1, 1, 1, 1, 1]
    writeFileSync(join(folder, 'benchmark/lots/one.ndjson'), line({ ...WHOLE, quantities: [{ ...goal, ...place('Hà Giang') }] }))
    writeFileSync(join(folder, 'results.json'), JSON.stringify(results))
    expect(parseResults(JSON.stringify(results))).toHaveLength(1)
    const fallen = await muctieu(folder, [...argv, '--gate', 'results.json'])
    writeFileSync(join(folder, 'benchmark/lots/one.ndjson'), line(WHOLE))
    expect(fallen).toMatchObject({ code: 1, stderr: expect.stringMatching(/goal detected fell from 1\.000 to 0\.000 .* on one\./) })
  })

  test.each(['benchmark/GUIDELINES.md', 'empty', 'nowhere'])(
    'without the texts (%s) there is nothing to compare, and that is no failure',
    async place => {
      mkdirSync(join(folder, 'empty'), { recursive: true })
      const argv = ['eval', 'benchmark', '--texts', place, '--gate', 'results.json']
      expect(await muctieu(folder, argv)).toMatchObject({
        code: 0,
        stderr: expect.stringMatching(/None of the texts .* nothing was compared/)
      })
    }
  )

  test.each([
    [[], 'Say where the texts are, with --texts or the variable MUCTIEU_BENCHMARK_TEXTS.'],
    [['--texts', 'texts', '--system', 'mine'], '--system wants a name and the output of that system.'],
    [['--texts', 'texts', '--system', 'mine', 'nowhere'], 'The output of mine, nowhere, does not exist.'],
    [['--texts', 'texts', '--page', 'p.md'], '--page shows what is kept: name the file with --keep.'],
    [['--texts', 'texts', '--lot', 'one', '--keep', 'r.json'], 'Kept results are of all lots: leave out --lot.']
  ])('%j is wrong usage, in one sentence', async (args, said) => {
    expect(await muctieu(folder, ['eval', 'benchmark', ...args])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(`muctieu: ${said}`)
    })
  })

  test('gold is still scored by eval itself', async () => {
    expect(await muctieu(folder, ['eval', 'texts'])).toMatchObject({ code: 2, stderr: expect.stringMatching(/has no gold/) })
  })
})

describe('gold export --lot', () => {
  test('writes what was decided as a lot, without the words, which is scored as any other', async () => {
    const reviewed = folderWith({ 'inbox/a.txt': article(60), 'inbox/b.txt': article(61) })
    await muctieu(reviewed, ['run', 'inbox'])
    // One article is decided, of the other nothing.
    await muctieu(reviewed, ['review', '--tty', '--reviewer', 'Lan'], { input: 'aq' })
    const argv = ['gold', 'export', '--lot', 'review-1', '--to', 'bench', '--json']
    const { code, stdout } = await muctieu(reviewed, argv)
    expect([code, JSON.parse(stdout).lot]).toEqual([0, 'bench/lots/review-1.ndjson'])
    const content = readFileSync(join(reviewed, 'bench/lots/review-1.ndjson'), 'utf8')
    expect(content).not.toMatch(/quote|rừng/)
    expect(parseLot(content)).toMatchObject({ problems: [], lines: [{ only: true, quantities: [{ status: 'goal' }] }] })
    expect(parseLots(readFileSync(join(reviewed, 'bench/lots.json'), 'utf8'))).toMatchObject([
      { name: 'review-1', date: '2026-01-02', readers: 1, only: true, seen: true, kinds: ['quantities'] }
    ])
    const scored = await muctieu(reviewed, ['eval', 'benchmark', '--benchmark', 'bench', '--texts', 'inbox', '--json'])
    expect(JSON.parse(scored.stdout).results[0].lots['review-1'].measures['judged number: goal or not, right'].slice(3)).toEqual([
      1,
      1,
      null
    ])
    // The same day's lot may be written again; a lot of readers may not.
    expect((await muctieu(reviewed, argv)).code).toBe(0)
    expect(readdirSync(join(reviewed, 'bench/lots'))).toEqual(['review-1.ndjson'])
  })

  test('never overwrites a lot that readers made', async () => {
    const reviewed = folderWith({ 'inbox/a.txt': article(60), 'benchmark/lots.json': JSON.stringify([lot('one', ['dates'], false)]) })
    await muctieu(reviewed, ['run', 'inbox'])
    await muctieu(reviewed, ['review', '--tty', '--reviewer', 'Lan'], { input: 'aq' })
    const { code, stderr } = await muctieu(reviewed, ['gold', 'export', '--lot', 'one', '--to', 'benchmark'])
    expect([code, stderr]).toEqual([2, 'muctieu: There is a lot one already, which was not made by a review.\n'])
    expect(existsSync(join(reviewed, 'benchmark/lots/one.ndjson'))).toBe(false)
  })
})
