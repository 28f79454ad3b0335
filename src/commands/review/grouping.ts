import { randomUUID } from 'node:crypto'
import { nextRedo, nextUndo } from '../../review/decisions/decision.ts'
import { type Filters, NO_FILTERS, passes, valuesOf } from '../../review/filters.ts'
import { isDone, type Placed } from '../../review/item.ts'
import { renderUndo } from '../../review/pages/actions.ts'
import { type GroupDetail, type GroupRow, type GroupsView, type Part, SPLITS, type Split } from '../../review/pages/groups.ts'
import { hrefOf, READING } from './listing.ts'
import type { Session } from './session.ts'
import { stepOf } from './step.ts'
import type { Settings } from './viewer.ts'

const EXAMPLES = 5
const PARTS = 30
const WINDOW = 60

/** The groups of a queue's changes: those that broke most by gold first, then the largest, those of rare changes last. */
export function groupRows(all: readonly Placed[]): GroupRow[] {
  const groups = Map.groupBy(
    all.filter(p => p.item.group !== null),
    p => p.item.group as string
  )
  const rows = [...groups].map(([id, members]) => rowOf(id, members))
  const broke = (row: GroupRow) => row.gold?.['broke'] ?? 0
  const isRare = (row: GroupRow) => Number(row.item.gathering === 'kind')
  return rows.toSorted((a, b) => broke(b) - broke(a) || isRare(a) - isRare(b) || b.count - a.count || (a.id < b.id ? -1 : 1))
}

function rowOf(id: string, members: readonly Placed[]): GroupRow {
  const done = members.filter(isDone)
  const accepted = done.filter(p => p.standing.verdict === 'new').length
  const gold: Record<string, number> = {}
  for (const { item } of members) if (item.verdict !== null) gold[item.verdict] = (gold[item.verdict] ?? 0) + 1
  return {
    id,
    item: (members[0] as Placed).item,
    count: members.length,
    articles: articlesOf(members),
    open: members.length - done.length,
    accepted,
    rejected: done.length - accepted,
    gold: Object.keys(gold).length === 0 ? null : gold,
    href: groupHref(id)
  }
}

/** The address of a group, split by something. */
export function groupHref(id: string | null, by?: Split): string {
  const query = new URLSearchParams({ ...(id === null ? {} : { group: id }), ...(by === undefined ? {} : { by }) })
  return query.size === 0 ? 'groups' : `groups?${query}`
}

/** The page of groups: open at the group the address names, else at the first with something undecided. */
export async function groupsView(session: Session, wanted: string | null, by: string, settings: Settings): Promise<GroupsView> {
  const { viewer, say } = settings
  const all = await session.placed('changes', viewer)
  const rows = groupRows(all)
  const named = rows.find(r => r.id === wanted)
  const isStale = wanted !== null && named === undefined
  const current = wanted === null ? rows.find(r => r.open > 0) : named
  const log = session.visible(viewer)
  const undo = renderUndo(
    { undo: stepOf(nextUndo(log, viewer.reviewer)), redo: stepOf(nextRedo(log, viewer.reviewer)), token: randomUUID(), queue: 'changes' },
    say
  )
  const at = Math.max(
    0,
    rows.findIndex(r => r.id === current?.id)
  )
  const from = Math.floor(Math.max(0, Math.min(at - WINDOW / 3, rows.length - WINDOW)))
  return {
    rows: rows.slice(from, from + WINDOW),
    from,
    total: rows.length,
    openGroups: rows.filter(r => r.open > 0).length,
    changes: all.length,
    openChanges: rows.reduce((n, r) => n + r.open, 0),
    current: current === undefined ? null : detailOf(current, rows, all, SPLITS.find(s => s === by) ?? 'same'),
    isStale,
    undo
  }
}

/** The group behind one that still has something undecided; null where none has. */
export function nextGroup(rows: readonly GroupRow[], after: string): GroupRow | null {
  const at = rows.findIndex(r => r.id === after)
  return [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))].find(r => r.open > 0) ?? null
}

function detailOf(row: GroupRow, rows: readonly GroupRow[], all: readonly Placed[], by: Split): GroupDetail {
  const members = all.filter(p => p.item.group === row.id)
  const filters: Filters = { ...NO_FILTERS, group: row.id }
  const at = rows.findIndex(r => r.id === row.id)
  const splits = SPLITS.map(split => ({ by: split, href: groupHref(row.id, split), values: membersBy(members, split) }))
  const offered = splits.filter(s => s.values.length > 1)
  const shown = offered.find(s => s.by === by) ?? offered[0]
  const parts = shown?.values ?? []
  // What is done makes room for what is left.
  const [open, done] = [parts.filter(([, inside]) => !inside.every(isDone)), parts.filter(([, inside]) => inside.every(isDone))]
  const left = nextGroup(rows, row.id)
  return {
    row,
    whole: partOf(members, filters, row.id),
    examples: examplesOf(members).map(({ item }) => ({ item, href: hrefOf('changes', item.id, filters) })),
    by: shown?.by ?? by,
    splits: offered.map(s => ({ by: s.by, href: s.href, count: s.values.length })),
    parts: [...open, ...done].slice(0, PARTS).map(([value, inside]) => partFrom(inside, { ...filters, [shown?.by ?? by]: value }, value)),
    partCount: parts.length,
    previousHref: rows[at - 1]?.href ?? null,
    nextHref: rows[at + 1]?.href ?? null,
    leftHref: left?.href ?? null,
    leftGroups: rows.filter(r => r.open > 0 && r.id !== row.id).length,
    token: randomUUID()
  }
}

/** The members of a group by their values of something, the commonest value first. One pass: a group may have thousands. */
function membersBy(members: readonly Placed[], by: Split): [value: string, inside: Placed[]][] {
  const found = new Map<string, Placed[]>()
  for (const placed of members) {
    for (const value of by === 'same' || by === 'alike' ? [placed.item[by] ?? ''] : valuesOf(placed, by)) {
      const known = found.get(value)
      if (known === undefined) found.set(value, [placed])
      else known.push(placed)
    }
  }
  return [...found].toSorted(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
}

/** A part of a group: those of its members that filters leave. */
export function partOf(members: readonly Placed[], filters: Filters, value: string): Part {
  return partFrom(
    members.filter(p => passes(p, filters, READING)),
    filters,
    value
  )
}

function partFrom(inside: readonly Placed[], filters: Filters, value: string): Part {
  return {
    filters,
    value,
    item: (inside[0] as Placed).item,
    count: inside.length,
    articles: articlesOf(inside),
    open: inside.filter(p => !isDone(p)).length,
    listHref: hrefOf('changes', null, filters)
  }
}

// As different as they are, what is undecided first.
function examplesOf(members: readonly Placed[]): Placed[] {
  const ordered = [...members.filter(p => !isDone(p)), ...members.filter(isDone)]
  const chosen: Placed[] = []
  for (const key of [(p: Placed) => p.item.same, (p: Placed) => p.item.articleId, (p: Placed) => p.item.id]) {
    for (const placed of ordered) {
      if (chosen.length >= EXAMPLES) return chosen
      if (!chosen.some(c => key(c) === key(placed))) chosen.push(placed)
    }
  }
  return chosen
}

function articlesOf(members: readonly Placed[]): number {
  return new Set(members.map(p => p.item.articleId)).size
}
