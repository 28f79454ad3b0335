import { backup } from '../store/backup.ts'
import type { Command } from './command.ts'
import { DB_OPTION, JSON_OPTION, pathOf } from './operands.ts'

/** `muctieu backup`: a copy of a database. */
export const backupCommand: Command = {
  name: 'backup',
  summary: 'copy a database as it is at this moment into a new file, also while a run writes to it',
  notes:
    'The copy is one file with everything: texts, runs, decisions of reviewers. A database of an older version of the program is copied as it is, so that it can be kept before a new version brings it up to date. To go back to it, put it in the place of the database while nothing runs. "muctieu doctor FILE" compares every row of a copy with its seal. See docs/upgrading.md.',
  operands: [{ name: '<file>', says: 'the file to write; one that is there already is never overwritten' }],
  options: [DB_OPTION, JSON_OPTION],
  examples: [
    ['backup backups/2026-01-02.sqlite', 'a copy of out/muctieu.sqlite'],
    ['backup /mnt/disk/news.sqlite --db news.sqlite', 'a copy of another database, elsewhere']
  ],
  async run([shown = ''], given, io) {
    const options = given as { readonly db: string; readonly json?: true }
    const made = backup({ path: pathOf(options.db, io), shown: options.db }, { path: pathOf(shown, io), shown })
    const words = `${shown}: ${made.runs} runs, ${made.articles} articles, schema ${made.schema}, ${(made.bytes / 1e6).toFixed(1)} MB\n`
    await (options.json ? io.data : io.stdout).write(
      options.json ? `${JSON.stringify({ path: shown, db: options.db, ...made }, null, 1)}\n` : words
    )
    return 0
  }
}
