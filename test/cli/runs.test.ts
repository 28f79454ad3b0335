import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { article, contentsOf, folderWith, line, linesOf, muctieu } from './harness.ts'
import { makeOlder } from './older.ts'

describe('runs', () => {
  test('lists what was run, for people and for programs', async () => {
    const folder = folderWith({ 'a.txt': article(60), 'b.ndjson': `{}\n${line({ text: article(61) })}` })
    await muctieu(folder, ['run', 'a.txt', '--name', 'first'])
    await muctieu(folder, ['run', 'a.txt', 'b.ndjson'])
    const { stdout } = await muctieu(folder, ['runs'])
    expect(stdout.split('\n')[1]).toMatch(/^ {2}1 {2}first {2}done {3}2026-01-02 03:04 +1 +1 +0 +1 {2}[0-9a-f]{8}$/)
    const runs = JSON.parse((await muctieu(folder, ['runs', '--json'])).stdout) as object[]
    expect(runs).toMatchObject([
      { id: 1, name: 'first', status: 'done', options: '{}', counts: { done: 1, articles: 1, targets: 1 } },
      { id: 2, name: null, counts: { done: 1, skipped: 1, failed: 1, articles: 2 } }
    ])
  })

  test('show tells all of one, by number or by name', async () => {
    const folder = folderWith({ 'a.txt': article(60) })
    await muctieu(folder, ['run', 'a.txt', '--name', 'first', '--published', '2024-01-02'])
    const byName = await muctieu(folder, ['runs', 'show', 'first'])
    expect(byName.stdout).toBe((await muctieu(folder, ['runs', 'show', '1'])).stdout)
    for (const part of [
      /^ruleset +[0-9a-f]{64}$/m,
      /^input set +[0-9a-f]{64}$/m,
      /^reading options +\{"published":"2024-01-02"\}$/m,
      /^program +\d/m,
      /^milliseconds +\d+$/m
    ]) {
      expect(byName.stdout).toMatch(part)
    }
    const missing = await muctieu(folder, ['runs', 'show', 'second'])
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringMatching(/has no run second/)])
  })

  test('names the options by which a run is another one', async () => {
    const folder = folderWith({ 'a.txt': article(60) })
    await muctieu(folder, ['run', 'a.txt', '--published', '2024-01-02'])
    await muctieu(folder, ['run', 'a.txt', '--what-if'])
    await muctieu(folder, ['run', '--stored', '--without', 'place/gazetteer', '--without', 'date/period'])
    const rows = (await muctieu(folder, ['runs'])).stdout.split('\n').slice(1, 4)
    expect(rows.map(row => row.slice(row.indexOf('--')))).toEqual([
      '--published 2024-01-02',
      '--what-if',
      '--stored --without date/period --without place/gazetteer'
    ])
    expect((await muctieu(folder, ['runs', 'show', '2'])).stdout).toMatch(/^what if +yes/m)
  })

  test('show --diagnostics and --rejections list them', async () => {
    const folder = folderWith({ 'a.ndjson': `{}\n${line({ text: 'Tỉnh Hà Giang phấn đấu hoàn thành trong 3 đợt, đến năm 2030.' })}` })
    await muctieu(folder, ['run', 'a.ndjson'])
    expect((await muctieu(folder, ['runs', 'show', '1', '--diagnostics'])).stdout).toMatch(
      /^error +read\/no-text +a\.ndjson, line 1, has no "text"\.$/m
    )
    expect((await muctieu(folder, ['runs', 'show', '1', '--rejections'])).stdout).toMatch(/^[0-9a-f]{16} target +3 đợt +unit\/no-goal/m)
    const json = JSON.parse((await muctieu(folder, ['runs', 'show', '1', '--rejections', '--json'])).stdout) as { rejections: object[] }
    expect(json.rejections).toMatchObject([{ kind: 'rejection', quote: '3 đợt' }])
  })
})

test('what was read as a slip of the pen is told with its article', async () => {
  const text = 'Tỉnh Hà Giang phấn đâu đến năm 2030 tỷ lệ che phủ rừng đạt 61%.\n'
  const folder = folderWith({ 'a.txt': `Tin một\n\n${text}`, 'b.txt': `Tin hai\n\n${text}` })
  await muctieu(folder, ['run', 'a.txt', 'b.txt'])
  const { stdout } = await muctieu(folder, ['runs', 'show', '1', '--diagnostics'])
  for (const name of ['a.txt', 'b.txt']) expect(stdout).toMatch(new RegExp(`normalize/slip +${name}: "đâu" was read as "đấu"`))
  const json = JSON.parse((await muctieu(folder, ['runs', 'show', '1', '--diagnostics', '--json'])).stdout) as { diagnostics: object[] }
  const printed = linesOf((await muctieu(folder, ['extract', 'a.txt', 'b.txt', '--diagnostics'])).stdout).filter(
    l => l['kind'] === 'diagnostic'
  )
  expect(printed.map(({ code, source }) => [code, source])).toEqual([
    ['normalize/slip', 'a.txt'],
    ['normalize/slip', 'b.txt']
  ])
  expect(json.diagnostics).toEqual(printed)
})

