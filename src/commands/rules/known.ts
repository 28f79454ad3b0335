import { MENTIONS } from '../../mentions/index.ts'
import { RECORDS } from '../../records/index.ts'

/** The ids of all rules that are data: tagging rules, grammar rules, gazetteers and lexicons. */
export function ruleIds(): ReadonlySet<string> {
  return new Set([
    ...MENTIONS.flatMap(m => [...m.rules.map(r => r.id), ...(m.entries ?? []).map(e => e.rule)]),
    ...RECORDS.flatMap(r => r.grammar?.rules.map(rule => rule.id) ?? [])
  ])
}
