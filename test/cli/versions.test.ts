import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { article, ask, contentsOf, folderWith, line, muctieu, run } from './harness.ts'

describe('one text under several sources', () => {
  const text = article(42)

  test('is one article with all its sources, sorted', async () => {
    const folder = folderWith({ 'b.txt': text, 'a.txt': text, 'c.ndjson': line({ id: 'x', url: 'https://example.vn/x', text }) })
    await run(folder, ['b.txt', 'a.txt', 'c.ndjson'])
    const { article: head } = JSON.parse(contentsOf(join(folder, 'out/muctieu.sqlite'))) as {
      article: { key: string; sources: { source: string }[] }
    }
    expect(head.sources.map(s => s.source)).toEqual(['a.txt', 'b.txt', 'c.ndjson#x'])
    expect(head.key).toBe('url:https://example.vn/x')
  })

  test('with several days has the earliest, and a diagnostic', async () => {
    const folder = folderWith({
      'a.ndjson': line({ id: 'x', published: '2024-05-06', text }) + line({ id: 'y', published: '2024-05-02', text })
    })
    await run(folder, ['a.ndjson'])
    expect(ask(folder, 'SELECT published FROM articles')).toEqual([{ published: '2024-05-02' }])
    expect(ask(folder, 'SELECT code FROM run_diagnostics')).toContainEqual({ code: 'store/several-days' })
  })
})

describe('a newer text', () => {
  test('under the same url stands for the old one, which is kept and linked', async () => {
    const url = 'https://example.vn/a'
    const folder = folderWith({ '1.ndjson': line({ url, text: article(10) }), '2.ndjson': line({ url, text: article(11) }) })
    await run(folder, ['1.ndjson'])
    await run(folder, ['2.ndjson'])
    expect(ask(folder, 'SELECT low FROM targets')).toEqual([{ low: 11 }])
    expect(ask(folder, 'SELECT count(*) AS texts FROM texts')).toEqual([{ texts: 2 }])
  })

  test.each([
    ['by its day', { published: '2024-05-06' }, { published: '2024-05-02' }],
    ['by its source, where the days are equal', { published: '2024-05-02', source: '2' }, { published: '2024-05-02', source: '1' }]
  ])('in one run is told %s, whatever the order', async (_how, newer, older) => {
    const url = 'https://example.vn/a'
    const [late, early] = [newer, older].map((v, i) => ({
      name: `${'source' in v ? v.source : i}.ndjson`,
      text: line({ url, published: v.published, text: article(20 + i) })
    }))
    for (const order of [
      [late, early],
      [early, late]
    ]) {
      const folder = folderWith(Object.fromEntries(order.map(o => [o!.name, o!.text])))
      await run(
        folder,
        order.map(o => o!.name)
      )
      expect(ask(folder, 'SELECT low FROM targets')).toEqual([{ low: 20 }])
      expect(ask(folder, 'SELECT count(*) AS n FROM run_articles WHERE superseded_by IS NOT NULL')).toEqual([{ n: 1 }])
    }
  })

  test('under the same file name is another article', async () => {
    const folder = folderWith({ '1/a.txt': article(10), '2/a.txt': article(11) })
    await run(folder, ['1', '2'])
    expect(ask(folder, 'SELECT low FROM targets ORDER BY low')).toEqual([{ low: 10 }, { low: 11 }])
  })
})

