import type { GoldArticle } from '../../eval/gold.ts'
import { type ArticleScore, scoreArticle } from '../../eval/score.ts'
import { wrongOnly } from '../../eval/wrong-only.ts'
import type { Article } from '../../model/article.ts'
import { UsageError } from '../../model/usage-error.ts'
import { tableOfRows } from '../columns.ts'
import type { Command } from '../command.ts'
import { loadGold } from '../eval/gold-sets.ts'
import { extractorOf } from '../extractor.ts'
import { JSON_OPTION, pathOf, pathsOf } from '../operands.ts'
import { exitCodeOf, noOutcomes } from '../outcomes.ts'
import { articlesOf, CORPUS_OPERAND, CORPUS_PUBLISHED } from './corpus.ts'
import { ruleIds } from './known.ts'

/** What articles are without one rule. */
export interface RuleWorth {
  readonly rule: string
  /** Articles whose records say something else without it. */
  readonly changed: number
  /** What of gold is right with it alone, and right without it alone; null where no gold was given. */
  readonly gained: number | null
  readonly lost: number | null
}

/** What is left out in turn, and how much of the articles. */
interface Given {
  readonly json?: true
  readonly published?: string
  readonly gold?: string
  readonly rule?: string
}

/** `muctieu rules worth`: each rule left out in turn. */
export const rulesWorth: Command = {
  name: 'worth',
  summary: 'leave each rule out in turn: in how many articles records change, what gold gains or loses',
  notes:
    'Records change where what they say does; which rule said it does not count. A rule that changes fewer than three articles of a thousand and gains nothing of gold is weight. All articles are read once for each rule: name some rules by how they begin (--rule) where there are many articles.',
  operands: [CORPUS_OPERAND],
  options: [
    JSON_OPTION,
    { flags: '--rule <prefix>', says: 'only rules whose id begins so' },
    { flags: '--gold <path>', says: 'gold of some of these articles: a file or a folder of *.gold.ndjson' },
    CORPUS_PUBLISHED
  ],
  exits: [[3, 'some inputs failed, the rest is done']],
  examples: [
    ['rules worth corpus/articles --gold corpus/gold --rule licence/', 'what each reason for or against a goal is worth'],
    ['rules worth news.ndjson --rule date/ --json', 'those of dates, for programs']
  ],
  async run(operands, options, io) {
    const { json, published, gold, rule: prefix = '' } = options as Given
    const rules = [...ruleIds()].filter(id => id.startsWith(prefix))
    if (rules.length === 0)
      throw new UsageError(`No rule that can be left out begins with ${prefix}; "muctieu rules list" names the rules.`)
    const sets = gold === undefined ? [] : await loadGold([pathOf(gold, io)], pathsOf(operands, io))
    const outcomes = noOutcomes()
    const articles: Article[] = []
    for await (const article of articlesOf(operands, published, io, outcomes)) if (article.record.language === 'vi') articles.push(article)
    const worth = worthOf(
      articles,
      sets.flatMap(set => set.articles),
      gold !== undefined
    )
    const found: RuleWorth[] = []
    for (const rule of rules) {
      found.push(worth(rule))
      // Lets an interruption through between two rules.
      await new Promise(setImmediate)
    }
    await (json ? io.data : io.stdout).write(
      json ? `${JSON.stringify({ articles: articles.length, rules: found }, null, 1)}\n` : tableOfWorth(found, gold !== undefined)
    )
    return exitCodeOf(outcomes)
  }
}

/** Reads the articles by all rules; the function says what they are without one. */
function worthOf(articles: readonly Article[], gold: readonly GoldArticle[], isScored: boolean): (rule: string) => RuleWorth {
  const bySum = new Map(gold.map(g => [g.sha256, g]))
  const withAll = readWithout(articles, bySum, [])
  return rule => {
    const without = readWithout(articles, bySum, [rule])
    return {
      rule,
      changed: withAll.said.filter((said, i) => said !== without.said[i]).length,
      gained: isScored ? wrongOnly(without.scores, withAll.scores).length : null,
      lost: isScored ? wrongOnly(withAll.scores, without.scores).length : null
    }
  }
}

/** What the records of each article say, and how those with gold compare. */
function readWithout(articles: readonly Article[], gold: ReadonlyMap<string, GoldArticle>, without: readonly string[]) {
  const extract = extractorOf({ without })
  const scores: ArticleScore[] = []
  const said = articles.map(article => {
    const extraction = extract(article)
    const own = gold.get(article.record.sha256)
    if (own !== undefined) scores.push(scoreArticle(own, 'kind' in extraction ? null : { text: article.text, extraction }))
    return 'kind' in extraction ? extraction.message : JSON.stringify(extraction.records.map(saidBy))
  })
  return { said, scores }
}

/** A record without how it was read. */
function saidBy(record: object): object {
  const { evidence, rules, confidence, ...said } = record as Record<string, unknown>
  return said
}

function tableOfWorth(found: readonly RuleWorth[], isScored: boolean): string {
  const rows = found
    .toSorted((a, b) => a.changed - b.changed || (a.rule < b.rule ? -1 : 1))
    .map(({ rule, changed, gained, lost }) => [rule, String(changed), ...(isScored ? [String(gained), String(lost)] : [])])
  const head = ['rule', 'articles changed', ...(isScored ? ['gold gained', 'gold lost'] : [])]
  return tableOfRows([head, ...rows], new Set([1, 2, 3]))
}
