import { randomUUID } from 'node:crypto'
import { claimOf } from '../../diff/words.ts'
import type { AnyRecord } from '../../model/record.ts'
import { nextRedo, nextUndo } from '../../review/decisions/decision.ts'
import { agreements, medianSeconds, scoresOfDecided, tallyRules } from '../../review/decisions/tally.ts'
import { type Filters, type Item, isDone, NO_FILTERS, type Placed, passes, QUEUES, type Queue, recordOf } from '../../review/item.ts'
import type { ListView } from '../../review/pages/list.ts'
import type { ProgressView } from '../../review/pages/progress.ts'
import type { SampleView, WorkView } from '../../review/pages/work-view.ts'
import type { Neighbour } from '../../review/pane.ts'
import { stripMarks } from '../../text/fold.ts'
import { placeInWords } from '../words.ts'
import { explainView, refusalView } from './explain-view.ts'
import { goldScores } from './gold-scores.ts'
import { lastSeen, type Session } from './session.ts'
import type { Settings } from './viewer.ts'

/** Letters that a search does not tell apart made one. */
export const folded = (text: string): string => stripMarks(text).toLowerCase()

/** Values that have names of their own. */
export const nameOf = (field: string, value: string): string | null => (field === 'place' ? placeInWords(value) : null)

/** The filters in an address. */
export function filtersOf(query: Readonly<Record<string, string | undefined>>, prefix = ''): Filters {
  return Object.fromEntries(Object.keys(NO_FILTERS).map(name => [name, query[prefix + name] ?? ''])) as unknown as Filters
}

/** The address of an item in a filtered list, beside the other pages. */
export function hrefOf(queue: Queue, item: string | null, filters: Filters, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({
    ...(item === null ? {} : { item }),
    ...Object.fromEntries(Object.entries(filters).filter(([, v]) => v !== '')),
    ...more
  })
  const text = query.toString()
  return `${queue}${text === '' ? '' : `?${text}`}`
}

/** A queue as somebody narrowed it, and the item that is open in it. */
export interface Opened {
  readonly queue: Queue
  readonly filters: Filters
  readonly all: readonly Placed[]
  readonly list: readonly Placed[]
  readonly current: Placed | null
}

/** Opens a queue at an item, else at the first that is not done. */
export async function openQueue(
  session: Session,
  queue: Queue,
  itemId: string | null,
  filters: Filters,
  { viewer }: Settings
): Promise<Opened> {
  const all = await session.placed(queue, viewer)
  const list = all.filter(p => passes(p, filters, folded))
  const current = itemId === null ? (firstOpen(list) ?? null) : (all.find(p => p.item.id === itemId) ?? firstOpen(list) ?? null)
  return { queue, filters, all, list, current }
}

function firstOpen(list: readonly Placed[]): Placed | undefined {
  return list.find(p => !isDone(p) && p.standing.state !== 'skipped') ?? list.find(p => !isDone(p))
}

/** The next item to be decided behind one that just was; null where all is done. */
export function nextOpen({ list }: Pick<Opened, 'list'>, after: string): Placed | null {
  const at = list.findIndex(p => p.item.id === after)
  const rest = [...list.slice(at + 1), ...list.slice(0, Math.max(0, at))]
  return firstOpen(rest.filter(p => p.item.id !== after)) ?? null
}

const WINDOW = 120

/** The list beside the item: a window of it around what is open. */
export function listView({ queue, filters, all, list, current }: Opened): ListView {
  const at = Math.max(
    0,
    list.findIndex(p => p.item.id === current?.item.id)
  )
  const from = Math.max(0, Math.min(at - WINDOW / 3, list.length - WINDOW))
  const options = (pick: (item: Item) => readonly (string | null | undefined)[]) =>
    [...new Set(all.flatMap(p => pick(p.item)).filter(v => v != null && v !== ''))].toSorted() as string[]
  const field = (name: string) => options(i => [(recordOf(i)?.[name] ?? null) as string | null])
  const rules = options(i => i.rules)
  return {
    action: queue,
    entries: list
      .slice(from, from + WINDOW)
      .map(placed => ({ placed, href: hrefOf(queue, placed.item.id, filters), isCurrent: placed.item.id === current?.item.id })),
    from: Math.floor(from),
    total: list.length,
    filters,
    choices: {
      kind: options(i => [i.kind]),
      class: options(i => [i.class]),
      field: options(i => i.fields),
      rule: rules,
      place: field('place'),
      confidence: field('confidence'),
      verdict: options(i => [i.verdict])
    },
    clearHref: queue
  }
}