describe('runs prune', () => {
  const inbox = async () => {
    const folder = folderWith({ 'a.txt': article(60), 'b.txt': article(61) })
    await muctieu(folder, ['run', 'a.txt', '--name', 'named'])
    await muctieu(folder, ['run', 'a.txt'])
    await muctieu(folder, ['run', 'b.txt'])
    for (const _ of [1, 2]) await muctieu(folder, ['run', 'a.txt'])
    return folder
  }
  const ids = async (folder: string) => (JSON.parse((await muctieu(folder, ['runs', '--json'])).stdout) as { id: number }[]).map(r => r.id)

  test('says what it would remove and changes nothing', async () => {
    const folder = await inbox()
    const { stdout } = await muctieu(folder, ['runs', 'prune', '--keep', '1'])
    expect(stdout).toMatch(/^Would remove 2 runs:\n {2}run 2 of 2026-01-02\n {2}run 4 of 2026-01-02\n/)
    expect(await ids(folder)).toEqual([1, 2, 3, 4, 5])
  })

  /** A run of some files a day, on other days than today. */
  const daily = async (folder: string, days: Readonly<Record<string, readonly string[]>>): Promise<void> => {
    for (const [day, argv] of Object.entries(days))
      await muctieu(folder, ['run', ...argv, '--name', day], { now: () => new Date(`${day}T05:00:00Z`) })
  }
  const on = (day: string) => ({ now: () => new Date(`${day}T06:00:00Z`) })
  const names = async (folder: string) =>
    (JSON.parse((await muctieu(folder, ['runs', '--json'])).stdout) as { name: string }[]).map(r => r.name)

  test('--keep 30d removes what is older, also where every run has a name of its day', async () => {
    const folder = folderWith({ 'a.txt': article(60) })
    await daily(folder, { '2026-01-01': ['a.txt'], '2026-01-02': ['a.txt'], '2026-02-10': ['a.txt'], '2026-02-11': ['a.txt'] })
    await muctieu(folder, ['run', 'a.txt', '--name', 'paper'], on('2026-01-03'))
    expect((await muctieu(folder, ['runs', 'prune', '--keep', '30d', '--yes'], on('2026-02-11'))).stdout).toMatch(/^Removed 2 runs/)
    expect(await names(folder)).toEqual(['2026-02-10', '2026-02-11', 'paper'])
    await muctieu(folder, ['runs', 'prune', '--keep', '1w', '--yes'], on('2026-02-17'))
    expect(await names(folder)).toEqual(['2026-02-11', 'paper'])
    expect(await muctieu(folder, ['runs', 'prune', '--keep', '30y'])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/10, 30d, 8w/)
    })
  })

  test('never changes what is shown and exported, not even which sources an article has', async () => {
    const folder = folderWith({ 'a.txt': article(60), 'b.txt': article(60), 'c.txt': article(61) })
    await daily(folder, {
      '2026-01-01': ['a.txt'],
      '2026-01-02': ['b.txt', 'c.txt'],
      '2026-01-03': ['b.txt', 'c.txt'],
      '2026-01-04': ['b.txt']
    })
    await muctieu(folder, ['run', 'a.txt', 'b.txt', 'c.txt', '--what-if', '--name', '2026-01-05'])
    const exported = async (to: string) => {
      await muctieu(folder, ['export', '--to', to])
      return readFileSync(join(folder, to, 'SHA256SUMS'), 'utf8')
    }
    const before = await exported('before')
    await muctieu(folder, ['runs', 'prune', '--keep', '1', '--yes'])
    expect(await names(folder)).toEqual(['2026-01-01', '2026-01-03', '2026-01-04', '2026-01-05'])
    expect(await exported('after')).toBe(before)
  })

  test('leaves one run where everything stored was read again', async () => {
    const folder = folderWith({ 'a.txt': article(60), 'b.txt': article(61) })
    await daily(folder, { '2026-01-01': ['a.txt'], '2026-01-02': ['b.txt'] })
    makeOlder(folder)
    await muctieu(folder, ['run', '--stored'])
    const before = contentsOf(join(folder, 'out/muctieu.sqlite'))
    await muctieu(folder, ['runs', 'prune', '--keep', '1', '--yes'])
    expect([await ids(folder), contentsOf(join(folder, 'out/muctieu.sqlite'))]).toEqual([[3], before])
  })

  test('--yes removes old runs, but none that is named or alone holds an article', async () => {
    const folder = await inbox()
    const before = contentsOf(join(folder, 'out/muctieu.sqlite'))
    expect((await muctieu(folder, ['runs', 'prune', '--keep', '1', '--yes'])).stdout).toMatch(/^Removed 2 runs/)
    expect(await ids(folder)).toEqual([1, 3, 5])
    expect(contentsOf(join(folder, 'out/muctieu.sqlite'))).toBe(before)
    expect((await muctieu(folder, ['runs', 'prune', '--keep', '1'])).stdout).toBe('There is nothing to remove.\n')
  })
})
