import { createHash } from 'node:crypto'
import type { Found } from '../../stages/read/found.ts'
import { chunksOfFile, hashOfFile } from '../../stages/read/streams.ts'
import type { LinesCut } from '../../stages/read/types.ts'

/** How much a shard may be. */
export interface ShardSize {
  readonly articles: number
  readonly bytes: number
}

/** Some lines of a file, and how many of them are not blank. */
export interface CountedLines {
  readonly lines: LinesCut
  readonly count: number
}

type File = Extract<Found, { readonly kind: 'file' }>

const LF = 10
/** What NDJSON begins with, as far as its lines can be cut where they stand: not packed, not of UTF-16. */
const PLAIN = /^(?:\u00ef\u00bb\u00bf)?[ \t\r\n]*\{/

/**
 * Cuts a file of NDJSON into lots of lines, read once for its hash and once for its lines, in flat memory. Empty where it is
 * no plain NDJSON, or cannot be read: then it is read as a whole, which says what is wrong with it.
 */
export async function cutLines({ path, stats }: Pick<File, 'path' | 'stats'>, most: ShardSize): Promise<readonly CountedLines[]> {
  if (!stats.isFile()) return []
  try {
    const input = await hashOfFile(path)
    const cuts: CountedLines[] = []
    const lots = lotsOf(most, (lot, count) => cuts.push({ lines: { ...lot, isPlain: true, input }, count }))
    let isFirst = true
    for await (const chunk of chunksOfFile(path)) {
      if (isFirst && !PLAIN.test(Buffer.from(chunk.subarray(0, 4096)).toString('latin1'))) return []
      isFirst = false
      lots.take(chunk)
    }
    lots.end()
    return cuts
  } catch (error) {
    if (error instanceof Error && 'code' in error) return []
    throw error
  }
}

type Lot = Pick<LinesCut, 'from' | 'to' | 'line' | 'sha256'>

/** Counts lines and tells of each lot that is full; what is blank behind the last one belongs to none. */
function lotsOf(most: ShardSize, tell: (lot: Lot, count: number) => void) {
  let hash = createHash('sha256')
  let [at, from, line, first, count] = [0, 0, 1, 1, 0]
  let isBlank = true
  const cut = (to: number): void => {
    if (count > 0) tell({ from, to, line: first, sha256: hash.digest('hex') }, count)
    hash = createHash('sha256')
    from = to
    first = line
    count = 0
  }
  const endLine = (): void => {
    if (!isBlank) count++
    isBlank = true
  }
  return {
    take: (chunk: Uint8Array): void => {
      let start = 0
      for (let i = 0; i < chunk.length; i++) {
        if (chunk[i] !== LF) {
          if ((chunk[i] as number) > 0x20) isBlank = false
          continue
        }
        line++
        endLine()
        if (count < most.articles && (count === 0 || at + i + 1 - from < most.bytes)) continue
        hash.update(chunk.subarray(start, i + 1))
        start = i + 1
        cut(at + start)
      }
      hash.update(chunk.subarray(start))
      at += chunk.length
    },
    end: (): void => {
      endLine()
      cut(at)
    }
  }
}
