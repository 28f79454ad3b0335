import { type Item, type Placed, recordOf } from './item.ts'

/** What a list is narrowed to, and what it is sorted by; empty strings are everything, in the order of the queue. */
export interface Filters {
  readonly state: string
  readonly kind: string
  readonly class: string
  readonly field: string
  readonly rule: string
  readonly place: string
  readonly confidence: string
  readonly verdict: string
  readonly cause: string
  readonly group: string
  readonly alike: string
  readonly same: string
  /** The reviewer who decided last. */
  readonly who: string
  readonly q: string
  /** A column, with a minus before it from the end. */
  readonly sort: string
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
  cause: '',
  group: '',
  alike: '',
  same: '',
  who: '',
  q: '',
  sort: ''
}

/** Filters whose values are counted beside them. */
export const FACETS = ['state', 'class', 'kind', 'field', 'confidence', 'verdict', 'cause', 'place', 'rule', 'who'] as const
export type Facet = (typeof FACETS)[number]

/** How many items have a value. */
export interface Counted {
  readonly value: string
  readonly count: number
}

/** Values of an item that lists are searched and sorted by; `nameOf` gives the words of a place. */
export interface Reading {
  /** Makes letters alike that a search does not tell apart. */
  readonly fold: (text: string) => string
  readonly placeName: (place: string) => string | null
}

/** Whether an item is one of those asked for. */
export function passes(placed: Placed, f: Filters, reading: Reading): boolean {
  const { item } = placed
  return (
    FACETS.every(facet => f[facet] === '' || hasValue(placed, facet, f[facet])) &&
    (f.group === '' || f.group === item.group) &&
    (f.alike === '' || f.alike === item.alike) &&
    (f.same === '' || f.same === item.same) &&
    (f.q === '' || wordsOf(f.q, reading).every(word => searched(item, reading).includes(word)))
  )
}

/** For each facet its values with how many items have them, of those that all other filters leave; the commonest first. */
export function facetsOf(all: readonly Placed[], f: Filters, reading: Reading): Readonly<Record<Facet, readonly Counted[]>> {
  const rest = { ...f, ...Object.fromEntries(FACETS.map(facet => [facet, ''])) } as Filters
  const base = all.filter(p => passes(p, rest, reading))
  const active = FACETS.filter(facet => f[facet] !== '')
  return Object.fromEntries(
    FACETS.map(facet => {
      const others = active.filter(other => other !== facet)
      const counts = new Map<string, number>()
      for (const placed of base) {
        if (!others.every(other => hasValue(placed, other, f[other]))) continue
        for (const value of valuesOf(placed, facet)) counts.set(value, (counts.get(value) ?? 0) + 1)
      }
      const values = [...counts].map(([value, count]) => ({ value, count }))
      return [facet, values.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))]
    })
  ) as Record<Facet, Counted[]>
}

function hasValue(placed: Placed, facet: Facet, value: string): boolean {
  return facet === 'state' || facet === 'who' ? valuesOf(placed, facet).includes(value) : valuesOf(placed, facet).some(v => v === value)
}

/** The values of an item that a facet counts: several of fields and rules, of others one or none. */
export function valuesOf({ item, standing }: Placed, facet: Facet): readonly string[] {
  const record = recordOf(item)
  const one = (value: unknown): readonly string[] => (typeof value === 'string' && value !== '' ? [value] : [])
  switch (facet) {
    case 'state': {
      const { state, isDisputed } = standing
      const isDone = state === 'decided' || state === 'closed'
      const outcome = !isDone ? 'undecided' : standing.verdict === 'new' ? 'accepted' : 'rejected'
      return [state, outcome, ...(isDisputed ? ['disputed'] : [])]
    }
    case 'who':
      return one(standing.decision?.reviewer)
    case 'class':
    case 'kind':
    case 'verdict':
    case 'cause':
      return one(item[facet])
    case 'place':
      // Also of what a place was before.
      return [...new Set([...one(item.after?.['place']), ...one(item.before?.['place'])])]
    case 'confidence':
      return one(record?.['confidence'])
    case 'field':
      return item.fields
    case 'rule':
      return item.rules
  }
}

/** The columns a list can be sorted by. */
export const COLUMNS = ['sentence', 'indicator', 'place', 'article', 'day', 'state'] as const
export type Column = (typeof COLUMNS)[number]

/** What stands in a column of an item, for sorting and showing. */
export function columnOf({ item, standing }: Placed, column: Column, { placeName }: Reading): string {
  const record = recordOf(item)
  switch (column) {
    case 'sentence':
      return item.quote
    case 'indicator':
      return subjectOf(record)
    case 'place': {
      const place = record?.['place']
      return typeof place === 'string' ? (placeName(place) ?? place) : ''
    }
    case 'article':
      return item.about.title ?? item.where
    case 'day':
      return item.about.published ?? ''
    case 'state':
      return standing.state
  }
}

/** The items in the order that a filter asks for; what has nothing in the column comes last. */
export function sorted(list: readonly Placed[], sort: string, reading: Reading): readonly Placed[] {
  const isBack = sort.startsWith('-')
  const column = COLUMNS.find(c => c === sort.replace(/^-/, ''))
  if (column === undefined) return list
  const keyed = list.map(placed => ({ placed, key: reading.fold(columnOf(placed, column, reading)) }))
  const by = (a: string, b: string): number => (a === b ? 0 : a === '' ? 1 : b === '' ? -1 : (a < b ? -1 : 1) * (isBack ? -1 : 1))
  return keyed.toSorted((a, b) => by(a.key, b.key)).map(k => k.placed)
}

function wordsOf(typed: string, { fold }: Reading): string[] {
  return fold(typed).split(/\s+/).filter(Boolean)
}

// Folding thousands of sentences for each letter that is typed would be felt.
const folded = new WeakMap<Item, string>()

/** Everything of an item that is searched: old and new values, both sentences, the article's title. */
function searched(item: Item, { fold, placeName }: Reading): string {
  const known = folded.get(item)
  if (known !== undefined) return known
  const sides = [item.before, item.after].flatMap(record => {
    if (record === null) return []
    const place = record['place']
    const values = ['low', 'high', 'n_low', 'n_high', 'unit', 'deadline', 'document_number', 'number', 'title', 'qualifier', 'place']
    return [
      record.anchor.quote,
      subjectOf(record),
      typeof place === 'string' ? placeName(place) : '',
      ...values.map(name => record[name] ?? '')
    ]
  })
  const { before, after } = item.sentences
  const old = before?.text === after?.text ? '' : before?.text
  const text = fold([item.quote, item.where, item.says, item.about.title, after?.text, old, ...sides].map(v => v ?? '').join(' '))
  folded.set(item, text)
  return text
}

function subjectOf(record: Item['after']): string {
  const named = (record?.['indicator'] ?? record?.['subject'] ?? null) as { readonly text: string } | null
  const other = record?.['title'] ?? record?.['number']
  return named?.text ?? (typeof other === 'string' ? other : '')
}
