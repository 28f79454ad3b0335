import { diagnostic } from '../../model/diagnostic.ts'
import type { OpenRun } from '../../store/postgres/plans.ts'
import type { TakenShard } from '../../store/postgres/queue.ts'
import { type ShardRow, shardOf } from '../../store/postgres/shards.ts'
import { withGrace } from '../interruption.ts'
import type { Means } from './means.ts'
import type { Outlook } from './outlook.ts'
import type { Persist } from './patience.ts'
import { forgetShard, giveBack, giveUpShard, type Settling, splitShard, storeShard } from './settle.ts'
import { workOff } from './shard-work.ts'
import { cutIn, halvesOf, placeInWords, type ShardSource } from './source.ts'

/** What a shard is done with. */
export interface Doing {
  readonly settling: Settling
  readonly means: Means
  readonly outlook: Outlook
  readonly source: ShardSource
  readonly persist: Persist
  /** Tells people something, in one sentence. */
  readonly say: (sentence: string) => void
  /** How often a shard may be left undone before it is cut into two. */
  readonly attempts: number
  /** Aborted when the worker is to end. */
  readonly signal: AbortSignal
}

/** After so many machines, or times, a path that nobody sees is one that does not exist, as in a local run. */
const MOST_RETURNS = 12
const MOST_WAIT_SECONDS = 60

/**
 * Does a shard that was taken: reads and extracts it, then stores all of it in one transaction. One that broke off whoever had
 * it is cut into two, down to the article; one that this machine does not see goes back.
 */
export async function doShard(doing: Doing, taken: TakenShard): Promise<void> {
  const { settling, outlook, persist } = doing
  const run = await persist(() => outlook.runOf(taken.run))
  const shard = run && (await persist(() => settling.postgres.use(client => shardOf(client, taken.run, taken.number))))
  if (run === undefined || shard?.state !== 'planned') return await persist(() => forgetShard(settling, taken))
  if (taken.attempts >= doing.attempts) return await divide(doing, run, shard, taken)
  const unseen = taken.returns < MOST_RETURNS ? await doing.source.unseen(shard.reference) : undefined
  if (unseen === undefined) await workAt(doing, run, shard, taken)
  else {
    outlook.note(`This machine does not see ${unseen}: its shards go back, for workers that do.`)
    await persist(() => giveBack(settling, taken, Math.min(MOST_WAIT_SECONDS, 2 ** taken.returns)))
  }
}

async function workAt(doing: Doing, run: OpenRun, shard: ShardRow, taken: TakenShard): Promise<void> {
  const { settling, persist, signal } = doing
  const means = await doing.means.of(run)
  const patient = { ...means, known: (...asked: Parameters<typeof means.known>) => persist(() => means.known(...asked)) }
  const read = doing.source.read(shard.reference, run.readingOptions)
  const results = read.then(given => workOff(given, patient, cutIn(shard.reference)))
  // Who ends in the middle leaves it to others at once.
  if (!(await withGrace(results, signal))) return await persist(() => giveBack(settling, taken, 0))
  const made = await results
  const isStored = await persist(() => storeShard(settling, run, taken, made))
  if (!isStored)
    doing.say(`Shard ${taken.number} of run ${taken.run} took longer than its lease and went to another worker; nothing is stored twice.`)
  doing.outlook.note(null)
}

/** Cuts a shard into two that nobody who had it came to the end of, or gives the one article up that it is. */
async function divide({ settling, persist, attempts }: Doing, run: OpenRun, shard: ShardRow, taken: TakenShard): Promise<void> {
  const halves = halvesOf(shard)
  if (halves !== undefined) return void (await persist(() => splitShard(settling, run, taken, halves)))
  const { words, input } = placeInWords(shard.reference)
  const message = `${words} was given up: of ${attempts} workers that had it none came to its end, which is a bug.`
  const said = diagnostic('read', 'broke-off', 'error', message, { source: input.source })
  const failure = { diagnostic: said, inputs: [input], isOfPart: false, isUnfinished: true }
  await persist(() => giveUpShard(settling, run, taken, failure))
}
