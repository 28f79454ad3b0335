import { setTimeout as pause } from 'node:timers/promises'
import { isPassing } from '../../store/postgres/errors.ts'
import type { OpenRun } from '../../store/postgres/plans.ts'
import { endOfLife, signOfLife } from '../../store/postgres/workers.ts'
import type { Io } from '../command.ts'
import { type Doing, doShard } from './do-shard.ts'
import { handOf, type InHand } from './in-hand.ts'
import type { WorkerKind } from './kind.ts'
import { openMeans } from './means.ts'
import { openOutlook } from './outlook.ts'
import { persisting } from './patience.ts'
import type { Settling } from './settle.ts'
import { openSource } from './source.ts'

/** What a worker is started with. */
export interface WorkerSettings {
  readonly settling: Settling
  readonly kind: WorkerKind
  /** How many processes extract. */
  readonly width: number
  /** How often a shard may be left undone before it is cut into two. */
  readonly attempts: number
  /** Seconds for which a server is waited for that is away. */
  readonly patienceSeconds: number
  /** Tells people something, in one sentence. */
  readonly say: (sentence: string) => void
  /** Called with the runs of this kind where no shard waits: ends those that are done. */
  readonly onIdle: (runs: readonly OpenRun[]) => Promise<void>
  /** Whether to end once no run of this kind is left, instead of waiting for the next one. */
  readonly isOnce: boolean
}

const POLL_MILLISECONDS = 500
const LIFE_MILLISECONDS = 5_000

/** Works off shards until `signal` is aborted, or once nothing is left. What it has begun by then it ends, or gives back. */
export async function work(settings: WorkerSettings, io: Pick<Io, 'net' | 'cores'>, signal: AbortSignal): Promise<void> {
  const { settling, kind, width, attempts, say } = settings
  const over = new AbortController()
  const ended = AbortSignal.any([signal, over.signal])
  const means = openMeans(settling.postgres, width, io)
  const outlook = openOutlook(settling.postgres, kind, say)
  const persist = persisting(settings.patienceSeconds, say, ended)
  const source = openSource(io)
  means.warm()
  source.warm()
  const life = live(settings, () => outlook.says, ended)
  const doing: Doing = { settling, means, outlook, source, persist, say, attempts, signal: ended }
  const hand = handOf({
    take: async () => (ended.aborted ? undefined : await persist(() => settling.queue.take())),
    // Who had it broke off, over this one or over another one that it had too.
    isAlone: taken => taken.attempts > 0,
    work: taken => doShard(doing, taken)
  })
  // One more than there are processes: while one shard is stored the next is extracted.
  const slots = Array.from({ length: width + 1 }, async (_, slot) => {
    try {
      await fill(doing, hand, settings, slot === 0, () => over.abort())
    } finally {
      // What is wrong with one is wrong with all.
      over.abort()
    }
  })
  try {
    const failed = (await Promise.allSettled(slots)).find(slot => slot.status === 'rejected')
    // Who ends while the server is away has nothing more to say.
    if (failed !== undefined && !(signal.aborted && isPassing(failed.reason))) throw failed.reason
  } finally {
    over.abort()
    await life
    source.close()
    means.close()
  }
}

/** Takes one shard after the other; the first slot looks after what else there is to do. */
async function fill(doing: Doing, hand: InHand, { onIdle, isOnce }: WorkerSettings, isFirst: boolean, end: () => void): Promise<void> {
  const { persist, outlook, signal } = doing
  while (!signal.aborted) {
    if (await hand.next()) continue
    if (isFirst && !signal.aborted) {
      const runs = await persist(() => outlook.look())
      await persist(() => onIdle(runs.filter(run => run.planned === 0)))
      if (isOnce && runs.length === 0) end()
    }
    await pause(POLL_MILLISECONDS, undefined, { signal }).catch(() => undefined)
  }
}

/** Gives signs of life until the end, as far as there is somebody to give them to. */
async function live({ settling, kind }: WorkerSettings, says: () => string | null, signal: AbortSignal): Promise<void> {
  const { postgres, worker } = settling
  while (!signal.aborted) {
    await postgres.use(client => signOfLife(client, { name: worker, kind: kind.kind, says: says() })).catch(() => undefined)
    await pause(LIFE_MILLISECONDS, undefined, { signal }).catch(() => undefined)
  }
  await postgres.use(client => endOfLife(client, worker)).catch(() => undefined)
}
