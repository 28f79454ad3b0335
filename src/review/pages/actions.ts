import { OTHER_STATUSES } from '../decisions/decision.ts'
import { ADDABLE } from '../edit-form.ts'
import { groupInWords } from '../group-words.ts'
import { type Html, html } from '../html.ts'
import type { WordKey } from '../words/index.ts'
import { type Say, sayCode, sayNumber } from '../words/index.ts'
import { decideForm, type Part, sureDialog } from './groups.ts'
import { decisionInWords, type Step, type WorkView } from './work-view.ts'

/** What can be done about an item: every key is a button that says what it does. */
export function renderActions(view: WorkView, hidden: Html, say: Say): Html {
  const { item } = view.placed
  const [accept, reject] = wordsOf(item.class)
  const isRecord = item.before !== null || item.after !== null
  const phase = item.class === 'article' ? (view.sample?.phase ?? null) : null
  return html`
<div class="decide-bar"><form class="actions" method="post" action="decide" id="decide">
  ${hidden}
  <div class="buttons main">
    ${isRecord && html`${button('accept', accept, 'KeyA', 'a', say, 'yes')}${button('reject', reject, 'KeyR', 'r', say, 'no')}<button type="button" data-key="KeyE" data-drawer="edit">${say('edit')} <kbd>e</kbd></button>`}
    ${!isRecord && item.queue === 'misses' && html`<button type="button" class="yes" data-key="KeyM" data-drawer="add">${say('add')} <kbd>m</kbd></button>${button('none', item.class === 'rejection' ? 'miss_refusal_right' : 'nothing_here', 'KeyN', 'n', say, 'no')}`}
    ${phase === 'blind' && button('reveal', 'sample_reveal', 'KeyA', 'a', say, 'yes')}${phase === 'shown' && button('done', 'sample_done', 'KeyA', 'a', say, 'yes')}
    ${isRecord && html`<button type="button" data-key="KeyN" data-open="reasons">${say('none')} <kbd>n</kbd></button>`}
    ${(isRecord || phase !== null) && html`<button type="button" data-key="KeyM" data-drawer="add">${say('add')} <kbd>m</kbd></button>`}
    ${button('skip', 'skip', 'KeyS', 's', say)}
    <button type="button" data-key="KeyI" data-open="note">${say('note')} <kbd>i</kbd></button>
  </div>
</form>
${view.group !== null && view.group.shape.count > 1 && renderGroup(view, say)}</div>
${renderUndo({ undo: view.undo, redo: view.redo, token: view.token, queue: item.queue }, say)}
${isRecord && renderReasons(hidden, say)}
<dialog id="note" aria-labelledby="note-title"><form method="post" action="decide"><h2 id="note-title">${say('note')}</h2>${hidden}<input type="hidden" name="action" value="note"><label>${say('note_text')} <textarea name="note" rows="4" required></textarea></label><p class="buttons"><button type="submit" class="primary">${say('save')} <kbd>Ctrl+Enter</kbd></button> <button type="button" data-close="note">${say('cancel')} <kbd>Esc</kbd></button></p></form></dialog>
<template id="add-kinds"><div class="add"><h3>${say('add_title')}</h3><p class="add-says" aria-live="polite">${say('add_pick')}</p><p class="add-quote" lang="vi"></p>
  <p class="pick-row"><label>${say('pick_type')} <input type="text" class="pick-words" lang="vi" autocomplete="off"></label> <button type="button" class="pick-find">${say('pick_find')}</button></p>
  <p class="buttons">${ADDABLE.map(k => html`<button type="button" data-add="${k}" disabled>${sayCode(say, 'kind', k)}</button>`)} <button type="button" data-close="add">${say('cancel')} <kbd>Esc</kbd></button></p></div></template>`
}

function button(action: string, says: WordKey, code: string, shown: string, say: Say, look = ''): Html {
  return html`<button type="submit" name="action" value="${action}" class="${look}" data-key="${code}">${say(says)} <kbd>${shown}</kbd></button>`
}

function wordsOf(name: string): [WordKey, WordKey] {
  if (name === 'record') return ['accept_record', 'reject_record']
  if (name === 'lost') return ['accept_loss', 'reject_new']
  return name === 'gained' ? ['accept_new', 'reject_gain'] : ['accept_new', 'reject_new']
}

function renderGroup({ group, placed: { item }, token }: WorkView, say: Say): Html {
  const { shape, same, href } = group as NonNullable<WorkView['group']>
  const from = (name: string) =>
    html`<input type="hidden" name="item" value="${item.id}"><input type="hidden" name="queue" value="${item.queue}"><input type="hidden" name="token" value="${`${token}-${name}`}">`
  const name = groupInWords({ ...item, gathering: 'cause' }, say)
  const offer = (part: Part, says: 'alike_same' | 'alike_shape', keys: readonly [string, string] | null) =>
    html`<div class="offer"><p><b>${say(says)}</b>: ${say('group_says', { n: sayNumber(say, part.count), m: sayNumber(say, part.articles), o: sayNumber(say, part.open) })} <a href="${part.listHref}" data-swap>${say('group_only')}</a>${keys !== null && html` · <a href="${href}" data-swap data-key="KeyG">${say('group_open')} <kbd>g</kbd></a>`}</p>${part.open > 0 && decideForm(part, from(says), `${name}, ${say(says)}`, keys, say)}</div>`
  return html`
<section class="group" aria-label="${say('group')}">
  ${same.count > 1 && same.count < shape.count && offer(same, 'alike_same', null)}
  ${offer(shape, 'alike_shape', ['Shift+KeyA', 'Shift+KeyR'])}
${sureDialog(say)}</section>`
}

/** What can be taken back and up, and where it goes on. */
export interface UndoView {
  readonly undo: Step | null
  readonly redo: Step | null
  readonly token: string
  readonly queue: string
}

/** The buttons that take back and take up again, naming what. */
export function renderUndo({ undo, redo, token, queue }: UndoView, say: Say): Html {
  const form = (action: 'undo' | 'redo', step: Step | null, code: string, shown: string) =>
    step === null
      ? html`<button type="button" disabled>${say(action)} <kbd>${shown}</kbd></button>`
      : html`<form method="post" action="${action}"><input type="hidden" name="target" value="${step.decision.id}"><input type="hidden" name="token" value="${action}-${token}"><input type="hidden" name="queue" value="${queue}"><button type="submit" data-key="${code}">${say(action)}: ${decisionInWords(step.decision, say, step.batch)} <kbd>${shown}</kbd></button></form>`
  return html`<div class="undo buttons">${form('undo', undo, 'KeyU', 'u')}${form('redo', redo, 'Shift+KeyU', 'Shift+u')}</div>`
}

function renderReasons(hidden: Html, say: Say): Html {
  const reasons = [...OTHER_STATUSES, 'not_a_number', 'duplicate', 'wrong_span', 'text_problem'] as const
  return html`
<dialog id="reasons" aria-labelledby="reasons-title"><form method="post" action="decide">
  <h2 id="reasons-title">${say('reason_ask')}</h2>${hidden}<input type="hidden" name="action" value="none">
  <div class="reasons">${reasons.map((r, i) => html`<button type="submit" name="reason" value="${r}" data-key="Digit${i + 1}">${say(`reason_${r}`)} <kbd>${i + 1}</kbd></button>`)}</div>
  <p><label>${say('note_label')} <input type="text" name="note" autocomplete="off"></label></p>
  <p class="buttons"><button type="button" data-close="reasons">${say('cancel')} <kbd>Esc</kbd></button></p>
</form></dialog>`
}
