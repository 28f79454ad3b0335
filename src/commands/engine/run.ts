import { UsageError } from '../../model/usage-error.ts'
import type { Found } from '../../stages/read/found.ts'
import { findFiles } from '../../stages/read/operands.ts'
import { checkDay, readInputs } from '../../stages/read/read.ts'
import { beginPlannedRun } from '../../store/postgres/plans.ts'
import type { ExitCode, Io } from '../command.ts'
import { serverOf } from '../engine-options.ts'
import { optionsKey } from '../extraction-options.ts'
import { pathsOf } from '../operands.ts'
import { currentRuleset } from '../ruleset/load.ts'
import { readingOptionsOf } from '../run/reading-options.ts'
import type { RunOptions } from '../run/run-options.ts'
import { type Engine, openEngine, workOn } from '../work/open-worker.ts'
import { checkPlan, planOf } from '../work/plan.ts'
import type { ShardFailure } from '../work/shard-work.ts'
import { closingOf } from './closing.ts'
import { watchToTheEnd } from './watch.ts'

const SHARD_BYTES = 4 * 1024 * 1024

/** Shares a run out: plans its shards on a server, waits until workers have done them, and says what came of it as a local run does. */
export async function runOnEngine(operands: readonly string[], options: RunOptions, io: Io): Promise<ExitCode> {
  if (options.stored) throw new UsageError('--stored reads what the database holds already; the engine postgres shares out files.')
  checkDay(options.published ?? null)
  const found = await findFiles(pathsOf(operands, io))
  if (found.some(one => one.kind === 'stdin')) throw new UsageError('Standard input cannot be shared out; name files that all workers see.')
  const engine = await openEngine(serverOf(options.db, io), { lease: options.lease, connections: (options.workers ?? 0) + 4 }, io)
  try {
    return await shareOut(engine, found, options, io)
  } finally {
    await engine.close()
  }
}

async function shareOut(engine: Engine, found: readonly Found[], options: RunOptions, io: Io): Promise<ExitCode> {
  const { postgres, queue, kind } = engine
  const ruleset = currentRuleset()
  const without = options.without ?? []
  const start = {
    name: options.name ?? null,
    ruleset: ruleset.hash,
    options: optionsKey({ without }),
    readingOptions: readingOptionsOf(options),
    codeVersion: kind.codeVersion,
    reader: kind.reader,
    started: io.now().toISOString(),
    isWhatIf: (options.whatIf ?? false) || without.length > 0
  }
  const files = found.filter(one => one.kind === 'file')
  const shards = await planOf(files, { articles: options.shard, bytes: SHARD_BYTES })
  checkPlan(shards)
  const more = { failures: await failuresOf(found.filter(one => one.kind === 'none')) }
  const { run, isNew } = await beginPlannedRun(postgres, queue, { start, parts: ruleset.parts, kind: kind.kind, shards, more })
  const words = isNew
    ? `Run ${run} is planned: ${shards.length === 1 ? 'one shard' : `${shards.length} shards`}`
    : `Run ${run} has this plan and goes on`
  if (!options.quiet) await io.stderr.write(`muctieu: ${words}.\n`)
  const over = new AbortController()
  const signal = AbortSignal.any([io.signal, over.signal])
  const working =
    options.workers === undefined
      ? undefined
      : workOn(engine, { workers: options.workers, attempts: 3, patience: 600, once: false }, io, signal)
  try {
    const watching = watchToTheEnd(postgres, run, options.quiet ?? false, io, signal)
    await Promise.race([watching, ...(working === undefined ? [] : [working.then(() => watching)])])
  } finally {
    over.abort()
    await working
  }
  if (!io.signal.aborted) return await closingOf(postgres, run, options, io)
  await io.stderr.write(`muctieu: Run ${run} goes on by its workers; "muctieu runs --watch" shows it, the same command waits for it.\n`)
  return 130
}

/** What was found that cannot be read, as the reader says it. */
async function failuresOf(found: readonly Found[]): Promise<ShardFailure[]> {
  const failures: ShardFailure[] = []
  for await (const result of readInputs(found, { published: null })) {
    if (result.kind !== 'failure') continue
    failures.push({ diagnostic: result.diagnostic, inputs: [result.input], isOfPart: false, isUnfinished: result.isUnfinished ?? false })
  }
  return failures
}
