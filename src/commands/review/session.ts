import { setTimeout } from 'node:timers/promises'
import type { Side } from '../../diff/side.ts'
import type { GoldArticle } from '../../eval/gold.ts'
import type { Decision } from '../../review/decisions/decision.ts'
import { indexDecisions, type Standing, standingOf, type Viewer } from '../../review/decisions/state.ts'
import type { Item, Placed, Queue } from '../../review/item.ts'
import { addDecisions, decisionsFrom } from '../../store/decisions.ts'
import type { Store } from '../../store/open.ts'
import type { Library } from './library.ts'
import { type Phase, phaseOf, sampleItems } from './sample.ts'
import type { RuleWorth } from './worth.ts'

/** What is under review. */
export interface Subject {
  /** In words, for the head of the page. */
  readonly says: string
  /** The sides that are runs which did not come to their end. */
  readonly unfinished: readonly ('base' | 'new')[]
  readonly store: Store
  readonly library: Library
  readonly changes: readonly Item[] | null
  /** Read when they are asked for: there may be many. */
  readonly records: (() => readonly Item[]) | null
  /** Looks for them, and tells in how many articles so far. */
  readonly misses: ((tell: (done: number) => void) => Promise<readonly Item[]>) | null
  /** The ids of drawn articles. */
  readonly sample: readonly string[] | null
  readonly isBlind: boolean
  readonly gold: { readonly articles: readonly GoldArticle[]; readonly side: Side } | null
  /** What rules are worth by gold; null where there is none. */
  readonly worth: RuleWorth | null
  readonly baseRun: number | null
  readonly newRun: number | null
  readonly program: string
  readonly ruleset: string | null
  readonly now: () => Date
}

/** A review that is going on: its items, and the log as it stands. */
export interface Session {
  readonly subject: Subject
  readonly queues: readonly Queue[]
  log(): readonly Decision[]
  /** The log as a viewer may see it. */
  visible(viewer: Viewer): readonly Decision[]
  /** Whether the items of a queue are there already: records and misses are looked for when somebody asks for them. */
  isRead(queue: Queue): boolean
  items(queue: Queue, reviewer: string): Promise<readonly Item[]>
  /** In how many articles misses were looked for, while that goes on longer than `patience` milliseconds; null once it is done. */
  searching(patience: number): Promise<{ readonly done: number; readonly of: number } | null>
  /** The items of a queue with where each stands. */
  placed(queue: Queue, viewer: Viewer): Promise<readonly Placed[]>
  find(id: string, reviewer: string): Promise<Item | undefined>
  standing(item: Item, viewer: Viewer): Standing
  phase(sha256: string, reviewer: string): Phase
  /** Adds decisions; `check` throws what is against it. */
  add(decisions: readonly Omit<Decision, 'id'>[], check: () => void): Decision[]
}

/** Begins a session. */
export function openReview(subject: Subject): Session {
  const { store } = subject
  let log = decisionsFrom(store) as Decision[]
  let records: readonly Item[] | undefined
  let misses: Promise<readonly Item[]> | undefined
  let looked = 0
  const findMisses = (): Promise<readonly Item[]> => {
    misses ??= subject.misses?.(done => (looked = done)) ?? Promise.resolve([])
    return misses
  }
  const cache = new Map<string, unknown>()
  // What was worked out for a log is good as long as nothing is added to it.
  const cached = <T>(key: string, make: () => T): T => {
    if (!cache.has(key)) cache.set(key, make())
    return cache.get(key) as T
  }
  const refresh = (): void => {
    const added = decisionsFrom(store, log.at(-1)?.id ?? 0) as Decision[]
    if (added.length === 0) return
    log = [...log, ...added]
    cache.clear()
  }
  const phase = (sha: string, reviewer: string) => cached(`phase ${reviewer} ${sha}`, () => phaseOf(log, reviewer, sha))
  const index = (viewer: Viewer) => cached(`index ${JSON.stringify(viewer)}`, () => indexDecisions(log, viewer))

  async function items(queue: Queue, reviewer: string): Promise<readonly Item[]> {
    if (queue === 'changes') return subject.changes ?? []
    if (queue === 'records') {
      records ??= subject.records?.() ?? []
      return records
    }
    if (queue === 'misses') return await findMisses()
    return cached(`sample ${reviewer}`, () => sampleItems(subject.library, subject.sample ?? [], sha => phase(sha, reviewer)))
  }

  function standingFor(item: Item, viewer: Viewer): Standing {
    const found = standingOf(item, index(viewer))
    if (item.class !== 'article') return found
    // An article is done when its reviewer says so, whatever was found in it.
    return { ...found, state: phase(item.sha256, viewer.reviewer) === 'done' ? 'decided' : 'open', decision: null, verdict: null }
  }

  return {
    subject,
    queues: [
      subject.changes === null ? [] : ['changes'],
      subject.sample === null ? [] : ['sample'],
      subject.records === null ? [] : ['records'],
      subject.misses === null ? [] : ['misses']
    ].flat() as Queue[],
    log: () => log,
    visible: ({ reviewer, isBlind }) => (isBlind ? log.filter(d => d.reviewer === reviewer) : log),
    items,
    isRead: queue => (queue === 'records' ? records !== undefined : queue !== 'misses' || misses !== undefined),
    async searching(patience) {
      const isFound = await Promise.race([findMisses().then(() => true), setTimeout(patience, false, { ref: false })])
      return isFound ? null : { done: looked, of: subject.library.ids.length }
    },
    async placed(queue, viewer) {
      const all = await items(queue, viewer.reviewer)
      return cached(`placed ${queue} ${JSON.stringify(viewer)}`, () => all.map(item => ({ item, standing: standingFor(item, viewer) })))
    },
    async find(id, reviewer) {
      for (const queue of this.queues) {
        // Misses are worked out for whoever asks for them.
        if (queue === 'misses' && !this.isRead(queue)) continue
        const found = (await items(queue, reviewer)).find(item => item.id === id)
        if (found !== undefined) return found
      }
      return undefined
    },
    standing: standingFor,
    phase,
    add(decisions, check) {
      const added = addDecisions(store, decisions, () => {
        refresh()
        check()
      }) as Decision[]
      refresh()
      return added
    }
  }
}

/** The id of the last decision about an item that a viewer may see; 0 where there is none. */
export function lastSeen({ history }: Standing): number {
  return history.at(-1)?.id ?? 0
}
