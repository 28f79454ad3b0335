import type { Profiler } from 'node:inspector'

const STAGE = /\/src\/stages\/([\w-]+)\//
const COLLECTOR = '(garbage collector)'

/**
 * Milliseconds by stage of a sampling profile. A sample belongs to the outermost stage on its stack: what a stage calls, word
 * classes and knowledge of mentions too, is its own cost.
 */
export function stagesOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Record<string, number> {
  const parents = new Map<number, number>()
  for (const { id, children = [] } of nodes) for (const child of children) parents.set(child, id)
  const byId = new Map(nodes.map(node => [node.id, node]))
  const stageOf = (id: number): string => {
    if (byId.get(id)?.callFrame.functionName === COLLECTOR) return 'GC'
    let stage = 'other'
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at))
      stage = STAGE.exec(byId.get(at)?.callFrame.url ?? '')?.[1] ?? stage
    return stage
  }
  const known = new Map(nodes.map(({ id }) => [id, stageOf(id)]))
  const times: Record<string, number> = {}
  samples.forEach((id, i) => {
    const stage = known.get(id) as string
    times[stage] = (times[stage] ?? 0) + (timeDeltas[i] ?? 0) / 1e3
  })
  return times
}
