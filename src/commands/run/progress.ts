import type { SingleBar } from 'cli-progress'
import type { Found } from '../../stages/read/found.ts'
import type { ReadResult } from '../../stages/read/read.ts'
import { visible } from '../../text/visible.ts'
import type { Io } from '../command.ts'

/** Shows how far a run is: a bar on a terminal, a line now and then elsewhere. */
export interface Progress {
  see(result: ReadResult): void
  /** Writes a line of talk without breaking the bar. */
  say(line: string): void
  stop(): void
}

const LINE_SECONDS = 30

/** Begins to show progress over what is to be read; where `isQuiet`, nothing but what it is given to say. */
export async function progressOver(inputs: readonly Found[], io: Io, isQuiet: boolean): Promise<Progress> {
  if (isQuiet) return { see: () => {}, say: line => void io.stderr.write(`${line}\n`), stop: () => {} }
  if (io.terminal === null) return quietProgress(io)
  const bytes = inputs.reduce((sum, f) => sum + (f.kind === 'file' ? f.stats.size : 0), 0)
  const { SingleBar } = await import('cli-progress')
  return barProgress(io, io.terminal, bytes, SingleBar)
}

function barProgress(io: Io, terminal: NonNullable<Io['terminal']>, totalBytes: number, Bar: typeof SingleBar): Progress {
  const started = io.now().getTime()
  const bar = new Bar({
    stream: terminal,
    format: '{bar} {percentage}%  {articles} articles  {rate}/s  ETA {eta_formatted}',
    barsize: 28,
    hideCursor: true,
    clearOnComplete: true,
    etaBuffer: 50
  })
  const counter = countBytes()
  let articles = 0
  bar.start(Math.max(totalBytes, 1), 0, { articles, rate: 0 })
  return {
    see: result => {
      if (result.kind === 'article') articles++
      const seconds = Math.max((io.now().getTime() - started) / 1000, 0.001)
      bar.update(Math.min(counter(result), Math.max(totalBytes, 1)), { articles, rate: Math.round(articles / seconds) })
    },
    say: line => {
      // Over the bar; its next drawing stands below.
      terminal.write(`\r\u001b[K${visible(line)}\n`)
    },
    stop: () => bar.stop()
  }
}

function quietProgress(io: Io): Progress {
  let told = io.now().getTime()
  let articles = 0
  return {
    see: result => {
      if (result.kind === 'article') articles++
      const now = io.now().getTime()
      if (now - told < LINE_SECONDS * 1000) return
      told = now
      void io.stderr.write(`muctieu: ${articles} articles so far\n`)
    },
    say: line => void io.stderr.write(`${line}\n`),
    stop: () => {}
  }
}

// The bytes of inputs that are behind, and of the present one as much as its articles make up.
function countBytes(): (result: ReadResult) => number {
  let behind = 0
  let name = ''
  let size = 0
  let within = 0
  return ({ input, ...result }) => {
    const next = `${input.sha256}\n${input.source}`
    if (next !== name) {
      behind += size
      name = next
      size = input.bytes
      within = 0
    }
    if (result.kind === 'article') within += result.article.text.length * 1.35
    return behind + Math.min(size, result.kind === 'skipped' ? size : within)
  }
}
