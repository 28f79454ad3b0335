import { Worker } from 'node:worker_threads'
import type { Article } from '../../model/article.ts'
import { type ExtractionOptions, extractorOf } from '../extractor.ts'
import { type BatchAnswer, type BatchQuestion, type Extracted, extractBatch, type WorkerSettings } from './batch.ts'

/** Extracts batches, here or in threads. */
export interface Pool {
  extract(articles: readonly Article[]): Promise<readonly Extracted[]>
  /** How many batches it works on at a time. */
  readonly width: number
  /** How many threads beside this one have done work. */
  workedThreads(): number
  close(): Promise<void>
}

/** A pool without threads. */
export function inlinePool(options: ExtractionOptions): Pool {
  const extract = extractorOf(options)
  return { extract: async articles => extractBatch(articles, extract), width: 1, workedThreads: () => 0, close: async () => {} }
}

interface Thread {
  readonly worker: Worker
  readonly waiting: Map<number, { resolve(extracted: readonly Extracted[]): void; reject(error: unknown): void }>
  hasWorked: boolean
}

/** A pool of `count` threads; a batch goes to the thread with the least to do. */
export function threadPool(count: number, options: ExtractionOptions): Pool {
  const threads = Array.from({ length: count }, () => startThread({ options }))
  let tickets = 0
  return {
    width: count,
    extract: articles =>
      new Promise((resolve, reject) => {
        const thread = threads.reduce((least, t) => (t.waiting.size < least.waiting.size ? t : least))
        const ticket = tickets++
        thread.waiting.set(ticket, { resolve, reject })
        thread.worker.postMessage({ ticket, articles } satisfies BatchQuestion)
      }),
    workedThreads: () => threads.filter(t => t.hasWorked).length,
    close: async () => {
      await Promise.all(threads.map(t => t.worker.terminate()))
    }
  }
}

/** A pool that works here until `after` articles have come, and in threads from then on: threads cost more than few articles. */
export function growingPool(count: number, after: number, options: ExtractionOptions): Pool {
  const inline = inlinePool(options)
  let articlesSeen = 0
  let threads: Pool | undefined
  return {
    width: count,
    extract: articles => {
      articlesSeen += articles.length
      if (articlesSeen > after) threads ??= threadPool(count, options)
      return (threads ?? inline).extract(articles)
    },
    workedThreads: () => threads?.workedThreads() ?? 0,
    close: async () => threads?.close()
  }
}

function startThread(settings: WorkerSettings): Thread {
  // The sources run as they are in a checkout, compiled in a package.
  const entry = new URL(import.meta.url.endsWith('.ts') ? '../../worker.ts' : '../../worker.js', import.meta.url)
  const thread: Thread = { worker: new Worker(entry, { workerData: settings }), waiting: new Map(), hasWorked: false }
  thread.worker.on('message', ({ ticket, extracted }: BatchAnswer) => {
    thread.hasWorked = true
    thread.waiting.get(ticket)?.resolve(extracted)
    thread.waiting.delete(ticket)
  })
  const fail = (error: unknown): void => {
    for (const { reject } of thread.waiting.values()) reject(error)
    thread.waiting.clear()
  }
  thread.worker.on('error', fail)
  thread.worker.on('exit', code => fail(new Error(`A worker thread ended early (${code}).`)))
  return thread
}
