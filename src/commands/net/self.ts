import { Worker } from 'node:worker_threads'
import { writeCompiledCode } from '../compile-cache.ts'
import type { FromWorker, WorkerStart } from './worker-process.ts'

/** What a worker process has of the outside: its task and the line to the process that it works for. */
export interface Self<Task> {
  readonly task: Task
  /** Says that it has come on; resolves when that is on its way, whatever happens then. */
  step(): Promise<void>
  answer(answer: unknown): Promise<void>
  onMessage(hear: (message: unknown) => void): void
}

// A thread, since nothing is heard on the main one while it hangs.
const WATCH = `
const { workerData } = require('node:worker_threads')
setInterval(() => { if (process.ppid !== workerData) process.kill(process.pid, 'SIGKILL') }, 500)
`

// After so many answers, what was compiled is kept.
const FLUSHED = new Set([1, 10, 100])

/** This process as a worker. It ends with the process that it works for, however that one ends, and by no other sign. */
export function thisWorker<Task>(): Self<Task> {
  const { task, parent } = JSON.parse(process.argv[2] as string) as WorkerStart<Task>
  if (process.platform !== 'win32') new Worker(WATCH, { eval: true, workerData: parent }).unref()
  process.on('disconnect', () => process.exit())
  // A supervisor may tell all processes; the first of them knows what to do.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined)
  let [steps, answers] = [0, 0]
  const tell = (message: FromWorker): Promise<void> => new Promise(resolve => process.send?.(message, () => resolve()))
  return {
    task,
    step: () => tell({ step: ++steps }),
    answer: async answer => {
      // When it is no more needed it is killed. Most is loaded by the first answer, of other formats some by later ones.
      if (FLUSHED.has(++answers)) writeCompiledCode()
      await tell({ answer })
    },
    onMessage: hear => void process.on('message', hear)
  }
}
