import { tableOfRows } from '../columns.ts'
import type { Command } from '../command.ts'
import { JSON_OPTION } from '../operands.ts'
import { exitCodeOf, noOutcomes } from '../outcomes.ts'
import { articlesOf, CORPUS_OPERAND, CORPUS_PUBLISHED } from './corpus.ts'
import { type RuleTally, ruleCounter } from './tally.ts'

/** `muctieu rules hits`: what each rule did on a corpus. */
export const rulesHits: Command = {
  name: 'hits',
  summary: 'count what each rule finds in articles, and in how many records it has a part',
  operands: [CORPUS_OPERAND],
  options: [JSON_OPTION, CORPUS_PUBLISHED],
  exits: [[3, 'some inputs failed, the rest is done']],
  examples: [
    ['rules hits corpus/articles', 'hits, records, refusals and articles of every rule'],
    ['rules hits --json news.ndjson', 'the same for programs']
  ],
  async run(operands, given, io) {
    const options = given as { readonly json?: true; readonly published?: string }
    const outcomes = noOutcomes()
    const counter = ruleCounter()
    for await (const article of articlesOf(operands, options.published, io, outcomes)) counter.add(article)
    const tallies = counter.tallies()
    await (options.json ? io.data : io.stdout).write(
      options.json ? `${JSON.stringify({ articles: outcomes.done, rules: tallies }, null, 1)}\n` : tableOfTallies(tallies)
    )
    return exitCodeOf(outcomes)
  }
}

/** Tallies as a table. */
export function tableOfTallies(tallies: readonly RuleTally[]): string {
  const head = ['rule', 'kind', 'hits', 'records', 'refused', 'articles']
  const rows = tallies.map(t => [
    t.rule,
    t.kind,
    t.hits === null ? '' : String(t.hits),
    String(t.records),
    String(t.refused),
    String(t.articles)
  ])
  return tableOfRows([head, ...rows], new Set([2, 3, 4, 5]))
}
