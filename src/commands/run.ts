import { UsageError } from '../model/usage-error.ts'
import type { Found } from '../stages/read/found.ts'
import { findFiles } from '../stages/read/operands.ts'
import { checkDay } from '../stages/read/read.ts'
import { openDatabase, openExistingDatabase } from '../store/database.ts'
import { asUsageError, closeStore, type Store } from '../store/open.ts'
import { type Standing, standingOf } from '../store/standing.ts'
import { storedTexts } from '../store/stored.ts'
import type { Command, ExitCode, Io } from './command.ts'
import { ENGINE_OPTIONS } from './engine-options.ts'
import { openPool } from './net/pool.ts'
import { DB_OPTION, EXTRACTION_OPTIONS, JSON_OPTION, LOG_OPTION, pathOf, pathsOf, QUIET_OPTION } from './operands.ts'
import { oneOf, wholeNumber } from './option-values.ts'
import { currentRuleset } from './ruleset/load.ts'
import { writeLast } from './run/close.ts'
import { type Equipment, isExperiment, runInto, type Taking } from './run/into.ts'
import { notingIn } from './run/noting.ts'
import type { RunOptions } from './run/run-options.ts'
import { type Sources, takeAll } from './run/take.ts'
import { isUpToDate } from './standing.ts'
import { openLog } from './telling.ts'

/** `muctieu run`: articles into a database. */
export const runCommand: Command = {
  name: 'run',
  summary: 'extract articles into a database; what is stored already is skipped',
  notes:
    'Views, exports and reports show the newest complete state: other rules than those it was read by take its place when they have read everything in it, for which --stored reads the stored texts again. A run with --without or --what-if is an experiment: it is stored to be compared and never shown unless it is named. Reading and extraction are done in processes of their own. An article whose extraction takes more than 20 seconds for every 100,000 characters, a file that gives no sign of life while it is read for a minute and 30 seconds for every MiB, and what fills the memory of its process (4 GiB) is given up with a diagnostic; the rest goes on. Ctrl-C, SIGTERM and SIGHUP end a run with what is committed, a second one at once. See docs/limits.md.',
  operands: [{ name: '[path...]', says: 'files, folders, patterns, .ndjson, or - for standard input' }],
  options: [
    DB_OPTION,
    { flags: '--name <run>', says: 'a name for this run' },
    { flags: '--stored', says: 'read the stored texts again by the present rules, without the files they came from' },
    { flags: '--what-if', says: 'an experiment: stored to be compared, never the current state (so is every run --without a rule)' },
    ...EXTRACTION_OPTIONS,
    {
      flags: '--workers <n>',
      says: 'worker processes (default: as many as cores, once there is enough to do)',
      parse: wholeNumber('--workers', 1)
    },
    { flags: '--samples <n>', says: 'also print n of the targets that were found, in words', parse: wholeNumber('--samples', 0) },
    {
      flags: '--fail-on <what>',
      says: 'drift: end with exit code 1 when a rate leaves the range of the last ten runs',
      parse: oneOf('--fail-on', ['drift'])
    },
    ...ENGINE_OPTIONS,
    QUIET_OPTION,
    LOG_OPTION,
    JSON_OPTION
  ],
  exits: [
    [1, 'a rate is out of its range (--fail-on drift)'],
    [3, 'some inputs failed and are not acknowledged, the rest is done and committed'],
    [130, 'interrupted (143 by SIGTERM, 129 by SIGHUP); what is committed stays']
  ],
  examples: [
    ['run inbox/', 'everything in a folder into out/muctieu.sqlite; again tomorrow for what is new'],
    ['run news.ndjson --db news.sqlite --name baseline', 'a named run in a database of its own'],
    ['run /mnt/news --engine postgres', 'shared out to the workers of a server (see "muctieu cluster", "muctieu worker")'],
    ['run --stored', 'after an upgrade: all that is stored by the present rules; goes on where it was interrupted'],
    ['run --stored --without place/gazetteer --name try', 'the same articles with a rule less, to be compared: a what-if run']
  ],
  async run(operands, given, io) {
    const options = given as unknown as RunOptions
    checkUsage(operands, options)
    if (options.engine === 'postgres') return await (await import('./engine/run.ts')).runOnEngine(operands, options, io)
    // Heard from here on: a run that has a row says how it ended.
    io.signal.throwIfAborted()
    // Before anything is begun: where there is nothing to read there is no run.
    checkDay(options.published ?? null)
    const inputs = options.stored ? [] : await findFiles(pathsOf(operands, io))
    const log = openLog(options.log, io)
    const pool = await openPool(io, { options: { without: options.without ?? [] }, form: 'rows' }, options.workers)
    try {
      const store = await (options.stored ? openExistingDatabase : openDatabase)(pathOf(options.db, io), options.db, io.now, io.signal)
      try {
        return await runFrom(store, { operands, inputs }, options, { pool, log }, io)
      } finally {
        closeStore(store)
      }
    } catch (error) {
      throw asUsageError(options.db, error) ?? error
    } finally {
      pool.close()
      log?.close()
    }
  }
}

interface Asked {
  readonly operands: readonly string[]
  readonly inputs: readonly Found[]
}

async function runFrom(store: Store, { operands, inputs }: Asked, options: RunOptions, equipment: Equipment, io: Io): Promise<ExitCode> {
  const sources = sourcesOf(store, inputs, options)
  if (options.stored && !isExperiment(options) && options.name === undefined && isUpToDate(standingOf(store), currentRuleset().hash))
    return await closeUpToDate(store, options, io)
  const take: Taking['take'] = (begin, run) =>
    takeAll(sources, begin, { isQuiet: options.quiet ?? false, note: notingIn(store, run, io.now) }, io)
  return await runInto(store, { operands, inputs: inputs.length, take }, options, equipment, io)
}

/** Where the articles come from; what cannot be is wrong usage before anything is begun. */
function sourcesOf(store: Store, inputs: readonly Found[], options: RunOptions): Sources {
  if (!options.stored) return { inputs, published: options.published ?? null }
  const texts = storedTexts(store)
  if (texts.length === 0) throw new UsageError(`The database ${options.db} holds no article that could be read again.`)
  return { store, texts }
}

function checkUsage(operands: readonly string[], { stored, published }: RunOptions): void {
  if (!stored && operands.length === 0)
    throw new UsageError('Name what to read: files, folders, patterns, .ndjson or -; or --stored for what the database holds already.')
  if (stored && operands.length > 0) throw new UsageError('--stored reads what the database holds already; name no paths with it.')
  if (stored && published !== undefined) throw new UsageError('--published has no say in texts that are stored already.')
}

/** There is nothing to do: told without a run, so that it can be asked for every day. */
async function closeUpToDate(store: Store, options: RunOptions, io: Io): Promise<ExitCode> {
  const standing = standingOf(store) as Standing
  const words = `All ${standing.articles} articles in ${options.db} are read by the present rules already, ruleset ${standing.ruleset.slice(0, 12)}.\n`
  const json = { run: null, db: options.db, ruleset: standing.ruleset, standing }
  if (options.json) await writeLast(io.data, `${JSON.stringify(json, null, 1)}\n`)
  else if (!options.quiet) await writeLast(io.stdout, words)
  return 0
}
