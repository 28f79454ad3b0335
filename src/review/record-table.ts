import type { AnyRecord } from '../model/record.ts'
import { type Html, html, shownText } from './html.ts'
import { type Say, sayCode, sayNumber } from './words/index.ts'

/** How values are said that are ids: a place's name. */
export type NameOf = (field: string, value: string) => string | null

const HIDDEN = new Set([
  'kind',
  'id',
  'article_id',
  'anchor',
  'evidence',
  'rules',
  'mentions',
  'decided',
  'document_id',
  'place_units',
  'measure',
  'number_as_printed'
])

// Fields whose values are words of a closed list.
const CODES = new Set(['status', 'value_kind', 'direction', 'deadline_mod', 'rank_kind'])

interface Evidence {
  readonly source: string
  readonly rule: string
}

/** The fields of a record, old beside new where there are two; what differs is marked, and rows that are empty on both sides are left out. */
export function renderRecord(before: AnyRecord | null, after: AnyRecord | null, fields: readonly string[], say: Say, nameOf: NameOf): Html {
  const changed = new Set(fields)
  const names = [...new Set([...fieldsOf(before), ...fieldsOf(after)])]
  const all = [...new Set(['kind', 'anchor', ...names, ...fields])].filter(
    name => valueIn(before, name) !== null || valueIn(after, name) !== null || changed.has(name)
  )
  // What changed comes first: it is what is decided.
  const rows = [...all.filter(name => changed.has(name)), ...all.filter(name => !changed.has(name))]
  const isPair = before !== null && after !== null
  const sides = isPair ? [before, after] : [after ?? before]
  return html`
<table class="record">
  <thead><tr><th scope="col">${say('field')}</th>${
    isPair
      ? html`<th scope="col" class="old">${say('base_long')}</th><th scope="col" class="new">${say('new_long')}</th>`
      : html`<th scope="col" class="${after === null ? 'old' : 'new'}">${say('value')}</th>`
  }<th scope="col" class="why">${say('source')}</th></tr></thead>
  <tbody>${rows.map(name => {
    const isChanged = changed.has(name)
    return html`<tr class="${isChanged ? 'changed' : ''}"><th scope="row">${labelOf(name, say)}</th>${sides.map((record, i) => {
      const value = shown(name, valueIn(record, name), say, nameOf)
      if (!isPair || !isChanged) return html`<td>${value}</td>`
      return i === 0 ? html`<td class="old"><del>${value}</del></td>` : html`<td class="new"><ins>${value}</ins></td>`
    })}<td class="why">${whyOf(after ?? before, name, say)}</td></tr>`
  })}</tbody>
</table>`
}

/** The name of a field in the language of the page. */
export function labelOf(field: string, say: Say): string {
  return field.startsWith('evidence.')
    ? `${say('source')}: ${sayCode(say, 'f', field.slice('evidence.'.length))}`
    : sayCode(say, 'f', field)
}

/** A field's value as people read it. */
export function shown(field: string, value: unknown, say: Say, nameOf: NameOf): string {
  if (value === null || value === undefined || value === '') return say('no_value')
  if (typeof value === 'number') return sayNumber(say, value)
  if (field === 'kind') return sayCode(say, 'kind', value)
  if (field === 'confidence') return sayCode(say, 'confidence', value)
  if (CODES.has(field)) return sayCode(say, 'v', value)
  if (typeof value === 'string') return shownText(nameOf(field, value) ?? value)
  const { id, text, quote, low, high, unit } = value as Readonly<Record<string, unknown>>
  if (typeof (text ?? quote) === 'string') return `${shownText(String(text ?? quote))}${id == null ? '' : ` [${String(id)}]`}`
  if (typeof low === 'number')
    return `${sayNumber(say, low)}${low === high ? '' : `–${sayNumber(say, Number(high))}`} ${String(unit ?? '')}`.trim()
  return JSON.stringify(value)
}

function fieldsOf(record: AnyRecord | null): string[] {
  return Object.keys(record ?? {}).filter(name => !HIDDEN.has(name))
}

/** The value of a field as it is compared: also `kind`, `anchor`, `evidence.<field>`. */
export function valueIn(record: AnyRecord | null, name: string): unknown {
  if (record === null) return null
  if (name === 'kind') return record.kind
  if (name === 'anchor') return record.anchor.quote
  if (name.startsWith('evidence.')) {
    const e = ((record['evidence'] ?? {}) as Readonly<Record<string, Evidence & { readonly quote: string | null }>>)[
      name.slice('evidence.'.length)
    ]
    return e === undefined ? null : `${e.quote ?? e.source} (${e.rule})`
  }
  if (name === 'rules') return (record['rules'] as readonly string[] | undefined)?.join(', ') ?? null
  if (name === 'mentions') return ((record['mentions'] ?? []) as readonly { quote: string }[]).map(m => m.quote).join(', ')
  return record[name] ?? null
}

// Several fields may share one piece of evidence.
const EVIDENCE: Readonly<Record<string, string>> = {
  low: 'value',
  high: 'value',
  unit: 'value',
  rank_kind: 'rank',
  n_low: 'rank',
  n_high: 'rank',
  total: 'rank',
  band: 'rank',
  document_number: 'document',
  deadline_mod: 'deadline',
  value_kind: 'direction'
}

function whyOf(record: AnyRecord | null, name: string, say: Say): Html | null {
  const evidence = (record?.['evidence'] ?? {}) as Readonly<Record<string, Evidence>>
  const e = evidence[name] ?? evidence[EVIDENCE[name] ?? '']
  if (e === undefined) return null
  return html`<span class="src">${sayCode(say, 'src', e.source)}</span> <code>${e.rule}</code>`
}
