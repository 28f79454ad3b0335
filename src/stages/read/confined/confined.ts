import { Worker } from 'node:worker_threads'
import type { Context } from '../types.ts'
import type { Answer, Question, Tasks } from './tasks.ts'

type Output<K extends keyof Tasks> = Awaited<ReturnType<Tasks[K]>>

/** What a parser of others made of an input, or that it broke down over it, or asked for more than it may have. */
export type Confined<K extends keyof Tasks> = { readonly output: Output<K> } | { readonly problem: 'broken' | 'too-costly' }

// A thread that comes to the limit of its heap takes the program with it: it is stopped long before.
const HEAP_LIMIT_MIB = 4096
const PER_BYTES = 100 * 1024
const LOOK_MILLISECONDS = 10
// Who waits for the processor works no faster by being stopped; who does nothing at all is stopped.
const MOST_WAITING = 5

/**
 * Has a parser of others work on `bytes` bytes in a thread of its own, whose time and memory are limited: such parsers set
 * themselves no limit, and a file may be made to cost them anything. The limit is on the thread's own time of work, far
 * above what a sound file takes; of one input all parsers together have no more than one would have for the whole of it.
 */
export async function confined<K extends keyof Tasks>(
  task: K,
  input: Parameters<Tasks[K]>[0],
  bytes: number,
  context: Context
): Promise<Confined<K>> {
  const { limits, spent } = context
  const left = allowed(limits.parserMilliseconds, Math.max(bytes, spent.packedBytes)) - spent.parserMilliseconds
  const most = Math.min(left, allowed(limits.parserMilliseconds, bytes))
  if (most <= 0) return { problem: 'too-costly' }
  const used = idle
  idle = undefined
  const thread = used ?? startThread()
  const watch = watchOver(thread, { milliseconds: most, bytes: limits.parserBytes })
  const answer = await answerOf<K>(thread, { task, input }, watch)
  const { milliseconds, bytesHeld } = watch.stop()
  spent.parserMilliseconds += milliseconds
  if ('output' in answer && bytesHeld < MOST_KEPT_BYTES) keep(thread)
  else void thread.terminate()
  // What broke down may have been left behind by the file before.
  const isOthers = used !== undefined && 'problem' in answer && answer.problem === 'broken'
  return isOthers ? confined(task, input, bytes, context) : answer
}

// A thread that holds more begins the next task with a burden.
const MOST_KEPT_BYTES = 128 * 1024 * 1024

let idle: Worker | undefined

function startThread(): Worker {
  // The sources run as they are in a checkout, compiled in a package.
  const entry = new URL(import.meta.url.endsWith('.ts') ? './thread.ts' : './thread.js', import.meta.url)
  // What parsers print is nobody's business, nor what they fail at when nobody waits for it any more.
  const execArgv = ['--unhandled-rejections=none']
  const thread = new Worker(entry, { execArgv, stdout: true, stderr: true, resourceLimits: { maxOldGenerationSizeMb: HEAP_LIMIT_MIB } })
  // What breaks between two tasks is told by the end of the thread.
  thread.on('error', () => {})
  thread.on('exit', () => {
    if (idle === thread) idle = undefined
  })
  return thread
}

// A thread without work does not keep the program from ending.
function keep(thread: Worker): void {
  if (idle === undefined) {
    thread.unref()
    idle = thread
  } else void thread.terminate()
}

function allowed(milliseconds: number, bytes: number): number {
  return milliseconds * (1 + bytes / PER_BYTES)
}

function answerOf<K extends keyof Tasks>(thread: Worker, question: Question<K>, watch: Watch): Promise<Confined<K>> {
  return new Promise(resolve => {
    const done = (answer: Confined<K>): void => {
      thread.off('message', hear).off('error', breakDown).off('exit', end)
      resolve(answer)
    }
    const hear = (answer: Answer<K>): void => {
      if (answer.kind === 'loaded') watch.start(() => done({ problem: 'too-costly' }))
      else done(answer.kind === 'done' ? { output: answer.output } : { problem: 'broken' })
    }
    const breakDown = (error: Error): void => done({ problem: isOutOfMemory(error) ? 'too-costly' : 'broken' })
    const end = (): void => done({ problem: 'broken' })
    thread.on('message', hear).on('error', breakDown).on('exit', end)
    thread.ref()
    thread.postMessage(question)
  })
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

/** Looks at what a thread uses up, from the time that its work begins. */
interface Watch {
  start(onExcess: () => void): void
  /** Ends it; the milliseconds that were worked, and the bytes that were held when it was last looked. */
  stop(): { readonly milliseconds: number; readonly bytesHeld: number }
}

function watchOver(thread: Worker, most: { readonly milliseconds: number; readonly bytes: number }): Watch {
  let timer: NodeJS.Timeout | undefined
  let worked = 0
  let looked: number | undefined
  let bytesHeld = 0
  return {
    start(onExcess) {
      const start = performance.now()
      looked = start
      const before = workOf(thread)
      const look = async (): Promise<void> => {
        const waited = performance.now() - start
        const [first, now, held] = await Promise.all([before, workOf(thread), heldBy(thread)])
        worked = first === undefined || now === undefined ? waited : now - first
        looked = start + waited
        bytesHeld = held
        if (timer === undefined) return
        if (worked > most.milliseconds || waited > MOST_WAITING * most.milliseconds || held > most.bytes) onExcess()
      }
      timer = setInterval(look, LOOK_MILLISECONDS)
    },
    stop() {
      clearInterval(timer)
      timer = undefined
      return { milliseconds: looked === undefined ? 0 : worked + performance.now() - looked, bytesHeld }
    }
  }
}

// Before Node 24.6 a thread could not be asked for it.
async function workOf(thread: Worker): Promise<number | undefined> {
  if (typeof thread.cpuUsage !== 'function') return undefined
  const usage = await thread.cpuUsage().catch(() => undefined)
  return usage === undefined ? undefined : (usage.user + usage.system) / 1000
}

async function heldBy(thread: Worker): Promise<number> {
  const statistics = await thread.getHeapStatistics().catch(() => undefined)
  return statistics === undefined ? 0 : statistics.total_heap_size + statistics.external_memory
}
