import type { ExitCode, Io, Sink } from '../command.ts'
import { exitCodeOf, type Outcomes } from '../outcomes.ts'
import { OutputClosed } from '../sinks.ts'
import { type Summary, summaryInWords } from './summary.ts'

/** How a run is told of at its end. */
export interface CloseOptions {
  readonly json?: boolean
  readonly quiet?: boolean
  readonly failOn?: 'drift'
}

/** Tells what a run came to, and gives the exit code that it ends with, but for an interruption. */
export async function closeRun(summary: Summary, outcomes: Readonly<Outcomes>, options: CloseOptions, io: Io): Promise<ExitCode> {
  if (options.json) await writeLast(io.data, `${JSON.stringify(summary, null, 1)}\n`)
  else if (!options.quiet) await writeLast(io.stdout, await inWords(summary))
  const code = exitCodeOf(outcomes)
  return code === 0 && options.failOn === 'drift' && summary.drift.some(m => m.isOutside) ? 1 : code
}

/** The closing words. What names places and documents is loaded only where samples are told. */
async function inWords(summary: Summary): Promise<string> {
  if (summary.samples.length === 0) return summaryInWords(summary, () => '')
  const { recordInWords } = await import('../words.ts')
  return summaryInWords(summary, ({ record, document }) => recordInWords(record, document))
}

/** Writes closing words. Everything is stored by then, so that a reader who has gone takes nothing away. */
export async function writeLast(sink: Sink, words: string): Promise<void> {
  try {
    await sink.write(words)
  } catch (error) {
    if (!(error instanceof OutputClosed)) throw error
  }
}
