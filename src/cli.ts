import { realpathSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { CommanderError } from 'commander'
import type { ExitCode, Io, Sink } from './commands/command.ts'
import { commandsFor } from './commands/index.ts'
import { NET_LIMITS } from './commands/net/limits.ts'
import { program } from './commands/program.ts'
import { programVersion } from './commands/version.ts'
import { UsageError } from './model/usage-error.ts'

/** Runs one command line (without `node` and the program) and gives its exit code. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = 0
  try {
    await program(await commandsFor(argv), programVersion(), io, ended => (code = ended)).parseAsync(argv, { from: 'user' })
    return code
  } catch (error) {
    // commander has said itself what was wrong.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (!(error instanceof UsageError)) throw error
    await io.stderr.write(`${error.message.replace(/^/gm, 'muctieu: ')}\n`)
    return 2
  }
}

/** Runs the process's own command line and ends the process with its exit code. */
export async function start(): Promise<void> {
  // Left alone, V8 keeps three times the memory that an article needs; so it takes 3 % more time. Holds for all threads.
  for (const flag of ['--semi-space-growth-factor=1', '--heap-growing-percent=60']) setFlagsFromString(flag)
  const interrupt = new AbortController()
  let interruptedAt = 0
  process.on('SIGINT', () => {
    if (interrupt.signal.aborted) {
      // The second one means it; but a terminal and a launcher may both pass on the first.
      if (Date.now() - interruptedAt > 500) process.exit(130)
      return
    }
    interruptedAt = Date.now()
    interrupt.abort()
    // Nobody waits for more of it.
    process.stdin.destroy()
  })
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', error => {
      // The reader at the other end of the pipe has seen enough (`| head`).
      if ((error as NodeJS.ErrnoException).code === 'EPIPE') process.exit(0)
      throw error
    })
  }
  process.exitCode = await main(process.argv.slice(2), {
    stdout: sinkOf(process.stdout),
    stderr: sinkOf(process.stderr),
    stdin: process.stdin,
    cwd: process.cwd(),
    now: () => new Date(),
    terminal: process.stderr.isTTY ? process.stderr : null,
    env: process.env,
    signal: interrupt.signal,
    cores: availableParallelism(),
    // The sources run as they are in a checkout, compiled in a package.
    net: { worker: new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url), ...NET_LIMITS }
  })
}

function sinkOf(stream: NodeJS.WriteStream): Sink {
  return { write: text => (stream.write(text) ? undefined : new Promise(resolve => stream.once('drain', () => resolve()))) }
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await start()
