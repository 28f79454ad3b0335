import { expect, test } from 'vitest'
import type { Extracted } from '../../src/commands/net/extracting.ts'
import type { Pool } from '../../src/commands/net/pool.ts'
import { batcher } from '../../src/commands/run/batcher.ts'
import { type Article, articleOf } from '../../src/index.ts'
import { article } from '../cli/harness.ts'

const ONE = await articleOf({ text: article(60) })

/** A pool whose work ends when it is told to. */
function held(width: number) {
  const begun: (() => void)[] = []
  const extract = (articles: readonly Article[]) =>
    articles.map(() => new Promise<Extracted<'rows'>>(done => begun.push(() => done({ made: {} } as Extracted<'rows'>))))
  return { begun, pool: { width, extract } as unknown as Pool<'rows'> }
}

/** Adds jobs until one has to wait; how many were added. */
async function addedUntilFull(batches: { add(job: { readonly article: Article }): Promise<void> }, most: number): Promise<number> {
  for (let added = 0; added < most; added++) {
    let isTaken = false
    batches.add({ article: ONE }).then(() => {
      isTaken = true
    })
    for (let turn = 0; turn < 20; turn++) await Promise.resolve()
    if (!isTaken) return added
  }
  return most
}

test('who reads waits for those who extract: what is under way is bounded, whatever there is to read', async () => {
  const { begun, pool } = held(2)
  let done = 0
  const batches = batcher(pool, () => done++)
  const added = await addedUntilFull(batches, 10_000)
  expect(added).toBeLessThan(500)
  expect(done).toBe(0)
  const before = begun.length
  for (const end of begun.splice(0)) end()
  await new Promise(setImmediate)
  expect(done).toBe(before)
  // There is room again, and no more than before.
  expect(await addedUntilFull(batches, 10_000)).toBeLessThan(500)
})

test('who reads is told what the one who writes could not do, and nothing more is taken', async () => {
  const failure = new Error('the disk is full')
  const extract = (articles: readonly Article[]) => articles.map(async () => ({ made: {} }) as Extracted<'rows'>)
  const batches = batcher({ width: 1, extract } as unknown as Pool<'rows'>, () => {
    throw failure
  })
  const all = async (): Promise<void> => {
    for (let i = 0; i < 10_000; i++) await batches.add({ article: ONE })
  }
  await expect(all()).rejects.toBe(failure)
  await expect(batches.drain()).rejects.toBe(failure)
})
