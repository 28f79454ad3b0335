import type { Command } from './command.ts'
import { LEASE_OPTION, SERVER_OPTION, serverOf } from './engine-options.ts'
import { wholeNumber } from './option-values.ts'

/** What `worker` was asked for. */
interface Options {
  readonly db?: string
  readonly workers?: number
  readonly lease: number
  readonly attempts: number
  readonly patience: number
  readonly once?: true
}

/** `muctieu worker`: takes shards of runs that somebody planned, on any machine. */
export const workerCommand: Command = {
  name: 'worker',
  summary: 'work at runs of "run --engine postgres", on any machine',
  notes:
    'Takes shards of all runs that are under way, of those by the same rules and the same version: it says which it leaves to others. What a shard gives is stored in one transaction with the end of its job, so that a worker may be killed, or lose its server, at any moment: nothing is lost, nothing is there twice. Inputs are read by the paths under which they were planned, as from storage that all machines share. Ctrl-C or SIGTERM end it when its shards are stored, or give them back.',
  options: [
    { ...SERVER_OPTION },
    { flags: '-w, --workers <n>', says: 'processes that extract', fallbackSays: 'as many as cores', parse: wholeNumber('--workers', 1) },
    { ...LEASE_OPTION },
    {
      flags: '--attempts <n>',
      says: 'a shard that so many workers did not end is cut into two; each but the first does nothing else meanwhile',
      fallback: 3,
      parse: wholeNumber('--attempts', 2)
    },
    {
      flags: '--patience <seconds>',
      says: 'how long a server is waited for that is away',
      fallback: 600,
      parse: wholeNumber('--patience', 0)
    },
    { flags: '--once', says: 'end when no run is left' }
  ],
  exits: [[130, 'interrupted (143 by SIGTERM, 129 by SIGHUP); the rest is left to others']],
  examples: [
    ['worker --db postgres://muctieu@db.example/news -w 8', 'eight processes on this machine'],
    ['worker --once', 'until nothing is left, on the server of DATABASE_URL']
  ],
  async run(_operands, given, io) {
    const { db, workers = io.cores, lease, attempts, patience, once = false } = given as unknown as Options
    const { openEngine, workOn } = await import('./work/open-worker.ts')
    const engine = await openEngine(serverOf(db, io), { lease, connections: workers + 3 }, io)
    try {
      await workOn(engine, { workers, attempts, patience, once }, io, io.signal)
      return io.signal.aborted ? 130 : 0
    } finally {
      await engine.close()
    }
  }
}
