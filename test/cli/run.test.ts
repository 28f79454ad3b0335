import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { article, ask, contentsOf, folderWith, line, linesOf, many, muctieu, type RunJson, run } from './harness.ts'

describe('running the same command twice', () => {
  test('does no work the second time', async () => {
    const folder = folderWith({ 'a.ndjson': many(5), 'b.txt': article(60) })
    expect((await run(folder, ['a.ndjson', 'b.txt'])).counts).toMatchObject({ done: 6, skipped: 0, articles: 6 })
    const [before] = ask(folder, 'SELECT max(id) AS id FROM extractions')
    expect((await run(folder, ['a.ndjson', 'b.txt'])).counts).toMatchObject({ done: 0, skipped: 6, articles: 6 })
    expect(ask(folder, 'SELECT max(id) AS id FROM extractions')).toEqual([before])
  })

  test('gives the same contents', async () => {
    const folder = folderWith({ 'a.ndjson': many(5) })
    await run(folder, ['a.ndjson', '--name', 'one'])
    await run(folder, ['a.ndjson', '--name', 'two'])
    const db = join(folder, 'out/muctieu.sqlite')
    expect(contentsOf(db, 'two')).toBe(contentsOf(db, 'one'))
    expect(contentsOf(db)).toBe(contentsOf(db, 'one'))
  })

  test('changes no byte of what extract prints', async () => {
    const folder = folderWith({ 'a.ndjson': many(5) })
    const argv = ['extract', 'a.ndjson', '--mentions', '--sentences', '--rejections', '--diagnostics']
    const before = await muctieu(folder, argv)
    await run(folder, ['a.ndjson'])
    await run(folder, ['a.ndjson'])
    expect(await muctieu(folder, argv)).toEqual(before)
  })
})

test('an inbox that grows is read only where it grew', async () => {
  const folder = folderWith({ 'inbox/1.ndjson': many(3), 'inbox/2.txt': article(60) })
  await run(folder, ['inbox'])
  writeFileSync(join(folder, 'inbox/3.txt'), article(61))
  expect((await run(folder, ['inbox'])).counts).toMatchObject({ done: 1, skipped: 4, articles: 5 })
})

test('files of one name in two folders are two sources, whichever way they are named', async () => {
  const folder = folderWith({ 'a/1.ndjson': many(2), 'b/1.ndjson': many(2, 40), 'a/tin.txt': article(60), 'b/tin.txt': article(61) })
  for (const operands of [
    ['a', 'b'],
    ['a/1.ndjson', 'b/1.ndjson', 'a/tin.txt', 'b/tin.txt']
  ]) {
    expect((await run(folder, operands)).counts).toMatchObject({ articles: 6, superseded: 0 })
    expect(ask<{ key: string }>(folder, 'SELECT key FROM articles ORDER BY 1').map(row => row.key)).toEqual([
      'id:a/1.ndjson#n0',
      'id:a/1.ndjson#n1',
      'id:b/1.ndjson#n40',
      'id:b/1.ndjson#n41',
      'source:a/tin.txt',
      'source:b/tin.txt'
    ])
  }
})

test('a changed option that changes what is read is no repetition', async () => {
  const folder = folderWith({ 'a.txt': article(60) })
  await run(folder, ['a.txt'])
  expect((await run(folder, ['a.txt', '--published', '2024-05-06'])).counts).toMatchObject({ done: 1, skipped: 0 })
  expect((await run(folder, ['a.txt'])).counts).toMatchObject({ done: 0, skipped: 1 })
})

test('two runs into one database at once do not hinder each other', async () => {
  const folder = folderWith({ 'a.ndjson': many(80), 'b.ndjson': many(80, 40) })
  const [one, two] = await Promise.all([
    run(folder, ['a.ndjson', '--name', 'one']),
    run(folder, ['b.ndjson', '--name', 'two', '--workers', '2'])
  ])
  expect([one.counts['articles'], two.counts['articles']]).toEqual([80, 80])
  expect(ask(folder, 'SELECT count(*) AS n FROM articles')).toEqual([{ n: 120 }])
})

