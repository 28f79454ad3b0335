import { rulesWrongIn, tallyRules } from '../../review/decisions/tally.ts'
import { NO_FILTERS } from '../../review/filters.ts'
import { isDone, type Queue, recordOf } from '../../review/item.ts'
import type { RulePage } from '../../review/pages/rule.ts'
import type { WorthView } from '../../review/pages/worth.ts'
import { ruleIds, ruleNamed } from '../rules/known.ts'
import { hrefOf, listHref, ruleHref } from './listing.ts'
import { Refusal } from './refusal.ts'
import type { Session } from './session.ts'
import type { Settings } from './viewer.ts'

const SENTENCES = 50

// Who waits longer than this for what a rule is worth is told how far it is.
const PATIENCE = 1000

/**
 * What is known and was decided of a rule, and, where that `isAsked`, what gold gains or loses without it. Throws a `Refusal`
 * where nothing is called so.
 */
export async function rulePage(session: Session, id: string, isAsked: boolean, { viewer, say }: Settings): Promise<RulePage> {
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
    worth: await worthOf(session, id, isAsked),
    commands: [
      `muctieu explain --rule ${id}`,
      ...(record === null ? [] : [`muctieu explain ${record.id} --rules`]),
      ...(rule?.pattern == null ? [] : [`muctieu rules try '${rule.pattern.replaceAll("'", "'\\''")}' ARTICLES`]),
      'muctieu eval GOLD',
      `muctieu eval GOLD --without ${id}`
    ]
  }
}

async function worthOf({ subject }: Session, rule: string, isAsked: boolean): Promise<WorthView> {
  if (!ruleIds().has(rule)) return { kind: 'stays' }
  const { worth } = subject
  if (worth === null) return { kind: 'no_gold' }
  // Nothing that was read is not the same as nothing that changed.
  if (worth.articles === 0) return { kind: 'not_here' }
  const known = worth.known(rule)
  if (known !== null) return { kind: 'known', ...known }
  if (!isAsked) return { kind: 'unasked', articles: worth.articles, href: `${ruleHref(rule)}&worth=1` }
  const found = await worth.ask(rule, PATIENCE)
  return 'of' in found ? { kind: 'counting', ...found } : { kind: 'known', ...found }
}
