import type { Filters } from '../filters.ts'
import { causeInWords, causeOfGroup, groupInWords } from '../group-words.ts'
import { type Html, html, shownText } from '../html.ts'
import type { Item } from '../item.ts'
import type { NameOf } from '../record-table.ts'
import { renderSentence, renderValues } from '../sentence.ts'
import { type Say, sayCode, sayNumber, type WordKey } from '../words/index.ts'
import { hiddenFilters, sayOfFacet } from './filters-form.ts'

/** A group of changes, counted. */
export interface GroupRow {
  readonly id: string
  /** One of them: its class and kind are those of all, cause and shape as its `gathering` says. */
  readonly item: Item
  readonly count: number
  readonly articles: number
  readonly open: number
  readonly accepted: number
  readonly rejected: number
  /** How often gold says what; null where there is no gold. */
  readonly gold: Readonly<Record<string, number>> | null
  readonly href: string
}

/** A part of a group, and all of it: what is decided at once. */
export interface Part {
  readonly filters: Filters
  readonly value: string
  readonly item: Item
  readonly count: number
  readonly articles: number
  readonly open: number
  readonly listHref: string
}

export const SPLITS = ['alike', 'same', 'field', 'cause', 'rule', 'place', 'confidence', 'verdict'] as const
export type Split = (typeof SPLITS)[number]

/** What the page of groups shows: all groups, and the one that is open. */
export interface GroupsView {
  /** A window of the groups around the one that is open. */
  readonly rows: readonly GroupRow[]
  readonly from: number
  readonly total: number
  readonly openGroups: number
  readonly changes: number
  readonly openChanges: number
  readonly current: GroupDetail | null
  /** Whether the address names a group that there is not. */
  readonly isStale: boolean
  readonly undo: Html
}

/** A group as it is decided. */
export interface GroupDetail {
  readonly row: GroupRow
  readonly whole: Part
  readonly examples: readonly { readonly item: Item; readonly href: string }[]
  readonly by: Split
  readonly splits: readonly { readonly by: Split; readonly href: string; readonly count: number }[]
  readonly parts: readonly Part[]
  /** How many parts there are; the largest are shown. */
  readonly partCount: number
  readonly previousHref: string | null
  readonly nextHref: string | null
  /** The next group with something undecided. */
  readonly leftHref: string | null
  readonly leftGroups: number
  readonly token: string
}

/** The page on which a review of changes opens. */
export function renderGroups(view: GroupsView, say: Say, nameOf: NameOf): Html {
  const { current } = view
  return html`
<div class="work groups-page">
  ${renderRows(view, say)}
  <article class="item" id="item" tabindex="-1" aria-labelledby="item-title"${current !== null && html` data-id="${current.row.id}"`}>
    ${view.isStale && html`<p class="notice" role="alert">${say('stale_group')}</p>`}
    ${current === null ? renderDone(view, say) : renderDetail(current, view, say, nameOf)}
  </article>
</div>`
}

function renderRows({ rows, from, total, openGroups, changes, openChanges, current }: GroupsView, say: Say): Html {
  return html`
<nav class="spine" id="list" aria-label="${say('tab_groups')}">
  <p class="part" data-left="${openChanges}">${say('groups_left', { g: sayNumber(say, openGroups), o: sayNumber(say, openChanges), n: sayNumber(say, changes) })}${rows.length < total && html` · ${say('list_part', { a: sayNumber(say, from + 1), b: sayNumber(say, from + rows.length), n: sayNumber(say, total) })}`}</p>
  <ol start="${from + 1}">${rows.map(row => {
    const isCurrent = row.id === current?.row.id
    return html`<li class="c-${row.item.class} ${row.open === 0 ? 'state-decided' : ''}"><a href="${row.href}" data-swap${isCurrent && html` aria-current="true"`}>
      <span class="number">${sayNumber(say, row.count)}</span>
      <span class="entry"><span class="quote">${groupInWords(row.item, say)}</span> <span class="what">${causeOfGroup(row.item, say)}</span> ${share(row, say)}${goldOf(row, say)}</span>
    </a></li>`
  })}</ol>
</nav>`
}

