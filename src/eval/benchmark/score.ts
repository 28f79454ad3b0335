import { overlaps } from '../../model/span.ts'
import { alignSpans } from '../../text/assignment.ts'
import type { GoldArticle, GoldQuantity } from '../gold.ts'
import type { Output, QuantityOutput } from '../output.ts'
import { overlapShare, sameNumber } from '../same.ts'
import { type ArticleScore, scoreOutput } from '../score.ts'
import { count, newSheet, type Sheet } from '../sheet.ts'
import { type BenchmarkLine, isPartial, type PartialLine } from './format.ts'
import { goldOf } from './gold-of.ts'

/** What one line of the benchmark contributes: the counts of `eval`, and those of the benchmark's own measures. */
export function scoreLine(line: BenchmarkLine, output: Output, text: string): ArticleScore {
  if (isPartial(line)) return scoreJudged(line, output)
  const gold = goldOf(line, text)
  const score = scoreOutput(gold, output, text)
  const sheet = newSheet()
  const readings = [...output.targets, ...output.observations]
  if (gold.quantities !== undefined) {
    scorePercentageValues(sheet, gold.quantities.filter(isPercentage), readings)
    scoreGoalNumbers(sheet, gold.quantities, readings)
  }
  if (gold.quantities !== undefined && gold.ranks !== undefined) scoreWhole(sheet, gold, score)
  return { ...score, counts: { ...score.counts, ...sheet.counts } }
}

const isPercentage = (q: { readonly quote: string }): boolean => /%|phần trăm/.test(q.quote)

/** Percentages with their value, whatever is said of them: gold has every one of a text. */
function scorePercentageValues(sheet: Sheet, gold: readonly GoldQuantity[], readings: readonly QuantityOutput[]): void {
  // A number without its sign speaks of a percentage where it stands in one.
  const read = readings.filter(r => isPercentage(r.anchor) || gold.some(g => overlaps(g, r.anchor)))
  const isRight = (g: GoldQuantity, r: QuantityOutput) => sameNumber(g.low, r.low) && sameNumber(g.high, r.high)
  const pairs = alignSpans(
    { items: gold, span: g => g },
    { items: read, span: r => r.anchor },
    (g, r) => 1 + overlapShare(g, r.anchor) + 2 * Number(isRight(g, r))
  )
  count(sheet, 'percentage.gold', gold.length)
  count(sheet, 'percentage.read', read.length)
  count(sheet, 'percentage.right', pairs.filter(p => isRight(gold[p.left]!, read[p.right]!)).length)
}

/** Whether the number of each goal was read with its value. Numbers that are no goal gold does not have: none is too much. */
function scoreGoalNumbers(sheet: Sheet, gold: readonly GoldQuantity[], readings: readonly QuantityOutput[]): void {
  for (const g of gold.filter(q => q.status === 'goal')) {
    count(sheet, 'goal_number.of')
    count(
      sheet,
      'goal_number.right',
      readings.some(r => overlaps(g, r.anchor) && sameNumber(g.low, r.low) && sameNumber(g.high, r.high))
    )
  }
}

/** Whether an article is right in all its goals, and in everything that was annotated. */
function scoreWhole(sheet: Sheet, gold: GoldArticle, { errors }: ArticleScore): void {
  const isRight = !errors.some(e => e.kind === 'target' || e.kind === 'rank_goal')
  const hasGoals = [...(gold.quantities ?? []), ...(gold.ranks ?? [])].some(e => e.status === 'goal')
  count(sheet, 'article.of')
  count(sheet, 'article.goals.right', isRight)
  count(sheet, 'article.with_goals.of', hasGoals)
  count(sheet, 'article.with_goals.right', hasGoals && isRight)
  count(sheet, 'article.right', errors.length === 0)
}

/** Numbers judged one by one: whether each is called a goal where it is one. What else was read is not counted. */
function scoreJudged({ article, quantities }: PartialLine, { targets }: Output): ArticleScore {
  const sheet = newSheet()
  for (const q of quantities) {
    const isCalled = targets.some(t => overlaps(q, t.anchor))
    const isGoal = q.status === 'goal'
    count(sheet, 'judged.of')
    count(sheet, 'judged.right', isCalled === isGoal)
    count(sheet, 'judged.goal.read', isCalled)
    count(sheet, 'judged.goal.right', isCalled && isGoal)
  }
  return { article, counts: sheet.counts, errors: [] }
}
