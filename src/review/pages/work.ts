import { renderEditForm, renderSuggestions } from '../edit-form.ts'
import { renderExplanation } from '../explain.ts'
import { causeInWords, refusalInWords } from '../group-words.ts'
import { type Html, html, raw, shownText } from '../html.ts'
import { type Item, recordOf } from '../item.ts'
import { bothSides, marksOf } from '../marks.ts'
import { renderPane } from '../pane.ts'
import { labelOf, type NameOf, renderRecord } from '../record-table.ts'
import { type Say, sayCode, sayNumber, type WordKey } from '../words/index.ts'
import { renderActions } from './actions.ts'
import { dayInWords } from './groups.ts'
import { renderHistory } from './history.ts'
import { type ListView, renderList, signOf } from './list.ts'
import type { SampleView, WorkView } from './work-view.ts'

/** The page of one item: the list, the record with the actions, the text. */
export function renderWork(view: WorkView, list: ListView, say: Say, nameOf: NameOf): Html {
  const { item, standing } = view.placed
  const record = recordOf(item)
  return html`
<div class="work">
  ${renderList(list, say, nameOf)}
  <article class="item" id="item" tabindex="-1" aria-labelledby="item-title" data-id="${item.id}" data-near="${(record?.anchor ?? item.at)?.start ?? 0}"${item.class === 'rejection' && item.at !== null ? html` data-at="${item.at.start},${item.at.end}"` : null}>
    ${renderHead(view, say)}
    ${standing.state === 'reopened' && html`<p class="notice reopened">${say('reopened_says')}</p>`}
    ${standing.state === 'closed' && html`<p class="notice closed">${say('closed_says')}</p>`}
    ${!item.isLocated && html`<p class="notice">${say('not_located')}: <q lang="vi">${item.before?.anchor.quote ?? ''}</q></p>`}
    ${view.sample !== null && item.class === 'article' && renderSample(view.sample, say)}
    ${record !== null && renderRecord({ before: item.before, after: item.after, fields: item.fields, takeable: view.takeable }, say, nameOf)}
    ${view.takeable.length > 1 && renderTakeOld(view, say)}
    ${record === null && item.says !== null && html`<p class="says">${item.class === 'sentence' ? phraseInWords(item.says, say) : refusalInWords(item.says, say)}</p>`}
    ${renderActions(view, hiddenInputs(view), say)}
    ${record !== null && html`<div class="drawer" id="edit" hidden>${renderEditForm({ action: 'edit', record, hidden: hiddenInputs(view), problem: null }, say, nameOf)}</div>`}
    <div class="drawer" id="add" hidden></div>
    ${view.explanation !== null && renderExplanation(view.explanation, say)}
    ${renderHistory(standing.history, say)}
    ${renderSuggestions(view.suggestions)}
  </article>
  ${view.text === null ? html`<section class="source"><p>${say('no_text')}</p></section>` : renderText(view, view.text, say)}
</div>`
}

// Of several changed fields some may have been right before.
function renderTakeOld(view: WorkView, say: Say): Html {
  return html`<form id="take-old" class="buttons take-old" method="post" action="decide">${hiddenInputs(view)}<button type="submit" name="action" value="edit">${say('take_old_save')}</button></form>`
}

/** The inputs that name an item in every form. */
function hiddenInputs({ placed: { item }, seen, token, query }: WorkView): Html {
  return html`<input type="hidden" name="item" value="${item.id}"><input type="hidden" name="queue" value="${item.queue}"><input type="hidden" name="seen" value="${seen}"><input type="hidden" name="token" value="${token}">${Object.entries(
    query
  )
    .filter(([, value]) => value !== '')
    .map(([name, value]) => html`<input type="hidden" name="q.${name}" value="${value}">`)}`
}

