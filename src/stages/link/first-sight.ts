import { sightOf } from '../../decisions/licence/licence.ts'
import type { Neighbours } from '../../decisions/licence/query.ts'
import type { Frame } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { Quantity } from '../../model/values.ts'
import type { Context } from './context.ts'
import { queryFor } from './licences.ts'
import { refuse } from './refusal.ts'
import type { Scopes } from './scopes.ts'
import { type FirstSight, ReadTarget } from './target-indicator.ts'
import { isPercent } from './target-unit.ts'

/** Reads all numbers of an article by themselves, in reading order: whether each looks like a goal. */
export function readNumbers(context: Context, frames: readonly Frame[], scopes: Scopes): ReadTarget[] {
  const read: ReadTarget[] = []
  const baselines = new Set(frames.flatMap(f => baselineMention(context, f) ?? []))
  for (const frame of frames) {
    const units = context.unitsOf(frame.sentence)
    const at = units.at(frame.anchor.start)
    if (units.mention(at) !== frame.anchor) continue
    const said = scopes.status(frame.sentence, at, isPercent(frame.anchor.value as Quantity))
    const isBaseline = baselines.has(frame.anchor)
    // Where a goal starts from is how things are.
    const status = isBaseline && said?.status === 'goal' ? { ...said, status: 'current' as const } : said
    const target = new ReadTarget(context, frame, at, status, read)
    read.push(target)
    if (status?.status === 'goal') target.firstSight = firstSightOf(context, target)
  }
  return read
}

function firstSightOf(context: Context, target: ReadTarget): FirstSight {
  const refusal = isPercent(target.quantity) ? undefined : refuse(target, context.unitsOf(target.frame.sentence))
  return refusal === undefined ? { sight: sightOf(queryFor(context, target), context.without) } : { refusal }
}

function baselineMention(context: Context, frame: Frame): Mention | undefined {
  // Only a number after `từ` is where another starts from.
  if (!context.mentionsOf(frame.sentence).some(m => m.tags.includes('From'))) return undefined
  const slot = frame.readings[0]?.slots['baseline']
  return slot === undefined ? undefined : (context.unitsOf(frame.sentence).mention(slot.from) ?? undefined)
}

const isGoal = ({ firstSight }: ReadTarget): boolean => firstSight.sight?.isGoal === true

interface Count {
  goals: number
  all: number
}

/** What the numbers around each number are at first sight, by their places in `read`. */
export function neighboursIn(context: Context, read: readonly ReadTarget[]): (index: number) => Neighbours {
  const lines = new Map<number, Count>()
  const text: Count = { goals: 0, all: 0 }
  const lineOf = ({ frame }: ReadTarget): number => context.lineOf(frame.sentence).index
  for (const target of read) {
    const line = lines.get(lineOf(target)) ?? { goals: 0, all: 0 }
    lines.set(lineOf(target), line)
    for (const count of [line, text]) {
      count.all++
      if (isGoal(target)) count.goals++
    }
  }
  return index => {
    const target = read[index] as ReadTarget
    const own = isGoal(target) ? 1 : 0
    const share = ({ goals, all }: Count): number | undefined => (all === 1 ? undefined : (goals - own) / (all - 1))
    const inSentence = (other: ReadTarget | undefined): boolean | undefined =>
      other !== undefined && other.frame.sentence === target.frame.sentence ? isGoal(other) : undefined
    return {
      previous: inSentence(read[index - 1]),
      next: inSentence(read[index + 1]),
      paragraph: share(lines.get(lineOf(target)) as Count),
      text: share(text)
    }
  }
}
