import { expect, test } from 'vitest'
import { installedPrograms } from '../../src/commands/cluster/programs.ts'
import { database, done, sumsOf, withPostgres } from './harness.ts'
import { ownServer } from './own-server.ts'
import {
  active,
  expectLikeLocal,
  LEASE,
  manyArticles,
  openProxy,
  type Process,
  passing,
  planned,
  shards,
  startWorker,
  until,
  withoutKeys
} from './processes.ts'

const KILLS = 20
const ARTICLES = 500
const programs = installedPrograms({ env: process.env })

/** A folder of articles with the sums of what a local run makes of them. */
async function local(articles: number): Promise<{ folder: string; sums: string }> {
  const folder = manyArticles(articles)
  await done(folder, ['run', 'news.ndjson', '--db', 'local.sqlite', '--quiet'], 3)
  return { folder, sums: await sumsOf(folder, 'local.sqlite') }
}

/** Kills workers at random moments, each followed by another one, `most` times or until the run has ended; gives how often. */
async function killing(folder: string, address: string, run: Process, most: number): Promise<number> {
  const attempts = ['--attempts', '1000']
  const workers = [startWorker(folder, address, ...attempts), startWorker(folder, address, ...attempts)]
  let kills = 0
  try {
    while (run.child.exitCode === null && kills < most) {
      await passing(300 + Math.random() * 1_200)
      if (run.child.exitCode !== null) break
      const at = Math.floor(Math.random() * workers.length)
      const worker = workers[at] as Process
      if (worker.child.kill('SIGKILL')) kills++
      await worker.ended()
      workers[at] = startWorker(folder, address, ...attempts)
    }
    await run.ended()
  } finally {
    for (const { child } of workers) child.kill('SIGKILL')
  }
  return kills
}

withPostgres('a run that is shared out', () => {
  test(`loses nothing and has nothing twice where workers are killed, at least ${KILLS} times`, async () => {
    const { folder, sums } = await local(ARTICLES)
    let kills = 0
    for (let round = 0; kills < KILLS; round++) {
      const address = await database()
      const run = await planned(folder, address, 5)
      await withoutKeys(address)
      kills += await killing(folder, address, run, KILLS - kills)
      expect(await run.ended(), run.said()).toBe(3)
      await expectLikeLocal(folder, address, ARTICLES, sums)
      expect(round).toBeLessThan(10)
    }
  }, 300_000)

  test('is ended by others where a worker stands still past its lease, and what that one stores later is not stored', async () => {
    const { folder, sums } = await local(120)
    const address = await database()
    const run = await planned(folder, address, 40)
    await withoutKeys(address)
    const stalled = startWorker(folder, address)
    // In the middle of a shard.
    await until(async () => {
      if ((await active(address)) === 0) return false
      // Who stops before it has looked at its shard finds it done, and has nothing to store.
      await passing(150)
      stalled.child.kill('SIGSTOP')
      if ((await active(address)) > 0) return true
      stalled.child.kill('SIGCONT')
      return false
    }, stalled)
    await passing(LEASE * 1_000)
    const other = startWorker(folder, address)
    expect(await run.ended(), run.said()).toBe(3)
    expect(await other.ended(), other.said()).toBe(0)
    stalled.child.kill('SIGCONT')
    expect(await stalled.ended(), stalled.said()).toBe(0)
    expect(stalled.said()).toContain('went to another worker; nothing is stored twice')
    await expectLikeLocal(folder, address, 120, sums)
  })

  test.skipIf(programs === undefined)('goes on where the server is stopped at once in the middle, and started again', async () => {
    const { folder, sums } = await local(160)
    const server = await ownServer(programs as string)
    try {
      const address = await server.start()
      const run = await planned(folder, address, 10)
      await withoutKeys(address)
      const workers = [startWorker(folder, address), startWorker(folder, address)]
      await until(async () => (await shards(address)).filter(({ state }) => state === 'done').length >= 3, run)
      await server.stopAtOnce()
      await passing(500)
      await server.start()
      expect(await run.ended(), run.said()).toBe(3)
      for (const worker of workers) expect(await worker.ended(), worker.said()).toBe(0)
      expect(workers.map(worker => worker.said()).join('')).toContain('The server is back')
      await expectLikeLocal(folder, address, 160, sums)
    } finally {
      server.remove()
    }
  })

  test('goes on where a worker is cut off from the server, and that one comes back', async () => {
    const { folder, sums } = await local(160)
    const address = await database()
    const way = await openProxy(address)
    try {
      const run = await planned(folder, address, 20)
      await withoutKeys(address)
      const far = startWorker(folder, way.address)
      await until(async () => (await active(address)) > 0, far)
      way.cut()
      const near = startWorker(folder, address)
      expect(await run.ended(), run.said()).toBe(3)
      expect(await near.ended(), near.said()).toBe(0)
      // It has given up waiting for answers by itself.
      await until(async () => far.said().includes('It is waited for.'), far)
      way.mend()
      expect(await far.ended(), far.said()).toBe(0)
      expect(far.said()).toContain('The server is back')
      await expectLikeLocal(folder, address, 160, sums)
      expect((await shards(address)).length).toBe(9)
    } finally {
      way.close()
    }
  })
})
