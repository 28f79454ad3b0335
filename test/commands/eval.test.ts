import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { evalCommand } from '../../src/commands/eval.ts'
import { UsageError } from '../../src/model/usage-error.ts'
import { sha256 } from '../../src/text/hash.ts'
import { captured } from './captured.ts'

const NUMBER = 'document number (canonical)'
const TEXTS = [
  'Ngày 17/5/2021, Tỉnh ủy Hậu Giang ra Nghị quyết số 147-NQ/TU về hạ tầng số của tỉnh.',
  'Thủ tướng ký Quyết định số 749/QĐ-TTg về chuyển đổi số của cả nước.'
]
const NUMBERS = ['147-NQ/TU', '749/QĐ-TTg']
const goldOf = (i: number) => {
  const quote = NUMBERS[i]!
  const start = TEXTS[i]!.indexOf(quote)
  const number = { start, end: start + quote.length, quote, canonical: quote, type: i === 0 ? 'nghi_quyet' : 'quyet_dinh', issued: null }
  return { article: `a${i}`, sha256: sha256(TEXTS[i]!), document_numbers: [number] }
}
const lines = (values: readonly object[]) => values.map(v => `${JSON.stringify(v)}\n`).join('')

let root: string
const run = (...args: string[]) => captured(evalCommand, args, root)

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'muctieu-eval-'))
  await mkdir(join(root, 'pairs'))
  for (const [i, name] of ['one', 'two'].entries()) {
    await writeFile(join(root, 'pairs', `${name}.ndjson`), lines([{ id: `a${i}`, text: TEXTS[i] }]))
    await writeFile(join(root, 'pairs', `${name}.gold.ndjson`), lines([goldOf(i)]))
  }
  await mkdir(join(root, 'corpus/gold'), { recursive: true })
  await mkdir(join(root, 'corpus/articles'))
  for (const [i, text] of TEXTS.entries()) await writeFile(join(root, 'corpus/articles', `2021-06-1${i}-tin.txt`), text)
  await writeFile(join(root, 'corpus/gold/numbers.gold.ndjson'), lines([goldOf(0), goldOf(1)]))
  await mkdir(join(root, 'alone'))
  await writeFile(join(root, 'alone/numbers.gold.ndjson'), lines([goldOf(0)]))
})
afterAll(() => rm(root, { recursive: true }))

describe('gold is found', () => {
  test('as a file with its texts beside it', async () => {
    const { code, out } = await run('pairs/one.gold.ndjson', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      articles: 1,
      scores: { [NUMBER]: { p: 1, r: 1, f1: 1, tp: 1, pred: 1, gold: 1 } },
      missing: [],
      sets: [{ name: 'one' }]
    })
  })

  test('as a folder of pairs, scored together and each', async () => {
    const report = JSON.parse((await run('pairs', '--json')).out)
    expect(report.scores[NUMBER].gold).toBe(2)
    expect(report.sets.map((s: { name: string; articles: number }) => [s.name, s.articles])).toEqual([
      ['one', 1],
      ['two', 1]
    ])
  })

  test('as a corpus, joined by the text layer of its articles', async () => {
    const report = JSON.parse((await run('corpus/gold', '--json')).out)
    expect(report.scores[NUMBER].f1).toBe(1)
  })

  test('with the texts somewhere else', async () => {
    expect(JSON.parse((await run('alone', '--inputs', 'pairs/one.ndjson', '--json')).out).scores[NUMBER].f1).toBe(1)
    await expect(run('alone')).rejects.toThrow(/--inputs/)
  })

  test.each([
    ['nothing there', ['nowhere']],
    ['a folder without gold', ['corpus/articles']],
    ['no gold at all in the file', ['corpus/articles/2021-06-10-tin.txt', '--inputs', 'corpus/articles']],
    ['none of the texts', ['alone', '--inputs', 'pairs/two.ndjson']],
    ['an unknown kind', ['pairs', '--kind', 'nonsense']],
    ['an unknown field', ['pairs', '--field', 'nonsense']],
    ['an unknown rule left out', ['pairs', '--without', 'no/rule']],
    ['nowhere to write a baseline', ['pairs', '--update-baseline']],
    ['a missing baseline', ['pairs', '--baseline', 'none.json']]
  ])('%s is wrong usage', async (_, args) => {
    await expect(run(...args)).rejects.toThrow(UsageError)
  })
})

test('a text that is not there counts as missed, is named, and ends with 3', async () => {
  const { code, out, err } = await run('corpus/gold', '--inputs', 'pairs/one.ndjson', '--json')
  expect(code).toBe(3)
  expect(JSON.parse(out)).toMatchObject({ missing: ['a1'], scores: { [NUMBER]: { tp: 1, gold: 2 } } })
  expect(err).toMatch(/a1/)
})

test('the table is for people: a line a measure, the sets beside each other', async () => {
  const { out } = await run('pairs')
  expect(out).toMatch(/^one \+ two \(2 articles\)/)
  expect(out).toMatch(/document number \(canonical\) +1\.000 +1\.000 +1\.000/)
})

test('a kind and a field narrow the report and the list', async () => {
  const { out } = await run('corpus/gold', '--kind', 'document_number', '--field', 'issued', '--errors', '5')
  expect(out).not.toMatch(/canonical/)
  expect(out).toMatch(/document_number issued.*⟦147-NQ\/TU⟧.*gold {2}—\n {2}read {2}2021-05-17/s)
})

describe('the baseline', () => {
  test('is written, holds, and fails when a score falls', async () => {
    const baseline = join(root, 'baseline.json')
    expect((await run('corpus/gold', '--baseline', 'baseline.json', '--update-baseline')).code).toBe(0)
    expect((await run('corpus/gold', '--baseline', 'baseline.json')).code).toBe(0)
    const written = JSON.parse(await readFile(baseline, 'utf8'))
    expect(written.scores[NUMBER]).toBe(1)
    await writeFile(baseline, JSON.stringify({ ...written, scores: { ...written.scores, 'date (EDTF value)': 0.9 } }))
    const { code, err } = await run('corpus/gold', '--baseline', 'baseline.json')
    expect([code, err]).toEqual([1, 'muctieu: date (EDTF value) fell from 0.900 to —.\n'])
  })
})