describe('a removed text', () => {
  test('is gone from the file, and later runs refuse it', async () => {
    const text = article(33)
    const folder = folderWith({ 'a.txt': text, 'b.txt': article(34) })
    await run(folder, ['a.txt', 'b.txt'])
    const [{ article_id: id = '' } = {}] = ask<{ article_id: string }>(folder, "SELECT article_id FROM articles WHERE source = 'a.txt'")
    const removed = await muctieu(folder, ['remove', id, '--reason', 'publisher asked'])
    expect([removed.code, removed.stdout]).toEqual([0, `Removed one text under ${id}: ${id}\n`])
    expect(readFileSync(join(folder, 'out/muctieu.sqlite')).includes('33%')).toBe(false)
    expect(ask(folder, 'SELECT source FROM articles')).toEqual([{ source: 'b.txt' }])
    expect((await run(folder, ['a.txt', 'b.txt'])).counts).toMatchObject({ done: 0, skipped: 1, refused: 1, articles: 1 })
    expect(ask(folder, 'SELECT code FROM run_diagnostics')).toContainEqual({ code: 'store/removed' })
    writeFileSync(join(folder, 'c.txt'), text)
    expect((await run(folder, ['c.txt', 'b.txt'])).counts).toMatchObject({ refused: 1 })
  })

  test('may be named by its key, which then refuses other texts too', async () => {
    const url = 'https://example.vn/a'
    const folder = folderWith({
      '1.ndjson': line({ url, text: article(10) }),
      '2.ndjson': line({ url, text: article(11) }),
      'b.txt': article(12)
    })
    await run(folder, ['1.ndjson'])
    expect((await muctieu(folder, ['remove', `url:${url}`, '--reason', 'private data'])).code).toBe(0)
    expect((await run(folder, ['2.ndjson', 'b.txt'])).counts).toMatchObject({ done: 1, refused: 1 })
  })

  test('whose file has the name of another is not taken with it: both are listed, and nothing is done', async () => {
    const folder = folderWith({ 'a/tin.txt': article(20), 'b/tin.txt': article(21) })
    // On two days, so that neither knows of the other.
    await run(folder, ['a'])
    await run(folder, ['b'])
    const texts = () => ask<{ article_id: string }>(folder, 'SELECT article_id FROM articles ORDER BY 1').map(row => row.article_id)
    const both = texts()
    for (const name of ['source:tin.txt', 'tin.txt']) {
      const done = await muctieu(folder, ['remove', name, '--reason', 'x', '--json'])
      expect([done.code, done.stdout]).toEqual([2, ''])
      expect(done.stderr.trim().split('\n')).toEqual([
        `muctieu: ${name} is the name of 2 texts; name one by its id, or take --all.`,
        ...both.map(id => `muctieu: ${id} · no day · tin.txt · Hà Giang phấn đấu phát triển rừng`)
      ])
    }
    expect(texts()).toEqual(both)
    expect((await muctieu(folder, ['remove', both[0] as string, '--reason', 'x'])).code).toBe(0)
    expect(texts()).toEqual([both[1]])
    expect((await muctieu(folder, ['remove', 'tin.txt', '--reason', 'x'])).code).toBe(0)
    expect(texts()).toEqual([])
    // The name of a file is no name of what it holds: another text under it is taken in.
    writeFileSync(join(folder, 'b/tin.txt'), article(22))
    expect((await run(folder, ['b'])).counts).toMatchObject({ done: 1, refused: 0 })
  })

  test.each([
    ['2\n', 1],
    ['1, 2', 2],
    ['all\n', 2],
    ['\n', 0],
    ['', 0],
    ['1 3\n', 0]
  ])('of a name that several have is asked for on a terminal; the answer %j takes %i', async (input, count) => {
    const folder = folderWith({ 'a/tin.txt': article(20), 'b/tin.txt': article(21) })
    for (const operand of ['a', 'b']) await run(folder, [operand])
    const done = await muctieu(folder, ['remove', 'tin.txt', '--reason', 'x'], { input, terminal: new PassThrough() })
    expect(done.code).toBe(count === 0 ? 2 : 0)
    expect(done.stderr).toMatch(/ {2}2 {2}[0-9a-f]{16} .*Which\? Numbers, "all", or nothing: /s)
    expect(ask(folder, 'SELECT 1 FROM articles')).toHaveLength(2 - count)
  })

  test('--all takes all of a name, and an address all its versions', async () => {
    const folder = folderWith({ 'a/tin.txt': article(20), 'b/tin.txt': article(21) })
    for (const operand of ['a', 'b']) await run(folder, [operand])
    expect((await muctieu(folder, ['remove', 'tin.txt', '--all', '--reason', 'x'])).stdout).toMatch(/^Removed 2 texts under tin\.txt: /)
    const url = 'https://example.vn/a'
    writeFileSync(join(folder, '1.ndjson'), line({ url, text: article(10) }))
    writeFileSync(join(folder, '2.ndjson'), line({ url, text: article(11) }))
    for (const operand of ['1.ndjson', '2.ndjson']) await run(folder, [operand])
    expect((await muctieu(folder, ['remove', `url:${url}`, '--reason', 'x'])).stdout).toMatch(/^Removed 2 texts/)
  })

  test('that never was there is wrong usage', async () => {
    const folder = folderWith({ 'a.txt': article(1) })
    await run(folder, ['a.txt'])
    const done = await muctieu(folder, ['remove', 'url:https://example.vn/none', '--reason', 'x'])
    expect(done.code).toBe(2)
    expect(done.stderr).toMatch(/Nothing is stored under/)
  })
})

describe('near-duplicates', () => {
  const body = Array.from({ length: 30 }, (_, i) => `Đoạn thứ ${i} nói về rừng ở nơi này và nơi khác.`).join('\n')

  test('are linked to the one published first, in any order of the input', async () => {
    const old = line({ id: 'old', published: '2024-05-01', text: `${body}\nTheo báo A.` })
    const copy = line({ id: 'copy', published: '2024-05-03', text: `${body}\nTheo báo B.` })
    for (const input of [old + copy, copy + old]) {
      const folder = folderWith({ 'a.ndjson': input })
      expect((await run(folder, ['a.ndjson'])).counts).toMatchObject({ duplicates: 1 })
      expect(
        ask(
          folder,
          'SELECT a.external_id AS id, o.external_id AS original FROM articles a LEFT JOIN articles o ON o.article_id = a.duplicate_of ORDER BY 1'
        )
      ).toEqual([
        { id: 'copy', original: 'old' },
        { id: 'old', original: null }
      ])
    }
  })

  test('are the same when the run is repeated', async () => {
    const folder = folderWith({ 'a.ndjson': line({ text: `${body}\nTheo báo A.` }) + line({ text: `${body}\nTheo báo B.` }) })
    await run(folder, ['a.ndjson'])
    const first = contentsOf(join(folder, 'out/muctieu.sqlite'))
    expect((await run(folder, ['a.ndjson'])).counts).toMatchObject({ done: 0, duplicates: 1 })
    expect(contentsOf(join(folder, 'out/muctieu.sqlite'))).toBe(first)
  })
})
