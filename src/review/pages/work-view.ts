import type { Decision } from '../decisions/decision.ts'
import type { Suggestions } from '../edit-form.ts'
import type { ExplanationView } from '../explain.ts'
import type { Filters } from '../filters.ts'
import { type Placed, recordOf } from '../item.ts'
import type { Neighbour } from '../pane.ts'
import { labelOf } from '../record-table.ts'
import { type Say, sayCode, sayNumber } from '../words/index.ts'
import type { Part } from './groups.ts'

/** An item with all that its page shows. */
export interface WorkView {
  readonly placed: Placed
  readonly text: string | null
  readonly neighbours: readonly Neighbour[]
  readonly explanation: ExplanationView | null
  readonly wholeHref: string | null
  /** Changed fields whose old value can be taken alone; empty where there are not several. */
  readonly takeable: readonly string[]
  readonly suggestions: Suggestions
  /** Changes alike: those of one shape, and of them those that also have the same values. */
  readonly group: { readonly shape: Part; readonly same: Part; readonly href: string } | null
  readonly previousHref: string | null
  readonly nextHref: string | null
  /** What the next undo takes back, and redo takes up. */
  readonly undo: Step | null
  readonly redo: Step | null
  /** Ties a decision to what was seen: the id of the last decision about it, and a name of its own. */
  readonly seen: number
  readonly token: string
  readonly query: Filters
  readonly progress: { readonly done: number; readonly total: number }
  /** Of a drawn article: which one it is, and what may be seen of it. */
  readonly sample: SampleView | null
}

/** What is taken back or up at once: a decision, and all that were made with it. */
export interface Step {
  readonly decision: Decision
  readonly batch: readonly Decision[]
}

/** An article drawn by chance, as its reviewer has it. */
export interface SampleView {
  readonly number: number
  readonly of: number
  readonly phase: 'blind' | 'shown' | 'done'
  readonly openRecords: number
}

/** What a decision says in a few words; of several made at once, how many and of which group. */
export function decisionInWords(decision: Decision, say: Say, batch: readonly Decision[] = [decision]): string {
  const action = say(`action_${decision.action}`)
  if (batch.length > 1) return `${action} ${say('group_of', { n: sayNumber(say, batch.length), what: groupOfDecisions(batch, say) })}`
  const quote = decision.quote === null ? '' : ` “${decision.quote.slice(0, 40)}”`
  return `${action}${quote}`
}

// What says who a record is and why, not what it claims.
const ASIDE = new Set(['id', 'article_id', 'anchor', 'evidence', 'rules', 'mentions', 'document_id', 'confidence'])

/** What decisions made at once were about, as their group is called: what they have in common. */
function groupOfDecisions(batch: readonly Decision[], say: Say): string {
  const all = batch.map(d => changeInWords(d, say))
  const heads = [...new Set(all.map(c => c.head))]
  const fields = [...new Set(all.map(c => c.fields))]
  const what = heads.length > 3 ? [...heads.slice(0, 3), '…'].join(' / ') : heads.join(' / ')
  if (fields.length > 1) return `${what}: ${say('several_fields')}`
  return fields[0] === '' ? what : `${what}: ${fields[0]}`
}

function changeInWords({ before, after }: Decision, say: Say): { readonly head: string; readonly fields: string } {
  const record = recordOf({ before, after })
  const name = before === null ? 'gained' : after === null ? 'lost' : before.kind === after.kind ? 'changed' : 'reclassified'
  const names = before === null || after === null ? [] : [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const fields = names.filter(f => !ASIDE.has(f) && JSON.stringify(before?.[f] ?? null) !== JSON.stringify(after?.[f] ?? null))
  const head = `${sayCode(say, 'class', name)} · ${sayCode(say, 'kind', record?.kind)}`
  return { head, fields: fields.map(f => labelOf(f, say)).join(', ') }
}
