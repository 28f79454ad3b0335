import { COLUMNS, type Column } from '../filters.ts'
import { type Html, html, shownText } from '../html.ts'
import { type Placed, recordOf } from '../item.ts'
import { type NameOf, shown } from '../record-table.ts'
import { renderSnippet, renderValues } from '../sentence.ts'
import { type Say, sayCode, sayNumber, type WordKey } from '../words/index.ts'
import { type FiltersView, renderFilters } from './filters-form.ts'
import { dayInWords } from './groups.ts'
import { renderState, signOf } from './list.ts'

/** A page of a list with columns. */
export interface TableView extends FiltersView {
  readonly entries: readonly { readonly placed: Placed; readonly href: string }[]
  readonly from: number
  readonly total: number
  readonly page: number
  readonly pages: number
  /** Where each column leads that is sorted by it. */
  readonly sorts: Readonly<Record<Column, string>>
  readonly previousHref: string | null
  readonly nextHref: string | null
  /** The first of the list, to be decided. */
  readonly openHref: string
}

/** The list of a queue as a table: sentence, indicator, place, article, day, state; sorted by any of them, page by page. */
export function renderTable(view: TableView, say: Say, nameOf: NameOf): Html {
  const { entries, from, total, filters, sorts } = view
  return html`
<div class="sheet table-page" id="item" tabindex="-1">
  <h2>${say('list')} <span class="count">${sayNumber(say, total)}</span></h2>
  ${renderFilters(view, say, nameOf)}
  <div class="buttons"><span class="part">${total === 0 ? say('list_none') : say('list_part', { a: sayNumber(say, from + 1), b: sayNumber(say, from + entries.length), n: sayNumber(say, total) })}</span> ${pages(view, say)} ${total > 0 && html`<a class="button" href="${view.openHref}" data-swap>${say('list_decide')}</a>`}</div>
  ${total > 0 && html`<div class="scroll"><table class="items"><thead><tr>${COLUMNS.map(column => head(column, filters.sort, sorts[column], say))}</tr></thead><tbody>${entries.map(e => row(e, say, nameOf))}</tbody></table></div>`}
  <div class="buttons">${pages(view, say)}</div>
</div>`
}

function head(column: Column, sort: string, href: string, say: Say): Html {
  const order = sort === column ? 'ascending' : sort === `-${column}` ? 'descending' : 'none'
  const arrow = order === 'ascending' ? '↑' : order === 'descending' ? '↓' : ''
  return html`<th scope="col" aria-sort="${order}" class="col-${column}"><a href="${href}" data-swap>${say(`column_${column}` as WordKey)} <span aria-hidden="true">${arrow}</span></a></th>`
}

function row({ placed, href }: TableView['entries'][number], say: Say, nameOf: NameOf): Html {
  const { item } = placed
  const record = recordOf(item)
  const named = record?.['indicator'] ?? record?.['subject'] ?? record?.['title'] ?? null
  const { title, published } = item.about
  return html`<tr class="c-${item.class} state-${placed.standing.state}">
<td class="col-sentence"><a href="${href}" data-swap><span class="sign" aria-hidden="true">${signOf(item.class)}</span> <span class="sr">${sayCode(say, 'class', item.class)}</span> ${renderSnippet(item)}</a> ${item.queue === 'changes' && renderValues(item, say, nameOf)}</td>
<td lang="vi">${named !== null && shown('', named, say, nameOf).replace(/ \[[^[\]]*\]$/, '')}</td>
<td lang="vi">${record?.['place'] != null && shown('place', record['place'], say, nameOf)}</td>
<td lang="vi">${shownText(title ?? item.where)}</td>
<td>${published !== null && html`<time datetime="${published}">${dayInWords(published)}</time>`}</td>
<td>${renderState(placed, say)} ${say(`state_${placed.standing.state}`)}${placed.standing.decision !== null && html` <b>${placed.standing.decision.reviewer}</b>`}</td></tr>`
}

function pages({ page, pages, previousHref, nextHref }: TableView, say: Say): Html | null {
  if (pages < 2) return null
  const link = (href: string | null, says: 'previous' | 'next') =>
    href === null ? html`<span class="step off">${say(says)}</span>` : html`<a class="step" href="${href}" data-swap>${say(says)}</a>`
  return html`<span class="pages">${link(previousHref, 'previous')} ${say('page_of', { n: sayNumber(say, page), m: sayNumber(say, pages) })} ${link(nextHref, 'next')}</span>`
}
