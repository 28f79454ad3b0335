import type { Decision } from '../decisions/decision.ts'
import type { ExplanationView } from '../explain.ts'
import type { Filters, Placed } from '../item.ts'
import type { Neighbour } from '../pane.ts'
import type { Say } from '../words/index.ts'

/** An item with all that its page shows. */
export interface WorkView {
  readonly placed: Placed
  readonly articleTitle: string | null
  readonly text: string | null
  readonly neighbours: readonly Neighbour[]
  readonly explanation: ExplanationView | null
  readonly wholeHref: string | null
  /** Changes alike: how many there are, in how many articles, how many undecided. */
  readonly group: { readonly count: number; readonly articles: number; readonly open: number; readonly href: string } | null
  readonly previousHref: string | null
  readonly nextHref: string | null
  /** What the next undo takes back, and redo takes up. */
  readonly undo: Decision | null
  readonly redo: Decision | null
  /** Ties a decision to what was seen: the id of the last decision about it, and a name of its own. */
  readonly seen: number
  readonly token: string
  readonly query: Filters
  readonly progress: { readonly done: number; readonly total: number }
  /** Of a drawn article: which one it is, and what may be seen of it. */
  readonly sample: SampleView | null
}

/** An article drawn by chance, as its reviewer has it. */
export interface SampleView {
  readonly number: number
  readonly of: number
  readonly phase: 'blind' | 'shown' | 'done'
  readonly openRecords: number
}

/** What a decision says in a few words. */
export function decisionInWords(decision: Decision, say: Say): string {
  const quote = decision.quote === null ? '' : ` “${decision.quote.slice(0, 40)}”`
  return `${say(`action_${decision.action}`)}${quote}`
}
