import type { ProcessIo } from '../src/commands/command.ts'

/** What a command of this program is given by a script: talk on stderr, no terminal, no processes of its own. */
export const plainIo = (cwd: string, print: (text: string) => void): ProcessIo => ({
  stdout: { write: text => void print(text) },
  stderr: { write: text => void process.stderr.write(text) },
  stdin: process.stdin,
  cwd,
  now: () => new Date(),
  terminal: null,
  env: {},
  signal: new AbortController().signal,
  cores: 1,
  net: null
})
