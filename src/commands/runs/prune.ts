import { UsageError } from '../../model/usage-error.ts'
import { openExistingDatabase } from '../../store/database.ts'
import { asUsageError, closeStore } from '../../store/open.ts'
import { type Keep, type Pruning, prune } from '../../store/prune.ts'
import type { Command } from '../command.ts'
import { DB_OPTION, JSON_OPTION, pathOf } from '../operands.ts'

const DAY = 24 * 60 * 60 * 1000

/** `muctieu runs prune`: old runs out of the database. */
export const runsPrune: Command = {
  name: 'prune',
  summary: 'remove old runs and what only they hold; says what first, and does it with --yes',
  notes:
    'Views and exports are the same before and after, and no article leaves the database: runs that the current state is made of are kept, and so is a run that holds an article which no kept run holds, and the newest run of each name that holds no date (2026-01-02, 2026-W05). Daily runs over one growing folder go; of runs over a folder a day those go that a later "run --stored" has read again.',
  options: [
    DB_OPTION,
    { flags: '--keep <n>', says: 'how many of the newest runs to keep, or how old they may be: 30d, 8w', fallback: '10' },
    { flags: '--yes', says: 'do it' },
    JSON_OPTION
  ],
  examples: [
    ['runs prune', 'what would be removed if the ten newest runs are kept'],
    ['runs prune --keep 3 --yes', 'removes all but three'],
    ['runs prune --keep 30d --yes', 'removes runs begun more than thirty days ago']
  ],
  async run(_operands, given, io) {
    const options = given as unknown as { readonly db: string; readonly keep: string; readonly yes?: true; readonly json?: true }
    const keep = keepOf(options.keep, io.now())
    const store = await openExistingDatabase(pathOf(options.db, io), options.db, io.now)
    try {
      const pruning = prune(store, keep, options.yes ?? false)
      await (options.json ? io.data : io.stdout).write(
        options.json ? `${JSON.stringify({ isDone: options.yes ?? false, ...pruning }, null, 1)}\n` : inWords(pruning, options.yes ?? false)
      )
      return 0
    } catch (error) {
      throw asUsageError(options.db, error) ?? error
    } finally {
      closeStore(store)
    }
  }
}

function keepOf(value: string, now: Date): Keep {
  const [, count, unit] = /^(\d{1,6})([dw]?)$/.exec(value) ?? []
  if (count === undefined || Number(count) === 0)
    throw new UsageError(`--keep wants a number of runs or an age in days or weeks (10, 30d, 8w), not ${JSON.stringify(value)}.`)
  if (unit === '') return { newest: Number(count) }
  return { since: new Date(now.getTime() - Number(count) * (unit === 'w' ? 7 : 1) * DAY).toISOString() }
}

function inWords({ runs, extractions, records, articles }: Pruning, isDone: boolean): string {
  if (runs.length === 0 && extractions === 0) return 'There is nothing to remove.\n'
  const verb = isDone ? 'Removed' : 'Would remove'
  const lines = runs.map(run => `  run ${run.id}${run.name === null ? '' : ` "${run.name}"`} of ${run.started.slice(0, 10)}\n`)
  const only = `${extractions} extractions with ${records} records that no other run holds, and ${articles} texts without any`
  return `${verb} ${runs.length} runs:\n${lines.join('')}${verb} ${only}.\n${isDone ? '' : 'Nothing was changed; --yes does it.\n'}`
}
