import { EventEmitter, on } from 'node:events'
import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts'
import { UsageError } from '../../model/usage-error.ts'
import { type Found, findFiles } from '../../stages/read/operands.ts'
import type { ReadOptions, ReadResult } from '../../stages/read/read.ts'
import type { Io } from '../command.ts'
import type { Net } from './limits.ts'
import { type FromReader, type InputToRead, type ToReader, weightOf } from './reading-messages.ts'
import { type Breach, startThread, type Thread } from './thread.ts'

const MIB = 1024 * 1024
// What a pipe or a device holds is not known; more than this is not read of it as one.
const UNKNOWN_BYTES = 64 * MIB

/**
 * Reads what the operands name, as `read` does, but in a thread: an input at which it hangs or grows too large is given up with
 * a diagnostic, and the next one is read by a new thread. Ends when it is told to, whatever it waits for.
 */
export async function* readInNet(
  operands: readonly string[],
  options: ReadOptions,
  { net, signal }: Pick<Io, 'net' | 'signal'>
): AsyncGenerator<ReadResult> {
  if (net === null) return yield* (await import('../../stages/read/read.ts')).read(operands, options)
  let reader = startReader(net, options.published)
  const stop = (): void => void reader.events.emit('end')
  signal.addEventListener('abort', stop)
  const stdin = options.stdin?.[Symbol.asyncIterator]()
  try {
    for (const found of await findFiles(operands)) {
      if (signal.aborted) return
      if (reader.breach !== undefined) reader = startReader(net, options.published)
      const breach = yield* readOne(reader, found, options, stdin)
      if (breach !== undefined) yield givenUp(found, breach, net)
    }
  } finally {
    signal.removeEventListener('abort', stop)
    await reader.thread.end()
  }
}

interface Reader {
  readonly thread: Thread
  readonly events: EventEmitter<{ message: [FromReader]; error: [Error]; end: [] }>
  /** Bytes of what it is reading; undefined where it is reading nothing. */
  bytes: number | undefined
  breach: Breach | undefined
}

function startReader(net: Net, published: string | null): Reader {
  const events: Reader['events'] = new EventEmitter()
  const thread = startThread({
    worker: net.worker,
    data: { task: 'reading', published },
    // At step 0 it is not there yet.
    limits: step => (step === 0 || reader.bytes === undefined ? undefined : net.reading(reader.bytes)),
    onMessage: message => void events.emit('message', message as FromReader),
    onEnd: why => {
      if (why instanceof Error) events.emit('error', why)
      else {
        reader.breach = why
        events.emit('end')
      }
    }
  })
  const reader: Reader = { thread, events, bytes: undefined, breach: undefined }
  return reader
}

/** The results of one input; gives back why its thread was given up, if it was. */
async function* readOne(
  reader: Reader,
  found: Found,
  options: ReadOptions,
  stdin: AsyncIterator<Uint8Array> | undefined
): AsyncGenerator<ReadResult, Breach | undefined> {
  const post = (message: ToReader): void => reader.thread.post(message)
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
  const { path, source, stats } = found
  return { kind: 'file', path, source, size: stats.size, isFile: stats.isFile() }
}

function givenUp(found: Found, breach: Breach, net: Net): ReadResult {
  const bytes = sizeOf(found)
  return {
    kind: 'failure',
    isUnfinished: true,
    diagnostic: sentenceOf(found.source, breach, net.reading(bytes)),
    input: { source: found.source, sha256: null, bytes }
  }
}

function sentenceOf(source: string, breach: Breach, { seconds, heapBytes }: ReturnType<Net['reading']>): Diagnostic {
  const most = breach === 'too-slow' ? `${Math.round(seconds)} seconds` : `${Math.round(heapBytes / MIB)} MiB of memory`
  return diagnostic('read', breach, 'error', `${source} was given up: reading on in it took more than ${most}.`, { source })
}
