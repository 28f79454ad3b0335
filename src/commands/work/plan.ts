import { resolve } from 'node:path'
import { UsageError } from '../../model/usage-error.ts'
import { formatOfName } from '../../stages/read/formats.ts'
import type { Found } from '../../stages/read/found.ts'
import type { ShardPlan } from '../../store/postgres/shards.ts'
import { type CountedLines, cutLines, type ShardSize } from './cut-lines.ts'
import { inputOf, type ShardInput } from './reference.ts'

type File = Extract<Found, { readonly kind: 'file' }>

/** The end of a run holds something of each of its articles in memory, and decides on one machine. */
export const MOST_ARTICLES = 10_000_000

/** What goes into a shard, with how much it is. */
interface Part {
  readonly input: ShardInput
  readonly articles: number
  readonly bytes: number
}

/**
 * Shares files out into shards of at most this size, in their order: the same files, the same shards. Lines of NDJSON are cut
 * where they stand; every other file is one article for the plan, and read by one worker.
 */
export async function planOf(files: readonly File[], most: ShardSize): Promise<readonly ShardPlan[]> {
  const shards: ShardPlan[] = []
  let parts: Part[] = []
  let [articles, bytes] = [0, 0]
  const flush = (): void => {
    if (parts.length === 0) return
    shards.push({ number: shards.length, parent: null, reference: { inputs: parts.map(({ input }) => input) }, articles, bytes })
    parts = []
    articles = 0
    bytes = 0
  }
  for (const file of files) {
    for (const part of await partsOf(file, most)) {
      if (articles + part.articles > most.articles || bytes + part.bytes > most.bytes) flush()
      parts.push(part)
      articles += part.articles
      bytes += part.bytes
    }
  }
  flush()
  return shards
}

/** Refuses a plan whose run nobody could end, before anything is done of it. */
export function checkPlan(shards: readonly Pick<ShardPlan, 'articles'>[], most = MOST_ARTICLES): void {
  const articles = shards.reduce((sum, shard) => sum + shard.articles, 0)
  if (articles <= most) return
  throw new UsageError(
    `These are ${articles} articles, and a run takes ${most} at most: share them out as several runs, of a year or a source each.`
  )
}

async function partsOf(file: File, most: ShardSize): Promise<readonly Part[]> {
  // Workers have other folders to start from.
  const input = inputOf({ ...file, path: typeof file.path === 'string' ? resolve(file.path) : file.path })
  const cuts = formatOfName(file.source) === 'ndjson' ? await cutLines(file, most) : []
  // Read as a whole it needs no second count of its failures.
  if (cuts.length < 2) return [{ input, articles: cuts[0]?.count ?? 1, bytes: file.stats.size }]
  return cuts.map(cut => partOf(input, cut))
}

function partOf(input: ShardInput, { lines, count }: CountedLines): Part {
  return { input: { ...input, cut: { lines } }, articles: count, bytes: lines.to - lines.from }
}
