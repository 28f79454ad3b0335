import { UsageError } from '../model/usage-error.ts'
import type { Sink } from './command.ts'

/** Nobody reads the data any more, as behind `| head`. */
export class OutputClosed extends Error {
  override readonly name = 'OutputClosed'
}

/** A stream for data. Each write ends when the system has taken it, so that nothing is held for written that is not. */
export function dataSink(stream: NodeJS.WritableStream): Sink {
  listenTo(stream)
  return {
    write: text => new Promise((resolve, reject) => stream.write(text, error => (error ? reject(failureOf(error)) : resolve())))
  }
}

/** A stream for talk. Where nobody listens the work goes on: what is lost is a sentence, and the exit code says it too. */
export function talkSink(stream: NodeJS.WritableStream): Sink {
  listenTo(stream)
  return { write: text => new Promise(resolve => stream.write(text, () => resolve())) }
}

// Each write hears of its own failure.
function listenTo(stream: NodeJS.WritableStream): void {
  stream.on('error', () => undefined)
}

function failureOf(error: NodeJS.ErrnoException): Error {
  const code = error.code ?? error.message
  if (/^(?:EPIPE|EOF|ECONNRESET|ERR_STREAM_DESTROYED|ERR_STREAM_WRITE_AFTER_END)$/.test(code)) return new OutputClosed('Nobody reads on.')
  const why = isFull(code) ? 'the disk is full' : code.toLowerCase()
  return new UsageError(`Standard output cannot be written: ${why}. What was printed is not whole.`)
}

function isFull(code: string): boolean {
  return code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL'
}

/** The usage error for a disk that is full, whoever met it; undefined for everything else. */
export function fullDisk(error: unknown): UsageError | undefined {
  const { code, path } = (error ?? {}) as NodeJS.ErrnoException
  if (!isFull(code ?? '')) return undefined
  return new UsageError(path === undefined ? 'The disk is full.' : `${path} cannot be written: the disk is full.`)
}