function share({ count, open }: GroupRow, say: Say): Html {
  const percent = Math.floor((100 * (count - open)) / Math.max(1, count))
  return html`<span class="what"><progress value="${count - open}" max="${Math.max(1, count)}" aria-label="${say('decided')}"></progress> ${say('share_decided', { p: percent })}</span>`
}

function goldOf({ gold }: GroupRow, say: Say): Html | null {
  if (gold === null) return null
  const said = Object.entries(gold).filter(([, n]) => n > 0)
  return html`<span class="chips">${said.map(([verdict, n]) => html`<span class="chip gold-${verdict.replace(' ', '-')}">${sayCode(say, 'gold', verdict)} ${sayNumber(say, n)}</span>`)}</span>`
}

function renderDetail(current: GroupDetail, view: GroupsView, say: Say, nameOf: NameOf): Html {
  const { row, whole, examples } = current
  return html`
<header class="item-head">
  <div class="progress"><span>${say('group_counts', { n: sayNumber(say, row.count), m: sayNumber(say, row.articles), a: sayNumber(say, row.accepted), r: sayNumber(say, row.rejected), o: sayNumber(say, row.open) })}</span>
    <span class="steps">${step(current.previousHref, 'group_previous', 'KeyK', 'k', '←', say)} ${step(current.nextHref, 'group_next', 'KeyJ', 'j', '→', say)}</span></div>
  <h2 id="item-title" class="c-${row.item.class}">${groupInWords(row.item, say)}</h2>
  <p class="chips"><span class="chip">${say('cause')}: ${causeOfGroup(row.item, say)}</span>${goldOf(row, say)}</p>
</header>
<div class="group-actions">
  ${row.open > 0 ? decideForm(whole, fromGroups(current.token), groupInWords(row.item, say), ['Shift+KeyA', 'Shift+KeyR'], say) : renderLeft(current, say)}
  <div class="buttons"><a class="button" href="${whole.listHref}" data-swap data-key="KeyO">${say('group_one_by_one')} <kbd>o</kbd></a> ${view.undo}</div>
</div>
<h3>${say('group_examples')}</h3>
<table class="examples"><thead><tr><th scope="col">${say('base_long')}</th><th scope="col">${say('new_long')}</th></tr></thead>
<tbody>${examples.map(e => renderExample(e, say, nameOf))}</tbody></table>
${renderParts(current, say, nameOf)}
${sureDialog(say)}`
}

/** The dialog that says again what is about to be decided. */
export function sureDialog(say: Say): Html {
  return html`<dialog id="sure" aria-labelledby="sure-says"><p id="sure-says"></p><p class="buttons"><button type="button" class="primary" data-yes>${say('yes')}</button> <button type="button" data-close="sure">${say('cancel')} <kbd>Esc</kbd></button></p></dialog>`
}

function renderExample({ item, href }: GroupDetail['examples'][number], say: Say, nameOf: NameOf): Html {
  const side = (record: Item['before'], excerpt: Item['sentences']['before'], name: 'old' | 'new') =>
    record === null
      ? html`<span class="hint">${say('no_record')}</span>`
      : excerpt === null
        ? html`<q lang="vi">${shownText(record.anchor.quote)}</q>`
        : renderSentence(excerpt, record, item.fields, name)
  const { title, published } = item.about
  return html`<tr><td>${side(item.before, item.sentences.before, 'old')}</td><td>${side(item.after, item.sentences.after, 'new')}</td></tr>
<tr class="under"><td colspan="2">${renderValues(item, say, nameOf)} <a href="${href}" data-swap lang="vi">${shownText(title ?? item.where)}</a>${published !== null && html` <time datetime="${published}">${dayInWords(published)}</time>`}${item.verdict !== null && html` <span class="chip gold-${item.verdict.replace(' ', '-')}">${sayCode(say, 'gold', item.verdict)}</span>`}</td></tr>`
}

