import { parentPort } from 'node:worker_threads'
import { extracting, type Form } from './extracting.ts'
import type { ExtractionAnswer, ExtractionQuestion, ExtractionTask } from './extraction-messages.ts'

/** Makes this thread one that extracts: gets articles, gives back what was made of them. */
export function extractInThread({ steps, ...settings }: ExtractionTask): void {
  const extract = extracting(settings)
  parentPort?.on('message', ({ number, article }: ExtractionQuestion) => {
    Atomics.add(steps, 0, 1)
    parentPort?.postMessage({ number, extracted: extract(article) } satisfies ExtractionAnswer<Form>)
    Atomics.add(steps, 0, 1)
  })
}
