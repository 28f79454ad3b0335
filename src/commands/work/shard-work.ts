import type { Article } from '../../model/article.ts'
import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts'
import type { InputInfo, ReadResult } from '../../stages/read/read.ts'
import type { ArticleBands } from '../../store/postgres/bands.ts'
import type { ArticleToWrite, ReadingToWrite } from '../../store/postgres/write.ts'
import type { Method, Reading } from '../../store/write.ts'
import type { Extracted } from '../net/extracting.ts'
import type { Pool } from '../net/pool.ts'
import { extractionIdentity, readingIdentity } from '../run/identity.ts'

/** A part of a shard that gave no article, until the run ends and all of them are told. */
export interface ShardFailure {
  readonly diagnostic: Diagnostic
  /** The inputs that it was of; null for a stream. */
  readonly inputs: readonly (Pick<InputInfo, 'sha256' | 'source'> | null)[]
  /** Whether other parts of its input are read by others: more of a kind than a run tells are told as one at its end. */
  readonly isOfPart: boolean
  /** Whether its input is to be tried again by the next run. */
  readonly isUnfinished: boolean
}

/** What a shard came to, ready to be stored. */
export interface ShardResults {
  readonly articles: readonly ArticleToWrite[]
  readonly failures: readonly ShardFailure[]
  /** What near-duplicates of the new articles are told by, for who ends the run. */
  readonly bands: readonly ArticleBands[]
  /** New articles, known ones, refused ones; failures are counted at the end of the run. */
  readonly counts: { readonly done: number; readonly skipped: number; readonly refused: number; readonly failed: number }
}

/** What decides what a shard comes to, and who is asked what is stored already. */
export interface ShardMeans {
  readonly method: Method
  readonly reader: string
  readonly readingOptions: string
  readonly pool: Pool<'rows'>
  /** Of some article ids and keys those that were removed before; of some extractions those that are stored. */
  known(values: readonly string[], identities: readonly string[]): Promise<{ removed: ReadonlySet<string>; stored: ReadonlySet<string> }>
}

interface Read {
  readonly article: Article
  readonly diagnostics: readonly Diagnostic[]
  readonly input: InputInfo
}

interface Work {
  readonly article: Article
  readonly readings: ReadingToWrite[]
}

/**
 * Does what was read of a shard as a local run would do it, but stores nothing: asks what is known and extracts the rest. `isCut` says whether a source has other parts in other shards.
 */
export async function workOff(
  results: readonly ReadResult[],
  means: ShardMeans,
  isCut: (source: string) => boolean
): Promise<ShardResults> {
  const failures: ShardFailure[] = []
  const read: Read[] = []
  for (const result of results) {
    if (result.kind === 'article') read.push(result)
    else if (result.kind === 'failure') {
      const { diagnostic: said, input, isUnfinished = false } = result
      failures.push({ diagnostic: said, inputs: [input], isOfPart: !isUnfinished && isCut(input.source), isUnfinished })
    }
  }
  const identities = new Map(read.map(({ article }) => [article, extractionIdentity(article, means.method)]))
  const named = read.flatMap(({ article: { record } }) => [record.id, record.key])
  const { removed, stored } = await means.known(named, [...new Set(identities.values())])
  const work = new Map<string, Work>()
  let refused = 0
  for (const one of read) {
    const { record } = one.article
    if (removed.has(record.id) || removed.has(record.key)) {
      refused++
      failures.push(refusalOf(one))
      continue
    }
    const identity = identities.get(one.article) as string
    const same = work.get(identity) ?? { article: one.article, readings: [] }
    same.readings.push(readingOf(one, means))
    work.set(identity, same)
  }
  const extracted = await extractAll(
    [...work].filter(([identity]) => !stored.has(identity)),
    means.pool
  )
  return resultsOf(work, extracted, failures, refused)
}

async function extractAll(jobs: readonly (readonly [string, Work])[], pool: Pool<'rows'>): Promise<ReadonlyMap<string, Extracted<'rows'>>> {
  const made = await Promise.all(batches(jobs, pool.width).flatMap(batch => pool.extract(batch.map(([, { article }]) => article))))
  return new Map(jobs.map(([identity], i) => [identity, made[i] as Extracted<'rows'>]))
}

// A batch goes to one worker; several of them share a shard where no other is at hand.
function batches<Item>(items: readonly Item[], count: number): Item[][] {
  const size = Math.max(1, Math.ceil(items.length / count))
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size))
}

function resultsOf(
  work: ReadonlyMap<string, Work>,
  extracted: ReadonlyMap<string, Extracted<'rows'>>,
  failures: ShardFailure[],
  refused: number
): ShardResults {
  const articles: ArticleToWrite[] = []
  const bands: ArticleBands[] = []
  let [done, skipped] = [0, 0]
  for (const [identity, { article, readings }] of work) {
    const made = extracted.get(identity)
    if (made !== undefined && 'failure' in made) {
      const inputs = readings.map(({ input }) => input)
      failures.push({ diagnostic: made.failure, inputs, isOfPart: false, isUnfinished: true })
      continue
    }
    if (made !== undefined) {
      done++
      bands.push({ id: article.record.id, bands: made.made.bands })
    }
    skipped += readings.length - (made === undefined ? 0 : 1)
    articles.push({ identity, article, rows: made === undefined ? null : made.made.rows, readings })
  }
  return { articles, failures, bands, counts: { done, skipped, refused, failed: failures.length - refused } }
}

function readingOf({ article, diagnostics, input }: Read, { reader, readingOptions }: ShardMeans): ReadingToWrite {
  const { record, titleIsText, tables } = article
  const identity = readingIdentity(article, diagnostics, { sha256: input.sha256, reader })
  const reading: Reading = { record, titleIsText, ...(tables === undefined ? {} : { tables }), diagnostics, identity }
  const { sha256, source, bytes } = input
  return { reading, input: sha256 === null ? null : { sha256, source, reader, options: readingOptions, bytes } }
}

function refusalOf({ article: { record }, input }: Read): ShardFailure {
  const source = record.sources[0]?.source ?? null
  const message = `${source ?? record.id} was removed before and is not taken in again.`
  const said = diagnostic('store', 'removed', 'info', message, { article_id: record.id, source })
  return { diagnostic: said, inputs: [input], isOfPart: false, isUnfinished: false }
}
