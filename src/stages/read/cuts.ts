import { asUtf8, streamFailure, unpacked } from './contents.ts'
import type { Path } from './found.ts'
import { ndjsonParts } from './ndjson.ts'
import { between, chunksOfFile, passing } from './streams.ts'
import type { Context, LinesCut, Part } from './types.ts'

/** Some lines of a file, and who is told of their bytes. */
interface WantedLines extends Pick<LinesCut, 'from' | 'to' | 'line' | 'isPlain'> {
  readonly source: string
  readonly onChunk: (chunk: Uint8Array) => void
  /** Called when all of them were read, or all that there is of them. */
  readonly onEnd: () => void
}

/** The parts that some lines of a file of NDJSON hold, as they come when all of it is read. */
export async function* partsOfLines(path: Path, wanted: WantedLines, context: Context): AsyncGenerator<Part> {
  const { source, from, to, line, isPlain } = wanted
  try {
    const chunks = isPlain ? chunksOfFile(path, { from, to }) : between(await textOf(path, source, context), from, to)
    yield* ndjsonParts(heard(chunks, wanted), source, context, { stopAtLongLine: false, firstLine: line })
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    yield streamFailure(error, source, context)
  }
}

async function* heard(chunks: AsyncIterable<Uint8Array>, { onChunk, onEnd }: WantedLines): AsyncGenerator<Uint8Array> {
  yield* passing(chunks, onChunk)
  onEnd()
}

async function textOf(path: Path, source: string, context: Context): Promise<AsyncIterable<Uint8Array>> {
  const { all, head } = await unpacked(counted(path, context), { source, name: source, packed: 0 }, context)
  return asUtf8(all, head)
}

function counted(path: Path, { spent }: Context): AsyncIterable<Uint8Array> {
  return passing(chunksOfFile(path), chunk => {
    spent.packedBytes += chunk.length
  })
}
