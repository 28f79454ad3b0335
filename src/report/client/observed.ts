import { fold } from './language.ts'
import type { Fact, Subject } from './model.ts'

/** What can be said of a goal by what was measured. */
export type Verdict = 'reached' | 'missed' | 'disputed' | 'so_far' | 'undated'

/** One goal, in all the sentences that say it, beside what was measured. */
export interface Check {
  readonly goals: readonly Fact[]
  readonly seen: readonly Fact[]
  readonly verdict: Verdict
}

/** What is measured where and in what: equal for a goal and for numbers that it can be held against. */
export function measureKey(fact: Fact): string {
  const { where, subject, qualifier, unit, measure, direction, scope, low } = fact
  const isRank = unit === null && low !== null && RANKS.includes(measure)
  const how = isRank ? ['rank', scope] : [unit, measure, direction]
  return JSON.stringify([where, subject, qualifier === null ? null : fold(qualifier), ...how])
}

const RANKS = ['top_n', 'exact', 'at_least', 'leader']

/** Goals with a place, a subject and a year beside numbers of the same; those with a verdict first, later ones before. */
export function checks(goals: readonly Fact[], observed: readonly Fact[], subjects: Readonly<Record<string, Subject>>): Check[] {
  const byMeasure = Map.groupBy(observed, measureKey)
  const asked = goals.filter(g => g.place !== null && g.subject !== null && g.year !== null && g.low !== null)
  const same = Map.groupBy(asked, g => JSON.stringify([measureKey(g), g.edtf, g.low, g.high, g.comparator]))
  return [...same.values()]
    .flatMap(members => {
      const goal = members[0] as Fact
      const found = check(goal, byMeasure.get(measureKey(goal)) ?? [], subjects)
      return found === null ? [] : [{ goals: members, ...found }]
    })
    .toSorted((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) || (b.goals[0]?.year ?? 0) - (a.goals[0]?.year ?? 0))
}

const ORDER: readonly Verdict[] = ['reached', 'missed', 'disputed', 'so_far', 'undated']

function check(goal: Fact, all: readonly Fact[], subjects: Readonly<Record<string, Subject>>): Omit<Check, 'goals'> | null {
  const numbers = all.filter(o => o.low !== null)
  const then = numbers.filter(o => isThen(o, goal))
  if (then.length > 0) {
    const answers = new Set(then.map(o => isReached(goal, o, subjects)))
    return { seen: then, verdict: answers.size > 1 ? 'disputed' : answers.has(true) ? 'reached' : 'missed' }
  }
  // A rate of some years is not on the way to that of other years.
  if (goal.measure === 'growth' || goal.measure === 'change') return null
  const before = numbers.filter(o => o.year !== null && o.year < (goal.year as number))
  const last = Math.max(...before.map(o => o.year as number))
  if (before.length > 0) return { seen: before.filter(o => o.year === last), verdict: 'so_far' }
  const undated = numbers.filter(o => o.year === null)
  return undated.length === 0 ? null : { seen: undated, verdict: 'undated' }
}

/** Whether a number was measured at the time that a goal is for: a part of a year is not the year. */
function isThen({ edtf }: Fact, goal: Fact): boolean {
  if (edtf === null || goal.edtf === null) return false
  if (edtf === goal.edtf) return true
  const isState = goal.measure !== 'growth' && goal.measure !== 'change'
  return isState && edtf === String(goal.year)
}

/** Whether a number is as good as a goal wants it. Of ranks, and of what is to fall, less is better. */
function isReached(goal: Fact, { low, high }: Fact, subjects: Readonly<Record<string, Subject>>): boolean {
  const isRank = goal.kind === 'rank_goal'
  const isCeiling =
    goal.comparator === '<' || goal.comparator === '<=' || (goal.direction === null && subjects[goal.subject ?? '']?.better === 'down')
  if (isRank || isCeiling) return (low as number) <= ((goal.high ?? goal.low) as number)
  return ((high ?? low) as number) >= (goal.low as number)
}
