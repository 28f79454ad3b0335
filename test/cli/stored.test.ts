import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { article, ask, contentsOf, folderWith, line, many, muctieu, run } from './harness.ts'
import { makeOlder, OLDER } from './older.ts'

const DB = 'out/muctieu.sqlite'
/** Reads nothing of what makes a target in the articles of these tests. */
const NO_TARGETS = ['--without', 'quantity/percent']
const targets = (folder: string) => ask<{ n: number }>(folder, 'SELECT count(*) AS n FROM targets')[0]?.n
const articles = (folder: string) => ask<{ n: number }>(folder, 'SELECT count(*) AS n FROM articles')[0]?.n
const state = (folder: string) => ask<{ ruleset: string }>(folder, 'SELECT ruleset FROM current_method')[0]?.ruleset
const sums = (folder: string, to: string) => readFileSync(join(folder, to, 'SHA256SUMS'), 'utf8')
/** A folder whose database an older ruleset filled that found no targets, and what came since. */
const upgraded = async (files: Readonly<Record<string, string>> = { 'old.ndjson': many(5) }) => {
  const folder = folderWith({ ...files, 'new.ndjson': many(2, 50) })
  await run(folder, [...Object.keys(files), ...NO_TARGETS])
  makeOlder(folder)
  return folder
}

describe('a what-if run', () => {
  test.each([NO_TARGETS, ['--what-if']])('%j changes nothing that is shown, whatever it reads', async (...how) => {
    const folder = folderWith({ 'a.ndjson': many(4), 'b.ndjson': many(1, 50) })
    await run(folder, ['a.ndjson'])
    const before = contentsOf(join(folder, DB))
    await muctieu(folder, ['export', '--to', 'before'])
    for (const file of ['a.ndjson', 'b.ndjson']) {
      const { stdout, stderr } = await muctieu(folder, ['run', file, ...how, '--name', 'try'])
      expect([stdout, stderr]).toEqual([expect.stringMatching(/^A what-if run: views, exports and reports stay as they were/m), ''])
    }
    expect(contentsOf(join(folder, DB))).toBe(before)
    expect(await muctieu(folder, ['export', '--to', 'after'])).toMatchObject({ code: 0, stderr: '' })
    expect(sums(folder, 'after')).toBe(sums(folder, 'before'))
  })

  test('is compared, exported and explained where it is named', async () => {
    const folder = folderWith({ 'a.ndjson': many(4) })
    await run(folder, ['a.ndjson', '--name', 'one'])
    await run(folder, ['a.ndjson', ...NO_TARGETS, '--name', 'try'])
    expect(await muctieu(folder, ['diff', 'one', 'try', '--stat'])).toMatchObject({ code: 1, stdout: expect.stringMatching(/4 lost/) })
    const { stdout } = await muctieu(folder, ['export', '--to', 'try', '--run', 'try', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ options: { without: ['quantity/percent'] }, articles: { count: 4 } })
  })

  test('alone makes no state, which is said', async () => {
    const folder = folderWith({ 'a.txt': article(60) })
    await run(folder, ['a.txt', '--what-if'])
    expect(articles(folder)).toBe(0)
    for (const argv of [['export', '--to', 'x'], ['report'], ['diff', DB, `${DB}#1`]])
      expect(await muctieu(folder, argv)).toMatchObject({ code: 2, stderr: expect.stringMatching(/nothing but what-if runs/) })
    expect((await muctieu(folder, ['run', '--stored'])).code).toBe(2)
    expect(ask(folder, 'SELECT count(*) AS n FROM runs')).toEqual([{ n: 1 }])
  })
})

