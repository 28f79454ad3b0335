import { userInfo } from 'node:os'
import { UsageError } from '../model/usage-error.ts'
import { LANGUAGES, type Language } from '../review/words/index.ts'
import { lockDatabase, openExistingDatabase } from '../store/database.ts'
import { makeDurable } from '../store/decisions.ts'
import { closeStore } from '../store/open.ts'
import type { Command, Io } from './command.ts'
import { DB_OPTION, pathOf } from './operands.ts'
import { oneOf, several, wholeNumber } from './option-values.ts'
import { serveReview } from './review/serve.ts'
import { openReview } from './review/session.ts'
import { openSubject, type ReviewOptions } from './review/subject.ts'
import { reviewInTerminal } from './review/tty.ts'
import { reviewerName } from './review/viewer.ts'

interface Options extends ReviewOptions {
  readonly reviewer?: string
  readonly port: number
  readonly lang?: Language
  readonly tty?: true
}

/** `muctieu review`: a page on which people decide. */
export const reviewCommand: Command = {
  name: 'review',
  summary: 'decide in the browser (or the terminal) what is right: changes of a run, records, misses, a sample',
  notes:
    'Serves a page on this machine alone and prints its address, which carries a key. Decisions are appended to the database and never changed; "muctieu gold export" makes gold of them. With --base the changes from BASE to the run are reviewed; with --sample whole articles drawn by chance, first without the output; else the records, the least sure first. One review of a database at a time.',
  options: [
    DB_OPTION,
    { flags: '--base <side>', says: 'review what changed since this run, database or export' },
    { flags: '--new <run>', says: 'the run under review (default: the current state)' },
    { flags: '--run <run>', says: 'the same as --new' },
    {
      flags: '--sample <n>',
      says: 'draw n whole articles and find the targets before the output is shown',
      parse: wholeNumber('--sample', 1)
    },
    { flags: '--seed <seed>', says: 'what the sample is drawn by: the same seed, the same articles', fallback: '1' },
    { flags: '--gold <path>', says: 'judge changes by this gold, and show how decisions move F1 (may be repeated)', parse: several },
    {
      flags: '--reviewer <name>',
      says: 'who decides (default: the user of this machine); can be changed on the page, until the review ends'
    },
    { flags: '--blind', says: 'hide what others decided' },
    { flags: '--port <n>', says: 'the port to serve on (default: any that is free)', parse: wholeNumber('--port', 0), fallback: 0 },
    { flags: '--lang <lang>', says: 'language of the page: vi, en (default: the browser’s)', parse: oneOf('--lang', LANGUAGES) },
    { flags: '--tty', says: 'decide in the terminal' }
  ],
  examples: [
    ['review --base before --new after', 'what a rule change did, change by change'],
    ['review --run after', 'the records of a run, the least sure first, and what may have been missed'],
    ['review --sample 30 --seed 7 --reviewer Lan', 'thirty articles for precision and recall on your own data'],
    ['review --base before --new after --tty', 'the same in the terminal']
  ],
  async run(_operands, given, io) {
    const options = given as unknown as Options
    if (options.new !== undefined && options.run !== undefined) throw new UsageError('--new and --run say the same: give one.')
    if (options.sample !== undefined && options.base !== undefined)
      throw new UsageError('A sample is judged without a base: leave out --base.')
    if (options.sample !== undefined && options.tty) throw new UsageError('A sample is judged in the browser: leave out --tty.')
    const path = pathOf(options.db, io)
    const lock = await lockDatabase(path, options.db, io.now)
    try {
      const store = await openExistingDatabase(path, options.db, io.now)
      try {
        makeDurable(store)
        const { subject, close } = await openSubject(store, options, io)
        try {
          const session = openReview(subject)
          const reviewer = reviewerName(options.reviewer ?? '') || userName(io)
          if (options.tty) return await reviewInTerminal(session, { reviewer, isBlind: options.blind ?? false }, io)
          const server = await serveReview(session, { port: options.port, reviewer, language: options.lang ?? null })
          await io.stdout.write(`${server.url}\n`)
          await io.stderr.write('muctieu: open this address in a browser on this machine; Ctrl-C ends the review.\n')
          await untilAborted(io.signal)
          await server.close()
          return 0
        } finally {
          close()
        }
      } finally {
        closeStore(store)
      }
    } finally {
      lock.release()
    }
  }
}

function userName(io: Io): string {
  const named = io.env['USER'] ?? io.env['USERNAME'] ?? io.env['LOGNAME']
  if (named !== undefined && named !== '') return named
  try {
    return userInfo().username
  } catch {
    return 'reviewer'
  }
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return signal.aborted ? Promise.resolve() : new Promise(resolve => signal.addEventListener('abort', () => resolve(), { once: true }))
}
