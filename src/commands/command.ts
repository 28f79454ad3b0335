import { visible, visibleLines } from '../text/visible.ts'
import type { Net } from './net/limits.ts'

/** What a process is told when a command ends: done, findings, wrong usage, some inputs unreadable, interrupted, nobody reads on. */
export type ExitCode = 0 | 1 | 2 | 3 | 130 | 141

/** Where text goes; resolves when there is room for more, rejects with OutputClosed when nobody reads it any more. */
export interface Sink {
  write(text: string): void | Promise<void>
}

/** Everything a command may touch of the outside, so that it runs in a test as in a process. */
export interface Io {
  /** Standard output as a program reads it: JSON, NDJSON, pages. Every byte arrives. */
  readonly data: Sink
  /** Standard output as a person reads it: what a terminal would obey is made visible. */
  readonly stdout: Sink
  /** Talk: each text is one message, `muctieu: ` and a sentence; what a terminal would obey is made visible. */
  readonly stderr: Sink
  readonly stdin: AsyncIterable<Uint8Array>
  /** Absolute; relative paths of operands and options are meant from here. */
  readonly cwd: string
  readonly now: () => Date
  /** The terminal that stderr is, for a progress bar; null where it is none. Words go through `visible` first. */
  readonly terminal: (NodeJS.WritableStream & { readonly columns?: number }) | null
  readonly env: Readonly<Record<string, string | undefined>>
  /** Aborted by Ctrl-C and the like: stop soon, keep what is committed, end with 130. Who never asks for it is ended at once. */
  readonly signal: AbortSignal
  /** How many cores there are to use. */
  readonly cores: number
  /** Where and within which limits reading and extraction are done; null: in this process, without limits. */
  readonly net: Net | null
}

/** What a process has of it: two streams that carry whatever they are given. */
export type ProcessIo = Omit<Io, 'data'>

/** What commands get of it: everything said to people passes one function, whatever the command. */
export function guardedIo(io: ProcessIo): Io {
  const { stdin, cwd, now, terminal, env, cores, net } = io
  return {
    stdin,
    cwd,
    now,
    terminal,
    env,
    cores,
    net,
    // From when it is asked for, signals are heard and do not end the process: nobody may ask before a command does.
    get signal() {
      return io.signal
    },
    data: io.stdout,
    stdout: { write: text => io.stdout.write(visibleLines(text)) },
    // A line end within a message is part of a name.
    stderr: { write: text => io.stderr.write(text.endsWith('\n') ? `${visible(text.slice(0, -1))}\n` : visible(text)) }
  }
}

/** An option of a command: `flags` in the syntax of commander. */
export interface CommandOption {
  readonly flags: string
  readonly says: string
  /** Reads the value (throws UsageError); `previous` is what an earlier use of the option gave. */
  readonly parse?: (value: string, previous: unknown) => unknown
  readonly fallback?: unknown
  /** What the help says is used without the option, where that is not a value. */
  readonly fallbackSays?: string
  /** Whether the command cannot do without it. */
  readonly isRequired?: true
}

/** A command as data: help, parsing and the function it names. One line in the registry makes it exist. */
export interface Command {
  readonly name: string
  readonly summary: string
  /** Operands in the syntax of commander: `<path...>`. */
  readonly operands?: readonly { readonly name: string; readonly says: string }[]
  readonly options?: readonly CommandOption[]
  /** Command lines without the program's name, with what each does. */
  readonly examples: readonly (readonly [line: string, says: string])[]
  /** What exit codes beside 0 and 2 mean, in the help. */
  readonly exits?: readonly (readonly [code: number, says: string])[]
  /** Longer words for the help, where the summary does not suffice. */
  readonly notes?: string
  readonly subcommands?: readonly Command[]
  /** Absent where only the subcommands do something. */
  run?(operands: readonly string[], options: Readonly<Record<string, unknown>>, io: Io): Promise<ExitCode>
}
