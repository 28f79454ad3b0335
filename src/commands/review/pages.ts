import { randomUUID } from 'node:crypto'
import { nextRedo, nextUndo } from '../../review/decisions/decision.ts'
import type { Html } from '../../review/html.ts'
import { isDone, type Queue } from '../../review/item.ts'
import { renderUndo } from '../../review/pages/actions.ts'
import { renderGroups } from '../../review/pages/groups.ts'
import { renderLog } from '../../review/pages/log.ts'
import { renderProgress } from '../../review/pages/progress.ts'
import { renderRulePage } from '../../review/pages/rule.ts'
import { renderSearching } from '../../review/pages/searching.ts'
import { renderTable } from '../../review/pages/table.ts'
import { type EmptyView, renderEmpty, renderWork } from '../../review/pages/work.ts'
import { groupRows, groupsView, nextGroup } from './grouping.ts'
import { filtersOf, hrefOf, listView, type Opened, openQueue, tableView } from './listing.ts'
import { rulePage } from './rule-page.ts'
import type { Session } from './session.ts'
import { stepOf } from './step.ts'
import type { Settings } from './viewer.ts'
import { nameOf, progressView, queueNamed, workView } from './views.ts'

/** What a page shows, under which tab, and whether its address led to what it names. */
export interface Shown {
  readonly main: Html
  readonly tab: string
  readonly status: 200 | 404
}

// Who waits longer than this is told how far it is.
const PATIENCE = 1500

type Query = Readonly<Record<string, string>>

/** The pages of a review by their names in addresses, the first of them first. */
export function pagesOf({ queues, subject }: Session): string[] {
  return [...(subject.changes === null ? [] : ['groups']), ...queues, 'list', 'progress', 'rule', 'log']
}

/** What an address shows; the name is one of `pagesOf`. */
export async function pageOf(session: Session, name: string, query: Query, settings: Settings): Promise<Shown> {
  const { say } = settings
  if (name === 'progress') return found(renderProgress(await progressView(session, settings), say), name)
  if (name === 'log') return found(await logPage(session, query['who'] === 'mine', settings), name)
  if (name === 'rule')
    return found(renderRulePage(await rulePage(session, query['rule'] ?? '', query['worth'] === '1', settings), say, nameOf), 'progress')
  if (name === 'groups') {
    const view = await groupsView(session, query['group'] ?? null, query['by'] ?? '', settings)
    return { main: renderGroups(view, say, nameOf), tab: name, status: view.isStale ? 404 : 200 }
  }
  if (name === 'list') {
    const queue = queueNamed(query['queue'] ?? '', session) ?? (session.queues[0] as Queue)
    const searching = queue === 'misses' ? await session.searching(PATIENCE) : null
    if (searching !== null) return found(renderSearching(searching, say), queue)
    const opened = await openQueue(session, queue, null, filtersOf(query), settings)
    return found(renderTable(tableView(opened, query['page'] ?? ''), say, nameOf), queue)
  }
  return await queuePage(session, name as Queue, query, settings)
}

async function queuePage(session: Session, queue: Queue, query: Query, settings: Settings): Promise<Shown> {
  const { say } = settings
  const searching = queue === 'misses' ? await session.searching(PATIENCE) : null
  if (searching !== null) return found(renderSearching(searching, say), queue)
  const opened = await openQueue(session, queue, query['item'] ?? null, filtersOf(query), settings)
  const { current, isStale } = opened
  if (current !== null)
    return found(
      renderWork(workView(session, { ...opened, current }, settings, query['whole'] === '1'), listView(opened), say, nameOf),
      queue
    )
  return { main: renderEmpty(await emptyView(session, opened, settings), say, nameOf), tab: queue, status: isStale ? 404 : 200 }
}

async function emptyView(session: Session, opened: Opened, settings: Settings): Promise<EmptyView> {
  const { viewer, say } = settings
  const log = session.visible(viewer)
  const undo = renderUndo(
    {
      undo: stepOf(nextUndo(log, viewer.reviewer)),
      redo: stepOf(nextRedo(log, viewer.reviewer)),
      token: randomUUID(),
      queue: opened.queue
    },
    say
  )
  return { list: listView(opened), undo, isStale: opened.isStale, left: leftOf(opened, settings) }
}

// Of a group the next group; else what the filters left out, or the first that is not done.
function leftOf({ queue, filters, all, list }: Opened, { say }: Settings): EmptyView['left'] {
  const open = all.filter(p => !isDone(p)).length
  if (open === 0) return null
  const rows = filters.group === '' ? [] : groupRows(all)
  const own = rows.find(r => r.id === filters.group)
  const group = own !== undefined && own.open > 0 ? own : nextGroup(rows, filters.group)
  if (group !== null) return { href: group.href, says: say('group_left', { n: rows.filter(r => r.open > 0).length }) }
  const isHere = list.some(p => !isDone(p))
  return { href: hrefOf(queue, null, isHere ? filters : filtersOf({})), says: say('go_on', { n: open }) }
}

async function logPage(session: Session, isMine: boolean, { viewer, say }: Settings): Promise<Html> {
  const items = await Promise.all(session.queues.filter(q => q !== 'misses').map(async q => await session.items(q, viewer.reviewer)))
  const byRecord = new Map(items.flat().map(i => [`${i.sha256} ${i.after?.id ?? i.before?.id ?? ''}`, i]))
  return renderLog(
    {
      log: session.visible(viewer),
      isMine,
      reviewer: viewer.reviewer,
      token: randomUUID(),
      hrefOf: d => {
        const item = byRecord.get(`${d.sha256} ${d.after?.id ?? d.before?.id ?? ''}`)
        return item === undefined ? null : hrefOf(item.queue, item.id, filtersOf({}))
      }
    },
    say
  )
}

const found = (main: Html, tab: string): Shown => ({ main, tab, status: 200 })
