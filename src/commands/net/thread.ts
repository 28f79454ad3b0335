import { Worker } from 'node:worker_threads'
import { LAST_HEAP_MIB, type StepLimits } from './limits.ts'

/** Why a thread was given up. */
export type Breach = 'too-slow' | 'too-large'

/** What a thread is started with beside its task: where it counts its steps. */
export interface StepCounter {
  /** One number, raised by the thread whenever it comes on. */
  readonly steps: Int32Array
}

/** What is to be known of a thread. */
export interface ThreadSettings {
  readonly worker: URL
  /** What it finds as `workerData`, beside the counter. */
  readonly data: object
  /** The limits of what it is doing at a step; undefined where it has nothing to do. */
  readonly limits: (step: number) => StepLimits | undefined
  readonly onMessage: (message: unknown) => void
  /** Called once when it ends by itself or is given up, with the step it was at. */
  readonly onEnd: (why: Breach | Error, step: number) => void
}

/** A thread under watch. */
export interface Thread {
  post(message: unknown): void
  end(): Promise<void>
}

const LOOK_MILLISECONDS = 100

/** Starts a thread and looks at it ten times a second: one that stays at a step for too long, or grows too large, is given up. */
export function startThread(settings: ThreadSettings): Thread {
  const steps = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const worker = new Worker(settings.worker, {
    workerData: { ...settings.data, steps },
    resourceLimits: { maxOldGenerationSizeMb: LAST_HEAP_MIB }
  })
  const step = (): number => Atomics.load(steps, 0)
  let isOver = false
  let [seen, looks] = [0, 0]

  // Looks are counted, not time: while this thread is busy or the process stopped, nothing can be said of the other one.
  function look(): void {
    const now = step()
    const limits = settings.limits(now)
    looks = now === seen && limits !== undefined ? looks + 1 : 0
    seen = now
    if (limits === undefined) return
    if ((looks * LOOK_MILLISECONDS) / 1000 > limits.seconds) giveUp('too-slow')
    else weigh(limits.heapBytes)
  }

  function weigh(most: number): void {
    // Fails where the thread is at its end.
    worker.getHeapStatistics().then(
      ({ used_heap_size: inside, external_memory: outside }) => {
        if (inside + outside > most) giveUp('too-large')
      },
      () => undefined
    )
  }

  function over(why: Breach | Error): void {
    if (isOver) return
    isOver = true
    clearInterval(timer)
    settings.onEnd(why, step())
  }

  function giveUp(breach: Breach): void {
    void worker.terminate()
    over(breach)
  }

  const timer = setInterval(look, LOOK_MILLISECONDS).unref()
  worker.on('message', message => {
    if (!isOver) settings.onMessage(message)
  })
  worker.on('error', error => over((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-large' : (error as Error)))
  worker.on('exit', code => over(new Error(`A worker thread ended early (${code}).`)))
  return {
    post: message => worker.postMessage(message),
    end: async () => {
      isOver = true
      clearInterval(timer)
      await worker.terminate()
    }
  }
}
