import type { Found } from '../stages/read/found.ts'
import { findFiles } from '../stages/read/operands.ts'
import { checkDay } from '../stages/read/read.ts'
import { READER_VERSION } from '../stages/read/version.ts'
import { lastIds } from '../store/finish.ts'
import { asUsageError, closeStore, openStore, type Store } from '../store/open.ts'
import { beginRun, endRun, putRuleset } from '../store/runs.ts'
import { sampleTargets } from '../store/samples.ts'
import type { Command, ExitCode, Io, Sink } from './command.ts'
import { optionsKey } from './extraction-options.ts'
import { unlessAborted, untilAborted, withGrace } from './interruption.ts'
import { openPool, type Pool } from './net/pool.ts'
import { readInputsInNet } from './net/reading.ts'
import { DB_OPTION, EXTRACTION_OPTIONS, JSON_OPTION, LOG_OPTION, pathOf, pathsOf, QUIET_OPTION } from './operands.ts'
import { oneOf, wholeNumber } from './option-values.ts'
import { exitCodeOf } from './outcomes.ts'
import { currentRuleset } from './ruleset/load.ts'
import { finishRun } from './run/finish.ts'
import { progressOver } from './run/progress.ts'
import { openSession, type Session } from './run/session.ts'
import { type Summary, summaryInWords } from './run/summary.ts'
import { OutputClosed } from './sinks.ts'
import { type Log, openLog, tellingOf } from './telling.ts'
import { programVersion } from './version.ts'

/** What `run` was asked for. */
export interface RunOptions {
  readonly db: string
  readonly name?: string
  readonly published?: string
  readonly without?: readonly string[]
  readonly workers?: number
  readonly samples?: number
  readonly json?: boolean
  readonly quiet?: boolean
  readonly log?: string
  readonly failOn?: 'drift'
}

/** `muctieu run`: articles into a database. */
export const runCommand: Command = {
  name: 'run',
  summary: 'extract articles into a database; what is stored already is skipped',
  notes:
    'Reading and extraction are done in processes of their own. An article whose extraction takes more than 20 seconds for every 100,000 characters, a file that gives no sign of life while it is read for a minute and 30 seconds for every MiB, and what fills the memory of its process (4 GiB) is given up with a diagnostic; the rest goes on. Ctrl-C, SIGTERM and SIGHUP end a run with what is committed, a second one at once. See docs/limits.md.',
  operands: [{ name: '<path...>', says: 'files, folders, patterns, .ndjson, or - for standard input' }],
  options: [
    DB_OPTION,
    { flags: '--name <run>', says: 'a name for this run' },
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
    ['run corpus/articles --without place/gazetteer --name try', 'the same articles with a rule less, to be compared']
  ],
  async run(operands, given, io) {
    const options = given as unknown as RunOptions
    // Heard from here on: a run that has a row says how it ended.
    io.signal.throwIfAborted()
    // Before anything is begun: where there is nothing to read there is no run.
    checkDay(options.published ?? null)
    const inputs = await findFiles(pathsOf(operands, io))
    const log = openLog(options.log, io)
    const pool = await openPool(io, { options: { without: options.without ?? [] }, form: 'rows' }, options.workers)
    try {
      const store = openStore(pathOf(options.db, io), options.db, io.now)
      try {
        return await runInto(store, inputs, { ...options, operands }, { pool, log }, io)
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

interface Equipment {
  readonly pool: Pool<'rows'>
  readonly log: Log | null
}

type Asked = RunOptions & { readonly operands: readonly string[] }

async function runInto(store: Store, inputs: readonly Found[], options: Asked, { pool, log }: Equipment, io: Io): Promise<ExitCode> {
  const ruleset = currentRuleset()
  const method = { ruleset: ruleset.hash, options: optionsKey({ without: options.without ?? [] }) }
  const readingOptions = JSON.stringify(options.published === undefined ? {} : { published: options.published })
  const started = io.now()
  const before = lastIds(store)
  putRuleset(store, ruleset.hash, ruleset.parts)
  const name = options.name ?? null
  const start = { ...method, name, readingOptions, codeVersion: programVersion(), reader: READER_VERSION, started: started.toISOString() }
  const run = beginRun(store, start)
  log?.write('start', { run, name, db: options.db, ruleset: method.ruleset, operands: options.operands, inputs: inputs.length })
  const progress = await progressOver(inputs, io, options.quiet ?? false)
  const telling = tellingOf(log, run, sentence => progress.say(`muctieu: ${sentence}`))
  const session = openSession({ store, run, method, reader: READER_VERSION, readingOptions, pool, onEvent: telling.hear })
  try {
    await takeAll(session, inputs, options, progress.see, io)
  } finally {
    progress.stop()
  }
  const closing = telling.closing()
  if (closing !== undefined && !options.quiet) await io.stderr.write(`muctieu: ${closing}\n`)
  const { inputSet, counts, drift } = finishRun(store, run, session, before)
  const finished = io.now()
  const milliseconds = finished.getTime() - started.getTime()
  const status = io.signal.aborted ? 'interrupted' : 'done'
  const timings = { milliseconds, threads: pool.workersUsed() }
  endRun(store, run, { status, finished: finished.toISOString(), inputSet, counts, timings })
  const samples = sampleTargets(store, run, options.samples ?? 0)
  const { diagnostics } = telling
  const summary: Summary = { run, name, db: options.db, ruleset: method.ruleset, status, ...timings, counts, drift, samples, diagnostics }
  log?.write('end', { run, status, ...timings, counts })
  if (options.json) await close(io.data, `${JSON.stringify(summary, null, 1)}\n`)
  else if (!options.quiet) await close(io.stdout, await inWords(summary))
  if (io.signal.aborted) return 130
  const code = exitCodeOf(session.outcomes)
  return code === 0 && options.failOn === 'drift' && drift.some(m => m.isOutside) ? 1 : code
}

/** The closing words. What names places and documents is loaded only where samples are told. */
async function inWords(summary: Summary): Promise<string> {
  if (summary.samples.length === 0) return summaryInWords(summary, () => '')
  const { recordInWords } = await import('./words.ts')
  return summaryInWords(summary, ({ record, document }) => recordInWords(record, document))
}

/** Writes the closing words. Everything is stored by then, so that a reader who has gone takes nothing away. */
async function close(sink: Sink, words: string): Promise<void> {
  try {
    await sink.write(words)
  } catch (error) {
    if (!(error instanceof OutputClosed)) throw error
  }
}

/** Reads the operands into the session until there is no more, or until somebody interrupts. */
async function takeAll(
  session: Session,
  inputs: readonly Found[],
  options: RunOptions,
  see: (result: Parameters<Session['take']>[0]) => void,
  io: Io
): Promise<void> {
  const reading = { published: options.published ?? null, stdin: io.stdin, isKnown: session.isKnown }
  for await (const result of untilAborted(readInputsInNet(inputs, reading, io), io.signal)) {
    await unlessAborted(session.take(result), io.signal)
    see(result)
  }
  const isWhole = !io.signal.aborted
  // What has no end is left behind: it is not stored, and tried again.
  if (!(await withGrace(session.finish(isWhole), io.signal))) session.abandon()
}
