import { COMPARE, COMPARED, FORECAST, PERCENT, QUANTITY, RANK, RESULT } from '../../mentions/words/tags.ts'
import type { Context } from './context.ts'
import { evidence } from './evidence.ts'
import { antecedent } from './reasons.ts'
import type { Scopes } from './scopes.ts'
import type { StatusReading } from './status-reading.ts'

const TOLD = RESULT.or(FORECAST, COMPARE, COMPARED)

const VALUE = QUANTITY.or(RANK)

// A rank without words of its own goes on with goals so many sentences before it.
const FAR = 3

/**
 * A rank that a plan states among its goals: `… thuộc nhóm 10 tỉnh đứng đầu cả nước.`, right behind sentences whose last
 * number or rank is a goal, in one that tells of nothing.
 */
export function amongGoals(context: Context, sentence: number, at: number, scopes: Scopes): StatusReading | undefined {
  const own = context.unitsOf(sentence)
  if (own.any(TOLD)) return undefined
  for (let s = sentence; s >= Math.max(0, sentence - FAR); s--) {
    const units = context.unitsOf(s)
    if (s < sentence && (units.any(TOLD) || context.sentences[s]?.kind === 'heading')) return undefined
    const value = units.last(VALUE, s === sentence ? at : units.length)
    if (value < 0) continue
    const span = units.spanOf(value)
    const said = scopes.status(s, value, units.is(value, PERCENT))
    if (said === undefined && units.is(value, RANK)) continue
    if (said?.status !== 'goal') return undefined
    const via = [...said.evidence.via, antecedent(span)]
    return { status: 'goal', evidence: { ...evidence(span, 'status/among-goals', 'carried'), via }, isOwn: false }
  }
  return undefined
}
