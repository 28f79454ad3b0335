import type { Postgres } from '../../store/postgres/client.ts'
import type { OpenRun } from '../../store/postgres/plans.ts'
import { removedAmong, storedExtractions } from '../../store/postgres/write.ts'
import type { Io } from '../command.ts'
import { optionsKey } from '../extraction-options.ts'
import { openPool, type Pool } from '../net/pool.ts'
import type { ShardMeans } from './shard-work.ts'

/** The processes that extract, one pool for each set of options, and what they need beside it. */
export interface Means {
  /** What a shard of a run is worked off with. */
  of(run: OpenRun): Promise<ShardMeans>
  /** Starts the processes by all rules, which most runs are by: they load what they need before there is a shard. */
  warm(): void
  close(): void
}

// A worker does several runs at a time, but hardly ever by several sets of options.
const MOST_POOLS = 2

/** Means of `width` processes each. */
export function openMeans(postgres: Postgres, width: number, io: Pick<Io, 'net' | 'cores'>): Means {
  const pools = new Map<string, Promise<Pool<'rows'>>>()
  const closeOf = (pool: Promise<Pool<'rows'>>): void =>
    void pool.then(
      opened => opened.close(),
      () => undefined
    )
  const poolOf = (options: string): Promise<Pool<'rows'>> => {
    const opened = pools.get(options) ?? openPool(io, { options: { without: withoutOf(options) }, form: 'rows' }, width)
    pools.delete(options)
    pools.set(options, opened)
    for (const [other, pool] of pools) {
      if (pools.size <= MOST_POOLS) break
      pools.delete(other)
      closeOf(pool)
    }
    return opened
  }
  return {
    of: async ({ ruleset, options, readingOptions, reader }) => ({
      method: { ruleset, options },
      reader,
      readingOptions,
      pool: await poolOf(options),
      known: (values, identities) =>
        postgres.use(async client => ({
          removed: await removedAmong(client, values),
          stored: await storedExtractions(client, identities)
        }))
    }),
    // What goes wrong is told of by the first shard.
    warm: () => void poolOf(optionsKey({ without: [] })).catch(() => undefined),
    close: () => {
      for (const pool of pools.values()) closeOf(pool)
    }
  }
}

function withoutOf(options: string): readonly string[] {
  return (JSON.parse(options) as { readonly without?: readonly string[] }).without ?? []
}
