import { findFiles } from '../stages/read/operands.ts'
import type { InputInfo } from '../stages/read/read.ts'
import { openDatabase } from '../store/database.ts'
import { asUsageError, closeStore } from '../store/open.ts'
import { madeHere } from './article-lines/make.ts'
import type { LineInput } from './article-lines/schema.ts'
import type { Command } from './command.ts'
import { givenPool } from './import/pool.ts'
import { takeLines } from './import/take.ts'
import { wholesOf } from './import/wholes.ts'
import { DB_OPTION, JSON_OPTION, LOG_OPTION, pathOf, pathsOf, QUIET_OPTION } from './operands.ts'
import { oneOf, several } from './option-values.ts'
import { type IntoOptions, runInto, type Taking } from './run/into.ts'
import { notingIn } from './run/noting.ts'
import { readingOptionsOf } from './run/reading-options.ts'
import { openLog } from './telling.ts'

interface Options extends IntoOptions {
  readonly inputs?: readonly string[]
  readonly log?: string
}

/** `muctieu import`: what `extract --as articles` printed, wherever that was, into a database. */
export const importCommand: Command = {
  name: 'import',
  summary: 'store what "extract --as articles" printed, here or on other machines',
  notes:
    'One import is one run: what is decided of all articles together (near-duplicates, newer versions) is decided of all that it is given, as if "muctieu run" had read the same articles, in whatever order and number of files they come. What is stored already is skipped, so that an import that was ended can be repeated. A line of other rules, another reader, other options or another format is refused and told, the rest is stored. See docs/scale.md.',
  operands: [{ name: '<file...>', says: 'files of "extract --as articles", packed by gzip or not, or - for standard input' }],
  options: [
    DB_OPTION,
    {
      flags: '--inputs <path...>',
      says: 'files that were cut and extracted with --stdin-name: articles of those names are told as theirs, by their hashes',
      parse: several
    },
    { flags: '--name <run>', says: 'a name for this run' },
    { flags: '--what-if', says: 'an experiment: stored to be compared, never the current state (so is every import --without a rule)' },
    { flags: '--without <rule>', says: 'a rule that was left out when they were extracted (may be repeated)', parse: several },
    {
      flags: '--fail-on <what>',
      says: 'drift: end with exit code 1 when a rate leaves the range of the last ten runs',
      parse: oneOf('--fail-on', ['drift'])
    },
    QUIET_OPTION,
    LOG_OPTION,
    JSON_OPTION
  ],
  exits: [
    [1, 'a rate is out of its range (--fail-on drift)'],
    [3, 'some lines were refused or tell of inputs that failed, the rest is done and committed'],
    [130, 'interrupted (143 by SIGTERM, 129 by SIGHUP); what is committed stays']
  ],
  examples: [
    ['import extracted/*.gz', 'what many machines wrote, as one run'],
    ['import parts/*.gz --inputs news.ndjson', 'parts of one file, stored as a run over that file'],
    ['import - --db news.sqlite < extracted.ndjson', 'from standard input into a database of its own']
  ],
  async run(operands, given, io) {
    const options = given as unknown as Options
    io.signal.throwIfAborted()
    const mine = madeHere({ without: options.without ?? [] })
    const found = await findFiles(pathsOf(operands, io))
    const wholes = await wholesOf(options.inputs ?? [], io)
    const log = openLog(options.log, io)
    const pool = givenPool()
    try {
      const store = await openDatabase(pathOf(options.db, io), options.db, io.now, io.signal)
      try {
        const take: Taking['take'] = (begin, run) =>
          takeLines(found, begin, { pool, mine, wholes, isQuiet: options.quiet ?? false, note: notingIn(store, run, io.now) }, io)
        const code = await runInto(store, { operands, inputs: found.length, take, optionsOfPart }, options, { pool, log }, io)
        if (wholes.isVain()) await io.stderr.write('muctieu: No line was of a file that --inputs names: see --stdin-name of "extract".\n')
        return code
      } finally {
        closeStore(store)
      }
    } catch (error) {
      throw asUsageError(options.db, error) ?? error
    } finally {
      log?.close()
    }
  }
}

/** What was said of how to read the input of a line. */
function optionsOfPart(input: InputInfo): string {
  const { published } = input as LineInput
  return readingOptionsOf(published === null ? {} : { published })
}
