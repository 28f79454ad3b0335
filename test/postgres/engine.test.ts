import { cpSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { article, folderWith, line, muctieu } from '../cli/harness.ts'
import { ask, database, done, onBoth, sumsOf, withPostgres } from './harness.ts'
import { LEASE, manyArticles, type Process, planned, shards, start, startWorker, until } from './processes.ts'

const DEADLY = 'Bài này làm chết cả chương trình.'
const SOURCES = new URL('../../src/', import.meta.url)

/** A worker of this program that ends at once, all of it, where it is given a text with those words. */
function startMortal(folder: string, address: string): Process {
  const own = new URL('commands/net/', SOURCES)
  const child = `
import { thisWorker } from ${JSON.stringify(new URL('self.ts', own).href)}
const self = thisWorker()
const name = self.task.kind === 'reading' ? 'reading' : 'extraction'
const { workAtReading, workAtExtraction } = await import(${JSON.stringify(new URL('', own).href)} + name + '-worker.ts')
const onMessage = hear => self.onMessage(message => {
  if (message.article?.text.includes(${JSON.stringify(DEADLY)})) process.kill(process.ppid, 'SIGKILL')
  else hear(message)
})
if (name === 'reading') workAtReading(self)
else workAtExtraction({ ...self, onMessage })
`
  writeFileSync(join(folder, 'child.mjs'), child)
  const program = `
import { start } from ${JSON.stringify(new URL('cli.ts', SOURCES).href)}
import { NET_LIMITS } from ${JSON.stringify(new URL('limits.ts', own).href)}
await start({ ...NET_LIMITS, worker: new URL(${JSON.stringify(pathToFileURL(join(folder, 'child.mjs')).href)}) })
`
  writeFileSync(join(folder, 'mortal.mjs'), program)
  const argv = ['worker', '--db', address, '-w', '1', '--once', '--lease', String(LEASE), '--attempts', '2']
  return start(folder, argv, join(folder, 'mortal.mjs'))
}

/** A run by the engine, with a worker in the same process. */
const ENGINE = ['--engine', 'postgres', '--workers', '1']

withPostgres('the engine postgres', () => {
  test.each([1, 7, 200])('gives the export of a local run, corpus in shards of %i', async size => {
    const folder = folderWith()
    cpSync('corpus/articles', join(folder, 'articles'), { recursive: true })
    const address = await database()
    const here = JSON.parse(await done(folder, ['run', 'articles', '--db', 'local.sqlite', '--json']))
    const there = JSON.parse(await done(folder, ['run', 'articles', '--db', address, ...ENGINE, '--shard', String(size), '--json']))
    expect(there.counts).toEqual(here.counts)
    expect(await sumsOf(folder, address)).toBe(await sumsOf(folder, 'local.sqlite'))
  })

  test('gives what a filter gives: local = cluster = filter, whose lines either store takes', async () => {
    const folder = manyArticles(80)
    const address = await database()
    const other = await database()
    await done(folder, ['run', 'news.ndjson', '--db', 'local.sqlite'], 3)
    await done(folder, ['run', 'news.ndjson', '--db', address, ...ENGINE, '--shard', '20'], 3)
    const lines = readFileSync(join(folder, 'news.ndjson'), 'utf8').split(/(?<=\n)/)
    // Cut in two, and the second half first.
    for (const [i, half] of [lines.slice(33), lines.slice(0, 33)].entries()) {
      const { stdout } = await muctieu(folder, ['extract', '--as', 'articles', '--stdin-name', 'news.ndjson', '-'], {
        input: half.join('')
      })
      writeFileSync(join(folder, `part-${i}`), stdout)
    }
    for (const db of [other, 'filter.sqlite']) await done(folder, ['import', 'part-0', 'part-1', '--db', db, '--inputs', 'news.ndjson'], 3)
    const local = await sumsOf(folder, 'local.sqlite')
    for (const db of [address, other, 'filter.sqlite']) expect(await sumsOf(folder, db), db).toBe(local)
    // Repeated, it stores nothing.
    const again = JSON.parse(await done(folder, ['import', 'part-1', 'part-0', '--db', other, '--inputs', 'news.ndjson', '--json'], 3))
    expect(again.counts).toMatchObject({ done: 0, skipped: 80 })
  })

  test('says the same of every format and of all that fails, and a second run finds everything known', async () => {
    const folder = folderWith({
      'lines/many-bad.ndjson': Array.from({ length: 90 }, (_, i) => (i % 3 === 0 ? line({ id: i, text: article(i) }) : '{"bad"\n')).join('')
    })
    cpSync('fixtures/read', join(folder, 'inbox'), { recursive: true })
    writeFileSync(join(folder, 'inbox/broken.docx'), 'PK no zip')
    const address = await database()
    for (const isAgain of [false, true]) {
      const here = JSON.parse(await done(folder, ['run', 'inbox', 'lines', 'gone.txt', '--db', 'local.sqlite', '--json'], 3))
      const there = JSON.parse(
        await done(folder, ['run', 'inbox', 'lines', 'gone.txt', '--db', address, ...ENGINE, '--shard', '10', '--json'], 3)
      )
      expect(there.counts).toEqual(here.counts)
      expect(there.counts.done === 0).toBe(isAgain)
      const told = (run: { diagnostics: unknown[] }): string[] => run.diagnostics.map(d => JSON.stringify(d)).toSorted()
      expect(told(there)).toEqual(told(here))
    }
    expect(await sumsOf(folder, address)).toBe(await sumsOf(folder, 'local.sqlite'))
  })

  test('begins one run where the same is planned twice at a time', async () => {
    const folder = folderWith({ 'news.ndjson': Array.from({ length: 12 }, (_, i) => line({ id: i, text: article(i) })).join('') })
    const address = await database()
    const argv = ['run', 'news.ndjson', '--db', address, '--engine', 'postgres', '--shard', '2', '--json']
    const first = await planned(folder, address, 2)
    const second = start(folder, [...argv, '--lease', String(LEASE)])
    await until(async () => second.said().includes('goes on'), second)
    expect((await shards(address)).length).toBe(6)
    const worker = startWorker(folder, address)
    expect([await first.ended(), await second.ended(), await worker.ended()]).toEqual([0, 0, 0])
    expect(await ask(address, 'SELECT count(*)::integer AS n FROM muctieu.runs')).toEqual([{ n: 1 }])
  })

  test('cuts a shard at which workers die down to the article, which is told, and loses none that they had beside it', async () => {
    const lines = Array.from({ length: 8 }, (_, i) => line({ id: `a${i}`, text: i === 5 ? `${DEADLY} ${article(i)}` : article(i) }))
    const folder = folderWith({ 'news.ndjson': lines.join('') })
    const address = await database()
    const run = await planned(folder, address, 8)
    while (run.child.exitCode === null) await Promise.race([startMortal(folder, address).ended(), run.ended()])
    expect(await run.ended(), run.said()).toBe(3)
    expect(run.said()).toContain('news.ndjson, article 6 was given up: of 2 workers that had it none came to its end')
    const states = (await shards(address)).map(({ state }) => state)
    expect(Object.fromEntries(['split', 'done', 'given up'].map(s => [s, states.filter(state => state === s).length]))).toEqual({
      split: 3,
      done: 3,
      'given up': 1
    })
    expect(await ask(address, 'SELECT count(*)::integer AS n FROM muctieu.run_articles')).toEqual([{ n: 7 }])
  }, 240_000)

  test('is cancelled: workers store what they have at hand, the run ends as interrupted, and the next one does the rest', async () => {
    const folder = manyArticles(120)
    const address = await database()
    await done(folder, ['run', 'news.ndjson', '--db', 'local.sqlite'], 3)
    const run = await planned(folder, address, 4)
    const worker = startWorker(folder, address)
    await until(async () => (await shards(address)).filter(({ state }) => state === 'done').length > 2, worker)
    expect(await done(folder, ['runs', 'cancel', '1', '--db', address])).toMatch(/^Run 1 is cancelled: /)
    expect([await worker.ended(), await run.ended()]).toEqual([0, 130])
    expect(run.said()).toMatch(/muctieu: Run 1 was cancelled: of its plan some \d+ articles were left undone\.\n/)
    const all = await shards(address)
    const sum = (name: string): number => all.reduce((total, { counts }) => total + (JSON.parse(String(counts))[name] ?? 0), 0)
    expect(sum('undone')).toBeGreaterThan(0)
    expect(await ask(address, 'SELECT status FROM muctieu.runs')).toEqual([{ status: 'interrupted' }])
    expect(await ask(address, 'SELECT count(*)::integer AS n FROM muctieu.run_articles')).toEqual([{ n: sum('done') }])
    const next = JSON.parse(await done(folder, ['run', 'news.ndjson', '--db', address, ...ENGINE, '--shard', '4', '--json'], 3))
    expect(next).toMatchObject({ run: 2, counts: { done: 120 - sum('done'), skipped: sum('done') } })
    expect(await sumsOf(folder, address)).toBe(await sumsOf(folder, 'local.sqlite'))
  })

  test('is cancelled at once where nobody has a shard of it; what is no shared-out run under way is not', async () => {
    const folder = manyArticles(6)
    const address = await database()
    const run = await planned(folder, address, 2)
    const cancel = (named: string): Promise<unknown> => muctieu(folder, ['runs', 'cancel', named, '--db', address, '--json'])
    expect(await cancel('1')).toEqual({ code: 0, stdout: '{"run":1,"status":"interrupted","at_hand":0}\n', stderr: '' })
    expect(await run.ended()).toBe(130)
    expect(await cancel('1')).toMatchObject({ code: 2, stderr: 'muctieu: Run 1 has ended already.\n' })
    expect(await cancel('9')).toMatchObject({ code: 2, stderr: expect.stringContaining('There is no run 9 in') })
    expect(await cancel('monday')).toMatchObject({ code: 2, stderr: expect.stringContaining('Name a run by its number') })
    await ask(
      address,
      "INSERT INTO muctieu.runs (status, ruleset, options, reading_options, code_version, reader, started, what_if, is_complete) SELECT 'running', ruleset, options, reading_options, code_version, reader, started, what_if, 0 FROM muctieu.runs"
    )
    expect(await cancel('2')).toMatchObject({ code: 2, stderr: 'muctieu: Run 2 is not shared out: Ctrl-C ends it where it runs.\n' })
  })

  test('is left alone by workers of other rules, which say so', async () => {
    const folder = folderWith({ 'a.txt': article(1) })
    const address = await database()
    const run = start(folder, ['run', 'a.txt', '--db', address, '--engine', 'postgres', '--quiet'])
    await until(async () => (await shards(address)).length > 0, run)
    await ask(address, "UPDATE muctieu.plans SET kind = 'other'")
    await ask(address, "INSERT INTO muctieu.rulesets VALUES ('0123456789abcdef')")
    await ask(address, "UPDATE muctieu.runs SET ruleset = '0123456789abcdef'")
    await ask(address, "DELETE FROM muctieu_boss10.job WHERE name LIKE 'shards-%'")
    const worker = startWorker(folder, address)
    expect(await worker.ended()).toBe(0)
    expect(worker.said()).toMatch(
      /^muctieu: Run 1 is left to other workers: it is of ruleset 0123456789ab, and these rules are [0-9a-f]{12}\.\n$/
    )
    expect((await shards(address)).map(({ state }) => state)).toEqual(['planned'])
    run.child.kill('SIGKILL')
  })

  test('gives a shard back that a worker does not see, and does it once it is seen', async () => {
    const folder = folderWith({ 'shared/a.txt': article(1) })
    const address = await database()
    const run = start(folder, ['run', 'shared', '--db', address, '--engine', 'postgres', '--quiet'])
    await until(async () => (await shards(address)).length > 0, run)
    renameSync(join(folder, 'shared'), join(folder, 'away'))
    const worker = startWorker(folder, address)
    await until(async () => worker.said() !== '', worker)
    expect(worker.said()).toBe(
      `muctieu: This machine does not see ${join(folder, 'shared/a.txt')}: its shards go back, for workers that do.\n`
    )
    renameSync(join(folder, 'away'), join(folder, 'shared'))
    expect([await run.ended(), await worker.ended()]).toEqual([0, 0])
  })

  test('wants a server, and files', async () => {
    const folder = folderWith({ 'a.txt': article(1) })
    const said = async (...argv: readonly string[]): Promise<unknown> => await muctieu(folder, ['run', ...argv, '--engine', 'postgres'])
    expect(await said('a.txt', '--db', 'a.sqlite')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('works on a PostgreSQL server')
    })
    expect(await said('-', '--db', 'postgres://nobody@127.0.0.1:1/x')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Standard input cannot be shared out')
    })
    expect(await said('a.txt', '--db', 'postgres://nobody@127.0.0.1:1/x')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('No PostgreSQL server answers')
    })
  })

  test('shows how far a run is, and ends when it ends', async () => {
    const folder = folderWith({ 'a.txt': article(1), 'b.txt': article(2) })
    const address = await database()
    await onBoth(folder, address, ['run', 'a.txt', 'b.txt', '--db', 'DB'])
    for (const db of ['local.sqlite', address]) {
      const line = JSON.parse(await done(folder, ['runs', '--watch', '--db', db, '--json'])) as unknown
      expect(line).toMatchObject({ run: 1, status: 'done', articles: 2, failures: 0, seconds_left: 0 })
    }
    const run = start(folder, ['run', 'a.txt', 'b.txt', '--db', address, '--engine', 'postgres', '--quiet'])
    await until(async () => (await shards(address)).length > 0, run)
    const watch = start(folder, ['runs', '--watch', '--db', address, '--json'])
    await until(async () => watch.said() !== '', watch)
    const worker = startWorker(folder, address)
    expect([await run.ended(), await worker.ended(), await watch.ended()]).toEqual([0, 0, 0])
    const lines = watch
      .said()
      .trim()
      .split('\n')
      .map(text => JSON.parse(text) as Record<string, unknown>)
    expect(lines[0]).toMatchObject({ run: 2, status: 'running', articles: 0, behind: 0, all: 2 })
    expect(lines.at(-1)).toMatchObject({ run: 2, status: 'done', articles: 2, behind: 2, all: 2, seconds_left: 0 })
  })
})
