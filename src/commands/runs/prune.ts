import { asUsageError, closeStore, openExistingStore } from '../../store/open.ts'
import { type Pruning, prune } from '../../store/prune.ts'
import type { Command } from '../command.ts'
import { DB_OPTION, JSON_OPTION, pathOf } from '../operands.ts'
import { wholeNumber } from '../option-values.ts'

/** `muctieu runs prune`: old runs out of the database. */
export const runsPrune: Command = {
  name: 'prune',
  summary: 'remove old runs and what only they hold; says what first, and does it with --yes',
  notes: 'The newest run of each name is kept, and so is a run that holds an article which no kept run holds.',
  options: [
    DB_OPTION,
    { flags: '--keep <n>', says: 'how many of the newest runs to keep', fallback: 10, parse: wholeNumber('--keep', 1) },
    { flags: '--yes', says: 'do it' },
    JSON_OPTION
  ],
  examples: [
    ['runs prune', 'what would be removed if the ten newest runs are kept'],
    ['runs prune --keep 3 --yes', 'removes all but three']
  ],
  async run(_operands, given, io) {
    const options = given as unknown as { readonly db: string; readonly keep: number; readonly yes?: true; readonly json?: true }
    const store = openExistingStore(pathOf(options.db, io), options.db, io.now)
    try {
      const pruning = prune(store, options.keep, options.yes ?? false)
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

function inWords({ runs, extractions, records, articles }: Pruning, isDone: boolean): string {
  if (runs.length === 0 && extractions === 0) return 'There is nothing to remove.\n'
  const verb = isDone ? 'Removed' : 'Would remove'
  const lines = runs.map(run => `  run ${run.id}${run.name === null ? '' : ` "${run.name}"`} of ${run.started.slice(0, 10)}\n`)
  const only = `${extractions} extractions with ${records} records that no other run holds, and ${articles} texts without any`
  return `${verb} ${runs.length} runs:\n${lines.join('')}${verb} ${only}.\n${isDone ? '' : 'Nothing was changed; --yes does it.\n'}`
}
