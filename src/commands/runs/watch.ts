import { setTimeout as pause } from 'node:timers/promises'
import type { RunProgress } from '../../store/progress.ts'
import type { ExitCode, Io } from '../command.ts'
import { type Pace, paceOf, progressInWords } from './pace.ts'
import { openWatch } from './watched.ts'

/** How a run is looked at. */
export interface WatchOptions {
  readonly db: string
  readonly run?: number
  readonly json?: true
}

const LOOK_MILLISECONDS = 1_000
const LINE_SECONDS = 10

/** Shows how far a run is, again and again until it ends: a line on a terminal, a line now and then elsewhere, or NDJSON. */
export async function watchRun(options: WatchOptions, io: Io): Promise<ExitCode> {
  const watched = await openWatch(options.db, options.run, io)
  if (watched === undefined) {
    await io.stderr.write(`muctieu: There is no run in ${options.db} yet.\n`)
    return 0
  }
  const pace = paceOf()
  const show = options.json ? inJson(io) : inWords(io)
  try {
    for (;;) {
      const progress = await watched.look()
      pace.see(progress, io.now().getTime())
      await show(progress, pace)
      if (progress.status !== 'running') return 0
      await pause(LOOK_MILLISECONDS, undefined, { signal: io.signal }).catch(() => undefined)
      if (io.signal.aborted) return 130
    }
  } finally {
    await watched.close()
  }
}

type Show = (progress: RunProgress, pace: Pace) => Promise<void>

function inJson(io: Io): Show {
  return async (progress, pace) => {
    const line = { time: io.now().toISOString(), ...progress, ...pace.rates() }
    await io.data.write(`${JSON.stringify(line)}\n`)
  }
}

function inWords(io: Io): Show {
  const said = new Set<string>()
  let toldAt = Number.NEGATIVE_INFINITY
  return async (progress, pace) => {
    for (const { name, says } of progress.workers ?? []) {
      if (says === null || said.has(says)) continue
      said.add(says)
      await io.stderr.write(`muctieu: ${name}: ${says}\n`)
    }
    const line = progressInWords(progress, pace.rates())
    const isOver = progress.status !== 'running'
    if (io.terminal !== null) {
      // In the place of the line before.
      io.terminal.write(`\r\u001b[K${line}${isOver ? '\n' : ''}`)
    } else if (isOver || io.now().getTime() - toldAt >= LINE_SECONDS * 1000) {
      toldAt = io.now().getTime()
      await io.stdout.write(`${line}\n`)
    }
  }
}
