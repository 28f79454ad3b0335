import { type Html, html, shownText } from '../html.ts'
import { type Filters, type Placed, recordOf } from '../item.ts'
import { labelOf, type NameOf, shown } from '../record-table.ts'
import { type Say, sayCode, sayNumber } from '../words/index.ts'

/** The list of a queue: a window of it, and what can be filtered by. */
export interface ListView {
  readonly action: string
  readonly entries: readonly { readonly placed: Placed; readonly href: string; readonly isCurrent: boolean }[]
  /** How many there are before the first that is shown, and in all. */
  readonly from: number
  readonly total: number
  readonly filters: Filters
  readonly choices: Readonly<Record<'kind' | 'class' | 'field' | 'rule' | 'place' | 'confidence' | 'verdict', readonly string[]>>
  readonly clearHref: string
}

const STATES = ['undecided', 'open', 'skipped', 'reopened', 'decided', 'closed'] as const

/** The list with its filters. */
export function renderList(list: ListView, say: Say, nameOf: NameOf): Html {
  const { filters, entries, from, total } = list
  const active = Object.values(filters).filter(v => v !== '').length
  return html`
<nav class="spine" id="list" aria-label="${say('list')}">
  <details class="filters"${active > 0 ? html` open` : null}>
    <summary>${say('filters')}${active > 0 && html` <span class="count">${active}</span>`}</summary>
    <form method="get" action="${list.action}" data-swap>
      <label class="wide">${say('filter_search')} <input type="search" name="q" value="${filters.q}" id="search" autocomplete="off" lang="vi"> <kbd>/</kbd></label>
      ${select('state', STATES, filters.state, s => (s === 'undecided' ? say('filter_undecided') : say(`state_${s as 'open'}`)), say)}
      ${select('class', list.choices.class, filters.class, c => sayCode(say, 'class', c), say)}
      ${select('kind', list.choices.kind, filters.kind, k => sayCode(say, 'kind', k), say)}
      ${select('field', list.choices.field, filters.field, f => labelOf(f, say), say)}
      ${select('confidence', list.choices.confidence, filters.confidence, c => sayCode(say, 'confidence', c), say)}
      ${select('verdict', list.choices.verdict, filters.verdict, v => sayCode(say, 'gold', v), say)}
      ${select('place', list.choices.place, filters.place, p => nameOf('place', p) ?? p, say)}
      ${select('rule', list.choices.rule, filters.rule, r => r, say)}
      ${filters.group !== '' && html`<label class="check"><input type="checkbox" name="group" value="${filters.group}" checked> ${say('group')}</label>`}
      <p class="buttons"><button type="submit" class="primary">${say('filter_apply')}</button> <a href="${list.clearHref}" data-swap>${say('filter_clear')}</a></p>
    </form>
  </details>
  <p class="part">${total === 0 ? say('list_none') : say('list_part', { a: sayNumber(say, from + 1), b: sayNumber(say, from + entries.length), n: sayNumber(say, total) })}</p>
  <ol start="${from + 1}">${entries.map(({ placed, href, isCurrent }) => renderEntry(placed, href, isCurrent, say, nameOf))}</ol>
</nav>`
}

function renderEntry({ item, standing }: Placed, href: string, isCurrent: boolean, say: Say, nameOf: NameOf): Html {
  const sign = item.class === 'lost' ? '−' : item.class === 'gained' ? '+' : item.class === 'record' || item.class === 'article' ? '•' : '~'
  const record = recordOf(item)
  const what =
    item.fields.length > 0
      ? item.fields.map(f => labelOf(f, say)).join(', ')
      : record === null
        ? (item.says ?? '')
        : [record['indicator'] ?? record['subject'] ?? record['title'], record['place']]
            .map((v, i) => (v == null ? '' : shown(i === 1 ? 'place' : '', v, say, nameOf)))
            .filter(Boolean)
            .join(' · ')
  const state =
    standing.state === 'decided' || standing.state === 'closed'
      ? standing.verdict === 'new'
        ? '✓'
        : standing.verdict === 'old'
          ? '✗'
          : '✎'
      : standing.state === 'skipped'
        ? '…'
        : standing.state === 'reopened'
          ? '↺'
          : ''
  return html`<li class="c-${item.class} state-${standing.state}"><a href="${href}" data-swap${isCurrent ? html` aria-current="true"` : null}><span class="sign" aria-hidden="true">${sign}</span><span class="entry"><span class="quote" lang="vi">${shownText(inShort(item.quote, 60))}</span> <span class="what">${shownText(inShort(what, 90))}</span></span><span class="mark" title="${say(`state_${standing.state}`)}"><span class="sr">${sayCode(say, 'class', item.class)}, ${say(`state_${standing.state}`)}</span><span aria-hidden="true">${state}</span></span></a></li>`
}

function select(
  name: keyof Filters,
  options: readonly string[],
  value: string,
  sayOption: (option: string) => string,
  say: Say
): Html | null {
  if (options.length === 0 && value === '') return null
  const all = options.includes(value) || value === '' ? options : [value, ...options]
  return html`<label>${say(`filter_${name as 'state'}`)} <select name="${name}"><option value="">${say('filter_all')}</option>${all.map(o => html`<option value="${o}"${o === value ? html` selected` : null}>${sayOption(o)}</option>`)}</select></label>`
}

// Cut between words, with a sign that it goes on.
function inShort(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  return `${cut.slice(0, Math.max(0, cut.lastIndexOf(' ')) || most).trimEnd()}…`
}
