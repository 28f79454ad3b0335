import type { Command } from './command.ts'
import { rulesDead } from './rules/dead.ts'
import { rulesGaps } from './rules/gaps.ts'
import { rulesHits } from './rules/hits.ts'
import { rulesIndicators } from './rules/indicators.ts'
import { rulesList } from './rules/list.ts'
import { rulesTry } from './rules/try.ts'
import { rulesWorth } from './rules/worth.ts'

/** `muctieu rules`: the linguist's desk. */
export const rulesCommand: Command = {
  name: 'rules',
  summary: 'list the rules, try a pattern, count hits, find dead rules, gaps and unknown indicators, weigh what each rule is worth',
  subcommands: [rulesList, rulesTry, rulesHits, rulesDead, rulesGaps, rulesIndicators, rulesWorth],
  examples: [
    ['rules list', 'every rule with its first example'],
    ['rules list date/', 'those of dates']
  ]
}
