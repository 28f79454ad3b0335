import { parentPort, workerData } from 'node:worker_threads'
import { extractorOf } from './commands/extractor.ts'
import { type BatchAnswer, type BatchQuestion, extractBatch, type WorkerSettings } from './commands/run/batch.ts'

// One thread of a pool: gets batches of articles, gives the rows of their extractions back.
const { options } = workerData as WorkerSettings
const extract = extractorOf(options)

parentPort?.on('message', ({ ticket, articles }: BatchQuestion) => {
  parentPort?.postMessage({ ticket, extracted: extractBatch(articles, extract) } satisfies BatchAnswer)
})
