import { sightOf } from '../../decisions/licence/licence.ts'
import { MOST_GOALS, type Neighbours } from '../../decisions/licence/query.ts'
import { FROM } from '../../mentions/words/tags.ts'
import type { Frame } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { Span } from '../../model/span.ts'
import type { Quantity } from '../../model/values.ts'
import { firstWithout } from '../../text/partition-point.ts'
import type { Context } from './context.ts'
import { queryFor } from './licences.ts'
import { spanOf } from './linked-date.ts'
import { refuse } from './refusal.ts'
import type { Scopes } from './scopes.ts'
import { type FirstSight, ReadTarget } from './target-indicator.ts'
import { isPercent } from './target-unit.ts'

/** Reads all numbers of an article by themselves, in reading order: whether each looks like a goal. */
export function readNumbers(context: Context, frames: readonly Frame[], scopes: Scopes): ReadTarget[] {
  const read: ReadTarget[] = []
  const isStart = startsIn(context, frames)
  for (const [index, frame] of frames.entries()) {
    const units = context.unitsOf(frame.sentence)
    const at = units.at(frame.anchor.start)
    if (units.mention(at) !== frame.anchor) continue
    const said = scopes.status(frame.sentence, at, isPercent(frame.anchor.value as Quantity))
    // Where a goal starts from is how things are; only a number after `từ` is where another starts from.
    const isBaseline = said?.status === 'goal' && units.is(at, FROM) && isStart(index)
    const status = isBaseline ? { ...said, status: 'current' as const } : said
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

/** Tells whether a number is what one of its sentence starts from; numbers are asked for in order, and each sentence is read once. */
function startsIn(context: Context, frames: readonly Frame[]): (index: number) => boolean {
  let starts = new Set<Mention>()
  let read = -1
  return index => {
    const { sentence, anchor } = frames[index] as Frame
    if (sentence !== read) {
      read = sentence
      starts = new Set()
      let first = index
      while (frames[first - 1]?.sentence === sentence) first--
      for (let i = first; frames[i]?.sentence === sentence; i++) {
        const slot = frames[i]?.readings[0]?.slots['baseline']
        const start = slot === undefined ? null : context.unitsOf(sentence).mention(slot.from)
        if (start !== null) starts.add(start)
      }
    }
    return starts.has(anchor)
  }
}

const isGoal = ({ firstSight }: ReadTarget): boolean => firstSight.sight?.isGoal === true

/** The numbers of one paragraph, as places in reading order. */
interface Paragraph {
  from: number
  to: number
  goals: number
}

/** What the numbers around each number are at first sight, by their places in `read`. */
export function neighboursIn(context: Context, read: readonly ReadTarget[]): (index: number) => Neighbours {
  const sentenceOf = (index: number): number | undefined => read[index]?.frame.sentence
  const lineOf = (index: number): number => context.lineOf(sentenceOf(index) as number).index
  const goals = read.flatMap((target, index) => (isGoal(target) ? [index] : []))
  const paragraphs = groups(read.length, lineOf, index => isGoal(read[index] as ReadTarget))
  const sentences = groups(
    read.length,
    index => sentenceOf(index) as number,
    index => isGoal(read[index] as ReadTarget)
  )
  const goalIn = (index: number, sentence: number): boolean | undefined =>
    sentenceOf(index) === sentence ? isGoal(read[index] as ReadTarget) : undefined
  const spansOf = (places: readonly number[]): Span[] => places.map(place => spanOf((read[place] as ReadTarget).frame.anchor))
  return index => {
    const sentence = sentenceOf(index) as number
    const own = sentences.get(sentence) as Paragraph
    const line = paragraphs.get(lineOf(index)) as Paragraph
    const others = line.to - line.from - (own.to - own.from)
    const inLine = nearestOf(goals, own.from, own.to).filter(place => place >= line.from && place < line.to)
    return {
      previous: goalIn(index - 1, sentence),
      next: goalIn(index + 1, sentence),
      share: others === 0 ? undefined : (line.goals - own.goals) / others,
      paragraph: spansOf(inLine),
      text: spansOf(nearestOf(goals, line.from, line.to).slice(0, MOST_GOALS))
    }
  }
}

/** Numbers that stand together, by what they have in common. */
function groups(length: number, of: (index: number) => number, isGoalAt: (index: number) => boolean): Map<number, Paragraph> {
  const found = new Map<number, Paragraph>()
  for (let index = 0; index < length; index++) {
    const group = found.get(of(index)) ?? { from: index, to: index, goals: 0 }
    group.to = index + 1
    if (isGoalAt(index)) group.goals++
    found.set(of(index), group)
  }
  return found
}

/** The places among `goals` nearest to `[from, to)` and outside of it: those before it, then those behind it, some of each. */
function nearestOf(goals: readonly number[], from: number, to: number): number[] {
  const before = firstWithout(goals.length, i => (goals[i] as number) < from)
  const behind = firstWithout(goals.length, i => (goals[i] as number) < to)
  return [...goals.slice(Math.max(0, before - MOST_GOALS), before).reverse(), ...goals.slice(behind, behind + MOST_GOALS)]
}
