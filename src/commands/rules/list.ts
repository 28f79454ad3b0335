import { UsageError } from '../../model/usage-error.ts'
import { tableOfRows } from '../columns.ts'
import type { Command } from '../command.ts'
import { JSON_OPTION } from '../operands.ts'
import { oneOf } from '../option-values.ts'
import { RULE_KINDS, type RuleInfo, rules } from './known.ts'

const EXAMPLE_WIDTH = 38

/** `muctieu rules list`: the rules that are data. */
export const rulesList: Command = {
  name: 'list',
  summary: 'list the rules with their first examples',
  operands: [{ name: '[part]', says: 'only rules with this in their id' }],
  options: [{ flags: '--kind <kind>', says: `only one kind: ${RULE_KINDS.join(', ')}`, parse: oneOf('--kind', RULE_KINDS) }, JSON_OPTION],
  examples: [
    ['rules list', 'every rule'],
    ['rules list date/ --json', 'all that is known of the rules of dates']
  ],
  async run([part = ''], given, io) {
    const options = given as { readonly kind?: string; readonly json?: true }
    const found = rules().filter(rule => rule.id.includes(part) && (options.kind === undefined || rule.kind === options.kind))
    if (found.length === 0) throw new UsageError(`No rule has ${JSON.stringify(part)} in its id.`)
    const rows = found.map(rule => [rule.id, rule.kind, firstExample(rule)])
    await (options.json ? io.data : io.stdout).write(
      options.json ? `${JSON.stringify(found, null, 1)}\n` : tableOfRows([['rule', 'kind', 'example'], ...rows])
    )
    return 0
  }
}

function firstExample({ examples, phrases }: RuleInfo): string {
  const example = examples[0]?.text ?? (phrases === null ? '' : `${phrases} phrases`)
  const letters = [...example]
  return letters.length <= EXAMPLE_WIDTH ? example : `${letters.slice(0, EXAMPLE_WIDTH - 1).join('')}…`
}
