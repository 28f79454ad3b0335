import { EventEmitter, on } from 'node:events'
import { stat } from 'node:fs/promises'
import { diagnostic } from '../../model/diagnostic.ts'
import { UsageError } from '../../model/usage-error.ts'
import type { Found, Path } from '../../stages/read/found.ts'
import { findFiles } from '../../stages/read/operands.ts'
import type { ReadOptions, ReadResult } from '../../stages/read/read.ts'
import { hashOfFile } from '../../stages/read/streams.ts'
import type { Io } from '../command.ts'
import { inWords } from './extraction.ts'
import type { Net } from './limits.ts'
import { type FromReader, type InputToRead, type ReadingTask, type ToReader, weightOf } from './reading-messages.ts'
import { type Breach, startWorker, type WorkerProcess } from './worker-process.ts'

const MIB = 1024 * 1024
// What a pipe or a device holds is not known; more than this is not read of it as one.
const UNKNOWN_BYTES = 64 * MIB

/**
 * Reads what the operands name, as `read` does, but in a worker: an input at which it hangs or grows too large is given up with
 * a diagnostic, and the next one is read by a new worker. Ends when it is told to, whatever it waits for.
 */
export async function* readInNet(
  operands: readonly string[],
  options: ReadOptions,
  io: Pick<Io, 'net' | 'signal'>
): AsyncGenerator<ReadResult> {
  if (io.net === null) yield* (await import('../../stages/read/read.ts')).read(operands, options)
  else yield* readFoundInNet(await findFiles(operands), options, io.net, io.signal)
}

/** The same of inputs that were found before. */
export async function* readInputsInNet(
  inputs: readonly Found[],
  options: ReadOptions,
  io: Pick<Io, 'net' | 'signal'>
): AsyncGenerator<ReadResult> {
  if (io.net === null) yield* (await import('../../stages/read/read.ts')).readInputs(inputs, options)
  else yield* readFoundInNet(inputs, options, io.net, io.signal)
}

/** The same of files under names that they had elsewhere, as `readNamed` does. */
export async function* readNamedInNet(
  files: readonly { readonly path: Path; readonly source: string }[],
  options: ReadOptions,
  io: Pick<Io, 'net' | 'signal'>
): AsyncGenerator<ReadResult> {
  if (io.net === null) return yield* (await import('../../stages/read/read.ts')).readNamed(files, options)
  const found = await Promise.all(files.map(async (file): Promise<Found> => ({ kind: 'file', ...file, stats: await stat(file.path) })))
  yield* readFoundInNet(found, options, io.net, io.signal)
}

async function* readFoundInNet(inputs: readonly Found[], options: ReadOptions, net: Net, signal: AbortSignal): AsyncGenerator<ReadResult> {
  const kept = keptReader(options, { net, signal })
  try {
    yield* kept.read(inputs)
  } finally {
    kept.close()
  }
}

/** A worker that reads, kept from one lot of inputs to the next; of one lot at a time. */
export interface KeptReader {
  /** Reads inputs as `readInputsInNet` does. */
  read(inputs: readonly Found[]): AsyncGenerator<ReadResult>
  close(): void
}

/** Starts a worker that reads several lots of inputs. */
export function keptReader(options: ReadOptions, { net, signal }: Pick<Io, 'net' | 'signal'>): KeptReader {
  if (net === null) return { read: inputs => readInputsInNet(inputs, options, { net, signal }), close: () => {} }
  let reader = startReader(net, options.published)
  const stop = (): void => void reader.events.emit('end')
  signal.addEventListener('abort', stop)
  const stdin = options.stdin?.[Symbol.asyncIterator]()
  return {
    read: async function* (inputs) {
      for (const found of inputs) {
        if (signal.aborted) return
        if (reader.breach !== undefined) reader = startReader(net, options.published)
        const breach = yield* readOne(reader, found, options, stdin)
        if (breach !== undefined) yield await givenUp(found, breach, net)
      }
    },
    close: () => {
      signal.removeEventListener('abort', stop)
      reader.worker.end()
    }
  }
}

interface Reader {
  readonly worker: WorkerProcess
  readonly events: EventEmitter<{ message: [FromReader]; error: [Error]; end: [] }>
  /** Bytes of what it is reading; undefined where it is reading nothing. */
  bytes: number | undefined
  breach: Breach | undefined
}

function startReader(net: Net, published: string | null): Reader {
  const events: Reader['events'] = new EventEmitter()
  const worker = startWorker({
    net,
    task: { kind: 'reading', published } satisfies ReadingTask,
    // At step 0 it is not there yet.
    secondsAt: step => (step === 0 || reader.bytes === undefined ? undefined : net.readingSeconds(reader.bytes)),
    onAnswer: answer => void events.emit('message', answer as FromReader),
    onEnd: why => {
      if (why instanceof Error) events.emit('error', why)
      else {
        reader.breach = why
        events.emit('end')
      }
    }
  })
  const reader: Reader = { worker, events, bytes: undefined, breach: undefined }
  return reader
}

/** The results of one input; gives back why its worker was given up, if it was. */
async function* readOne(
  reader: Reader,
  found: Found,
  options: ReadOptions,
  stdin: AsyncIterator<Uint8Array> | undefined
): AsyncGenerator<ReadResult, Breach | undefined> {
  const post = (message: ToReader): void => reader.worker.post(message)
  const messages = on(reader.events, 'message', { close: ['end'] }) as AsyncIterable<[FromReader]>
  reader.bytes = sizeOf(found)
  post({ kind: 'read', input: inputOf(found) })
  for await (const [message] of messages) {
    switch (message.kind) {
      case 'result':
        yield message.result
        post({ kind: 'taken', weight: weightOf(message.result) })
        break
      case 'is-known':
        post({ kind: 'known', isKnown: (await options.isKnown?.(message.sha256, message.source)) ?? false })
        break
      case 'want-chunk': {
        const next = await stdin?.next()
        const chunk = next === undefined || next.done ? null : next.value
        reader.bytes += chunk?.length ?? 0
        post({ kind: 'chunk', chunk })
        break
      }
      case 'wrong-usage':
        throw new UsageError(message.message)
      case 'end':
        reader.bytes = undefined
        return undefined
    }
  }
  return reader.breach
}

function sizeOf(found: Found): number {
  if (found.kind !== 'file') return 0
  return found.stats.isFile() ? found.stats.size : UNKNOWN_BYTES
}

function inputOf(found: Found): InputToRead {
  if (found.kind !== 'file') return found
  const { path, source, stats, cut } = found
  return { kind: 'file', path, source, size: stats.size, isFile: stats.isFile(), ...(cut === undefined ? {} : { cut }) }
}

// By its hash somebody may have acknowledged it.
async function hashOf(found: Found): Promise<string | null> {
  if (found.kind !== 'file' || !found.stats.isFile()) return null
  const hashed = await hashOfFile(found.path).catch(() => null)
  return hashed?.sha256 ?? null
}

async function givenUp(found: Found, breach: Breach, net: Net): Promise<ReadResult> {
  const bytes = sizeOf(found)
  const { source } = found
  const message = `${source} was given up: to read on in it ${inWords(breach, net.readingSeconds(bytes), net)}.`
  return {
    kind: 'failure',
    isUnfinished: true,
    diagnostic: diagnostic('read', breach, 'error', message, { source }),
    input: { source, sha256: await hashOf(found), bytes }
  }
}