describe('what a run stores', () => {
  test('is what extract prints: articles, records, mentions, sentences, rejections, diagnostics', async () => {
    const folder = folderWith({ 'a.ndjson': many(4) })
    const printed = linesOf(
      (await muctieu(folder, ['extract', 'a.ndjson', '--mentions', '--sentences', '--rejections', '--diagnostics'])).stdout
    )
    await run(folder, ['a.ndjson'])
    const stored = contentsOf(join(folder, 'out/muctieu.sqlite'))
      .split('\n')
      .flatMap(text => {
        const { article: head, records, mentions, sentences, rejections, diagnostics } = JSON.parse(text) as Record<string, object[]>
        return [head, records, mentions, sentences, rejections, diagnostics].flat()
      })
    const sorted = (lines: readonly unknown[]) => lines.map(l => JSON.stringify(l)).toSorted()
    expect(sorted(stored)).toEqual(sorted(printed))
  })

  test('keeps every letter of the text, whatever it is', async () => {
    const text = `${article(60)}NUL \u0000, nửa chữ \ud83d, mặt cười 😀, BOM \ufeff, NFD ${'ếố'.normalize('NFD')}\r\n`
    const folder = folderWith({ 'a.ndjson': line({ text }) })
    await run(folder, ['a.ndjson'])
    expect(ask(folder, 'SELECT text FROM articles')).toEqual([{ text: text.toWellFormed() }])
    const [, target] = linesOf((await muctieu(folder, ['extract', 'a.ndjson'])).stdout)
    expect(JSON.parse(contentsOf(join(folder, 'out/muctieu.sqlite'))).records[0]).toEqual(target)
  })

  test('can be asked for in SQL by people', async () => {
    const folder = folderWith({ 'a.txt': article(60) })
    await run(folder, ['a.txt'])
    expect(ask(folder, 'SELECT place, low, unit, deadline, quote FROM targets')).toEqual([
      { place: 'ha_giang', low: 60, unit: '%', deadline: '2030', quote: '60%' }
    ])
    expect(ask<{ field: string }>(folder, 'SELECT DISTINCT field FROM evidence').map(row => row.field)).toContain('deadline')
    for (const view of [
      'articles',
      'documents',
      'targets',
      'rank_goals',
      'observations',
      'evidence',
      'mentions',
      'current_rejections',
      'run_diagnostics'
    ]) {
      expect(() => ask(folder, `SELECT * FROM ${view}`), view).not.toThrow()
    }
  })

  test('names the parts of its ruleset', async () => {
    const folder = folderWith({ 'a.txt': article(60) })
    await run(folder, ['a.txt'])
    const kinds = ask<{ kind: string }>(folder, 'SELECT DISTINCT kind FROM ruleset_parts ORDER BY kind').map(row => row.kind)
    expect(kinds).toEqual(['code', 'gazetteer', 'lexicon', 'library', 'rule'])
    expect(ask(folder, "SELECT name FROM ruleset_parts WHERE kind = 'rule' AND name = 'date/period'")).toHaveLength(1)
  })
})

describe('threads', () => {
  test.each([1, 2, 3])('--workers %i lets that many do work', async count => {
    const folder = folderWith({ 'a.ndjson': many(60) })
    expect((await run(folder, ['a.ndjson', '--workers', String(count)])).threads).toBe(count)
  })

  test('few articles need none', async () => {
    expect((await run(folderWith({ 'a.ndjson': many(5) }), ['a.ndjson'])).threads).toBe(0)
  })

  test('their number, and the order of inputs, do not show in the results', async () => {
    const folder = folderWith({ 'a.ndjson': many(40), 'b.ndjson': many(40, 40), 'c.txt': article(7) })
    await run(folder, ['a.ndjson', 'b.ndjson', 'c.txt', '--db', '1.sqlite', '--workers', '1'])
    await run(folder, ['c.txt', 'b.ndjson', 'a.ndjson', '--db', '2.sqlite', '--workers', '2'])
    await run(folder, ['b.ndjson', 'c.txt', 'a.ndjson', '--db', '3.sqlite'])
    const [one, two, three] = ['1.sqlite', '2.sqlite', '3.sqlite'].map(db => contentsOf(join(folder, db)))
    expect(two).toBe(one)
    expect(three).toBe(one)
    const sets = ['1.sqlite', '2.sqlite', '3.sqlite'].map(
      db => ask<{ input_set: string }>(folder, 'SELECT input_set FROM runs', db)[0]?.input_set
    )
    expect(new Set(sets).size).toBe(1)
  })
})

