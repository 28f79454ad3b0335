import { UsageError } from '../model/usage-error.ts'
import { openDatabaseToRead } from '../store/database.ts'
import { listRuns, type RunRow } from '../store/runs.ts'
import { tableOfRows } from './columns.ts'
import type { Command } from './command.ts'
import { DB_OPTION, JSON_OPTION, pathOf } from './operands.ts'
import { wholeNumber } from './option-values.ts'
import { runsAck } from './runs/ack.ts'
import { runsCancel } from './runs/cancel.ts'
import { optionsInWords } from './runs/options.ts'
import { runsPrune } from './runs/prune.ts'
import { runsShow } from './runs/show.ts'
import { tellStanding } from './standing.ts'

// One that still "runs" was killed, or is running now.
const STATES = { running: 'unfinished', done: 'done', interrupted: 'interrupted' } as const

/** `muctieu runs`: the runs in a database. */
export const runsCommand: Command = {
  name: 'runs',
  summary: 'list the runs in a database; show one; remove old ones',
  options: [
    DB_OPTION,
    { flags: '--watch', says: 'show how far the newest run is, until it ends: progress, rate, time left, failures' },
    { flags: '--run <n>', says: 'with --watch: this run', parse: wholeNumber('--run', 1) },
    { ...JSON_OPTION, says: 'print JSON instead of a table; with --watch a line a second' }
  ],
  examples: [
    ['runs', 'all runs, oldest first'],
    ['runs --watch', 'how far a run is, of this machine or of many; ends when it ends'],
    ['runs show 3 --diagnostics', 'what a run was told about its inputs'],
    ['runs prune --keep 5', 'says what would be removed; --yes removes it']
  ],
  subcommands: [runsShow, runsPrune, runsAck, runsCancel],
  async run(_operands, given, io) {
    const options = given as { readonly db: string; readonly watch?: true; readonly run?: number; readonly json?: true }
    if (options.watch) return await (await import('./runs/watch.ts')).watchRun(options, io)
    if (options.run !== undefined) throw new UsageError('--run names what --watch looks at; "muctieu runs show RUN" shows one.')
    const store = await openDatabaseToRead(pathOf(options.db, io), options.db)
    let runs: RunRow[]
    try {
      runs = listRuns(store)
      await tellStanding(store, io)
    } finally {
      store.db.close()
    }
    const head = ['run', 'name', 'state', 'started', 'articles', 'new', 'failed', 'targets', 'ruleset', 'options']
    await (options.json ? io.data : io.stdout).write(
      options.json ? `${JSON.stringify(runs, null, 1)}\n` : tableOfRows([head, ...runs.map(rowOf)], new Set([0, 4, 5, 6, 7]))
    )
    return 0
  }
}

function rowOf(run: RunRow): string[] {
  const count = (name: string): string => String(run.counts[name] ?? '')
  return [
    String(run.id),
    run.name ?? '',
    STATES[run.status],
    run.started.slice(0, 16).replace('T', ' '),
    count('articles'),
    count('done'),
    count('failed'),
    count('targets'),
    run.ruleset.slice(0, 8),
    optionsInWords(run)
  ]
}
