import { parentPort } from 'node:worker_threads'
import { type Answer, LOADERS, type Question } from './tasks.ts'

// A thread for parsers of others: gets one task at a time, gives back what the parser made of it.
parentPort?.on('message', async ({ task, input }: Question) => {
  const parser = (await LOADERS[task]()) as (input: unknown) => unknown
  answer({ kind: 'loaded' })
  try {
    answer({ kind: 'done', output: (await parser(input)) as Extract<Answer, { kind: 'done' }>['output'] })
  } catch {
    // Whatever a parser throws, the file is one that it cannot read.
    answer({ kind: 'broken' })
  }
})

function answer(answer: Answer): void {
  parentPort?.postMessage(answer)
}
