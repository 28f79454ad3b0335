import { createHash } from 'node:crypto'
import { constants, createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline, Readable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import { createGunzip } from 'node:zlib'
import type { Path } from './found.ts'

const CHUNK_BYTES = 256 * 1024

/** The bytes of a file, or those from `from` to in front of `to`, a chunk at a time. */
export function chunksOfFile(path: Path, range?: { readonly from: number; readonly to: number }): AsyncIterable<Uint8Array> {
  const only = range === undefined ? {} : { start: range.from, end: range.to - 1 }
  return createReadStream(path, { highWaterMark: CHUNK_BYTES, ...only })
}

/** The bytes of a stream from `from` to in front of `to`; it is read no further. */
export async function* between(chunks: AsyncIterable<Uint8Array>, from: number, to: number): AsyncGenerator<Uint8Array> {
  let at = 0
  for await (const chunk of chunks) {
    const part = chunk.subarray(Math.max(0, from - at), Math.max(0, to - at))
    if (part.length > 0) yield part
    at += chunk.length
    if (at >= to) return
  }
}

const POLL_MILLISECONDS = 10
const GRACE_POLLS = 20

/**
 * The bytes of a pipe or device. A pipe is opened without waiting for somebody to write into it: where nobody comes within
 * a moment it is empty.
 */
export async function* chunksOfPipe(path: Path): AsyncGenerator<Uint8Array> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    let polls = 0
    let some = false
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK_BYTES)
      const bytesRead = await file.read(chunk, 0, CHUNK_BYTES, null).then(
        read => read.bytesRead,
        (error: NodeJS.ErrnoException) => {
          if (error.code !== 'EAGAIN') throw error
          return undefined
        }
      )
      if (bytesRead === 0 && (some || ++polls > GRACE_POLLS)) return
      if (bytesRead === undefined || bytesRead === 0) await setTimeout(POLL_MILLISECONDS)
      else yield chunk.subarray(0, bytesRead)
      if (bytesRead !== 0) some = true
    }
  } finally {
    await file.close()
  }
}

/** SHA-256 and number of a file's bytes, read in flat memory. */
export async function hashOfFile(path: Path): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of chunksOfFile(path)) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { sha256: hash.digest('hex'), bytes }
}

/**
 * The first bytes of a stream (at least `wanted`, if it has them, or as many as are `enough`), and the whole stream again.
 */
export async function peek(
  chunks: AsyncIterable<Uint8Array>,
  wanted: number,
  enough: (head: Uint8Array) => boolean = () => false
): Promise<{ head: Uint8Array; all: AsyncIterable<Uint8Array> }> {
  const iterator = chunks[Symbol.asyncIterator]()
  const seen: Uint8Array[] = []
  let head: Uint8Array = new Uint8Array()
  while (head.length < wanted && !enough(head)) {
    const next = await iterator.next()
    if (next.done) break
    seen.push(next.value)
    head = Buffer.concat([head, next.value])
  }
  return { head, all: continued(seen, iterator) }
}

async function* continued(seen: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* seen
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}

/** A whole stream, or null where it is longer than `maxBytes`. */
export async function collect(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    length += chunk.length
    if (length > maxBytes) return null
    parts.push(chunk)
  }
  return Buffer.concat(parts, length)
}

/** The unpacked bytes of a gzip stream; throws where it is corrupt or cut off, after giving what could be read. */
export async function* gunzipped(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES })
  pipeline(Readable.from(chunks, { objectMode: false }), gunzip, () => {})
  for await (const chunk of gunzip) yield chunk as Uint8Array
}

/** A stream whose chunks are looked at on their way. */
export async function* passing(chunks: AsyncIterable<Uint8Array>, look: (chunk: Uint8Array) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    look(chunk)
    yield chunk
  }
}

/** A stream of UTF-16 (its byte order mark included) as UTF-8. */
export async function* recoded(chunks: AsyncIterable<Uint8Array>, encoding: 'utf-16le' | 'utf-16be'): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }))
  yield Buffer.from(decoder.decode())
}
