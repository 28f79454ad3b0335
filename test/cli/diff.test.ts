import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeAll, describe, expect, test } from 'vitest'
import { RUN_SEAL, registerSeal } from '../../src/store/seals.ts'
import { article, ask, folderWith, many, muctieu } from './harness.ts'

const LAW =
  'Hà Giang giữ rừng\n\nNgày 17/5/2021, HĐND tỉnh Hà Giang ban hành Nghị quyết số 15/NQ-HĐND về phát triển rừng. Nghị quyết đặt mục tiêu đến năm 2030 tỷ lệ che phủ rừng ở vùng cao đạt 60%.\n'

describe('a filter of diff that names nothing', () => {
  const folder = folderWith({ 'a.txt': article(60) })
  beforeAll(async () => {
    await muctieu(folder, ['run', 'a.txt', '--name', 'one'])
    await muctieu(folder, ['run', 'a.txt', '--name', 'two', '--without', 'place/gazetteer'])
  })

  test.each([
    [['--rule', 'place/gazeteer'], /--rule: there is no rule "place\/gazeteer"; did you mean place\/gazetteer\?\n$/],
    [['--field', 'deadlin'], /no field "deadlin"; did you mean deadline\?/],
    [['--place', 'Hà Giang'], /no place "Hà Giang"; did you mean ha_giang\?/],
    [['--kind', 'targets'], /no kind "targets"; did you mean target\?/],
    [['--confidence', 'sure'], /no confidence "sure"; there are high, medium, low\.\n$/],
    [['--article', 'b.txt'], /no article "b\.txt"; did you mean a\.txt\?/],
    [['--kind', 'target', '--rule', 'nothing/like-it-at-all'], /no rule "nothing\/like-it-at-all"\.\n$/]
  ])('%j is wrong usage, with a suggestion where there is one', async (argv, says) => {
    expect(await muctieu(folder, ['diff', 'one', 'two', ...argv])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(says)
    })
  })

  test.each([
    [['--rule', 'place/gazetteer'], 1],
    [['--field', 'place'], 1],
    [['--field', 'deadline'], 0],
    [['--place', 'ha_giang'], 1],
    [['--place', 'ca_mau'], 0],
    [['--article', 'a.txt'], 1],
    [['--field', 'evidence.value', '--evidence'], 0]
  ])('%j names something', async (argv, code) => {
    expect(await muctieu(folder, ['diff', 'one', 'two', ...argv])).toMatchObject({ code, stderr: '' })
  })

  test('but what only the code of a rule writes is known from the records', async () => {
    const store = ask<{ rule: string }>(folder, "SELECT DISTINCT rule FROM evidence WHERE field = 'deadline'")
    expect(await muctieu(folder, ['diff', 'one', 'two', '--rule', store[0]?.rule as string])).toMatchObject({ stderr: '' })
  })
})

test.each(['interrupted', 'running'])('a diff says that a side is not finished: %s', async status => {
  const folder = folderWith({ 'a.ndjson': many(2), 'b.ndjson': many(1) })
  await muctieu(folder, ['run', 'b.ndjson', '--name', 'one'])
  await muctieu(folder, ['run', 'a.ndjson', '--name', 'two'])
  const db = new Database(join(folder, 'out/muctieu.sqlite'))
  registerSeal(db)
  db.exec(
    `UPDATE runs SET status = '${status}' WHERE id = 1; UPDATE runs SET seal = ${status === 'running' ? 'NULL' : RUN_SEAL} WHERE id = 1`
  )
  db.close()
  const says = /^! BASE is not finished: the run (?:was interrupted|broke off, or still goes on)\./m
  expect((await muctieu(folder, ['diff', 'one', 'two'])).stdout).toMatch(says)
  expect((await muctieu(folder, ['diff', 'one', 'two', '--format', 'md'])).stdout).toMatch(/BASE is not finished/)
  const html = async (lang: string) => (await muctieu(folder, ['diff', 'one', 'two', '--format', 'html', '--lang', lang])).stdout
  expect(await html('en')).toMatch(/<li class="why">BASE \(−\) did not come to its end/)
  expect(await html('vi')).toMatch(/<li class="why">Bản cũ \(−\) là lần chạy chưa xong/)
  const { stdout } = await muctieu(folder, ['diff', 'two', 'one', '--json'])
  expect(JSON.parse(stdout)).toMatchObject({ base: { unfinished: null }, new: { unfinished: status } })
  expect((await muctieu(folder, ['diff', 'two', 'two'])).stdout).not.toMatch(/not finished/)
})

