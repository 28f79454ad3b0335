import { type Command, type ExitCode, guardedIo, type ProcessIo } from '../../src/commands/command.ts'
import { program } from '../../src/commands/program.ts'

/** What a command line printed, and its exit code. */
export interface Captured {
  readonly code: ExitCode
  readonly out: string
  readonly err: string
}

/** Runs a command line without a process; usage errors are thrown, as they are for the program. */
export async function captured(command: Command, args: readonly string[], cwd: string): Promise<Captured> {
  const [out, err]: [string[], string[]] = [[], []]
  let code: ExitCode = 0
  const io: ProcessIo = {
    stdout: { write: text => void out.push(text) },
    stderr: { write: text => void err.push(text) },
    stdin: (async function* () {})(),
    cwd,
    now: () => new Date(0),
    terminal: null,
    env: {},
    signal: new AbortController().signal,
    cores: 1,
    net: null
  }
  await program([command], '0', guardedIo(io), ended => {
    code = ended
  }).parseAsync([command.name, ...args], { from: 'user' })
  return { code, out: out.join(''), err: err.join('') }
}
