import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts'
import { acknowledgementReader } from '../../store/acknowledgements.ts'
import { openDatabase } from '../../store/database.ts'
import { closeStore, type Store } from '../../store/open.ts'
import { forgetBands, tellBands } from '../../store/postgres/bands.ts'
import type { Postgres } from '../../store/postgres/client.ts'
import { alone, clearSaid, type OpenRun, shardFailures, shardTotals } from '../../store/postgres/plans.ts'
import { completeInputs, inputsOfRun } from '../../store/postgres/runs.ts'
import { endRun, listRuns } from '../../store/runs.ts'
import { storeWriter } from '../../store/write.ts'
import type { Io } from '../command.ts'
import { noOutcomes, type Outcomes } from '../outcomes.ts'
import { type Account, fail } from '../run/account.ts'
import { bandTable } from '../run/duplicates.ts'
import { finishRun } from '../run/finish.ts'
import { inFewFailures } from './failures.ts'
import type { ShardFailure } from './shard-work.ts'

/** Ends the runs that have no shard left to do, each by whoever comes first. */
export async function finishRuns(postgres: Postgres, runs: readonly OpenRun[], io: Pick<Io, 'now'>): Promise<void> {
  for (const run of runs) await alone(postgres, `muctieu finish ${run.run}`, () => finish(postgres, run, io))
}

/** What only the whole of a run can tell, as at the end of a local run: on a copy of the store, which writes it there too. */
async function finish(postgres: Postgres, open: OpenRun, { now }: Pick<Io, 'now'>): Promise<void> {
  const { run, more, isCancelled } = open
  const told = inFewFailures([...plannedFailures(more), ...((await postgres.use(client => shardFailures(client, run))) as ShardFailure[])])
  await postgres.use(client => clearSaid(client, run))
  // Of one that was cancelled nobody knows which inputs were read to their end.
  if (!isCancelled) await completeInputsOf(postgres, open, told)
  const { counts, workers } = await postgres.use(client => shardTotals(client, run))
  const bands = bandTable()
  await postgres.use(client => tellBands(client, run, bands.add))
  const store = await openDatabase(postgres.address, postgres.shown, now)
  try {
    const begun = listRuns(store).find(row => row.id === run)
    // Somebody else was faster.
    if (begun?.status !== 'running') return
    const outcomes: Outcomes = { ...noOutcomes(), ...pick(counts) }
    tell(store, run, outcomes, told)
    if (isCancelled) storeWriter(store).noteRun(run, cancelled(run, counts['undone'] ?? 0))
    const { inputSet, counts: found } = finishRun(store, run, { outcomes, bands }, { before: null, isStored: false })
    const finished = now()
    const timings = { milliseconds: finished.getTime() - Date.parse(begun.started), threads: workers }
    endRun(store, run, { status: isCancelled ? 'interrupted' : 'done', finished: finished.toISOString(), inputSet, counts: found, timings })
  } finally {
    closeStore(store)
  }
  await postgres.use(forgetBands)
}

/** Notes which inputs were read to their end, so that they are known. */
async function completeInputsOf(
  postgres: Postgres,
  { run, reader, readingOptions }: OpenRun,
  told: readonly ShardFailure[]
): Promise<void> {
  await postgres.use(async client => {
    const unfinished = new Set(told.flatMap(f => (f.isUnfinished ? f.inputs.map(input => input?.source) : [])))
    const inputs = (await inputsOfRun(client, run)).filter(input => !unfinished.has(input.source))
    const failuresOf = (source: string) => told.filter(f => f.inputs.some(input => input?.source === source)).map(f => f.diagnostic)
    await completeInputs(
      client,
      inputs.map(input => ({ ...input, reader, options: readingOptions, failures: failuresOf(input.source) }))
    )
  })
}

function cancelled(run: number, undone: number): Diagnostic {
  return diagnostic('store', 'cancelled', 'warning', `Run ${run} was cancelled: of its plan some ${undone} articles were left undone.`, {})
}

/** Tells all that gave no article, as it is told where it happens in a local run: acknowledged ones are no failures. */
function tell(store: Store, run: number, outcomes: Outcomes, failures: readonly ShardFailure[]): void {
  const writer = storeWriter(store)
  const account: Account = { writer, run, outcomes, acknowledged: acknowledgementReader(store), onEvent: () => undefined }
  writer.transaction(() => {
    for (const { diagnostic, inputs } of failures) {
      // Who was removed before is refused, not failed, and counted already.
      if (diagnostic.code === 'store/removed') writer.noteRun(run, diagnostic)
      else fail(account, diagnostic, inputs)
    }
  })
}

function plannedFailures(more: unknown): readonly ShardFailure[] {
  return (more as { readonly failures: readonly ShardFailure[] }).failures
}

function pick(counts: Readonly<Record<string, number>>): Pick<Outcomes, 'done' | 'skipped' | 'refused'> {
  return { done: counts['done'] ?? 0, skipped: counts['skipped'] ?? 0, refused: counts['refused'] ?? 0 }
}
