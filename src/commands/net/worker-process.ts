import { fork } from 'node:child_process'
import { env, pid } from 'node:process'
import { fileURLToPath } from 'node:url'
import { compiledCodeFolder } from '../compile-cache.ts'
import type { Net } from './limits.ts'

/** Why a worker was given up: it took too long, it took too much memory, it ended in some other way that was none of its program's. */
export type Breach = 'too-slow' | 'too-large' | 'broke-off'

/** What a worker says: that it has come on, and to which step; or an answer. */
export type FromWorker = { readonly step: number } | { readonly answer: unknown }

/** What a worker is started with, as its one argument in JSON. */
export interface WorkerStart<Task> {
  readonly task: Task
  /** The process that it works for. */
  readonly parent: number
}

/** What is to be known of a worker. */
export interface WorkerSettings {
  readonly net: Pick<Net, 'worker' | 'heapMib'>
  /** What decides what it does; JSON. */
  readonly task: object
  /** How long it may be at a step; undefined where it has nothing to do. */
  readonly secondsAt: (step: number) => number | undefined
  readonly onAnswer: (answer: unknown) => void
  /** Called once when it ends by itself or is given up, with the step it was at. */
  readonly onEnd: (why: Breach | Error, step: number) => void
}

/** A process under watch. */
export interface WorkerProcess {
  post(message: object): void
  end(): void
}

const LOOK_MILLISECONDS = 100
const MOST_STDERR = 4_000
// Left alone, V8 keeps far more memory than an article needs, and is no faster for it; see `spareMemory` too.
const V8_FLAGS = ['--max-semi-space-size=4']
// The same of glibc, which keeps a heap for every thread.
const MALLOC = { MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '131072' }

/** Starts a worker process and looks at it ten times a second: one that stays at a step for too long is killed. */
export function startWorker({ net, task, secondsAt, onAnswer, onEnd }: WorkerSettings): WorkerProcess {
  const compiled = compiledCodeFolder()
  const child = fork(fileURLToPath(net.worker), [JSON.stringify({ task, parent: pid } satisfies WorkerStart<object>)], {
    execArgv: [...V8_FLAGS, `--max-old-space-size=${net.heapMib}`],
    env: { ...env, ...MALLOC, ...(compiled === undefined ? {} : { NODE_COMPILE_CACHE: compiled }) },
    serialization: 'advanced',
    // What V8 says of a heap that burst is of no use to anybody.
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // Ctrl-C is for the program, which ends its workers.
    detached: true
  })
  let isOver = false
  let said = ''
  let [step, looks] = [0, 0]

  // Looks are counted, not time: while this process is busy or stopped, nothing can be said of the other one.
  function look(): void {
    const seconds = secondsAt(step)
    looks = seconds === undefined ? 0 : looks + 1
    if (seconds !== undefined && (looks * LOOK_MILLISECONDS) / 1000 > seconds) over('too-slow')
  }

  function over(why: Breach | Error): void {
    if (isOver) return
    end()
    onEnd(why, step)
  }

  function end(): void {
    isOver = true
    clearInterval(timer)
    child.kill('SIGKILL')
  }

  const timer = setInterval(look, LOOK_MILLISECONDS).unref()
  child.stderr?.on('data', chunk => {
    said = (said + String(chunk)).slice(-MOST_STDERR)
  })
  child.on('message', message => {
    if (isOver) return
    const told = message as FromWorker
    looks = 0
    if ('step' in told) step = told.step
    else onAnswer(told.answer)
  })
  child.on('error', over)
  child.on('close', (code, signal) => over(breachOf(code, signal) ?? new Error(`A worker ended early (${code ?? signal}). ${said}`)))
  return {
    // What is sent to one that has ended comes back with its end.
    post: message => void child.send(message, () => undefined),
    end
  }
}

/** What an end means that nobody asked for: V8 aborts where a heap is full, the system kills where memory is. */
function breachOf(code: number | null, signal: NodeJS.Signals | null): Breach | undefined {
  if (signal === null && code !== 134) return undefined
  return signal === 'SIGSEGV' || signal === 'SIGBUS' || signal === 'SIGILL' ? 'broke-off' : 'too-large'
}
