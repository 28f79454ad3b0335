import { putBands } from '../../store/postgres/bands.ts'
import type { Postgres, PostgresClient } from '../../store/postgres/client.ts'
import { isPassing } from '../../store/postgres/errors.ts'
import { addHalves, nextInWindow, type OpenRun, putFailures } from '../../store/postgres/plans.ts'
import type { ShardQueue, TakenShard } from '../../store/postgres/queue.ts'
import { type ShardPlan, type ShardState, settleShard } from '../../store/postgres/shards.ts'
import { writeArticles } from '../../store/postgres/write.ts'
import type { ShardFailure, ShardResults } from './shard-work.ts'

/** Where shards are settled, and as whom. */
export interface Settling {
  readonly postgres: Postgres
  readonly queue: ShardQueue
  /** The worker's name. */
  readonly worker: string
  readonly now: () => Date
}

const MOST_TRIES = 5

/** Thrown to roll back: the shard is somebody else's by now. */
class Fenced extends Error {}

/**
 * Stores what a shard came to, marks it and completes its job: all of it or nothing. False where its lease was over and
 * somebody else has it or has done it: then nothing is stored.
 */
export function storeShard(settling: Settling, run: OpenRun, taken: TakenShard, results: ShardResults): Promise<boolean> {
  return settle(settling, run, taken, { state: 'done', counts: results.counts }, async client => {
    await writeArticles(client, run.run, { articles: results.articles, diagnostics: [] })
    await putFailures(client, run.run, taken.number, results.failures)
    await putBands(client, run.run, taken.number, results.bands)
  })
}

/** Puts halves of a shard in its place. */
export function splitShard(
  settling: Settling,
  run: OpenRun,
  taken: TakenShard,
  halves: readonly Pick<ShardPlan, 'reference' | 'articles' | 'bytes'>[]
): Promise<boolean> {
  return settle(settling, run, taken, { state: 'split', counts: {} }, async client => {
    const numbers = await addHalves(client, run.run, taken.number, halves)
    await settling.queue.put(
      client,
      numbers.map(number => ({ run: run.run, number }))
    )
  })
}

/** Gives a shard up that cannot be split, with what is said of it. */
export function giveUpShard(settling: Settling, run: OpenRun, taken: TakenShard, failure: ShardFailure): Promise<boolean> {
  return settle(settling, run, taken, { state: 'given up', counts: { failed: 1 } }, client =>
    putFailures(client, run.run, taken.number, [failure])
  )
}

/** Lets others have a shard that cannot be done here, `after` seconds from now. */
export async function giveBack({ postgres, queue }: Pick<Settling, 'postgres' | 'queue'>, taken: TakenShard, after: number): Promise<void> {
  await fenced(postgres, async client => {
    if (!(await queue.complete(client, taken))) throw new Fenced()
    await queue.put(client, [taken], { after, returns: taken.returns + 1 })
  })
}

/** Takes a shard out of the queue that nobody has to do any more. */
export async function forgetShard({ postgres, queue }: Pick<Settling, 'postgres' | 'queue'>, taken: TakenShard): Promise<void> {
  await fenced(postgres, async client => void (await queue.complete(client, taken)))
}

function settle(
  { postgres, queue, worker, now }: Settling,
  run: OpenRun,
  taken: TakenShard,
  how: { readonly state: Exclude<ShardState, 'planned'>; readonly counts: Readonly<Record<string, number>> },
  store: (client: PostgresClient) => Promise<void>
): Promise<boolean> {
  return fenced(postgres, async client => {
    // First: who else has the shard waits here, and then finds it settled.
    if (!(await settleShard(client, taken.run, taken.number, { ...how, at: now(), worker }))) throw new Fenced()
    await store(client)
    const next = nextInWindow(run, taken.number)
    if (next !== undefined) await queue.put(client, [next])
    if (!(await queue.complete(client, taken))) throw new Fenced()
  })
}

/** Runs a transaction, again where it was in the way of another; false where it was fenced. */
async function fenced(postgres: Postgres, work: (client: PostgresClient) => Promise<void>): Promise<boolean> {
  for (let tried = 1; ; tried++) {
    try {
      await postgres.transaction(work)
      return true
    } catch (error) {
      if (error instanceof Fenced) return false
      // Whether a transaction was committed whose server went away shows when it is tried again: then it is fenced.
      if (tried === MOST_TRIES || !isPassing(error)) throw error
    }
  }
}
