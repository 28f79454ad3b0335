import { deserialize } from 'node:v8'
import { parentPort, workerData } from 'node:worker_threads'
import { type Rows, rowSink, type SinkTask, type Written } from './row-sinks.ts'

/** Rows by table, as `serialize` of Node gives them, or the end of them. */
export type SinkQuestion = { readonly kind: 'rows'; readonly batch: Uint8Array } | { readonly kind: 'finish' }

/** What the thread says of each question. */
export type SinkAnswer = { readonly kind: 'taken' } | { readonly kind: 'finished'; readonly written: readonly Written[] }

// A thread that writes some files of a dataset. What it fails at ends it, and is told by its end.
const sinks = (workerData as readonly SinkTask[]).map(rowSink)
parentPort?.on('message', (question: SinkQuestion) => {
  if (question.kind === 'finish') return answer({ kind: 'finished', written: sinks.map(sink => sink.finish()) })
  for (const [table, rows] of deserialize(question.batch) as [string, Rows][]) for (const sink of sinks) sink.take(table, rows)
  answer({ kind: 'taken' })
})

function answer(answer: SinkAnswer): void {
  parentPort?.postMessage(answer)
}
