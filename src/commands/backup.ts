import { type Backup, backup } from '../store/backup.ts'
import { openDatabaseToRead } from '../store/database.ts'
import { isPostgresAddress } from '../store/postgres/address.ts'
import type { Command, Io } from './command.ts'
import { DB_OPTION, JSON_OPTION, pathOf } from './operands.ts'

/** `muctieu backup`: a copy of a database. */
export const backupCommand: Command = {
  name: 'backup',
  summary: 'copy a database as it is at this moment into a new file, also while a run writes to it',
  notes:
    'The copy is one file with everything: texts, runs, decisions of reviewers. A database of an older version of the program is copied as it is, so that it can be kept before a new version brings it up to date. To go back to it, put it in the place of the database while nothing runs. Of a store in PostgreSQL the copy is a file of SQLite with the same rows; "pg_dump" makes one to restore on a server. "muctieu doctor FILE" compares every row of a copy with its seal. See docs/upgrading.md.',
  operands: [{ name: '<file>', says: 'the file to write; one that is there already is never overwritten' }],
  options: [DB_OPTION, JSON_OPTION],
  examples: [
    ['backup backups/2026-01-02.sqlite', 'a copy of out/muctieu.sqlite'],
    ['backup /mnt/disk/news.sqlite --db news.sqlite', 'a copy of another database, elsewhere']
  ],
  async run([shown = ''], given, io) {
    const options = given as { readonly db: string; readonly json?: true }
    const made = await backedUp(options.db, shown, io)
    const words = `${shown}: ${made.runs} runs, ${made.articles} articles, schema ${made.schema}, ${(made.bytes / 1e6).toFixed(1)} MB\n`
    await (options.json ? io.data : io.stdout).write(
      options.json ? `${JSON.stringify({ path: shown, db: options.db, ...made }, null, 1)}\n` : words
    )
    return 0
  }
}

async function backedUp(db: string, shown: string, io: Io): Promise<Backup> {
  const to = { path: pathOf(shown, io), shown }
  const path = pathOf(db, io)
  if (!isPostgresAddress(path)) return backup({ path, shown: db }, to)
  const store = await openDatabaseToRead(path, db)
  try {
    return backup({ path: store.path, shown: db }, to)
  } finally {
    store.db.close()
  }
}