/** The page of an item. */
export function workView(session: Session, opened: Opened & { readonly current: Placed }, settings: Settings, isWhole: boolean): WorkView {
  const { queue, filters, list, all, current } = opened
  const { item, standing } = current
  const { article, extraction, matcher } = session.subject.library.open(item.articleId)
  const at = list.findIndex(p => p.item.id === item.id)
  const step = (by: number): string | null => {
    const there = list[at + by]
    return at < 0 || there === undefined ? null : hrefOf(queue, there.item.id, filters)
  }
  const log = session.visible(settings.viewer)
  const sample = queue === 'sample' ? sampleView(session, item, all, settings) : null
  const isHidden = sample?.phase === 'blind'
  const record = recordOf(item)
  const rejection =
    item.class === 'rejection'
      ? extraction.rejections.find(r => r.start === item.at?.start && r.end === item.at.end && item.says?.startsWith(r.reason))
      : undefined
  const explained =
    isHidden || record === null || (record['rules'] as readonly string[] | undefined)?.includes('review/add')
      ? null
      : explainView(extraction, record, matcher)
  return {
    placed: current,
    articleTitle: article.record.title,
    text: article.text,
    neighbours: isHidden ? ownRecords(session, item.sha256, settings) : neighboursOf(extraction.records, item),
    explanation: rejection === undefined ? explained : refusalView(rejection, matcher),
    wholeHref: isWhole ? null : hrefOf(queue, item.id, filters, { whole: '1' }),
    group: groupView(all, item),
    previousHref: step(-1),
    nextHref: step(1),
    undo: nextUndo(log, settings.viewer.reviewer).at(-1) ?? null,
    redo: nextRedo(log, settings.viewer.reviewer).at(-1) ?? null,
    seen: lastSeen(standing),
    token: randomUUID(),
    query: filters,
    progress: progressOf(all, filters),
    sample
  }
}

// Whatever state is asked for: a list of what is left to do would never be done in part.
function progressOf(all: readonly Placed[], filters: Filters): WorkView['progress'] {
  const list = all.filter(p => passes(p, { ...filters, state: '' }, folded))
  return { done: list.filter(isDone).length, total: list.length }
}

function groupView(all: readonly Placed[], item: Item): WorkView['group'] {
  if (item.group === null) return null
  const alike = all.filter(p => p.item.group === item.group)
  const href = hrefOf(item.queue, item.id, { ...NO_FILTERS, group: item.group })
  return { count: alike.length, articles: new Set(alike.map(p => p.item.articleId)).size, open: alike.filter(p => !isDone(p)).length, href }
}

function neighboursOf(records: readonly AnyRecord[], item: Item): Neighbour[] {
  const own = recordOf(item)?.id
  return records.filter(r => r.id !== own).map(r => ({ start: r.anchor.start, end: r.anchor.end, href: null, title: claimOf(r) }))
}

function ownRecords(session: Session, sha256: string, { viewer }: Settings): Neighbour[] {
  return session
    .visible(viewer)
    .filter(d => d.action === 'add' && d.reviewer === viewer.reviewer && d.sha256 === sha256 && d.truth !== null)
    .map(d => ({ start: d.truth!.anchor.start, end: d.truth!.anchor.end, href: null, title: claimOf(d.truth as AnyRecord) }))
}

function sampleView(session: Session, item: Item, all: readonly Placed[], { viewer }: Settings): SampleView {
  const articles = session.subject.sample ?? []
  const open = all.filter(p => p.item.articleId === item.articleId && p.item.class === 'record' && !isDone(p)).length
  return {
    number: articles.indexOf(item.articleId) + 1,
    of: articles.length,
    phase: session.phase(item.sha256, viewer.reviewer),
    openRecords: open
  }
}

/** What the progress page says. */
export async function progressView(session: Session, { viewer }: Settings): Promise<ProgressView> {
  const log = session.visible(viewer)
  const queues: ProgressView['queues'][number][] = []
  const kinds = new Map<string, { accepted: number; rejected: number; left: number }>()
  for (const queue of session.queues) {
    if (queue === 'misses') continue
    const placed = await session.placed(queue, viewer)
    queues.push({ name: queue, done: placed.filter(isDone).length, total: placed.length })
    if (queue !== session.queues[0]) continue
    for (const p of placed) {
      const kind = kinds.get(p.item.kind) ?? { accepted: 0, rejected: 0, left: 0 }
      kind[!isDone(p) ? 'left' : p.standing.verdict === 'new' ? 'accepted' : 'rejected']++
      kinds.set(p.item.kind, kind)
    }
  }
  return {
    queues,
    kinds: [...kinds].map(([kind, counts]) => ({ kind, ...counts })),
    rules: tallyRules(log),
    agreements: viewer.isBlind ? [] : agreements(log),
    seconds: medianSeconds(log),
    scores: scoresOfDecided(log),
    gold: session.subject.gold === null ? [] : goldScores(session.subject.gold, log),
    isBlind: viewer.isBlind
  }
}

/** A queue by its name. */
export function queueNamed(name: string, session: Session): Queue | undefined {
  return QUEUES.find(q => q === name && session.queues.includes(q))
}
