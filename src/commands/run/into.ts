import { READER_VERSION } from '../../stages/read/version.ts'
import { lastIds } from '../../store/finish.ts'
import type { Store } from '../../store/open.ts'
import { beginRun, endRun, putRuleset } from '../../store/runs.ts'
import { sampleTargets } from '../../store/samples.ts'
import { standingOf } from '../../store/standing.ts'
import type { ExitCode, Io } from '../command.ts'
import { optionsKey } from '../extraction-options.ts'
import type { Pool } from '../net/pool.ts'
import { currentRuleset } from '../ruleset/load.ts'
import { type Log, type Telling, tellingOf } from '../telling.ts'
import { programVersion } from '../version.ts'
import { closeRun } from './close.ts'
import { finishRun } from './finish.ts'
import { readingOptionsOf } from './reading-options.ts'
import type { RunOptions } from './run-options.ts'
import { openSession, type Session, type SessionSettings } from './session.ts'
import type { Summary } from './summary.ts'

/** What a run is made with. */
export interface Equipment {
  readonly pool: Pool<'rows'>
  readonly log: Log | null
}

/** Where the articles of a run come from. */
export interface Taking {
  readonly operands: readonly string[]
  /** How many files there are. */
  readonly inputs: number
  /** Has the session that `begin` opens take all that there is; `begin` is told how to talk to people meanwhile. */
  readonly take: (begin: (say: (line: string) => void) => Session, run: number) => Promise<Session>
  /** What was said of how to read an input, where inputs come in parts that others read. */
  readonly optionsOfPart?: SessionSettings['optionsOfPart']
}

/** What is to be known of a run beside its articles. */
export type IntoOptions = Pick<
  RunOptions,
  'db' | 'name' | 'stored' | 'whatIf' | 'published' | 'without' | 'samples' | 'json' | 'quiet' | 'failOn'
>

/** Whether a run is stored to be compared, and never shown unless it is named. */
export function isExperiment({ whatIf, without }: Pick<RunOptions, 'whatIf' | 'without'>): boolean {
  return (whatIf ?? false) || (without ?? []).length > 0
}

/** Makes a run in an open database: begins it, has it take what there is, ends it and says what came of it. */
export async function runInto(store: Store, taking: Taking, options: IntoOptions, { pool, log }: Equipment, io: Io): Promise<ExitCode> {
  const ruleset = currentRuleset()
  const method = { ruleset: ruleset.hash, options: optionsKey({ without: options.without ?? [] }) }
  const isWhatIf = isExperiment(options)
  const started = io.now()
  const before = lastIds(store)
  putRuleset(store, ruleset.hash, ruleset.parts)
  const name = options.name ?? null
  const readingOptions = readingOptionsOf(options)
  const by = { codeVersion: programVersion(), reader: READER_VERSION }
  const run = beginRun(store, { ...method, ...by, name, readingOptions, started: started.toISOString(), isWhatIf })
  log?.write('start', { run, name, db: options.db, ruleset: method.ruleset, operands: taking.operands, inputs: taking.inputs })
  const tellings: Telling[] = []
  const begin = (say: (line: string) => void): Session => {
    const telling = tellingOf(log, run, sentence => say(`muctieu: ${sentence}`))
    tellings.push(telling)
    const { optionsOfPart } = taking
    const parts = optionsOfPart === undefined ? {} : { optionsOfPart }
    return openSession({ store, run, method, reader: READER_VERSION, readingOptions, ...parts, pool, onEvent: telling.hear })
  }
  const session = await taking.take(begin, run)
  const [telling] = tellings
  const closing = telling?.closing()
  if (closing !== undefined && !options.quiet) await io.stderr.write(`muctieu: ${closing}\n`)
  const isStored = options.stored ?? false
  // What others brought meanwhile has a say in what is decided now.
  await store.behind?.catchUp()
  const { inputSet, counts, drift } = finishRun(store, run, session, { before, isStored })
  const finished = io.now()
  const milliseconds = finished.getTime() - started.getTime()
  const status = io.signal.aborted ? 'interrupted' : 'done'
  const timings = { milliseconds, threads: pool.workersUsed() }
  endRun(store, run, { status, finished: finished.toISOString(), inputSet, counts, timings })
  const samples = sampleTargets(store, run, options.samples ?? 0)
  const told = { run, name, db: options.db, ruleset: method.ruleset, what_if: isWhatIf, stored: isStored, status, ...timings } as const
  const diagnostics = telling?.diagnostics ?? []
  const summary: Summary = { ...told, counts, drift, standing: standingOf(store), samples, diagnostics }
  log?.write('end', { run, status, ...timings, counts })
  const code = await closeRun(summary, session.outcomes, options, io)
  return io.signal.aborted ? 130 : code
}
