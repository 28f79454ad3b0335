import { randomUUID } from 'node:crypto'
import { claimOf } from '../../diff/words.ts'
import { DOCUMENT_TYPES } from '../../mentions/document-number/types.ts'
import type { AnyRecord } from '../../model/record.ts'
import { type Decision, isDecisive, nextRedo, nextUndo, standing } from '../../review/decisions/decision.ts'
import { agreements, medianSeconds, scoresOfDecided, tallyRules } from '../../review/decisions/tally.ts'
import { type Filters, NO_FILTERS, passes } from '../../review/filters.ts'
import { type Item, isDone, type Placed, QUEUES, type Queue, recordOf } from '../../review/item.ts'
import type { ProgressView } from '../../review/pages/progress.ts'
import type { SampleView, WorkView } from '../../review/pages/work-view.ts'
import type { Neighbour } from '../../review/pane.ts'
import { issuerName } from '../export/names.ts'
import { placeInWords } from '../words.ts'
import { explainView, refusalView } from './explain-view.ts'
import { SUGGESTIONS } from './gazetteer.ts'
import { goldScores } from './gold-scores.ts'
import { groupHref, partOf } from './grouping.ts'
import { hrefOf, listHref, type Opened, READING, ruleHref } from './listing.ts'
import { lastSeen, type Session } from './session.ts'
import { stepOf } from './step.ts'
import { takeable } from './take-old.ts'
import type { Settings } from './viewer.ts'

/** Values that have names of their own. */
export const nameOf = (field: string, value: string): string | null => {
  if (field === 'place') return placeInWords(value)
  if (field === 'issuer') return issuerName(value)?.vi ?? value.replace(/^other:/, '')
  return field === 'type' ? (DOCUMENT_TYPES.find(t => t.id === value)?.name ?? null) : null
}

/** The page of an item. */
export function workView(session: Session, opened: Opened & { readonly current: Placed }, settings: Settings, isWhole: boolean): WorkView {
  const { queue, filters, list, all, current } = opened
  const { item } = current
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
  const several = takeable(item.before, item.after, item.fields)
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
    text: article.text,
    neighbours: isHidden ? ownRecords(session, item.sha256, settings) : neighboursOf(extraction.records, item),
    explanation: rejection === undefined ? explained : refusalView(rejection, matcher),
    wholeHref: isWhole ? null : hrefOf(queue, item.id, filters, { whole: '1' }),
    takeable: several.length > 1 ? several : [],
    suggestions: SUGGESTIONS,
    group: groupView(all, item),
    previousHref: step(-1),
    nextHref: step(1),
    undo: stepOf(nextUndo(log, settings.viewer.reviewer)),
    redo: stepOf(nextRedo(log, settings.viewer.reviewer)),
    seen: lastSeen(current.standing),
    token: randomUUID(),
    query: filters,
    progress: progressOf(all, filters),
    sample
  }
}

// Whatever state is asked for: a list of what is left to do would never be done in part.
function progressOf(all: readonly Placed[], filters: Filters): WorkView['progress'] {
  const list = all.filter(p => passes(p, { ...filters, state: '' }, READING))
  return { done: list.filter(isDone).length, total: list.length }
}

function groupView(all: readonly Placed[], item: Item): WorkView['group'] {
  if (item.group === null || item.same === null) return null
  const members = all.filter(p => p.item.group === item.group)
  // Rare changes were put together whatever their shape.
  const shape: Filters = { ...NO_FILTERS, group: item.group, alike: item.gathering === 'kind' ? (item.alike ?? '') : '' }
  return {
    shape: partOf(members, shape, item.group),
    same: partOf(members, { ...shape, same: item.same }, item.same),
    href: groupHref(item.group)
  }
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

/** Whether anything was decided of a queue of records. */
function hasRecords(log: readonly Decision[]): boolean {
  return log.some(d => d.origin === 'records')
}

/** What the progress page says. */
export async function progressView(session: Session, { viewer }: Settings): Promise<ProgressView> {
  const log = session.visible(viewer)
  const queues: ProgressView['queues'][number][] = []
  let disputed = 0
  const kinds = new Map<string, { accepted: number; rejected: number; left: number }>()
  for (const queue of session.queues) {
    if (queue === 'misses') continue
    // Reading all records takes seconds: where nobody looked at one yet, there is nothing to tell.
    if (queue === 'records' && queue !== session.queues[0] && !session.isRead(queue) && !hasRecords(log)) continue
    const placed = await session.placed(queue, viewer)
    queues.push({ name: queue, done: placed.filter(isDone).length, total: placed.length })
    if (queue !== session.queues[0]) continue
    disputed = placed.filter(p => p.standing.isDisputed).length
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
    isBlind: viewer.isBlind,
    ruleHref: rule => ruleHref(rule),
    people: viewer.isBlind ? [] : peopleOf(log, session.queues[0] as Queue),
    disputed: disputed === 0 ? null : { href: listHref(session.queues[0] as Queue, { ...NO_FILTERS, state: 'disputed' }), count: disputed }
  }
}

/** Who decided, whoever was at work last first. */
function peopleOf(log: readonly Decision[], queue: Queue): ProgressView['people'] {
  const own = [...Map.groupBy(log, d => d.reviewer)]
  return own
    .map(([name, all]) => ({
      name,
      decisions: standing(all).filter(isDecisive).length,
      last: all.at(-1) as Decision,
      href: listHref(queue, { ...NO_FILTERS, who: name })
    }))
    .toSorted((a, b) => b.last.id - a.last.id)
}

/** A queue by its name. */
export function queueNamed(name: string, session: Session): Queue | undefined {
  return QUEUES.find(q => q === name && session.queues.includes(q))
}
