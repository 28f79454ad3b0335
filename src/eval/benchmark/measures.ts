import { SCORES, type ScoreMeasure, SHARES, type ShareMeasure } from '../measures.ts'
import type { Kind } from '../sheet.ts'
import type { Claim } from './systems/system.ts'

/** What the benchmark measures beside `eval`: what is said of a number alone, and what a user feels. */

const PERCENTAGE: ScoreMeasure = {
  label: 'percentage (value)',
  kind: 'percent',
  fields: [],
  right: 'percentage.right',
  read: 'percentage.read',
  gold: 'percentage.gold'
}

const share = (kind: Kind, label: string, right: string, of: string): ShareMeasure => ({ kind, field: '', label, right, of })

const GOAL_NUMBER = share('target', 'number of a goal read with its value', 'goal_number.right', 'goal_number.of')
const JUDGED = share('target', 'judged number: goal or not, right', 'judged.right', 'judged.of')
const JUDGED_GOALS = share('target', 'judged number called a goal that is one', 'judged.goal.right', 'judged.goal.read')

/** Of 100 …: what a user feels. */
export const FELT: readonly ShareMeasure[] = [
  share('target', 'of targets called high: right in every field', 'goal.band.high.every', 'goal.band.high.read'),
  share('target', 'of articles: right in all goals and rank goals', 'article.goals.right', 'article.of'),
  share('target', '… of those that have one', 'article.with_goals.right', 'article.with_goals.of'),
  share('target', 'of articles: right altogether', 'article.right', 'article.of')
]

/** The measures by which versions are compared, in the order in which they are shown. */
export const HEADLINES: readonly string[] = [
  'document number (canonical)',
  'date (EDTF value)',
  'goal detected',
  'goal core (value, comparator, indicator, deadline)',
  'goal full (core + place + document)',
  'rank goal core',
  'percent status right (five ways)'
]

const NEEDS: Readonly<Record<Kind, Claim>> = {
  document_number: 'document_numbers',
  date: 'dates',
  target: 'statuses',
  percent: 'statuses',
  observation: 'statuses',
  rank_goal: 'ranks',
  rank_observation: 'ranks',
  document: 'document_numbers',
  sentence: 'document_numbers'
}

/** What is measured of a system that claims to read some things: nothing else would be fair to it. */
export function measuresFor(claims: ReadonlySet<Claim>): {
  readonly scores: readonly ScoreMeasure[]
  readonly shares: readonly ShareMeasure[]
} {
  const isClaimed = (m: { readonly kind: Kind }) => claims.has(NEEDS[m.kind])
  const isAll = (['document_numbers', 'dates', 'statuses', 'ranks', 'confidence'] as const).every(c => claims.has(c))
  const numbers = claims.has('quantities')
  return {
    scores: [...SCORES.filter(isClaimed), ...(numbers ? [PERCENTAGE] : [])],
    shares: [
      ...SHARES.filter(m => isClaimed(m) && (m.label !== 'date role (of right dates)' || claims.has('roles'))),
      ...(numbers ? [GOAL_NUMBER] : []),
      ...(claims.has('statuses') ? [JUDGED, JUDGED_GOALS] : []),
      ...(isAll ? FELT : [])
    ]
  }
}