describe('another ruleset', () => {
  test('shows nothing before it has read all, and the run says how much is left', async () => {
    const folder = await upgraded()
    const before = contentsOf(join(folder, DB))
    const { standing } = (await run(folder, ['new.ndjson'])) as unknown as { standing: object }
    expect(standing).toEqual({ ruleset: OLDER, articles: 5, newer: expect.stringMatching(/^[0-9a-f]{64}$/), unread: 5, leftOut: 2 })
    expect((await muctieu(folder, ['run', 'new.ndjson'])).stdout).toMatch(
      /^5 stored articles are still of the ruleset before \(f{12}\)\. .*"muctieu run --stored"/m
    )
    expect(contentsOf(join(folder, DB))).toBe(before)
  })

  test('is told in one line by export, its card, verify, report and runs', async () => {
    const folder = await upgraded()
    await run(folder, ['new.ndjson'])
    const told =
      /^muctieu: This is the newest complete state, 5 articles by ruleset f{12}: the newer [0-9a-f]{12} has not read 5 of them, and 2 more are left out, which only other rules have read; "muctieu run --stored" reads all by the present rules\.\n$/
    for (const argv of [['export', '--to', 'x'], ['verify', 'x'], ['report'], ['runs']])
      expect([argv[0], (await muctieu(folder, argv)).stderr]).toEqual([argv[0], expect.stringMatching(told)])
    expect(readFileSync(join(folder, 'x/README.md'), 'utf8')).toMatch(
      /newest complete state of its database.* had not read 5 articles of it, and 2 articles that only other rulesets had read are not in it\./
    )
    await muctieu(folder, ['run', '--stored'])
    for (const argv of [['export', '--to', 'x'], ['verify', 'x'], ['report'], ['runs']])
      expect([argv[0], (await muctieu(folder, argv)).stderr]).toEqual([argv[0], ''])
    expect(readFileSync(join(folder, 'x/README.md'), 'utf8')).not.toMatch(/complete state/)
  })

  test('takes over when it has read everything from the files, too', async () => {
    const folder = await upgraded()
    await run(folder, ['old.ndjson'])
    expect([targets(folder), articles(folder)]).toEqual([5, 5])
    expect(state(folder)).not.toBe(OLDER)
  })

  test('takes over where a newer text under the same address stands for one that it has not read', async () => {
    const url = 'https://example.org/a'
    const folder = await upgraded({ 'a.ndjson': line({ url, text: article(60) }) })
    await muctieu(folder, ['run', '-'], { input: line({ url, text: article(61) }) })
    expect([articles(folder), state(folder) === OLDER]).toEqual([1, false])
  })
})

