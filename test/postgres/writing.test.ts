import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { optionsKey } from '../../src/commands/extraction-options.ts'
import { extracting } from '../../src/commands/net/extracting.ts'
import { noOutcomes } from '../../src/commands/outcomes.ts'
import { currentRuleset } from '../../src/commands/ruleset/load.ts'
import { finishRun } from '../../src/commands/run/finish.ts'
import { extractionIdentity, readingIdentity } from '../../src/commands/run/identity.ts'
import { diagnostic } from '../../src/model/diagnostic.ts'
import { findFiles } from '../../src/stages/read/operands.ts'
import { readInputs } from '../../src/stages/read/read.ts'
import { READER_VERSION } from '../../src/stages/read/version.ts'
import { openDatabase, openExistingDatabase } from '../../src/store/database.ts'
import { lastIdsBefore } from '../../src/store/finish.ts'
import { openPostgres, type Postgres } from '../../src/store/postgres/client.ts'
import { beginPostgresRun, completeInputs } from '../../src/store/postgres/runs.ts'
import { plannedShards, planShards, settleShard, shardOf, shardProgress } from '../../src/store/postgres/shards.ts'
import { type ArticleToWrite, removedAmong, storedExtractions, writeArticles } from '../../src/store/postgres/write.ts'
import { endRun, listRuns } from '../../src/store/runs.ts'
import { folderWith, many, muctieu } from '../cli/harness.ts'
import { ask, database, done, expectSameViews, sumsOf, withPostgres } from './harness.ts'

const now = (): Date => new Date('2026-01-02T03:04:05Z')
const ruleset = currentRuleset()
const method = { ruleset: ruleset.hash, options: optionsKey({ without: [] }) }
const extract = extracting({ options: { without: [] }, form: 'rows' })
const START = {
  ...method,
  name: 'shared',
  readingOptions: '{}',
  codeVersion: '0',
  reader: READER_VERSION,
  started: now().toISOString(),
  isWhatIf: false
}

/** The articles of a file, as a worker of an engine brings them. */
async function articlesIn(folder: string, file: string): Promise<ArticleToWrite[]> {
  const articles: ArticleToWrite[] = []
  const none = { published: null, stdin: (async function* () {})(), isKnown: () => false }
  for await (const result of readInputs(await findFiles([join(folder, file)]), none)) {
    if (result.kind !== 'article') continue
    const { article, diagnostics, input } = result
    const made = extract(article)
    if (!('made' in made)) throw new Error('It broke off.')
    const identity = readingIdentity(article, diagnostics, { sha256: input.sha256, reader: READER_VERSION })
    const key = { sha256: input.sha256 as string, source: input.source, reader: READER_VERSION, options: '{}' }
    articles.push({
      identity: extractionIdentity(article, method),
      article,
      rows: made.made.rows,
      readings: [{ reading: { ...article, diagnostics, identity }, input: { ...key, bytes: input.bytes } }]
    })
  }
  return articles
}

async function opened<Result>(address: string, work: (postgres: Postgres) => Promise<Result>): Promise<Result> {
  const postgres = await openPostgres(address, now)
  try {
    return await work(postgres)
  } finally {
    await postgres.close()
  }
}

const ROWS = ['texts', 'readings', 'extractions', 'records', 'rejections', 'run_readings', 'run_articles', 'inputs', 'diagnostics']

async function rowCounts(address: string): Promise<unknown> {
  return (await ask(address, `SELECT ${ROWS.map(table => `(SELECT count(*) FROM muctieu.${table}) AS ${table}`).join(', ')}`))[0]
}

