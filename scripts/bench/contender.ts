/**
 * One contender, alone in its process: reads NDJSON texts, works through them until the code is warm, then measures.
 *
 *   node contender.ts extract|chrono ROOT TEXTS.ndjson      prints its measures as JSON
 */
import { readFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { GCProfiler } from 'node:v8'
import { stagesOf } from './profile.ts'

const [contender = '', root = '', file = ''] = process.argv.slice(2)
const texts = readFileSync(file, 'utf8')
  .split('\n')
  .filter(line => line !== '')
  .map(line => JSON.parse(line) as { text: string; published: string | null })

// So long code is run before it counts as warm, and measured then, in milliseconds.
const WARM_UP = 6000
const MEASURED = 5000

async function workOf(): Promise<() => void> {
  if (contender === 'chrono') {
    const { vi } = await import('chrono-node')
    // chrono-node knows no lines: a whole article as one text would be unfair to it.
    return () => {
      for (const { text } of texts) for (const line of text.split('\n')) vi.parse(line)
    }
  }
  const { articleOf, extract } = (await import(pathToFileURL(join(root, 'src/index.ts')).href)) as typeof import('../../src/index.ts')
  const articles = await Promise.all(texts.map(({ text, published }) => articleOf({ text, ...(published === null ? {} : { published }) })))
  return () => {
    for (const article of articles) extract(article)
  }
}

function timed(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

function repeat(work: () => void, time: number): number[] {
  const rounds: number[] = []
  for (const end = performance.now() + time; rounds.length < 2 || performance.now() < end; ) rounds.push(timed(work))
  return rounds.toSorted((a, b) => a - b)
}

/** Bytes allocated and the share of the time that the garbage collector took, over one round. */
function garbageOf(work: () => void): { bytes: number; share: number } {
  ;(globalThis as unknown as { gc: () => void }).gc()
  const profiler = new GCProfiler()
  let before = process.memoryUsage().heapUsed
  profiler.start()
  const ms = timed(work)
  const { statistics } = profiler.stop()
  let bytes = 0
  let cost = 0
  for (const { beforeGC, afterGC, cost: microseconds } of statistics) {
    bytes += Math.max(0, beforeGC.heapStatistics.usedHeapSize - before)
    before = afterGC.heapStatistics.usedHeapSize
    cost += microseconds
  }
  return { bytes: bytes + Math.max(0, process.memoryUsage().heapUsed - before), share: cost / 1e3 / ms }
}

/** Milliseconds of one round by stage, from a sampling profile. */
async function profiled(work: () => void): Promise<Record<string, number>> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.start')
  work()
  const { profile } = await session.post('Profiler.stop')
  session.disconnect()
  return stagesOf(profile)
}

const work = await workOf()
const cold = timed(work)
repeat(work, WARM_UP)
const rounds = repeat(work, MEASURED)
const { bytes, share } = garbageOf(work)
const stages = contender === 'extract' ? await profiled(work) : {}
const ms = rounds[rounds.length >> 1] as number
process.stdout.write(
  JSON.stringify({
    ms,
    'ms cold': cold,
    'allocated MB': bytes / 1e6,
    'GC share': share,
    ...Object.fromEntries(Object.entries(stages).map(([name, time]) => [`ms ${name}`, time]))
  })
)
