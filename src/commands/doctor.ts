import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { UsageError } from '../model/usage-error.ts'
import { openDatabaseToCheck } from '../store/database.ts'
import { closeStore, migrate, openStore, type Store } from '../store/open.ts'
import { hidePassword } from '../store/postgres/address.ts'
import { type Problem, problemsIn } from '../store/problems.ts'
import { type Salvaged, salvage, salvageSchema } from '../store/salvage.ts'
import { visible } from '../text/visible.ts'
import { tableOfRows } from './columns.ts'
import type { Command, Io } from './command.ts'
import { contractJudge } from './doctor/judge.ts'
import { JSON_OPTION, pathOf } from './operands.ts'

interface Options {
  readonly salvage?: string
  readonly json?: true
}

const MOST_MISSING = 20

/** `muctieu doctor`: whether a database is what was written into it. */
export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'check a database: its pages, its texts by their hashes, every row by its seal; save what is whole',
  notes:
    'Disks and copies lose bits, and SQLite does not notice most of them. Each text, extraction, run and decision was stored with a hash; what no longer fits is listed. With --salvage everything that is whole goes into a new database, and what is missing there is said; a "muctieu run" on it with the same inputs brings the rest back. The damaged file is only read. Exit code 0: all is whole, 1: something is not, 2: it cannot be opened.',
  operands: [{ name: '[db]', says: 'the database (default: out/muctieu.sqlite)' }],
  options: [{ flags: '--salvage <file>', says: 'write what is whole into this new database' }, JSON_OPTION],
  exits: [[1, 'something is damaged']],
  examples: [
    ['doctor news.sqlite', 'what is damaged, one line each'],
    ['doctor news.sqlite --salvage saved.sqlite', 'the same, and a database of all that is whole'],
    ['doctor --json', 'out/muctieu.sqlite, for programs']
  ],
  async run([named = 'out/muctieu.sqlite'], given, io) {
    const shown = hidePassword(named)
    const options = given as Options
    const target = options.salvage === undefined ? undefined : pathOf(options.salvage, io)
    if (target !== undefined && existsSync(target)) throw new UsageError(`${options.salvage} is there already; --salvage wants a new file.`)
    const store = await openDatabaseToCheck(pathOf(shown, io), shown)
    try {
      const problems = [...problemsIn(store, contractJudge())]
      const salvaged = target === undefined ? null : await saved(store, target, options.salvage as string, io)
      if (options.json) {
        const answer = { database: shown, whole: problems.length === 0, problems, salvaged }
        await io.data.write(`${JSON.stringify(answer, null, 1)}\n`)
      } else await io.stdout.write(inWords(shown, problems) + (salvaged === null ? '' : savedInWords(options.salvage as string, salvaged)))
      return problems.length === 0 ? 0 : 1
    } finally {
      store.db.close()
    }
  }
}

async function saved(from: Store, target: string, shown: string, io: Io): Promise<Salvaged> {
  const into = openStore(target, shown, io.now, salvageSchema(from))
  try {
    const result = salvage(from, into, contractJudge())
    migrate(into.db, shown, io.now)
    closeStore(into)
    return result
  } catch (error) {
    into.db.close()
    // Half a database is none.
    for (const end of ['', '-wal', '-shm']) await rm(target + end, { force: true })
    throw error
  }
}

function inWords(shown: string, problems: readonly Problem[]): string {
  if (problems.length === 0) return `${visible(shown)}: all is whole.\n`
  const lines = problems.map(({ message }) => `${visible(message)}\n`).join('')
  return `${lines}${visible(shown)}: ${problems.length} ${problems.length === 1 ? 'finding' : 'findings'}.\n`
}

function savedInWords(shown: string, { tables, missing }: Salvaged): string {
  const rows = Object.entries(tables).map(([table, { kept, left }]) => [`  ${table}`, String(kept), String(left)])
  const articles = missing.slice(0, MOST_MISSING).map(({ article, source }) => `  ${visible(`${article}  ${source ?? ''}`).trimEnd()}\n`)
  const more = missing.length > MOST_MISSING ? `  and ${missing.length - MOST_MISSING} more\n` : ''
  const lost =
    missing.length === 0
      ? 'No article is missing that the damaged database still names.\n'
      : `${missing.length} articles are missing, or what was extracted from them:\n${articles.join('')}${more}`
  return `\nSaved in ${visible(shown)}:\n${tableOfRows([['  table', 'kept', 'left out'], ...rows], new Set([1, 2]))}\n${lost}`
}
