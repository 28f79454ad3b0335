import { realpathSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { CommanderError } from 'commander'
import { type ExitCode, guardedIo, type Io, type ProcessIo } from './commands/command.ts'
import { keepCompiledCode } from './commands/compile-cache.ts'
import { spareMemory } from './commands/heap.ts'
import { commandsFor } from './commands/index.ts'
import { NET_LIMITS, type Net } from './commands/net/limits.ts'
import { dataSink, fullDisk, OutputClosed, talkSink } from './commands/sinks.ts'
import { programVersion } from './commands/version.ts'
import { UsageError } from './model/usage-error.ts'

/** Runs one command line (without `node` and the program) and gives its exit code; `loaded` is called before it begins. */
export async function main(argv: readonly string[], outside: ProcessIo, loaded = (): void => {}): Promise<ExitCode> {
  const io = guardedIo(outside)
  try {
    return await runLine(argv, io, loaded)
  } catch (error) {
    // As a program that the system ends for writing to a closed pipe: not all of it was done.
    if (error instanceof OutputClosed) return 141
    // Thrown by who broke off what was asked for.
    if (error instanceof DOMException && error.name === 'AbortError') return 130
    const usage = error instanceof UsageError ? error : fullDisk(error)
    if (usage === undefined) throw error
    for (const sentence of usage.sentences) await io.stderr.write(`muctieu: ${sentence}\n`)
    return 2
  }
}

async function runLine(argv: readonly string[], io: Io, loaded: () => void): Promise<ExitCode> {
  let code: ExitCode = 0
  let help = ''
  try {
    const ended = (given: ExitCode): void => void (code = given)
    // Whatever is large is loaded from here on, when the cache of compiled code is open.
    const { program } = await import('./commands/program.ts')
    const line = program(await commandsFor(argv), programVersion(), io, ended, text => void (help += text))
    loaded()
    await line.parseAsync(argv, { from: 'user' })
  } catch (error) {
    if (!isOfCommander(error)) throw error
    // commander has said itself what was wrong.
    code = error.exitCode === 0 ? 0 : 2
  }
  if (help !== '') await io.stdout.write(help)
  return code
}

function isOfCommander(error: unknown): error is CommanderError {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('commander.')
}

/** Runs the process's own command line and ends the process with its exit code. */
export async function start(net: Net = programNet()): Promise<void> {
  keepCompiledCode()
  const interruption = interruptions()
  const io: ProcessIo = {
    stdout: dataSink(process.stdout),
    stderr: talkSink(process.stderr),
    stdin: process.stdin,
    cwd: process.cwd(),
    now: () => new Date(),
    terminal: process.stderr.isTTY ? process.stderr : null,
    env: process.env,
    get signal() {
      return interruption.signal()
    },
    cores: availableParallelism(),
    net
  }
  const code = await main(process.argv.slice(2), io, spareMemory)
  process.exitCode = code === 130 ? interruption.code() : code
}

function programNet(): Net {
  // The sources run as they are in a checkout, compiled in a package.
  return { worker: new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url), ...NET_LIMITS }
}

/** How a process is asked to end: by Ctrl-C, by a supervisor, by a terminal that closes. The exit code is 128 and the number. */
const ENDING = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const

/** Hears the signals that ask for the end, from the moment that somebody wants to know; before, and else, the system ends the process. */
function interruptions(): { signal(): AbortSignal; code(): number } {
  const interrupt = new AbortController()
  let code = 130
  let interruptedAt = 0
  let isHeard = false
  const hear = (signal: keyof typeof ENDING): void => {
    if (interrupt.signal.aborted) {
      // The second one means it; but a terminal and a launcher may both pass on the first.
      if (Date.now() - interruptedAt > 500) process.exit(128 + ENDING[signal])
      return
    }
    interruptedAt = Date.now()
    code = 128 + ENDING[signal]
    interrupt.abort()
    // Nobody waits for more of it.
    process.stdin.destroy()
  }
  return {
    signal: () => {
      if (!isHeard) for (const signal of Object.keys(ENDING) as (keyof typeof ENDING)[]) process.on(signal, () => hear(signal))
      isHeard = true
      return interrupt.signal
    },
    code: () => code
  }
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await start()
