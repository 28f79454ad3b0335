import type { AnyRecord } from '../model/record.ts'
import type { Span } from '../model/span.ts'
import type { Standing } from './decisions/state.ts'

export const QUEUES = ['changes', 'records', 'misses', 'sample'] as const
export type Queue = (typeof QUEUES)[number]

/** Something in a queue: a change between two runs, a record of one, something that may have been missed, an article. */
export interface Item {
  readonly id: string
  readonly queue: Queue
  /** `lost`, `gained` …, `record`, `rejection`, `sentence`, `article`. */
  readonly class: string
  readonly kind: string
  readonly articleId: string
  readonly sha256: string
  /** `source:line:column`. */
  readonly where: string
  readonly before: AnyRecord | null
  readonly after: AnyRecord | null
  /** Where it stands where it is no record. */
  readonly at: (Span & { readonly kind: string }) | null
  readonly quote: string
  readonly fields: readonly string[]
  readonly rules: readonly string[]
  readonly group: string | null
  readonly isShared: boolean
  readonly isLocated: boolean
  readonly verdict: string | null
  readonly cause: string | null
  /** Of a refused candidate: why; of a sentence: the common phrase in it. */
  readonly says: string | null
}

/** An item with where it stands with the reviewer. */
export interface Placed {
  readonly item: Item
  readonly standing: Standing
}

/** The record in question: the new one, else the old one. */
export function recordOf({ before, after }: Pick<Item, 'before' | 'after'>): AnyRecord | null {
  return after ?? before
}

/** Whether there is nothing more to do about an item for now. */
export function isDone({ standing: { state } }: Placed): boolean {
  return state === 'decided' || state === 'closed'
}

/** What a list is narrowed to; empty strings are everything. */
export interface Filters {
  readonly state: string
  readonly kind: string
  readonly class: string
  readonly field: string
  readonly rule: string
  readonly place: string
  readonly confidence: string
  readonly verdict: string
  readonly group: string
  readonly q: string
}

export const NO_FILTERS: Filters = {
  state: '',
  kind: '',
  class: '',
  field: '',
  rule: '',
  place: '',
  confidence: '',
  verdict: '',
  group: '',
  q: ''
}

/** Whether an item is one of those asked for. `fold` makes letters alike that a search does not tell apart. */
export function passes({ item, standing: { state } }: Placed, f: Filters, fold: (text: string) => string): boolean {
  const record = recordOf(item)
  const is = (wanted: string, value: unknown) => wanted === '' || wanted === value
  const isState = f.state === '' || f.state === state || (f.state === 'undecided' && state !== 'decided' && state !== 'closed')
  return (
    isState &&
    is(f.kind, item.kind) &&
    is(f.class, item.class) &&
    is(f.group, item.group) &&
    is(f.verdict, item.verdict) &&
    is(f.place, record?.['place'] ?? '') &&
    is(f.confidence, record?.['confidence'] ?? '') &&
    (f.field === '' || item.fields.includes(f.field)) &&
    (f.rule === '' || item.rules.includes(f.rule)) &&
    (f.q === '' || fold(`${item.quote} ${item.where} ${item.says ?? ''} ${nameOf(record)}`).includes(fold(f.q)))
  )
}

function nameOf(record: AnyRecord | null): string {
  const named = (record?.['indicator'] ?? record?.['subject'] ?? null) as { readonly text: string } | null
  return `${named?.text ?? ''} ${String(record?.['document_number'] ?? record?.['number'] ?? '')} ${String(record?.['place'] ?? '')}`
}
