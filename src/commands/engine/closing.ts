import { openDatabaseToRead } from '../../store/database.ts'
import { closeStore } from '../../store/open.ts'
import type { Postgres } from '../../store/postgres/client.ts'
import { saidOfRun } from '../../store/read.ts'
import { listRuns, type RunRow } from '../../store/runs.ts'
import { sampleTargets } from '../../store/samples.ts'
import { standingOf } from '../../store/standing.ts'
import type { ExitCode, Io } from '../command.ts'
import { noOutcomes } from '../outcomes.ts'
import { closeRun } from '../run/close.ts'
import { driftFrom } from '../run/finish.ts'
import type { RunOptions } from '../run/run-options.ts'
import { openLog, tellingOf } from '../telling.ts'

/** Tells what a shared-out run came to, once it has ended, as a local run tells it. */
export async function closingOf(postgres: Postgres, run: number, options: RunOptions, io: Io): Promise<ExitCode> {
  const log = openLog(options.log, io)
  const store = await openDatabaseToRead(postgres.address, postgres.shown)
  try {
    const row = listRuns(store).find(one => one.id === run) as RunRow
    const { name, ruleset, counts, timings, what_if } = row
    const db = postgres.shown
    const isCancelled = row.status === 'interrupted'
    log?.write('start', { run, name, db, ruleset })
    const telling = tellingOf(log, run, sentence => void io.stderr.write(`muctieu: ${sentence}\n`))
    for (const diagnostic of saidOfRun(store, run)) telling.hear({ kind: 'diagnostic', diagnostic })
    const closing = telling.closing()
    if (closing !== undefined && !options.quiet) await io.stderr.write(`muctieu: ${closing}\n`)
    const told = {
      run,
      name,
      db,
      ruleset,
      what_if: what_if === 1,
      stored: false,
      status: isCancelled ? 'interrupted' : 'done',
      counts
    } as const
    const times = { milliseconds: timings['milliseconds'] ?? 0, threads: timings['threads'] ?? 0 }
    const found = {
      drift: driftFrom(store, run, counts),
      standing: standingOf(store),
      samples: sampleTargets(store, run, options.samples ?? 0)
    }
    log?.write('end', { run, status: told.status, ...times, counts })
    for (const { code, message } of telling.diagnostics) if (code === 'store/cancelled') await io.stderr.write(`muctieu: ${message}\n`)
    const outcomes = { ...noOutcomes(), ...counts }
    const code = await closeRun({ ...told, ...times, ...found, diagnostics: telling.diagnostics }, outcomes, options, io)
    return isCancelled ? 130 : code
  } finally {
    closeStore(store)
    log?.close()
  }
}