describe('run --stored', () => {
  const url = 'https://example.org/a'
  const files = {
    'in/a.ndjson': `${line({ url, published: '2024-01-02', text: article(60) })}${many(3)}`,
    'in/b.ndjson': `${line({ url, published: '2024-02-03', text: article(61) })}${many(2)}`,
    'in/2024-03-04.txt': article(77)
  }

  test.each([{ how: [] }, { how: ['--all-versions'] }])('gives the bytes that the files give: $how', async ({ how }) => {
    const folder = await upgraded(files)
    expect(targets(folder)).toBe(0)
    const { counts } = await run(folder, ['--stored'])
    expect(counts).toMatchObject({ done: 6, failed: 0, articles: 6, superseded: 1 })
    const fresh = folderWith(files)
    await run(fresh, Object.keys(files))
    for (const where of [folder, fresh])
      expect(await muctieu(where, ['export', '--to', 'x', ...how])).toMatchObject({ code: 0, stderr: '' })
    expect(sums(folder, 'x')).toBe(sums(fresh, 'x'))
    expect(targets(folder)).toBe(5)
    expect((await muctieu(folder, ['verify', 'x', '--db', DB])).stdout).toMatch(/REPRODUCED/)
    // The next run on the files finds them known.
    expect((await run(folder, Object.keys(files))).counts).toMatchObject({ done: 0, failed: 0 })
  })

  test('that is interrupted keeps what it read and shows what was shown; the next one goes on', async () => {
    const folder = await upgraded()
    const before = contentsOf(join(folder, DB))
    const ending = new AbortController()
    const terminal = Object.assign(new Writable({ write: (_chunk, _encoding, done) => done() }), {
      isTTY: true,
      cursorTo: () => true,
      clearLine: () => true
    })
    // Asked for the time when an article was taken.
    let asked = 0
    const now = () => {
      if (++asked > 4) ending.abort()
      return new Date('2026-01-02T03:04:05Z')
    }
    const given = { now, signal: ending.signal, terminal: terminal as unknown as NodeJS.WriteStream }
    const done = await muctieu(folder, ['run', '--stored', '--json'], given)
    const { counts, status } = JSON.parse(done.stdout) as { counts: Record<string, number>; status: string }
    expect([done.code, status, (counts['done'] as number) > 0, (counts['done'] as number) < 5]).toEqual([130, 'interrupted', true, true])
    expect(contentsOf(join(folder, DB))).toBe(before)
    expect((await run(folder, ['--stored'])).counts).toMatchObject({
      done: 5 - (counts['done'] as number),
      skipped: counts['done'],
      articles: 5
    })
    expect(targets(folder)).toBe(5)
  })

  test('says how far it is', async () => {
    const folder = await upgraded()
    let minutes = 0
    const now = () => new Date(Date.UTC(2026, 0, 2, 3, minutes++))
    const { stderr } = await muctieu(folder, ['run', '--stored'], { now })
    expect(stderr).toBe([1, 2, 3, 4, 5].map(n => `muctieu: ${n} of 5 articles so far\n`).join(''))
    const drawn: string[] = []
    const terminal = Object.assign(new Writable({ write: (chunk, _, done) => done(void drawn.push(String(chunk))) }), {
      isTTY: true,
      cursorTo: () => true,
      clearLine: () => true
    })
    await muctieu(folder, ['run', '--stored', '--what-if'], { now, terminal: terminal as unknown as NodeJS.WriteStream })
    expect(drawn.join('')).toMatch(/100%.* 5 articles/)
  })

  test('has nothing to do where all is of the present rules, and says so without a run', async () => {
    const folder = folderWith({ 'a.ndjson': many(3) })
    await run(folder, ['a.ndjson'])
    const done = await muctieu(folder, ['run', '--stored'])
    expect(done).toMatchObject({ code: 0, stdout: expect.stringMatching(/^All 3 articles in .* by the present rules already/), stderr: '' })
    expect(JSON.parse((await muctieu(folder, ['run', '--stored', '--json'])).stdout)).toMatchObject({
      run: null,
      standing: { articles: 3 }
    })
    expect(ask(folder, 'SELECT count(*) AS n FROM runs')).toEqual([{ n: 1 }])
  })

  test('leaves removed articles and what only experiments read', async () => {
    const folder = await upgraded({ 'a.ndjson': `${line({ url, text: article(60) })}${many(2)}` })
    await run(folder, ['new.ndjson', '--what-if'])
    await muctieu(folder, ['remove', `url:${url}`, '--reason', 'asked'])
    expect((await run(folder, ['--stored'])).counts).toMatchObject({ done: 2, articles: 2 })
    expect(articles(folder)).toBe(2)
  })

  test('with a rule less is an experiment over everything that is stored', async () => {
    const folder = folderWith({ 'a.ndjson': many(3) })
    await run(folder, ['a.ndjson', '--name', 'one'])
    expect((await run(folder, ['--stored', ...NO_TARGETS, '--name', 'try'])).counts).toMatchObject({ done: 3, without_records: 3 })
    expect(targets(folder)).toBe(3)
    expect((await muctieu(folder, ['diff', 'one', 'try', '--stat'])).stdout).toMatch(/3 lost/)
    expect((await muctieu(folder, ['runs'])).stdout).toMatch(/ --stored --without quantity\/percent$/m)
  })

  test('reads the others where one text is damaged, says which, and takes over without it', async () => {
    const folder = await upgraded()
    const db = new Database(join(folder, DB))
    const [id] = db.prepare('SELECT article_id FROM texts').pluck().all() as string[]
    db.prepare("UPDATE texts SET text = replace(text, 'a', 'e') WHERE article_id = ?").run(id)
    db.close()
    const done = await muctieu(folder, ['run', '--stored'])
    expect([done.code, done.stderr]).toEqual([
      3,
      expect.stringMatching(new RegExp(`^muctieu: The database .* damaged: the text of article ${id} `))
    ])
    expect([articles(folder), targets(folder)]).toEqual([4, 4])
  })

  test.each([
    [['run'], /Name what to read/],
    [['run', '--stored', 'a.txt'], /name no paths/],
    [['run', '--stored', '--published', '2024-01-02'], /--published has no say/],
    [['run', '--stored', '--db', 'none.sqlite'], /does not exist/]
  ])('%j is wrong usage', async (argv, says) => {
    const folder = folderWith({ 'a.txt': article(60) })
    expect(await muctieu(folder, argv)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(says) })
  })
})
