import { Readable } from 'node:stream'
import { constants, createInflateRaw, inflateRawSync } from 'node:zlib'

const STREAM = Buffer.from('stream')
const END = Buffer.from('endstream')
const DICTIONARY_BYTES = 400
const MOST_LAYERS = 8

/**
 * Whether the streams of a PDF unpack to more than `maxBytes`, as far as they are packed by deflate, in however many
 * layers, sound to their end or not. Images do not count: for text nobody unpacks them.
 */
export async function isBomb(buffer: Buffer, maxBytes: number): Promise<boolean> {
  let left = maxBytes
  let at = buffer.indexOf(STREAM)
  while (at >= 0) {
    const [start, end] = [startOf(buffer, at + STREAM.length), buffer.indexOf(END, at + STREAM.length)]
    const next = end < 0 ? buffer.length : end
    if (isDeflated(buffer, start) && !isImage(buffer, at)) {
      left -= await inflatedBytes(buffer.subarray(start, next), left)
      if (left < 0) return true
    }
    at = buffer.indexOf(STREAM, next + (end < 0 ? 0 : END.length))
  }
  return false
}

function startOf(buffer: Buffer, at: number): number {
  const line = buffer[at] === 0x0d ? at + 1 : at
  return buffer[line] === 0x0a ? line + 1 : line
}

// The two bytes before deflated data: its method, and a multiple of 31 together.
function isDeflated(bytes: Uint8Array, at: number): boolean {
  const [method = 0, flags = 0] = [bytes[at], bytes[at + 1]]
  return (method & 15) === 8 && (method * 256 + flags) % 31 === 0
}

function isImage(buffer: Buffer, streamAt: number): boolean {
  const before = buffer.toString('latin1', Math.max(0, streamAt - DICTIONARY_BYTES), streamAt)
  return /\/Subtype\s*\/Image\b/.test(before.slice(Math.max(0, before.lastIndexOf(' obj'))))
}

const FEW_BYTES = 1024 * 1024

/** Bytes that deflated data unpacks to in all its layers; a little more than `most` where there are more. */
async function inflatedBytes(packed: Uint8Array, most: number): Promise<number> {
  // Most streams are small and sound; for others it is looked at what comes before they break off.
  const small = inflatedAtOnce(packed)
  if (small !== undefined && !isDeflated(small, 0)) return small.length
  const total = { bytes: 0 }
  const chunks = layer(Readable.from([packed], { objectMode: false }), total, MOST_LAYERS)
  for await (const _ of chunks) if (total.bytes > most) break
  return total.bytes
}

function inflatedAtOnce(packed: Uint8Array): Uint8Array | undefined {
  try {
    return inflateRawSync(packed.subarray(2), { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: FEW_BYTES })
  } catch {
    return undefined
  }
}

async function* layer(chunks: AsyncIterable<Uint8Array>, total: { bytes: number }, layers: number): AsyncGenerator<Uint8Array> {
  const inflated = inflate(chunks, total)
  const first = await inflated.next()
  if (first.done) return
  const all = preceded(first.value, inflated)
  if (layers > 1 && isDeflated(first.value, 0)) yield* layer(all, total, layers - 1)
  else yield* all
}

async function* preceded(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first
  yield* rest
}

// Without the header, which is all that can be wrong before the first byte, and without the checksum.
async function* inflate(chunks: AsyncIterable<Uint8Array>, total: { bytes: number }): AsyncGenerator<Uint8Array> {
  const inflater = createInflateRaw({ finishFlush: constants.Z_SYNC_FLUSH, chunkSize: 256 * 1024 })
  const source = Readable.from(withoutHeader(chunks), { objectMode: false })
  source.on('error', () => inflater.destroy()).pipe(inflater)
  try {
    for await (const chunk of inflater) {
      total.bytes += (chunk as Uint8Array).length
      yield chunk as Uint8Array
    }
  } catch {
    // What came before the damage was counted.
  } finally {
    source.destroy()
  }
}

async function* withoutHeader(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let skip = 2
  for await (const chunk of chunks) {
    const rest = chunk.subarray(Math.min(skip, chunk.length))
    skip -= chunk.length - rest.length
    if (rest.length > 0) yield rest
  }
}
