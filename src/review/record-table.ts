import type { AnyRecord } from '../model/record.ts'
import { evidenceOf, type FieldEvidence } from './evidence-of.ts'
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
const CODES = new Set(['status', 'value_kind', 'direction', 'deadline_mod', 'rank_kind', 'measure', 'reason'])

/** What a table of a record is asked for beside the record. */
export interface RecordTable {
  readonly before: AnyRecord | null
  readonly after: AnyRecord | null
  readonly fields: readonly string[]
  /** Changed fields whose old value can be taken alone; and the form that takes them. */
  readonly takeable: readonly string[]
}

/**
 * The fields of a record, old beside new where there are two: what changed first, with what each side was read from; the
 * rest folded away. Rows that are empty on both sides are left out.
 */
export function renderRecord({ before, after, fields, takeable }: RecordTable, say: Say, nameOf: NameOf): Html {
  const changed = new Set(fields)
  const names = [...new Set([...fieldsOf(before), ...fieldsOf(after)])]
  const all = [...new Set(['kind', 'anchor', ...names, ...fields])].filter(
    name => valueIn(before, name) !== null || valueIn(after, name) !== null || changed.has(name)
  )
  const isPair = before !== null && after !== null
  const row = (name: string) =>
    renderRow(name, { before, after, isChanged: changed.has(name), isTakeable: takeable.includes(name) }, say, nameOf)
  const head = html`<thead><tr><th scope="col">${say('field')}</th>${
    isPair
      ? html`<th scope="col" class="old">${say('base_long')}</th><th scope="col" class="new">${say('new_long')}</th>`
      : html`<th scope="col" class="${after === null ? 'old' : 'new'}">${say('value')}</th><th scope="col" class="why">${say('source')}</th>`
  }</tr></thead>`
  const table = (rows: readonly string[]) => html`<table class="record">${head}<tbody>${rows.map(row)}</tbody></table>`
  const rest = all.filter(name => !changed.has(name))
  if (!isPair || fields.length === 0) return table(all)
  return html`${table(all.filter(name => changed.has(name)))}
<details class="rest"><summary>${say('same_fields')} <span class="count">${rest.length}</span></summary>${table(rest)}</details>`
}

interface Row {
  readonly before: AnyRecord | null
  readonly after: AnyRecord | null
  readonly isChanged: boolean
  readonly isTakeable: boolean
}

function renderRow(name: string, row: Row, say: Say, nameOf: NameOf): Html {
  const { before, after, isChanged } = row
  const cells =
    before !== null && after !== null ? pairCells(name, row, say, nameOf) : singleCells(name, (after ?? before)!, row, say, nameOf)
  return html`<tr class="${isChanged ? 'changed' : ''}"><th scope="row">${labelOf(name, say)}</th>${cells}</tr>`
}

function singleCells(name: string, record: AnyRecord, { isChanged }: Row, say: Say, nameOf: NameOf): Html {
  return html`<td>${shown(name, valueIn(record, name), say, nameOf)}</td><td class="why">${whyOf(record, name, isChanged, say)}</td>`
}

// What a value was read from stands under it: two sides and a column beside them would leave each a few letters.
function pairCells(name: string, { before, after, isChanged, isTakeable }: Row, say: Say, nameOf: NameOf): Html {
  const value = (record: AnyRecord | null) => shown(name, valueIn(record, name), say, nameOf)
  const under = (record: AnyRecord | null, isQuoted: boolean) => {
    const why = whyOf(record, name, isQuoted, say)
    return why !== null && html`<div class="why">${why}</div>`
  }
  if (!isChanged && value(before) === value(after)) return html`<td colspan="2">${value(after)}${under(after, false)}</td>`
  if (!isChanged) return html`<td>${value(before)}${under(before, false)}</td><td>${value(after)}${under(after, false)}</td>`
  const take =
    isTakeable && html`<label class="take"><input type="checkbox" name="take" value="${name}" form="take-old"> ${say('take_old')}</label>`
  return html`<td class="old"><del>${value(before)}</del> ${take}${under(before, true)}</td><td class="new"><ins>${value(after)}</ins>${under(after, true)}</td>`
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
  // What has no word of its own is named as printed: `region:Đông Nam Bộ`.
  if (field === 'scope' && typeof value === 'string') return shownText(sayCode(say, 'v', value).replace(/^(?:region|other):/, ''))
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
    const e = ((record['evidence'] ?? {}) as Readonly<Record<string, FieldEvidence>>)[name.slice('evidence.'.length)]
    return e === undefined ? null : `${e.quote ?? e.source} (${e.rule})`
  }
  if (name === 'rules') return (record['rules'] as readonly string[] | undefined)?.join(', ') ?? null
  if (name === 'mentions') return ((record['mentions'] ?? []) as readonly { quote: string }[]).map(m => m.quote).join(', ')
  return record[name] ?? null
}

function whyOf(record: AnyRecord | null, name: string, isQuoted: boolean, say: Say): Html | null {
  const e = evidenceOf(record, name)
  if (e === undefined) return null
  return html`<span class="src">${sayCode(say, 'src', e.source)}</span> <code>${e.rule}</code>${isQuoted && e.quote !== null && html` <q lang="vi">${shownText(e.quote.slice(0, 80))}</q>`}`
}
