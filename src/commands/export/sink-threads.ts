import { serialize } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { type RowSink, type Rows, rowSink, type SinkTask, type Written } from './row-sinks.ts'
import type { SinkAnswer, SinkQuestion } from './sink-thread.ts'

/** Sinks that all take the same rows, here or each in a thread of its own. */
export interface Sinks {
  /** Hands rows over; waits while a sink is too far behind. */
  take(table: string, rows: Rows): Promise<void>
  finish(): Promise<readonly Written[]>
  /** Ends what is under way; must be called, also after `finish`. */
  close(): Promise<void>
}

/** Sinks in this thread: for few rows, which threads would take longer to begin with. */
export function sinksHere(tasks: readonly SinkTask[]): Sinks {
  const sinks: readonly RowSink[] = tasks.map(rowSink)
  return {
    take: async (table, rows) => {
      for (const sink of sinks) sink.take(table, rows)
    },
    finish: async () => sinks.map(sink => sink.finish()),
    close: async () => {}
  }
}

// What is sent at once, and what may lie unread before a thread: some megabytes.
const ROWS_AT_ONCE = 2000
const MOST_WAITING = 4

/** So many threads that share the sinks. Rows are packed once and sent to all. */
export function sinksInThreads(tasks: readonly SinkTask[], most: number): Sinks {
  const threads = [...Map.groupBy(tasks.entries(), ([i]) => i % most).values()].map(own => startThread(own.map(([, task]) => task)))
  let waiting: [string, Rows][] = []
  let count = 0
  const send = async (): Promise<void> => {
    const batch = serialize(waiting)
    waiting = []
    count = 0
    await Promise.all(threads.map(thread => thread.take(batch)))
  }
  return {
    take: async (table, rows) => {
      waiting.push([table, rows])
      count += rows.length
      if (count >= ROWS_AT_ONCE) await send()
    },
    finish: async () => {
      await send()
      return (await Promise.all(threads.map(thread => thread.finish()))).flat()
    },
    close: async () => {
      await Promise.all(threads.map(thread => thread.close()))
    }
  }
}

interface SinkThread {
  /** Sends rows; comes back when the thread may be sent more. Fails with what ended the thread. */
  take(batch: Uint8Array): Promise<void>
  finish(): Promise<readonly Written[]>
  close(): Promise<unknown>
}

function startThread(tasks: readonly SinkTask[]): SinkThread {
  // The sources run as they are in a checkout, compiled in a package.
  const entry = new URL(import.meta.url.endsWith('.ts') ? './sink-thread.ts' : './sink-thread.js', import.meta.url)
  const worker = new Worker(entry, { workerData: tasks })
  let unread = 0
  let mayGoOn = Promise.withResolvers<void>()
  const finished = Promise.withResolvers<readonly Written[]>()
  const failed = Promise.withResolvers<never>()
  // Somebody asks only where something is under way.
  failed.promise.catch(() => undefined)
  worker.on('message', (answer: SinkAnswer) => {
    if (answer.kind === 'finished') return finished.resolve(answer.written)
    unread--
    mayGoOn.resolve()
    mayGoOn = Promise.withResolvers()
  })
  worker.on('error', failed.reject)
  worker.on('exit', code => failed.reject(new Error(`A thread that writes a dataset ended early (${code}).`)))
  const post = (question: SinkQuestion): void => worker.postMessage(question)
  return {
    take: async batch => {
      post({ kind: 'rows', batch })
      unread++
      while (unread >= MOST_WAITING) await Promise.race([mayGoOn.promise, failed.promise])
    },
    finish: () => {
      post({ kind: 'finish' })
      return Promise.race([finished.promise, failed.promise])
    },
    close: () => worker.terminate()
  }
}
