import { openPostgres, type Postgres } from '../../store/postgres/client.ts'
import { openQueue, type ShardQueue } from '../../store/postgres/queue.ts'
import type { Io } from '../command.ts'
import { workerName } from '../engine-options.ts'
import { currentRuleset } from '../ruleset/load.ts'
import { finishRuns } from './finish.ts'
import { kindOf, type WorkerKind } from './kind.ts'
import { work } from './worker.ts'

/** A server and its queue for workers of this program, open. */
export interface Engine {
  readonly postgres: Postgres
  readonly queue: ShardQueue
  readonly kind: WorkerKind
  close(): Promise<void>
}

/** What can be said of how an engine works. */
export interface EngineOptions {
  /** Seconds for which a worker may keep a shard, and a transaction may stand still. */
  readonly lease: number
  /** How many questions are asked at a time. */
  readonly connections: number
}

/** Opens a server for planning, working and watching. */
export async function openEngine(address: string, { lease, connections }: EngineOptions, io: Io): Promise<Engine> {
  const kind = kindOf(currentRuleset().hash)
  const postgres = await openPostgres(address, io.now, { connections, silenceSeconds: lease })
  try {
    const queue = await openQueue(postgres, { kind: kind.kind, leaseSeconds: lease, isWatching: true })
    return {
      postgres,
      queue,
      kind,
      close: async () => {
        await queue.close()
        await postgres.close()
      }
    }
  } catch (error) {
    await postgres.close()
    throw error
  }
}

/** What can be said of a worker. */
export interface WorkerOptions {
  readonly workers: number
  readonly attempts: number
  readonly patience: number
  readonly once: boolean
}

/** Works on an engine until `signal` is aborted, or once nothing is left. */
export async function workOn(
  engine: Engine,
  { workers, attempts, patience, once }: WorkerOptions,
  io: Io,
  signal: AbortSignal
): Promise<void> {
  const { postgres, queue, kind } = engine
  const say = (sentence: string): void => void io.stderr.write(`muctieu: ${sentence}\n`)
  const settling = { postgres, queue, worker: workerName(), now: io.now }
  const onIdle = (runs: Parameters<typeof finishRuns>[1]): Promise<void> => finishRuns(postgres, runs, io)
  await work({ settling, kind, width: workers, attempts, patienceSeconds: patience, say, onIdle, isOnce: once }, io, signal)
}
