import { refusalInWords } from '../group-words.ts'
import { type Html, html, shownText } from '../html.ts'
import { type Placed, recordOf } from '../item.ts'
import { labelOf, type NameOf, shown } from '../record-table.ts'
import { inShort, renderSnippet } from '../sentence.ts'
import { type Say, sayCode, sayNumber } from '../words/index.ts'
import { type FiltersView, renderFilters } from './filters-form.ts'
import { dayInWords } from './groups.ts'

/** The list of a queue: a window of it, and what can be filtered by. */
export interface ListView extends FiltersView {
  readonly entries: readonly { readonly placed: Placed; readonly href: string; readonly isCurrent: boolean }[]
  /** How many there are before the first that is shown, and in all. */
  readonly from: number
  readonly total: number
  /** The same list as a table with columns. */
  readonly tableHref: string
}

/** The list with its filters. */
export function renderList(list: ListView, say: Say, nameOf: NameOf): Html {
  const { entries, from, total, tableHref } = list
  return html`
<nav class="spine" id="list" aria-label="${say('list')}">
  ${renderFilters(list, say, nameOf)}
  <p class="part">${total === 0 ? say('list_none') : say('list_part', { a: sayNumber(say, from + 1), b: sayNumber(say, from + entries.length), n: sayNumber(say, total) })} · <a href="${tableHref}" data-swap>${say('list_table')}</a></p>
  <ol start="${from + 1}">${entries.map(({ placed, href, isCurrent }) => renderEntry(placed, href, isCurrent, say, nameOf))}</ol>
</nav>`
}

function renderEntry(placed: Placed, href: string, isCurrent: boolean, say: Say, nameOf: NameOf): Html {
  const { item, standing } = placed
  const record = recordOf(item)
  const named = record?.['indicator'] ?? record?.['subject'] ?? record?.['title']
  const parts = [
    item.fields.map(f => labelOf(f, say)).join(', '),
    record === null
      ? item.class === 'rejection'
        ? refusalInWords(item.says ?? '', say)
        : (item.says ?? '')
      : named == null
        ? ''
        : shown('', named, say, nameOf).replace(/ \[[^[\]]*\]$/, ''),
    record?.['place'] == null ? '' : shown('place', record['place'], say, nameOf),
    item.about.published === null ? '' : dayInWords(item.about.published)
  ]
  const what = parts.filter(Boolean).join(' · ')
  return html`<li class="c-${item.class} state-${standing.state}"><a href="${href}" data-swap${isCurrent ? html` aria-current="true"` : null}><span class="sign" aria-hidden="true">${signOf(item.class)}</span><span class="entry"><span class="quote">${renderSnippet(item, 110)}</span> <span class="what">${shownText(inShort(what, 120))}</span></span>${renderState(placed, say)}</a></li>`
}

/** The sign of what happened to a record. */
export function signOf(name: string): string {
  return name === 'lost' ? '−' : name === 'gained' ? '+' : name === 'record' || name === 'article' ? '•' : name === 'evidence' ? '·' : '~'
}

/** Where an item stands, as a sign that is also said. */
export function renderState({ item, standing }: Placed, say: Say): Html {
  const { state, verdict, decision, isDisputed } = standing
  const decided = verdict === 'new' ? '✓' : verdict === 'old' ? '✗' : '✎'
  const sign = state === 'decided' || state === 'closed' ? decided : state === 'skipped' ? '…' : state === 'reopened' ? '↺' : ''
  const who = decision === null ? '' : `, ${decision.reviewer}`
  const words = `${say(`state_${state}`)}${who}${isDisputed ? `, ${say('state_disputed')}` : ''}`
  return html`<span class="mark" title="${words}"><span class="sr">${sayCode(say, 'class', item.class)}, ${words}</span><span aria-hidden="true">${sign}${isDisputed && '≠'}</span></span>`
}
