import { diffSides } from '../../diff/diff.ts'
import type { Side } from '../../diff/side.ts'
import { judge } from '../../diff/verdict.ts'
import type { GoldArticle } from '../../eval/gold.ts'
import type { Item } from '../../review/item.ts'
import { goldJudge } from '../diff/gold-judge.ts'
import { gathered } from './gather.ts'
import { changeItems } from './items.ts'

/** The changes between two sides as items, what gold says is broken first. */
export function changesOfRuns(base: Side, now: Side, gold: readonly GoldArticle[] | null): Item[] {
  const diff = diffSides(base, now)
  if (gold === null) return gathered(changeItems(diff))
  const judged = goldJudge(gold, base, now)
  return gathered(changeItems(judge(diff, article => judged.judgementOf(article))))
}
