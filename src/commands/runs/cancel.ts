import { UsageError } from '../../model/usage-error.ts'
import type { Postgres } from '../../store/postgres/client.ts'
import type { Command, Io } from '../command.ts'
import { SERVER_OPTION, serverOf } from '../engine-options.ts'
import { JSON_OPTION } from '../operands.ts'

/** `muctieu runs cancel`: no more shards of a run for workers. */
export const runsCancel: Command = {
  name: 'cancel',
  summary: 'end a run of "run --engine postgres" before it is done; what is stored stays',
  notes:
    'Workers store the shards that they have at hand and take no more of this run, which then is interrupted, as a local run by Ctrl-C. The same "muctieu run" begins another one, which extracts nothing again that is stored. Where a worker was lost with a shard at hand, cancel once more when its lease is over.',
  operands: [{ name: '<run>', says: 'the number of the run' }],
  options: [SERVER_OPTION, JSON_OPTION],
  examples: [['runs cancel 3 --db postgres://muctieu@db.example/news', 'ends run 3; "muctieu runs --watch" shows how']],
  async run([name = ''], given, io) {
    const { db, json } = given as { readonly db?: string; readonly json?: true }
    if (!/^[1-9]\d{0,8}$/.test(name))
      throw new UsageError(`Name a run by its number, which "muctieu runs" tells, not by ${JSON.stringify(name)}.`)
    const { openPostgres } = await import('../../store/postgres/client.ts')
    const postgres = await openPostgres(serverOf(db, io), io.now, { connections: 4 })
    try {
      const run = Number(name)
      const atHand = await cancel(postgres, run, io)
      const status = atHand === 0 ? 'interrupted' : 'running'
      const words =
        atHand === 0
          ? 'what is stored stays, the rest is left'
          : `it ends when ${atHand === 1 ? 'the shard' : `the ${atHand} shards`} that workers have at hand ${atHand === 1 ? 'is' : 'are'} stored`
      await (json ? io.data : io.stdout).write(
        json ? `${JSON.stringify({ run, status, at_hand: atHand })}\n` : `Run ${run} is cancelled: ${words}.\n`
      )
      return 0
    } finally {
      await postgres.close()
    }
  }
}

/** Cancels a run and ends it where nobody has a shard of it at hand; gives how many have. */
async function cancel(postgres: Postgres, run: number, io: Io): Promise<number> {
  const { cancelRun } = await import('../../store/postgres/cancel.ts')
  const cancelling = await postgres.transaction(client => cancelRun(client, run, io.now()))
  if (cancelling.kind === 'none') throw new UsageError(`There is no run ${run} in ${postgres.shown}.`)
  if (cancelling.kind === 'ended') throw new UsageError(`Run ${run} has ended already.`)
  if (cancelling.kind === 'local') throw new UsageError(`Run ${run} is not shared out: Ctrl-C ends it where it runs.`)
  if (cancelling.atHand > 0) return cancelling.atHand
  const { openRuns } = await import('../../store/postgres/plans.ts')
  const { finishRuns } = await import('../work/finish.ts')
  const open = await postgres.use(openRuns)
  await finishRuns(
    postgres,
    open.filter(one => one.run === run),
    io
  )
  return 0
}
