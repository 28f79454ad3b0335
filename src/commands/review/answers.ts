import type { Decision } from '../../review/decisions/decision.ts'
import { renderEditForm } from '../../review/edit-form.ts'
import { passes } from '../../review/filters.ts'
import { html } from '../../review/html.ts'
import { type Item, isDone, QUEUES, type Queue } from '../../review/item.ts'
import { decisionInWords } from '../../review/pages/work-view.ts'
import type { Say } from '../../review/words/index.ts'
import { decide, decideGroup, type Outcome, stepBack } from './decide.ts'
import { groupHref, groupRows, nextGroup } from './grouping.ts'
import { filtersOf, hrefOf, nextDone, nextOpen, openQueue, READING } from './listing.ts'
import { problemInWords } from './problem.ts'
import { Refusal } from './refusal.ts'
import type { Session } from './session.ts'
import type { Settings } from './viewer.ts'
import { nameOf } from './views.ts'
import { groupWishOf, tokenOf, wholeOf, wishOf } from './wish.ts'

/** What can be sent, by the address it is sent to. */
export type Sending = 'decide' | 'decide-group' | 'undo' | 'redo'

/** What a page is told when it sent a decision; `url` is where it goes on. */
export interface Told {
  readonly isSaved: boolean
  readonly url?: string
  readonly say?: string
  readonly alert?: string
  readonly dialog?: string
  readonly form?: string
}

/** Carries out what a page sent. Throws a `Refusal` where no page sends such a thing. */
export async function decided(session: Session, sending: Sending, sent: URLSearchParams, settings: Settings): Promise<Told> {
  const { viewer, say } = settings
  if (sending === 'undo' || sending === 'redo') return await back(session, sending, sent, settings)
  if (sending === 'decide-group') return await groupDecided(session, sent, settings)
  const queue = QUEUES.find(q => q === sent.get('queue')) ?? 'changes'
  const item = await session.find(sent.get('item') ?? '', viewer.reviewer)
  if (item === undefined) throw new Refusal(404, say('no_item'))
  return await told(session, decide(session, item, wishOf(sent, item, say), viewer), item, queue, sent, settings)
}

/** Decides a set of changes at once: a group, or a part of one; how many there are was said, and has to be true still. */
async function groupDecided(session: Session, sent: URLSearchParams, settings: Settings): Promise<Told> {
  const { viewer, say } = settings
  const { count, ...wish } = groupWishOf(sent, say)
  const set = { ...filtersOf(Object.fromEntries(sent), 'set.'), state: '', sort: '' }
  const members = (await session.placed('changes', viewer)).filter(p => passes(p, set, READING))
  if (members.length === 0) throw new Refusal(404, say('no_group'))
  const open = members.filter(p => !isDone(p))
  const outcome = decideGroup(
    session,
    members.map(p => p.item),
    wish,
    count,
    viewer
  )
  if (outcome.kind === 'used') throw new Refusal(409, say('token_used'))
  const here = groupHref(set.group)
  if (outcome.kind !== 'saved') {
    const now = outcome.kind === 'recount' ? outcome.count : open.length
    return { isSaved: false, url: here, alert: say('group_recount', { n: count, o: now }) }
  }
  const rows = groupRows(await session.placed('changes', viewer))
  const isLeft = (rows.find(r => r.id === set.group)?.open ?? 0) > 0
  const next = isLeft ? here : (nextGroup(rows, set.group)?.href ?? groupHref(null))
  const left = rows.reduce((n, r) => n + r.open, 0)
  const [first] = outcome.decisions
  const what = first === undefined ? '' : decisionInWords(first, say, outcome.decisions)
  return { isSaved: true, url: await goingOn(session, sent, settings, next), say: `${say('saved')}: ${what}, ${say('left', { n: left })}` }
}

// Who decided from an item goes on in the list it stood in.
async function goingOn(session: Session, sent: URLSearchParams, settings: Settings, next: string): Promise<string> {
  const id = sent.get('item')
  if (sent.get('from') === 'groups' || id === null) return next
  const filters = filtersOf(Object.fromEntries(sent), 'q.')
  const opened = await openQueue(session, 'changes', null, filters, settings)
  return hrefOf('changes', nextOpen(opened, id)?.item.id ?? null, filters)
}

