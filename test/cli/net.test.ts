import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { NET_LIMITS } from '../../src/commands/net/limits.ts'
import { someOf } from '../thorough.ts'
import { article, ask, contentsOf, folderWith, line, linesOf, many, muctieu, NET } from './harness.ts'
import { BOUNDLESS, ENDLESS, sickNet, UNREADABLE } from './sick-worker.ts'

const EVERYTHING = ['--mentions', '--sentences', '--rejections', '--diagnostics']
const BAD = [
  [
    ENDLESS,
    'too-slow',
    3,
    /^muctieu: a\.ndjson#bad was given up: to extract its \d+ characters took more than 3 seconds, which is a bug\.\n$/
  ],
  [BOUNDLESS, 'too-large', 60, /^muctieu: a\.ndjson#bad was given up: to extract its \d+ characters took more than 200 MiB of memory, /]
] as const

describe.each(BAD)('an article that says "%s" and is %s', (text, code, patience, says) => {
  const files = { 'a.ndjson': `${many(5)}${line({ id: 'bad', text })}${many(5, 5)}`, 'good.ndjson': many(10) }

  test('is a diagnostic of extract in its place, and all others are printed', async () => {
    const folder = folderWith(files)
    const { stdout: good } = await muctieu(folder, ['extract', 'good.ndjson'])
    const done = await muctieu(folder, ['extract', 'a.ndjson', '--diagnostics'], { net: sickNet(folder, patience) })
    expect(done.code).toBe(3)
    expect(done.stderr).toMatch(says)
    const lines = linesOf(done.stdout)
    expect(lines.find(l => l['kind'] === 'diagnostic')).toMatchObject({ code: `validate/${code}`, severity: 'error' })
    const records = (all: readonly Record<string, unknown>[]) => all.flatMap(l => (l['kind'] === 'target' ? [l['id']] : []))
    expect(records(lines)).toEqual(records(linesOf(good)))
    expect(lines.findIndex(l => l['kind'] === 'diagnostic')).toBe(lines.filter(l => l['kind'] !== 'diagnostic').length / 2)
  })

  test.each(someOf(['2', '1'], 2))('does not stop a run of %s workers: the others are stored, and it is tried again', async workers => {
    const folder = folderWith(files)
    const argv = ['run', 'a.ndjson', '--workers', workers, '--json']
    for (const counts of [
      { done: 10, skipped: 0, failed: 1, articles: 10 },
      { done: 0, skipped: 10, failed: 1, articles: 10 }
    ]) {
      const done = await muctieu(folder, argv, { net: sickNet(folder, patience) })
      expect(done.code).toBe(3)
      expect(done.stderr).toMatch(says)
      expect(JSON.parse(done.stdout)).toMatchObject({ status: 'done', counts })
    }
    expect(ask(folder, `SELECT DISTINCT code FROM diagnostics WHERE severity = 'error'`)).toEqual([{ code: `validate/${code}` }])
    // Nothing was wrong with it but the worker.
    expect((await muctieu(folder, [...argv, '--json'], { net: NET })).code).toBe(0)
  })
})

test('several articles that hang cost one worker each, and alone they end with 2', async () => {
  const folder = folderWith({ 'a.ndjson': [1, 2, 3].map(n => line({ id: `b${n}`, text: `${ENDLESS} Số ${n}.` })).join('') })
  const done = await muctieu(folder, ['run', 'a.ndjson'], { net: sickNet(folder, 1) })
  expect(done.code).toBe(2)
  expect(done.stderr.match(/a\.ndjson#b[123] was given up/g)).toEqual(['b1', 'b2', 'b3'].map(id => `a.ndjson#${id} was given up`))
})

describe.each([
  ['endless', 2, /^muctieu: endless\.txt was given up: to read on in it took more than 2 seconds\.\n$/],
  ['boundless', 60, /^muctieu: boundless\.txt was given up: to read on in it took more than 200 MiB of memory\.\n$/]
] as const)('a file whose reading is %s', (name, patience, says) => {
  const files = { '1.txt': article(1), [`${name}.txt`]: article(2), '3.txt': article(3) }

  test('is a diagnostic of extract, and the files behind it are read', async () => {
    const folder = folderWith(files)
    const done = await muctieu(folder, ['extract', '1.txt', `${name}.txt`, '3.txt'], { net: sickNet(folder, patience) })
    expect(done.code).toBe(3)
    expect(done.stderr).toMatch(says)
    const articles = linesOf(done.stdout).filter(l => l['kind'] === 'article')
    expect(articles.map(l => l['key'])).toEqual(['source:1.txt', 'source:3.txt'])
  })

  test('does not stop a run, and is read by the next one', async () => {
    const folder = folderWith(files)
    const argv = ['run', '1.txt', `${name}.txt`, '3.txt', '--json']
    const sick = await muctieu(folder, argv, { net: sickNet(folder, patience) })
    expect(sick.code).toBe(3)
    expect(sick.stderr).toMatch(says)
    expect(JSON.parse(sick.stdout)).toMatchObject({ counts: { done: 2, failed: 1 } })
    const well = await muctieu(folder, argv, { net: NET })
    expect(JSON.parse(well.stdout)).toMatchObject({ counts: { done: 1, skipped: 2, failed: 0 } })
  })
})

test('what a file gave before its reading hung is stored, and the file is read again', async () => {
  const folder = folderWith({ 'a.ndjson': `${many(3)}${line({ text: UNREADABLE })}${many(3, 3)}` })
  const argv = ['run', 'a.ndjson', '--json']
  const sick = await muctieu(folder, argv, { net: sickNet(folder, 3) })
  expect(sick.code).toBe(3)
  expect(JSON.parse(sick.stdout)).toMatchObject({ counts: { done: 3, failed: 1 } })
  const well = await muctieu(folder, argv, { net: NET })
  expect(well).toMatchObject({ code: 0, stderr: '' })
  expect(JSON.parse(well.stdout)).toMatchObject({ counts: { done: 4, skipped: 3, failed: 0 } })
})

describe('inside the net and outside of it', () => {
  test('extract prints the same bytes, of files, of streams and of what cannot be read', async () => {
    const folder = folderWith({ 'a.ndjson': `${many(30)}no json\n`, 'b.txt': article(77), 'c.txt': article(3), 'empty.txt': '' })
    const argv = ['extract', 'corpus', 'a.ndjson', 'b.txt', 'c.txt', 'empty.txt', 'missing.txt', '-', ...EVERYTHING]
    const input = many(20, 200)
    const outside = await muctieu(folder, argv, { net: null, input })
    expect(outside.stdout.length).toBeGreaterThan(10_000)
    expect(await muctieu(folder, argv, { net: NET, input })).toEqual(outside)
  })

  test('run stores the same of the corpus', async () => {
    const inputs = readdirSync('corpus/articles').map(name => join(process.cwd(), 'corpus/articles', name))
    const folder = folderWith()
    await muctieu(folder, ['run', ...inputs, '--db', '1.sqlite'], { net: null })
    await muctieu(folder, ['run', ...inputs, '--db', '2.sqlite'], { net: NET })
    expect(contentsOf(join(folder, '2.sqlite'))).toBe(contentsOf(join(folder, '1.sqlite')))
  })
})

test('the limits are far above what an article takes, and grow with its text', () => {
  expect(NET_LIMITS.extractionSeconds(1)).toBe(20)
  expect(NET_LIMITS.extractionSeconds(1_000_000)).toBe(200)
  expect(NET_LIMITS.readingSeconds(0)).toBe(60)
})
