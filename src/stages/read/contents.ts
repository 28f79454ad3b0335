import { type Format, formatOfName } from './formats.ts'
import { bytesInWords } from './limits.ts'
import { ndjsonParts } from './ndjson.ts'
import { reason } from './operands.ts'
import { sniff } from './sniff.ts'
import { collect, gunzipped, peek } from './streams.ts'
import { textPart } from './text.ts'
import type { Context, Part } from './types.ts'

const HEAD_BYTES = 4096

/** The parts of a stream: NDJSON (also packed) line by line in flat memory, anything else collected first. */
export async function* partsOfStream(chunks: AsyncIterable<Uint8Array>, source: string, context: Context): AsyncGenerator<Part> {
  try {
    yield* partsOfOpenStream(chunks, source, source, context)
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    yield streamFailure(error, source)
  }
}

async function* partsOfOpenStream(chunks: AsyncIterable<Uint8Array>, source: string, name: string, context: Context): AsyncGenerator<Part> {
  const { head, all } = await peek(chunks, HEAD_BYTES)
  const seen = sniff(head)
  if (seen === 'gzip') return yield* partsOfOpenStream(gunzipped(all), source, name.replace(/\.gz$/i, ''), context)
  const format = formatOfName(name)
  if (seen === 'ndjson' || (format === 'ndjson' && seen === undefined)) return yield* ndjsonParts(all, source, context)
  const bytes = await collect(all, context.limits.fileBytes)
  if (bytes === null) {
    yield refusal(source, 'too-large', `${source} is larger than the limit of ${bytesInWords(context.limits.fileBytes)}.`)
  } else yield* partsOfBytes(bytes, source, context, 0, name)
}

/** The parts of one file's bytes; `name` is what its extension is read from. */
export async function* partsOfBytes(
  bytes: Uint8Array,
  source: string,
  context: Context,
  depth: number,
  name = source
): AsyncGenerator<Part> {
  if (bytes.length === 0) return yield refusal(source, 'empty', `${source} is empty.`)
  const format: Format = formatOfName(name) ?? sniff(bytes) ?? 'text'
  if (format === 'ndjson') return yield* ndjsonParts(once(bytes), source, context)
  yield await textPart(bytes, source)
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

function refusal(source: string, code: string, message: string): Part {
  return { kind: 'refusal', place: { source, inside: false }, refusal: { code, message } }
}

function streamFailure(error: Error, source: string): Part {
  const code = String((error as NodeJS.ErrnoException).code)
  if (code === 'Z_BUF_ERROR') return refusal(source, 'truncated', `${source} is cut off: the packed data ends too early.`)
  if (code.startsWith('Z_')) return refusal(source, 'corrupt', `${source} is corrupt: its packed data cannot be unpacked.`)
  return refusal(source, 'unreadable', `${source} cannot be read: ${reason(error)}.`)
}