async function told(
  session: Session,
  outcome: Outcome,
  item: Item,
  queue: Queue,
  sent: URLSearchParams,
  settings: Settings
): Promise<Told> {
  const { say } = settings
  const filters = filtersOf(Object.fromEntries(sent), 'q.')
  if (outcome.kind === 'used') throw new Refusal(409, say('token_used'))
  if (outcome.kind === 'conflict' || outcome.kind === 'theirs')
    return { isSaved: false, dialog: conflictDialog(outcome, item, queue, sent, say) }
  if (outcome.kind === 'invalid') {
    const action = sent.get('action') === 'add' ? 'add' : 'edit'
    const hidden = html`${['item', 'queue', 'seen', 'token', ...[...sent.keys()].filter(k => k.startsWith('q.'))].map(name => html`<input type="hidden" name="${name}" value="${sent.get(name) ?? ''}">`)}`
    return {
      isSaved: false,
      form: renderEditForm(
        { action, record: asTyped(outcome.draft, sent), hidden, problem: problemInWords(outcome.problem, say) },
        say,
        nameOf
      ).html
    }
  }
  const opened = await openQueue(session, queue, null, filters, settings)
  const left = opened.list.filter(p => !isDone(p)).length
  const [first] = outcome.decisions
  const stays = first?.action === 'note' || first?.action === 'reveal' || (first?.action === 'add' && item.queue !== 'misses')
  const next =
    stays && first?.action !== 'reveal'
      ? item.id
      : first?.action === 'reveal'
        ? (opened.list.find(p => p.item.articleId === item.articleId && !isDone(p))?.item.id ?? item.id)
        : (nextOpen(opened, item.id)?.item.id ?? nextDone(opened, item.id))
  const what = first === undefined ? '' : decisionInWords(first, say)
  return {
    isSaved: true,
    url: hrefOf(queue, next, filters),
    say: `${say('saved')}: ${what}, ${say('left', { n: left })}`
  }
}

async function back(session: Session, action: 'undo' | 'redo', sent: URLSearchParams, settings: Settings): Promise<Told> {
  const { viewer, say } = settings
  const outcome = stepBack(session, action, wholeOf(sent, 'target', say), tokenOf(sent, say), viewer, sent.get('any') === '1')
  const queue = QUEUES.find(q => q === sent.get('queue')) ?? null
  if (outcome.kind === 'used') throw new Refusal(409, say('token_used'))
  if (outcome.kind === 'nothing') return { isSaved: false, alert: say('log_empty') }
  if (outcome.kind !== 'saved')
    return {
      isSaved: false,
      alert: outcome.kind === 'conflict' ? say('conflict_says', { what: decisionInWords(outcome.decision, say) }) : say('not_saved')
    }
  const many = outcome.decisions.length
  const [row] = outcome.decisions
  const taken = new Set(outcome.decisions.map(d => d.target))
  const targets = session.log().filter(d => taken.has(d.id))
  const target = targets.find(d => d.id === row?.target)
  // Back to what it was about, so that it is seen what became of it.
  const origin = QUEUES.find(q => q === target?.origin && session.queues.includes(q)) ?? queue ?? session.queues[0] ?? 'records'
  const items = await session.items(origin, viewer.reviewer)
  const item = items.find(
    i =>
      i.sha256 === target?.sha256 &&
      (i.after ?? i.before)?.id === (target.after ?? target.before)?.id &&
      (i.at?.start ?? null) === (i.at === null ? null : target.start)
  )
  return {
    isSaved: true,
    // A group that was taken back is seen as the group.
    url: many > 1 && item?.group != null ? groupHref(item.group) : hrefOf(origin, item?.id ?? null, filtersOf({})),
    say: `${say(action)}: ${target === undefined ? '' : decisionInWords(target, say, targets)}`
  }
}

/** A dialog that shows what somebody else decided, and lets the own decision replace it. */
function conflictDialog(
  { kind, decision }: { readonly kind: 'conflict' | 'theirs'; readonly decision: Decision },
  item: Item,
  queue: Queue,
  sent: URLSearchParams,
  say: Say
): string {
  const again = new URLSearchParams(sent)
  again.set('seen', String(decision.id))
  again.set('override', '1')
  const what = `${decision.reviewer}: ${decisionInWords(decision, say)}, ${decision.at.slice(0, 16).replace('T', ' ')}`
  return html`
<dialog aria-labelledby="conflict-title" class="conflict"><h2 id="conflict-title">${say(kind === 'theirs' ? 'theirs' : 'conflict')}</h2><p>${say(kind === 'theirs' ? 'theirs_says' : 'conflict_says', { what })}</p>
  <div class="buttons"><a href="${hrefOf(queue, item.id, filtersOf(Object.fromEntries(sent), 'q.'))}" data-swap class="keep">${say('conflict_keep')}</a>
  <form method="post" action="decide">${[...again].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<button type="submit" class="primary">${say('conflict_replace')}</button></form></div></dialog>`
    .html
}

// What was typed stays in the form.
function asTyped(draft: Item['after'] & object, sent: URLSearchParams): typeof draft {
  const typed = [...sent].flatMap(([name, value]): [string, unknown][] => {
    if (!name.startsWith('f.')) return []
    const id = sent.get(`i.${name.slice(2)}`)
    return [[name.slice(2), id === null ? value : { id, text: value }]]
  })
  return { ...draft, ...Object.fromEntries(typed) }
}
