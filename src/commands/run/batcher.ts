import PQueue from 'p-queue'
import type { Article } from '../../model/article.ts'
import type { Extracted } from '../net/extracting.ts'
import type { Pool } from '../net/pool.ts'

const BATCH_ARTICLES = 32
const BATCH_CHARS = 128 * 1024
const FIRST_BATCH_ARTICLES = 4

/** Gathers jobs into batches, keeps a bounded number of batches in flight, and hands over what comes back. */
export interface Batcher<Job> {
  /** Takes a job; waits where enough is in flight already. */
  add(job: Job): Promise<void>
  /** Waits until everything that was added has been handed over. */
  drain(): Promise<void>
}

/** A batcher over a pool; `onDone` is called once a job, here, in any order. What it throws, `add` and `drain` throw. */
export function batcher<Job extends { readonly article: Article }>(
  pool: Pool<'rows'>,
  onDone: (job: Job, extracted: Extracted<'rows'>) => void
): Batcher<Job> {
  const queue = new PQueue({ concurrency: pool.width * 2 })
  let batch: Job[] = []
  let chars = 0
  // Small at first, so that few articles are spread over all workers too.
  let limit = FIRST_BATCH_ARTICLES
  let failed: { readonly error: unknown } | undefined

  async function work(jobs: readonly Job[]): Promise<void> {
    const extracted = pool.extract(jobs.map(job => job.article))
    await Promise.all(jobs.map(async (job, i) => onDone(job, (await extracted[i]) as Extracted<'rows'>)))
  }

  async function send(): Promise<void> {
    const jobs = batch
    if (jobs.length > 0) {
      batch = []
      chars = 0
      limit = Math.min(BATCH_ARTICLES, limit * 2)
      queue
        .add(() => work(jobs))
        .catch(error => {
          failed ??= { error }
        })
      if (queue.size >= pool.width) await queue.onSizeLessThan(pool.width)
    }
    if (failed !== undefined) throw failed.error
  }

  return {
    add: async job => {
      batch.push(job)
      chars += job.article.text.length
      if (batch.length >= limit || chars >= BATCH_CHARS) await send()
    },
    drain: async () => {
      await send()
      await queue.onIdle()
      if (failed !== undefined) throw failed.error
    }
  }
}