withPostgres('articles that several workers write', () => {
  test('are written once, however often and by however many at once, and end as a local run of the same files', async () => {
    const folder = folderWith({ 'a.ndjson': many(30), 'b.ndjson': many(30, 20) })
    const address = await database()
    const [a, b] = [await articlesIn(folder, 'a.ndjson'), await articlesIn(folder, 'b.ndjson')]
    await opened(address, async postgres => {
      const run = await postgres.transaction(client => beginPostgresRun(client, START, ruleset.parts))
      const write = (articles: readonly ArticleToWrite[]): Promise<void> =>
        postgres.transaction(client => writeArticles(client, run, { articles, diagnostics: [] }))
      // The same texts from both files, in opposite orders, at the same time.
      await Promise.all([write(a), write(b.toReversed()), write(a.toReversed()), write(b)])
      const before = await rowCounts(address)
      await write(a)
      expect(await rowCounts(address)).toEqual(before)
      const inputs = [...a, ...b].flatMap(({ readings }) =>
        readings.flatMap(({ input }) => (input === null ? [] : [{ ...input, failures: [] }]))
      )
      await postgres.transaction(client => completeInputs(client, inputs))
      const store = await openExistingDatabase(address, 'store', now)
      const session = { outcomes: noOutcomes(), bands: { add: () => undefined, of: () => undefined } }
      const { inputSet, counts } = finishRun(store, run, session, { before: lastIdsBefore(store, run), isStored: false })
      endRun(store, run, { status: 'done', finished: START.started, inputSet, counts, timings: {} })
      store.db.close()
      expect(counts).toMatchObject({ articles: 50, new_articles: 50 })
    })
    // Under the names that the workers gave them.
    await done(folder, ['run', join(folder, 'a.ndjson'), join(folder, 'b.ndjson'), '--db', 'local.sqlite'])
    await expectSameViews(folder, address)
    expect(await sumsOf(folder, address)).toBe(await sumsOf(folder, 'local.sqlite'))
    // A run that comes later finds all of it known.
    const again = await done(folder, ['run', join(folder, 'a.ndjson'), join(folder, 'b.ndjson'), '--db', address, '--json'])
    expect((JSON.parse(again) as { counts: unknown }).counts).toMatchObject({ done: 0, skipped: 60, articles: 50 })
  })

  test('stand or fall with what else their transaction does', async () => {
    const folder = folderWith({ 'a.ndjson': many(3) })
    const address = await database()
    const articles = await articlesIn(folder, 'a.ndjson')
    await opened(address, async postgres => {
      const run = await postgres.transaction(client => beginPostgresRun(client, START, ruleset.parts))
      const shard = { number: 0, parent: null, reference: { path: 'a\0.ndjson' }, articles: 3, bytes: 100 }
      expect(await postgres.use(client => planShards(client, run, [shard]))).toBe(1)
      expect(await postgres.use(client => planShards(client, run, [shard, { ...shard, number: 1 }]))).toBe(1)
      expect(await postgres.use(client => shardOf(client, run, 0))).toEqual({ ...shard, run, state: 'planned' })
      const how = { state: 'done', at: now(), worker: 'w', counts: { articles: 3 } } as const
      const failure = diagnostic('store', 'removed', 'info', 'x', {})
      const work = (): Promise<boolean> =>
        postgres.transaction(async client => {
          await writeArticles(client, run, { articles, diagnostics: [failure] })
          if (!(await settleShard(client, run, 0, how))) throw new Error('late')
          return true
        })
      const worked = await Promise.allSettled([work(), work()])
      expect(worked.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
      expect(await rowCounts(address)).toMatchObject({ run_articles: 3, diagnostics: 1 })
      expect(await postgres.use(client => plannedShards(client, run))).toEqual([1])
      expect(await postgres.use(client => shardProgress(client, run))).toMatchObject({
        planned: 1,
        done: 1,
        articles: 6,
        settledArticles: 3
      })
      const names = articles.map(({ identity }) => identity)
      expect([...(await postgres.use(client => storedExtractions(client, [...names, 'none'])))].toSorted()).toEqual(names.toSorted())
      expect(await postgres.use(client => removedAmong(client, ['none']))).toEqual(new Set())
      // What is not stored cannot be left out.
      const lacking = postgres.transaction(client =>
        writeArticles(client, run, { articles: [{ ...(articles[0] as ArticleToWrite), identity: 'none', rows: null }], diagnostics: [] })
      )
      await expect(lacking).rejects.toThrow('do the same again')
    })
  })
})

withPostgres('a local run into a store', () => {
  test('that is killed loses nothing that is committed and doubles nothing when it is done again', async () => {
    const folder = folderWith({ 'a.ndjson': many(900) })
    const address = await database()
    await done(folder, ['run', 'a.ndjson', '--db', 'local.sqlite'])
    const argv = [fileURLToPath(new URL('../../src/cli.ts', import.meta.url)), 'run', 'a.ndjson', '--db', address, '-q']
    for (const _ of [1, 2]) {
      const child = spawn(process.execPath, argv, { cwd: folder, stdio: 'ignore' })
      const ended = once(child, 'exit')
      const isUnderWay = async (): Promise<boolean> => {
        const [found] = await ask(address, "SELECT to_regclass('muctieu.run_articles')::text AS name")
        if (found?.['name'] === null) return false
        const rows = await ask(address, 'SELECT count(*) AS n FROM muctieu.run_articles WHERE run = (SELECT max(id) FROM muctieu.runs)')
        return (rows[0]?.['n'] as number) > 0
      }
      while (child.exitCode === null && !(await isUnderWay())) await setTimeout(5)
      child.kill('SIGKILL')
      await ended
    }
    await done(folder, ['run', 'a.ndjson', '--db', address])
    expect(await sumsOf(folder, address)).toBe(await sumsOf(folder, 'local.sqlite'))
    expect(await rowCounts(address)).toMatchObject({ texts: 900, extractions: 900, readings: 900, inputs: 1 })
    expect(await done(folder, ['doctor', address])).toContain('all is whole')
  })

  test('and another at the same time do not hinder each other', async () => {
    const folder = folderWith({ 'a.ndjson': many(60), 'b.ndjson': many(60, 30) })
    const address = await database()
    await Promise.all(['a', 'b'].map(name => done(folder, ['run', `${name}.ndjson`, '--db', address, '--name', name])))
    expect(await ask(address, 'SELECT count(*) AS n FROM muctieu.articles')).toEqual([{ n: 90 }])
    for (const name of ['a', 'b']) await done(folder, ['run', `${name}.ndjson`, '--db', 'local.sqlite', '--name', name])
    expect(await sumsOf(folder, address, '--run', 'b')).toBe(await sumsOf(folder, 'local.sqlite', '--run', 'b'))
  })

  test('and whoever looks while another process has the copy do not wait for each other', async () => {
    const folder = folderWith({ 'a.ndjson': many(5), 'b.ndjson': many(5, 20) })
    const address = await database()
    await done(folder, ['run', 'a.ndjson', '--db', address])
    const argv = [fileURLToPath(new URL('../../src/cli.ts', import.meta.url)), 'review', '--db', address]
    const child = spawn(process.execPath, argv, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] })
    await once(child.stdout, 'data')
    try {
      await done(folder, ['run', 'b.ndjson', '--db', address])
      const runs = JSON.parse(await done(folder, ['runs', '--db', address, '--json'])) as { counts: { articles: number } }[]
      expect(runs.map(({ counts }) => counts.articles)).toEqual([5, 5])
      expect(await ask(address, 'SELECT count(*) AS n FROM muctieu.articles')).toEqual([{ n: 10 }])
    } finally {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
    expect(await done(folder, ['doctor', address])).toContain('all is whole')
  })

  test('that is interrupted while it fetches what is there ends at once', async () => {
    const folder = folderWith({ 'a.ndjson': many(5), 'b.ndjson': many(1, 20) })
    const address = await database()
    await done(folder, ['run', 'a.ndjson', '--db', address])
    await expect(openDatabase(address, 'store', now, AbortSignal.abort())).rejects.toThrow('aborted')
    expect((await muctieu(folder, ['run', 'b.ndjson', '--db', address])).code).toBe(0)
    expect(await ask(address, 'SELECT count(*) AS n FROM muctieu.runs')).toEqual([{ n: 2 }])
  })

  test('knows what others brought meanwhile when it decides', async () => {
    const folder = folderWith({ 'a.ndjson': many(2), 'b.ndjson': many(3, 30) })
    const address = await database()
    await done(folder, ['run', 'a.ndjson', '--db', address])
    const store = await openExistingDatabase(address, 'store', now)
    try {
      const texts = store.db.prepare('SELECT count(*) FROM texts').pluck()
      const home = process.env['HOME']
      process.env['HOME'] = folder
      await done(folder, ['run', 'b.ndjson', '--db', address])
      process.env['HOME'] = home
      expect(texts.get()).toBe(2)
      await store.behind?.catchUp()
      expect(texts.get()).toBe(5)
      expect(listRuns(store).map(({ status }) => status)).toEqual(['done', 'done'])
    } finally {
      store.db.close()
    }
  })

  test('that loses its server ends with one sentence, without the password, and goes on when that is back', async () => {
    const folder = folderWith({ 'a.ndjson': many(3) })
    const address = await database()
    await done(folder, ['run', 'a.ndjson', '--db', address])
    const url = new URL(address)
    url.password = 'geheim-1'
    for (const [change, says] of [
      [(u: URL) => (u.port = '1'), 'No PostgreSQL server answers at'],
      [(u: URL) => (u.pathname = '/nothing_here'), 'does not exist on that server'],
      [(u: URL) => (u.hostname = 'nowhere.invalid'), 'is not known']
    ] as const) {
      const wrong = new URL(url)
      change(wrong)
      for (const argv of [['run', 'a.ndjson'], ['runs'], ['export', '--to', 'x'], ['review', '--tty'], ['remove', 'a', '--reason', 'b']]) {
        const ended = await muctieu(folder, [...argv, '--db', wrong.toString()])
        expect(ended, argv.join(' ')).toMatchObject({ code: 2, stdout: '' })
        expect(ended.stderr).toContain(says)
        expect(ended.stderr.trim().split('\n')).toHaveLength(1)
        expect(ended.stderr).not.toContain('geheim')
      }
    }
    expect((await muctieu(folder, ['runs', '--db', 'postgres://u:geheim@[:bad'])).stderr).toMatch(
      /^muctieu: postgres:\/\/\[:bad is no address/
    )
    expect((await muctieu(folder, ['diff', '1', `${url}#1`, '--db', url.toString()])).stdout).not.toContain('geheim')
  })

  test('of an older or a newer program is told so', async () => {
    const folder = folderWith({ 'a.ndjson': many(1) })
    const address = await database()
    const empty = await muctieu(folder, ['runs', '--db', address])
    expect(empty).toMatchObject({ code: 2, stderr: expect.stringContaining('holds no articles yet') })
    await done(folder, ['run', 'a.ndjson', '--db', address])
    // As the first version left it: without shards, and what came later.
    await ask(address, 'DROP TABLE muctieu.plans, muctieu.shard_bands, muctieu.shard_failures, muctieu.workers, muctieu.shards')
    await ask(address, 'DELETE FROM muctieu.migrations WHERE version >= 4')
    const older = await muctieu(folder, ['runs', '--db', address])
    expect(older).toMatchObject({ code: 2, stderr: expect.stringContaining('has the older schema 3') })
    await done(folder, ['run', '--stored', '--db', address, '--what-if'])
    expect(await done(folder, ['runs', '--db', address])).toContain('done')
    await ask(address, "INSERT INTO muctieu.migrations VALUES (99, 'of tomorrow', '')")
    const newer = await muctieu(folder, ['run', 'a.ndjson', '--db', address])
    expect(newer).toMatchObject({ code: 2, stderr: expect.stringContaining('has schema 99') })
  })
})
