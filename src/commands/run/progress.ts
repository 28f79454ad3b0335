import type { SingleBar } from 'cli-progress'
import type { Found } from '../../stages/read/found.ts'
import type { ReadResult } from '../../stages/read/read.ts'
import { visible } from '../../text/visible.ts'
import type { Io } from '../command.ts'

/** Shows how far a run is: a bar on a terminal, a line now and then elsewhere. */
export interface Progress<Item> {
  see(item: Item): void
  /** Writes a line of talk without breaking the bar. */
  say(line: string): void
  stop(): void
}

/** How work is measured: how much there is, how much is done when an item was seen, and whether that was an article. */
interface Measure<Item> {
  readonly total: number
  done(item: Item): number
  isArticle(item: Item): boolean
}

const LINE_SECONDS = 30

/** Begins to show progress over what is to be read; where `isQuiet`, nothing but what it is given to say. */
export async function progressOver(inputs: readonly Found[], io: Io, isQuiet: boolean): Promise<Progress<ReadResult>> {
  const isArticle = ({ kind }: ReadResult): boolean => kind === 'article'
  if (isQuiet) return silentProgress(io)
  if (io.terminal === null) return quietProgress(io, isArticle, '')
  const total = bytesOf(inputs)
  return barProgress(io, io.terminal, { total, done: countBytes(), isArticle })
}

/** Begins to show progress over so many stored articles. */
export async function progressOverStored(total: number, io: Io, isQuiet: boolean): Promise<Progress<void>> {
  const isArticle = (): boolean => true
  if (isQuiet) return silentProgress(io)
  if (io.terminal === null) return quietProgress(io, isArticle, ` of ${total}`)
  let seen = 0
  return barProgress(io, io.terminal, { total, done: () => ++seen, isArticle })
}

/** Begins to show progress over lines of whole articles, of so many bytes; it is told how many bytes are behind. */
export async function progressOverLines(total: number, io: Io, isQuiet: boolean): Promise<Progress<number>> {
  const isArticle = (): boolean => true
  if (isQuiet) return silentProgress(io)
  if (io.terminal === null) return quietProgress(io, isArticle, '')
  return barProgress(io, io.terminal, { total, done: behind => behind, isArticle })
}

function silentProgress(io: Io): Progress<unknown> {
  return { see: () => {}, say: line => void io.stderr.write(`${line}\n`), stop: () => {} }
}

async function barProgress<Item>(io: Io, terminal: NonNullable<Io['terminal']>, measure: Measure<Item>): Promise<Progress<Item>> {
  const { SingleBar: Bar } = await import('cli-progress')
  const started = io.now().getTime()
  const bar: SingleBar = new Bar({
    stream: terminal,
    format: '{bar} {percentage}%  {articles} articles  {rate}/s  ETA {eta_formatted}',
    barsize: 28,
    hideCursor: true,
    clearOnComplete: true,
    etaBuffer: 50
  })
  const total = Math.max(measure.total, 1)
  let articles = 0
  bar.start(total, 0, { articles, rate: 0 })
  return {
    see: item => {
      if (measure.isArticle(item)) articles++
      const seconds = Math.max((io.now().getTime() - started) / 1000, 0.001)
      bar.update(Math.min(measure.done(item), total), { articles, rate: Math.round(articles / seconds) })
    },
    say: line => {
      // Over the bar; its next drawing stands below.
      terminal.write(`\r\u001b[K${visible(line)}\n`)
    },
    stop: () => bar.stop()
  }
}

function quietProgress<Item>(io: Io, isArticle: (item: Item) => boolean, ofTotal: string): Progress<Item> {
  let told = io.now().getTime()
  let articles = 0
  return {
    see: item => {
      if (isArticle(item)) articles++
      const now = io.now().getTime()
      if (now - told < LINE_SECONDS * 1000) return
      told = now
      void io.stderr.write(`muctieu: ${articles}${ofTotal} articles so far\n`)
    },
    say: line => void io.stderr.write(`${line}\n`),
    stop: () => {}
  }
}

/** How many bytes there are to read, as far as that is known. */
export function bytesOf(inputs: readonly Found[]): number {
  return inputs.reduce((sum, f) => sum + (f.kind === 'file' ? f.stats.size : 0), 0)
}

/** Counts the bytes of inputs that are behind, and of the present one as much as its articles make up. */
export function countBytes(): (result: ReadResult) => number {
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
