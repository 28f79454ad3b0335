import { type Profiler, Session } from 'node:inspector'

const session = new Session()
session.connect()

/** Begins to count how often each block of code runs, of modules that are loaded from now on. */
export function countBlocks(): void {
  session.post('Profiler.enable')
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
}

/** The work done since it was last asked, by function: how often each of its blocks ran, times the length of the block. */
export function takeBlocks(): Map<string, number> {
  const work = new Map<string, number>()
  session.post('Profiler.takePreciseCoverage', (_, { result }) => {
    for (const { url, functions } of result) {
      if (!url.startsWith('file:') || url.includes('/test/linear/')) continue
      const file = url.slice(Math.max(url.lastIndexOf('/src/'), url.lastIndexOf('/node_modules/')) + 1)
      for (const { functionName, ranges } of functions) {
        const done = workOf(ranges)
        const where = `${file} ${functionName || 'function'}@${ranges[0]?.startOffset}`
        if (done > 0) work.set(where, (work.get(where) ?? 0) + done)
      }
    }
  })
  return work
}

/** Ranges are nested, the outer ones first: what an inner one covers is counted there alone. */
function workOf(ranges: readonly Profiler.CoverageRange[]): number {
  const open: Profiler.CoverageRange[] = []
  let work = 0
  for (const range of ranges) {
    while (open.length > 0 && (open.at(-1) as Profiler.CoverageRange).endOffset <= range.startOffset) open.pop()
    const length = range.endOffset - range.startOffset
    work += length * (range.count - (open.at(-1)?.count ?? 0))
    open.push(range)
  }
  return work
}
