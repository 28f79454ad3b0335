import { linesOf } from '../../stages/read/lines.ts'
import { gunzipped, passing, peek } from '../../stages/read/streams.ts'
import { LONGEST, parsed } from '../json-lines.ts'

/** A line of a stream of whole articles. */
export interface GivenLine {
  /** From 1. */
  readonly number: number
  /** The object that it holds; undefined where it holds none. */
  readonly value: Readonly<Record<string, unknown>> | undefined
  /** Bytes of the stream, as it comes, that are behind. */
  readonly behind: number
}

/** Why a stream ends before its end, in words. */
export class BrokenStream extends Error {}

/** The lines of a stream, packed or not, in memory for one line; blank ones are left out. Throws a `BrokenStream`. */
export async function* givenLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<GivenLine> {
  let behind = 0
  const counted = passing(chunks, chunk => {
    behind += chunk.length
  })
  try {
    const { head, all } = await peek(counted, 2)
    const isPacked = head[0] === 0x1f && head[1] === 0x8b
    for await (const { number, bytes } of linesOf(isPacked ? gunzipped(all) : all, LONGEST)) {
      const line = bytes === null ? '' : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
      if (bytes === null || line.trim() !== '') yield { number, value: parsed(line), behind }
    }
  } catch (error) {
    throw brokenBy(error) ?? error
  }
}

function brokenBy(error: unknown): BrokenStream | undefined {
  const code = String((error as NodeJS.ErrnoException).code ?? '')
  if (code === 'Z_BUF_ERROR') return new BrokenStream('is cut off: its packed data ends too early')
  if (code.startsWith('Z_')) return new BrokenStream('is corrupt: its packed data cannot be unpacked')
  return /^E[A-Z]+$/.test(code) ? new BrokenStream(`cannot be read: ${code.toLowerCase()}`) : undefined
}
