import { COLUMNS, type Column, type Filters, facetsOf, NO_FILTERS, passes, type Reading, sorted } from '../../review/filters.ts'
import { isDone, type Placed, type Queue } from '../../review/item.ts'
import type { ListView } from '../../review/pages/list.ts'
import type { TableView } from '../../review/pages/table.ts'
import { stripMarks } from '../../text/fold.ts'
import { placeInWords } from '../words.ts'
import type { Session } from './session.ts'
import type { Settings } from './viewer.ts'

/** How items are searched and sorted: without tones and marks, places by their names. */
export const READING: Reading = { fold: text => stripMarks(text).toLowerCase(), placeName: placeInWords }

/** The filters in an address. */
export function filtersOf(query: Readonly<Record<string, string | undefined>>, prefix = ''): Filters {
  return Object.fromEntries(Object.keys(NO_FILTERS).map(name => [name, query[prefix + name] ?? ''])) as unknown as Filters
}

/** The address of an item in a filtered list, beside the other pages. */
export function hrefOf(queue: Queue, item: string | null, filters: Filters, more: Readonly<Record<string, string>> = {}): string {
  return addressOf(queue, filters, { ...(item === null ? {} : { item }), ...more })
}

function addressOf(page: string, filters: Filters, more: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams({ ...more, ...Object.fromEntries(Object.entries(filters).filter(([, v]) => v !== '')) })
  const text = query.toString()
  return `${page}${text === '' ? '' : `?${text}`}`
}

/** The address of a queue as a table. */
export function listHref(queue: Queue, filters: Filters): string {
  return addressOf('list', filters, { queue })
}

/** The address of a rule's page. */
export function ruleHref(rule: string): string {
  return `rule?${new URLSearchParams({ rule })}`
}

/** A queue as somebody narrowed it, and the item that is open in it. */
export interface Opened {
  readonly queue: Queue
  readonly filters: Filters
  readonly all: readonly Placed[]
  readonly list: readonly Placed[]
  readonly current: Placed | null
  /** Whether the address names an item that there is not. */
  readonly isStale: boolean
}

// Who asks for these wants to look at what is done.
const DONE = new Set(['decided', 'closed', 'accepted', 'rejected', 'disputed'])

/** Opens a queue at an item, else at the first that is not done; where what is done is asked for, at the first. */
export async function openQueue(
  session: Session,
  queue: Queue,
  itemId: string | null,
  filters: Filters,
  { viewer }: Settings
): Promise<Opened> {
  const all = await session.placed(queue, viewer)
  const list = sorted(
    all.filter(p => passes(p, filters, READING)),
    filters.sort,
    READING
  )
  const named = itemId === null ? null : (all.find(p => p.item.id === itemId) ?? null)
  const isStale = itemId !== null && named === null
  return { queue, filters, all, list, current: itemId === null ? (firstOpen(list) ?? firstDone(list, filters)) : named, isStale }
}

function firstOpen(list: readonly Placed[]): Placed | undefined {
  return list.find(p => !isDone(p) && p.standing.state !== 'skipped') ?? list.find(p => !isDone(p))
}

function firstDone(list: readonly Placed[], { state }: Filters): Placed | null {
  return DONE.has(state) ? (list[0] ?? null) : null
}

/** The id of the item to go on with behind one that was decided, where what is done is asked for; the last one stays. */
export function nextDone({ list, filters }: Pick<Opened, 'list' | 'filters'>, after: string): string | null {
  if (!DONE.has(filters.state)) return null
  return list[list.findIndex(p => p.item.id === after) + 1]?.item.id ?? after
}

/** The next item to be decided behind one that just was; null where all is done. */
export function nextOpen({ list }: Pick<Opened, 'list'>, after: string): Placed | null {
  const at = list.findIndex(p => p.item.id === after)
  const rest = [...list.slice(at + 1), ...list.slice(0, Math.max(0, at))]
  return firstOpen(rest.filter(p => p.item.id !== after)) ?? null
}

const WINDOW = 100

/** The list beside the item: a window of it around what is open. */
export function listView({ queue, filters, all, list, current }: Opened): ListView {
  const at = Math.max(
    0,
    list.findIndex(p => p.item.id === current?.item.id)
  )
  const from = Math.floor(Math.max(0, Math.min(at - WINDOW / 3, list.length - WINDOW)))
  return {
    action: queue,
    entries: list
      .slice(from, from + WINDOW)
      .map(placed => ({ placed, href: hrefOf(queue, placed.item.id, filters), isCurrent: placed.item.id === current?.item.id })),
    from,
    total: list.length,
    filters,
    facets: facetsOf(all, filters, READING),
    clearHref: queue,
    tableHref: listHref(queue, filters)
  }
}

const PAGE = 100

/** A page of a queue as a table; a page that there is not is the nearest there is. */
export function tableView({ queue, filters, all, list }: Opened, wanted: string): TableView {
  const pages = Math.max(1, Math.ceil(list.length / PAGE))
  const page = Math.min(pages, /^[1-9]\d{0,8}$/.test(wanted) ? Number(wanted) : 1)
  const from = (page - 1) * PAGE
  const to = (filters: Filters, page = 1) => addressOf('list', filters, { queue, ...(page === 1 ? {} : { page: String(page) }) })
  const sortBy = (column: Column) => to({ ...filters, sort: filters.sort === column ? `-${column}` : column })
  return {
    action: 'list',
    more: { queue },
    entries: list.slice(from, from + PAGE).map(placed => ({ placed, href: hrefOf(queue, placed.item.id, filters) })),
    from,
    total: list.length,
    page,
    pages,
    filters,
    facets: facetsOf(all, filters, READING),
    clearHref: to(NO_FILTERS),
    sorts: Object.fromEntries(COLUMNS.map(column => [column, sortBy(column)])) as Record<Column, string>,
    previousHref: page > 1 ? to(filters, page - 1) : null,
    nextHref: page < pages ? to(filters, page + 1) : null,
    openHref: hrefOf(queue, null, filters)
  }
}
