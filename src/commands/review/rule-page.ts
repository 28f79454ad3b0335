import { rulesWrongIn, tallyRules } from '../../review/decisions/tally.ts'
import { NO_FILTERS } from '../../review/filters.ts'
import { isDone, type Queue, recordOf } from '../../review/item.ts'
import type { RulePage } from '../../review/pages/rule.ts'
import { ruleNamed } from '../rules/known.ts'
import { hrefOf, listHref } from './listing.ts'
import { Refusal } from './refusal.ts'
import type { Session } from './session.ts'
import type { Settings } from './viewer.ts'

const SENTENCES = 50

/** What is known and was decided of a rule. Throws a `Refusal` where nothing is called so. */
export async function rulePage(session: Session, id: string, { viewer, say }: Settings): Promise<RulePage> {
  const rule = ruleNamed(id)
  const tally = tallyRules(session.visible(viewer)).find(t => t.rule === id)
  if (rule === undefined && tally === undefined) throw new Refusal(404, say('no_rule'))
  const queues = session.queues.filter(q => q !== 'misses')
  const all = (await Promise.all(queues.map(async q => await session.placed(q, viewer)))).flat()
  const wrong = all.filter(p => isDone(p) && p.standing.decision !== null && rulesWrongIn(p.standing.decision).has(id))
  const record = recordOf(wrong[0]?.item ?? { before: null, after: null })
  const queue = queues[0] as Queue
  return {
    rule: { id, kind: rule?.kind ?? null, pattern: rule?.pattern ?? null, phrases: rule?.phrases ?? null, matched: [] },
    accepted: tally?.accepted ?? 0,
    rejected: tally?.rejected ?? 0,
    sentences: wrong.slice(0, SENTENCES).map(({ item }) => ({ item, href: hrefOf(item.queue, item.id, NO_FILTERS) })),
    listHref: listHref(queue, { ...NO_FILTERS, rule: id }),
    commands: [
      `muctieu explain --rule ${id}`,
      ...(record === null ? [] : [`muctieu explain ${record.id} --rules`]),
      ...(rule?.pattern == null ? [] : [`muctieu rules try '${rule.pattern.replaceAll("'", "'\\''")}' ARTICLES`]),
      'muctieu eval GOLD',
      `muctieu eval GOLD --without ${id}`
    ]
  }
}
