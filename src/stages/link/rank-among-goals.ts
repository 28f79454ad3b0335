import type { Chunk } from '../../model/frame.ts'
import { lastBefore } from '../../text/last-before.ts'
import type { Context } from './context.ts'
import { evidence } from './evidence.ts'
import { antecedent } from './reasons.ts'
import type { Scopes } from './scopes.ts'
import type { StatusReading } from './status-reading.ts'

const lastValue = lastBefore<Chunk>(c => c.tags.has('Quantity') || c.tags.has('Rank'))
const isTold = (c: Chunk): boolean => ['Result', 'Forecast', 'Compare', 'Compared'].some(t => c.tags.has(t))

// A rank without words of its own goes on with goals so many sentences before it.
const FAR = 3

/**
 * A rank that a plan states among its goals: `… thuộc nhóm 10 tỉnh đứng đầu cả nước.`, right behind sentences whose last
 * number or rank is a goal, in one that tells of nothing.
 */
export function amongGoals(context: Context, sentence: number, at: number, scopes: Scopes): StatusReading | undefined {
  const own = context.chunksOf(sentence)
  if (own.some(isTold)) return undefined
  for (let s = sentence; s >= Math.max(0, sentence - FAR); s--) {
    const chunks = context.chunksOf(s)
    if (s < sentence && (chunks.some(isTold) || context.sentences[s]?.kind === 'heading')) return undefined
    const value = lastValue(chunks, s === sentence ? at : chunks.length)
    const c = chunks[value]
    if (c === undefined) continue
    const said = scopes.status(s, value, c.tags.has('Percent'))
    if (said === undefined && c.tags.has('Rank')) continue
    if (said?.status !== 'goal') return undefined
    const via = [...said.evidence.via, antecedent(c)]
    return { status: 'goal', evidence: { ...evidence(c, 'status/among-goals', 'carried'), via }, isOwn: false }
  }
  return undefined
}