function renderHead({ placed: { item, standing }, progress, previousHref, nextHref }: WorkView, say: Say): Html {
  return html`
<header class="item-head">
  <div class="progress"><progress value="${progress.done}" max="${Math.max(1, progress.total)}" aria-label="${say('tab_progress')}"></progress> <span>${say('progress_done', { n: sayNumber(say, progress.done), m: sayNumber(say, progress.total) })}</span>
    <span class="steps">${step(previousHref, 'previous', 'KeyK', 'k', say)} ${step(nextHref, 'next', 'KeyJ', 'j', say)}</span></div>
  <h2 id="item-title" class="c-${item.class}"><span class="sign" aria-hidden="true">${signOf(item.class)}</span> ${[...new Set([sayCode(say, 'class', item.class), sayCode(say, 'kind', item.kind)])].join(' · ')} <q lang="vi">${item.quote.slice(0, 160)}</q></h2>
  ${renderArticle(item, say)}
  <p class="chips"><span class="chip state-${standing.state}">${say(`state_${standing.state}`)}${standing.verdict !== null && `: ${say(`verdict_${standing.verdict}`)}`}${standing.decision !== null && `, ${standing.decision.reviewer}`}</span>${standing.isDisputed && html`<span class="chip state-reopened">${say('state_disputed')}</span>`}${
    item.verdict !== null && html`<span class="chip gold-${item.verdict.replace(' ', '-')}">${sayCode(say, 'gold', item.verdict)}</span>`
  }${item.cause !== null && html`<span class="chip">${causeInWords(item.cause, say)}</span>`}</p>
</header>`
}

/** The article an item stands in: its title, where it was read, its day. */
function renderArticle({ about: { title, published, url }, where }: Item, say: Say): Html {
  const isLink = url !== null && /^https?:\/\//i.test(url)
  return html`<p class="where">${title !== null && html`<b lang="vi">${shownText(title)}</b> · `}${
    published !== null && html`<time datetime="${published}">${dayInWords(published)}</time> · `
  }${isLink && html`<a href="${url}" target="_blank" rel="noopener noreferrer">${say('article_source')}</a> · `}<code>${where}</code></p>`
}

// `phrase ×articles`
function phraseInWords(says: string, say: Say): string {
  const [, p = says, n = ''] = /^(.*) ×(\d+)$/.exec(says) ?? []
  return say('miss_phrase', { p, n })
}

function step(href: string | null, name: 'next' | 'previous', code: string, shown: string, say: Say): Html {
  const arrow = raw(name === 'next' ? '→' : '←')
  return href === null
    ? html`<span class="step off">${say(name)} ${arrow}</span>`
    : html`<a class="step" href="${href}" data-key="${code}" data-swap>${say(name)} ${arrow} <kbd>${shown}</kbd></a>`
}

function renderSample({ number, of, phase, openRecords }: SampleView, say: Say): Html {
  return html`<div class="notice sample"><p>${say('sample_says', { n: number, m: of })}</p>${phase === 'shown' && html`<p>${say('sample_revealed')} ${openRecords > 0 && say('sample_open_records', { n: openRecords })}</p>`}${phase === 'done' && html`<p>${say('sample_is_done')}</p>`}</div>`
}

function renderText({ placed: { item }, neighbours, wholeHref }: WorkView, text: string, say: Say): Html {
  const label = (field: string) => labelOf(field, say)
  const focus = recordOf(item)?.anchor ?? item.at ?? { start: 0, end: 0 }
  // Spans of an older text are not spans of this one.
  const before =
    item.isLocated && item.before !== null && (item.after === null || item.before.article_id === item.articleId) ? item.before : null
  const marks = bothSides(marksOf(before, 'old', label), marksOf(item.after, item.queue === 'changes' ? 'new' : 'both', label))
  const spot = item.at === null ? [] : [{ start: item.at.start, end: item.at.end, field: 'anchor', side: 'both' as const, label: '' }]
  return renderPane({ text, marks: item.after === null && before === null ? spot : marks, neighbours, focus, wholeHref }, say)
}

/** What a queue shows when nothing is left in it, or when an address leads nowhere. */
export interface EmptyView {
  readonly list: ListView
  readonly undo: Html
  /** Whether the address names an item that there is not. */
  readonly isStale: boolean
  /** Where to go on: the next group, else what is left of the queue; null where nothing is. */
  readonly left: { readonly href: string; readonly says: string } | null
}

/** The page of a queue without an item. */
export function renderEmpty({ list, undo, isStale, left }: EmptyView, say: Say, nameOf: NameOf): Html {
  const [title, says]: [WordKey, WordKey] = isStale
    ? ['stale_item', 'stale_item_says']
    : list.total === 0
      ? ['list_none', 'list_none_says']
      : ['all_done', 'all_done_says']
  return html`<div class="work empty">${renderList(list, say, nameOf)}<article class="item" id="item" tabindex="-1"><h2>${say(title)}</h2><p${isStale && html` role="alert"`}>${say(says)}</p>${left !== null && html`<p><a class="button" href="${left.href}" data-swap data-key="Shift+KeyA">${left.says} →</a></p>`}${undo}</article></div>`
}