test('the head of an HTML diff is of one language, its counts as that language writes them', async () => {
  const goals = Array.from({ length: 30 }, (_, i) => `Đến năm 2030, tỷ lệ che phủ rừng ở Hà Giang đạt ${i + 60}%.\n`).join('')
  const lines = Array.from({ length: 40 }, (_, i) => JSON.stringify({ id: `a${i}`, text: `${LAW}${goals}Bản tin số ${i}.\n` }))
  const folder = folderWith({ 'a.ndjson': `${lines.join('\n')}\n` })
  await muctieu(folder, ['run', 'a.ndjson', '--name', 'one', '--without', 'place/gazetteer'])
  await muctieu(folder, ['run', 'a.ndjson', '--name', 'two'])
  const head = async (lang: string): Promise<string> => {
    const { stdout } = await muctieu(folder, ['diff', 'one', 'two', '--format', 'html', '--lang', lang])
    const shown = stdout.slice(stdout.indexOf('<header'), stdout.indexOf('<noscript>'))
    return shown
      .replace(/<code>.*?<\/code>/g, '')
      .replace(/<[^>]*>/g, ' ')
      .replace('place/gazetteer', '')
      .replace(/\s+/g, ' ')
  }
  const [vi, en] = [await head('vi'), await head('en')]
  expect(vi).not.toMatch(
    /\b(?:BASE|NEW|lost|gained|changed|evidence|same|kind|fields?|records?|articles?|runs?|rules|options|without|more|in)\b/
  )
  expect(vi).not.toMatch(/\b(?:document|target|observation|rank_goal|number|issuer|anchor|confidence|document_\w+)\b/)
  expect(vi).toMatch(/CŨ \(−, trước\): lần chạy 1 “one” của out\/muctieu\.sqlite: 40 bài, 1\.\d{3} bản ghi/)
  expect(en).toMatch(/BASE \(−, before\): run 1 “one” of out\/muctieu\.sqlite: 40 articles, 1,\d{3} records/)
  expect(vi).toMatch(/[1-9]\.\d{3} đổi/)
  expect(en).toMatch(/[1-9],\d{3} changed/)
})

describe('a dataset without text', () => {
  const folder = folderWith({ 'in/a.txt': article(60), 'in/b.txt': LAW })
  const diff = (...argv: string[]) => muctieu(folder, ['diff', ...argv])

  test('is the same as the run it was made from', async () => {
    await muctieu(folder, ['run', 'in', '--name', 'one'])
    await muctieu(folder, ['run', 'in', '--name', 'two', '--without', 'document_number/state'])
    await muctieu(folder, ['export', '--to', 'dataset', '--run', 'one'])
    expect(await diff('dataset', 'one')).toMatchObject({ code: 0, stdout: expect.stringContaining('BASE and NEW are the same.') })
  })

  test('differs from another run in every format by what differs', async () => {
    const text = await diff('dataset', 'two')
    expect(text.code).toBe(1)
    expect(text.stdout).not.toMatch(/claim_id|sha256_|another date, title/)
    for (const format of ['json', 'md', 'html']) expect((await diff('dataset', 'two', '--format', format)).code).toBe(1)
    await muctieu(folder, ['export', '--to', 'other', '--run', 'two'])
    expect(await diff('dataset', 'other', '--format', 'html')).toMatchObject({ code: 1, stdout: expect.stringMatching(/^<!doctype html>/) })
  })
})
