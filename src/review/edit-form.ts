import type { AnyRecord } from '../model/record.ts'
import { COMPARATORS, DEADLINE_MODS, STATUSES, VALUE_KINDS } from '../model/record.ts'
import { type Html, html } from './html.ts'
import { labelOf, type NameOf } from './record-table.ts'
import { type Say, sayCode } from './words/index.ts'

/** A field that a reviewer can set: what the form shows, and which evidence tells where it was read. */
export interface EditField {
  readonly name: string
  readonly evidence: string
  readonly type: 'text' | 'number' | readonly string[]
  /** The id beside the words, of named things. */
  readonly hasId?: true
}

const RANK_KINDS = ['top_n', 'exact', 'at_least', 'band', 'leader', 'improve']
const text = (name: string, evidence = name): EditField => ({ name, evidence, type: 'text' })
const LINKS = [text('place'), text('document_number', 'document')]
const DUE: readonly EditField[] = [text('deadline'), { name: 'deadline_mod', evidence: 'deadline', type: ['', ...DEADLINE_MODS] }]
const VALUE: readonly EditField[] = [
  { name: 'indicator', evidence: 'indicator', type: 'text', hasId: true },
  { name: 'comparator', evidence: 'comparator', type: COMPARATORS },
  { name: 'low', evidence: 'value', type: 'number' },
  { name: 'high', evidence: 'value', type: 'number' },
  text('unit', 'value'),
  { name: 'value_kind', evidence: 'direction', type: VALUE_KINDS },
  { name: 'direction', evidence: 'direction', type: ['', 'up', 'down'] },
  text('qualifier')
]
const RANK: readonly EditField[] = [
  { name: 'subject', evidence: 'subject', type: 'text', hasId: true },
  { name: 'rank_kind', evidence: 'rank', type: RANK_KINDS },
  { name: 'n_low', evidence: 'rank', type: 'number' },
  { name: 'n_high', evidence: 'rank', type: 'number' },
  { name: 'total', evidence: 'rank', type: 'number' },
  text('band', 'rank'),
  text('scope')
]
const OTHER: EditField = { name: 'status', evidence: 'status', type: STATUSES.filter(s => s !== 'goal') }

/** The fields of each kind of record that can be set, in the order of the form. */
export function editFieldsOf(kind: string, isRank: boolean): readonly EditField[] {
  if (kind === 'document') return ['number', 'type', 'issuer', 'place', 'issued', 'title', 'period', 'horizon'].map(n => text(n))
  if (kind === 'target') return [...VALUE, ...DUE, ...LINKS]
  if (kind === 'rank_goal') return [...RANK, ...DUE, ...LINKS]
  return [OTHER, ...(isRank ? RANK : VALUE), text('as_of'), ...DUE, ...LINKS]
}

/** The kinds a record can be added as. */
export const ADDABLE = ['target', 'rank_goal', 'observation', 'document'] as const

/** Names that a form suggests, by field, each with something to tell it by. */
export type Suggestions = Readonly<Record<'place' | 'indicator' | 'subject', readonly { readonly name: string; readonly aside: string }[]>>

/** The lists of names that inputs of a page refer to. */
export function renderSuggestions(suggestions: Suggestions): Html {
  return html`${Object.entries(suggestions).map(([field, names]) => html`<datalist id="names-${field}">${names.map(n => html`<option value="${n.name}">${n.aside}</option>`)}</datalist>`)}`
}

/** What the form is for. */
export interface EditForm {
  readonly action: 'edit' | 'add'
  readonly record: AnyRecord
  /** Hidden inputs that name the item and what was seen of it. */
  readonly hidden: Html
  /** What was wrong with what was sent. */
  readonly problem: string | null
}

