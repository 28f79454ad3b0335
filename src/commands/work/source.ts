import { access } from 'node:fs/promises'
import PQueue from 'p-queue'
import type { InputInfo, ReadResult } from '../../stages/read/read.ts'
import type { ShardPlan, ShardRow } from '../../store/postgres/shards.ts'
import type { Io } from '../command.ts'
import { type KeptReader, keptReader } from '../net/reading.ts'
import { foundOf, pathOf, type ShardReference } from './reference.ts'

/** How a worker gets at what shards refer to. */
export interface ShardSource {
  /** Of the paths that a shard is read from, one that this machine does not see; undefined where it sees all. */
  unseen(reference: unknown): Promise<string | undefined>
  /** Reads a shard, when those before it are read; `readingOptions` are those of its run. */
  read(reference: unknown, readingOptions: string): Promise<readonly ReadResult[]>
  /** Starts the process that reads, as most runs want it, before there is a shard. */
  warm(): void
  close(): void
}

/** Starts to read shards, one after the other, in a process of its own: it is far faster than those that extract. */
export function openSource({ net }: Pick<Io, 'net'>): ShardSource {
  // A shard is read to its end, or nothing of it is stored: nobody breaks off in the middle.
  const never = new AbortController().signal
  const turns = new PQueue({ concurrency: 1 })
  let open: { readonly published: string | null; readonly reader: KeptReader } | undefined
  const readerFor = (published: string | null): KeptReader => {
    if (open?.published === published) return open.reader
    open?.reader.close()
    open = { published, reader: keptReader({ published }, { net, signal: never }) }
    return open.reader
  }
  return {
    unseen: async reference => {
      for (const { path } of (reference as ShardReference).inputs) if (!(await isSeen(pathOf(path)))) return String(pathOf(path))
      return undefined
    },
    read: (reference, readingOptions) =>
      turns.add(async () => {
        const { published = null } = JSON.parse(readingOptions) as { readonly published?: string }
        const results: ReadResult[] = []
        for await (const result of readerFor(published).read((reference as ShardReference).inputs.map(foundOf))) results.push(result)
        return results
      }),
    warm: () => void readerFor(null),
    close: () => open?.reader.close()
  }
}

/** Which sources of a shard have other parts in other shards. */
export function cutIn(reference: unknown): (source: string) => boolean {
  const cut = new Set((reference as ShardReference).inputs.flatMap(input => (input.cut === undefined ? [] : [input.source])))
  return source => cut.has(source)
}

/** A shard cut into two; undefined where it is one article, or what cannot be cut. */
export function halvesOf({
  reference,
  articles,
  bytes
}: ShardRow): readonly Pick<ShardPlan, 'reference' | 'articles' | 'bytes'>[] | undefined {
  const { inputs } = reference as ShardReference
  if (inputs.length > 1) {
    const middle = Math.ceil(inputs.length / 2)
    return [inputs.slice(0, middle), inputs.slice(middle)].map(half => {
      const size = half.reduce((sum, input) => sum + input.size, 0)
      return { reference: { inputs: half }, articles: Math.round((articles * half.length) / inputs.length), bytes: size }
    })
  }
  const [input] = inputs
  const { from = 0, to = articles } = input?.cut?.results ?? {}
  if (input === undefined || to - from < 2) return undefined
  const middle = Math.ceil((from + to) / 2)
  return [
    { from, to: middle },
    { from: middle, to }
  ].map(results => ({
    reference: { inputs: [{ ...input, cut: { ...input.cut, results } }] },
    articles: results.to - results.from,
    bytes: Math.round((bytes * (results.to - results.from)) / (to - from))
  }))
}

/** The one place that a shard is, for people, and as the input that it is of. */
export function placeInWords(reference: unknown): { readonly words: string; readonly input: Pick<InputInfo, 'sha256' | 'source'> } {
  const [first] = (reference as ShardReference).inputs
  const source = first?.source ?? ''
  const { lines, results } = first?.cut ?? {}
  const place = results === undefined ? '' : `, article ${results.from + 1}${lines === undefined ? '' : ` from line ${lines.line} on`}`
  return { words: `${source}${place}`, input: { sha256: lines?.input.sha256 ?? null, source } }
}

async function isSeen(path: string | Buffer): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch {
    return false
  }
}