describe('an interruption', () => {
  test('by Ctrl-C ends with 130 and keeps what is committed', async () => {
    const folder = folderWith({ 'a.ndjson': many(300) })
    const interrupt = new AbortController()
    const input = (async function* () {
      for (let i = 0; i < 300; i++) {
        if (i === 150) {
          interrupt.abort()
          // The handler runs between two chunks.
          await new Promise(resolve => setTimeout(resolve, 5))
        }
        yield Buffer.from(line({ id: `n${i}`, text: article(i) }))
      }
    })()
    const done = await muctieu(folder, ['run', '-', '--json'], { stdin: input, signal: interrupt.signal })
    expect(done.code).toBe(130)
    const { counts } = JSON.parse(done.stdout) as RunJson
    expect(counts['done']).toBeGreaterThan(0)
    expect(counts['done']).toBeLessThan(300)
    expect(ask(folder, 'SELECT status FROM runs')).toEqual([{ status: 'interrupted' }])
    expect(ask<{ n: number }>(folder, 'SELECT count(*) AS n FROM articles')).toEqual([{ n: counts['done'] }])
  })

  test('by SIGKILL loses no committed article, and the run that continues gives what one run gives', async () => {
    const folder = folderWith({ 'a.ndjson': many(400), 'b.ndjson': many(60, 400) })
    const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))
    const child = spawn(process.execPath, [cli, 'run', 'a.ndjson', 'b.ndjson', '--workers', '2'], { cwd: folder, stdio: 'ignore' })
    const count = (): number => {
      try {
        return ask<{ n: number }>(folder, 'SELECT count(*) AS n FROM extractions')[0]?.n ?? 0
      } catch {
        return 0
      }
    }
    const ended = once(child, 'exit')
    while (count() < 20 && child.exitCode === null) await new Promise(resolve => setTimeout(resolve, 10))
    child.kill('SIGKILL')
    await ended
    const committed = count()
    expect(committed).toBeGreaterThanOrEqual(20)
    const { counts } = await run(folder, ['a.ndjson', 'b.ndjson'])
    expect(counts['done']! + counts['skipped']!).toBe(460)
    expect(counts['done']).toBeLessThanOrEqual(460 - committed)
    await run(folder, ['b.ndjson', 'a.ndjson', '--db', 'whole.sqlite'])
    expect(contentsOf(join(folder, 'out/muctieu.sqlite'))).toBe(contentsOf(join(folder, 'whole.sqlite')))
  })
})

describe('the closing words', () => {
  test('count what was found and show samples in words', async () => {
    const folder = folderWith({ 'a.txt': article(60) })
    const done = await muctieu(folder, ['run', 'a.txt', '--samples', '5', '--name', 'first'])
    expect(done.stderr).toBe('')
    expect(done.stdout).toMatch(/^Run 1 "first" done, \d+\.\d s, in out\/muctieu\.sqlite, ruleset [0-9a-f]{12}\n1 new, 0 known, 0 failed\n/)
    expect(done.stdout).toMatch(/^ {2}targets +1$/m)
    expect(done.stdout).toMatch(/^ {2}- Hà Giang, .*che phủ rừng.*: 60%, đến năm 2030$/m)
    for (const text of done.stdout.split('\n')) expect(text.length).toBeLessThanOrEqual(120)
  })
})

describe('drift', () => {
  test('is told when a rate leaves what the last runs had, and fails only where that was asked for', async () => {
    const folder = folderWith()
    const day = (n: number, texts: readonly string[]) =>
      writeFileSync(join(folder, `${n}.ndjson`), texts.map((text, i) => line({ id: `${n}-${i}`, text })).join(''))
    const good = (n: number) => Array.from({ length: 100 }, (_, i) => `${article(i)}Ngày thứ ${n} trong tháng.`)
    for (const n of [1, 2, 3]) {
      day(n, good(n))
      await run(folder, [`${n}.ndjson`])
    }
    day(
      4,
      good(4).map((text, i) => (i % 2 === 0 ? text : `Hôm nay trời nắng ở nhiều nơi, người dân đi chơi rất đông vui, ngày ${i} của năm.`))
    )
    const { drift } = await run(folder, ['4.ndjson'])
    expect(drift.find(m => m.name === 'articles without a record')).toMatchObject({ count: 50, isOutside: true })
    day(
      5,
      good(5).map((text, i) => (i % 2 === 0 ? text : `Hôm nay mưa to ở nhiều nơi, người dân ở trong nhà cho ấm, ngày ${i} của năm.`))
    )
    rmSync(join(folder, 'out'), { recursive: true })
    for (const n of [1, 2, 3]) await run(folder, [`${n}.ndjson`])
    expect((await muctieu(folder, ['run', '5.ndjson', '--fail-on', 'drift'])).code).toBe(1)
    day(6, good(6))
    expect((await muctieu(folder, ['run', '6.ndjson', '--fail-on', 'drift'])).code).toBe(0)
  })
})