/** The form in which a record is edited or added; each field can also be read off the text. */
export function renderEditForm({ action, record, hidden, problem }: EditForm, say: Say, nameOf: NameOf): Html {
  const fields = editFieldsOf(record.kind, 'rank_kind' in record)
  const { start, end, quote } = record.anchor
  return html`
<form class="edit" id="${action}-form" method="post" action="decide" data-kind="${record.kind}" aria-labelledby="${action}-title" novalidate>
  <h3 id="${action}-title">${say(action === 'edit' ? 'edit_title' : 'add_title')}: ${sayCode(say, 'kind', record.kind)}</h3>
  ${hidden}
  <input type="hidden" name="action" value="${action}"><input type="hidden" name="kind" value="${record.kind}">
  <input type="hidden" name="is_rank" value="${'rank_kind' in record ? '1' : ''}">
  ${problem !== null && html`<p class="problem" role="alert">${problem}</p>`}
  <div class="fields">
    <div class="field" data-evidence="anchor">
      <span class="name" id="${action}-l-anchor">${labelOf('anchor', say)}</span>
      <output class="words" lang="vi" aria-labelledby="${action}-l-anchor">${quote}</output>
      <input type="hidden" name="s.anchor" value="${start},${end}">
      ${pickButton(labelOf('anchor', say), say)}
    </div>
    ${fields.map(f => renderField(f, record, action, say, nameOf))}
  </div>
  <div class="picker" hidden>
    <p class="pick-says" aria-live="polite"></p>
    <p class="pick-row"><label>${say('pick_type')} <input type="text" class="pick-words" lang="vi" autocomplete="off"></label> <button type="button" class="pick-find">${say('pick_find')}</button></p>
    <p class="pick-row">${(['start_left', 'start_right', 'end_left', 'end_right'] as const).map(
      step => html`<button type="button" class="step" data-step="${step}">${say(`span_${step}`)} <kbd>${KEYS[step]}</kbd></button>`
    )}</p>
  </div>
  <p><label>${say('note_label')} <input type="text" name="note" autocomplete="off"></label></p>
  <p class="buttons"><button type="submit" class="primary">${say('save')} <kbd>Ctrl+Enter</kbd></button> <button type="button" data-close="edit">${say('cancel')} <kbd>Esc</kbd></button></p>
</form>`
}

const KEYS = { start_left: '[', start_right: ']', end_left: ',', end_right: '.' } as const

function renderField({ name, evidence, type, hasId }: EditField, record: AnyRecord, action: string, say: Say, nameOf: NameOf): Html {
  const value = record[name] ?? null
  const named = value as { readonly id: string | null; readonly text: string } | null
  // What was typed stays as it was typed; ids are shown by their names.
  const shown = hasId ? (named?.text ?? '') : value === null ? '' : (nameOf(name, String(value)) ?? String(value))
  const suggests = name === 'place' || hasId ? html` list="names-${name}"` : null
  const id = `${action}-${name}`
  const label = labelOf(name, say)
  const input = Array.isArray(type)
    ? html`<select id="${id}" name="f.${name}">${(type as readonly string[]).map(o => html`<option value="${o}"${o === shown ? html` selected` : null}>${o === '' ? say('no_value') : sayCode(say, 'v', o)}</option>`)}</select>`
    : html`<input id="${id}" name="f.${name}" type="text"${type === 'number' ? html` inputmode="decimal"` : null} value="${shown}"${suggests} autocomplete="off" spellcheck="false" lang="vi">`
  return html`<div class="field" data-evidence="${evidence}" data-name="${name}">
    <label class="name" for="${id}">${label}</label>${input}${
      hasId &&
      html`<input type="text" name="i.${name}" value="${named?.id ?? ''}" aria-label="${label}: ${say('id')}" placeholder="${say('id')}" class="id" autocomplete="off">`
    }<input type="hidden" name="s.${evidence}" value="">${pickButton(label, say)}</div>`
}

function pickButton(label: string, say: Say): Html {
  return html`<button type="button" class="pick" aria-pressed="false" aria-label="${say('pick')}: ${label}" title="${say('pick')}"><span aria-hidden="true">⌖</span></button>`
}