function renderParts({ by, splits, parts, partCount, token }: GroupDetail, say: Say, nameOf: NameOf): Html | null {
  if (splits.length === 0) return null
  return html`
<section class="parts" id="parts"><h3>${say('group_split')}</h3>
<p class="buttons">${splits.map(s => html`<a class="button" href="${s.href}" data-swap${s.by === by && html` aria-current="true"`}>${say(`split_${s.by}`)} <span class="count">${sayNumber(say, s.count)}</span></a>`)}</p>
<ol class="part-list">${parts.map(
    (
      part,
      i
    ) => html`<li><div class="part-says">${partHead(part, by, say, nameOf)} <span class="hint">${say('group_says', { n: sayNumber(say, part.count), m: sayNumber(say, part.articles), o: sayNumber(say, part.open) })}</span> <a href="${part.listHref}" data-swap>${say('group_one_by_one')}</a></div>
    ${part.open > 0 && decideForm(part, fromGroups(`${token}-p${i}`), partName(part, by, say, nameOf), null, say)}</li>`
  )}</ol>${partCount > parts.length && html`<p class="hint">${say('list_part', { a: 1, b: sayNumber(say, parts.length), n: sayNumber(say, partCount) })}</p>`}</section>`
}

function partName(part: Part, by: Split, say: Say, nameOf: NameOf): string {
  const group = groupInWords(part.item, say)
  if (by === 'alike') return `${groupInWords({ ...part.item, gathering: 'cause' }, say)}, ${causeInWords(part.item.cause, say)}`
  return by === 'same' ? `${group}, ${say('alike_same')}` : `${group}, ${sayOfFacet(by, part.value, say, nameOf)}`
}

function partHead(part: Part, by: Split, say: Say, nameOf: NameOf): Html {
  if (by === 'same') return renderValues(part.item, say, nameOf)
  if (by !== 'alike') return html`<b>${sayOfFacet(by, part.value, say, nameOf)}</b>`
  const { item } = part
  return html`<b>${groupInWords({ ...item, gathering: 'cause' }, say)}</b> <span class="hint">${causeInWords(item.cause, say)}</span> ${part.count === 1 && renderValues(item, say, nameOf)}`
}

/** The two buttons that decide a set of changes; what they do is said again before it is done. */
export function decideForm(
  part: Pick<Part, 'filters' | 'open' | 'articles'>,
  hidden: Html,
  name: string,
  keys: readonly [string, string] | null,
  say: Say
): Html {
  const button = (action: 'accept' | 'reject', says: WordKey, sure: WordKey, look: string, key: string | undefined) =>
    html`<button type="submit" name="action" value="${action}" class="${look}"${key !== undefined && html` data-key="${key}"`} data-sure="${say(sure, { o: sayNumber(say, part.open), m: sayNumber(say, part.articles), what: name })}" data-do="${say(says, { o: sayNumber(say, part.open) })}">${say(says, { o: sayNumber(say, part.open) })}${key !== undefined && html` <kbd>${key.replace('Key', '').toLowerCase().replace('shift', 'Shift')}</kbd>`}</button>`
  return html`<form class="buttons decide-part" method="post" action="decide-group">${hidden}<input type="hidden" name="count" value="${part.open}">${hiddenFilters('set.', part.filters)}${button('accept', 'group_accept', 'sure_accept', 'yes', keys?.[0])}${button('reject', 'group_reject', 'sure_reject', 'no', keys?.[1])}</form>`
}

function fromGroups(token: string): Html {
  return html`<input type="hidden" name="from" value="groups"><input type="hidden" name="queue" value="changes"><input type="hidden" name="token" value="${token}">`
}

function renderLeft({ leftHref, leftGroups }: GroupDetail, say: Say): Html {
  return html`<p class="notice closed">${say('group_done')} ${leftHref === null ? say('all_done') : html`<a class="button" href="${leftHref}" data-swap data-key="Shift+KeyA">${say('group_left', { n: leftGroups })} →</a>`}</p>`
}

function renderDone({ total, undo }: GroupsView, say: Say): Html {
  return html`<h2 id="item-title">${say(total === 0 ? 'no_changes' : 'all_done')}</h2><div class="buttons">${undo}</div>`
}

function step(href: string | null, says: WordKey, code: string, shown: string, arrow: string, say: Say): Html {
  return href === null
    ? html`<span class="step off">${say(says)} ${arrow}</span>`
    : html`<a class="step" href="${href}" data-key="${code}" data-swap>${say(says)} ${arrow} <kbd>${shown}</kbd></a>`
}

/** A day as it is written in Vietnam, in both languages: nothing else says which number is the month. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-')
  return date === undefined ? day : `${date}/${month}/${year}`
}
