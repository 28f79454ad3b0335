import type { Decision } from '../decisions/decision.ts'
import { type Html, html, shownText } from '../html.ts'
import { type Say, sayCode } from '../words/index.ts'

/** What was decided about an item before, the newest first. */
export function renderHistory(history: readonly Decision[], say: Say): Html {
  return html`
<details class="history" id="history"${history.length > 0 ? html` open` : null}>
  <summary>${say('history')} <span class="count">${history.length}</span></summary>
  ${history.length === 0 ? html`<p class="hint">${say('no_history')}</p>` : html`<ol>${history.toReversed().map(d => html`<li>${lineOf(d, say)}</li>`)}</ol>`}
</details>`
}

/** A decision in one line: who, what, why, when. */
export function lineOf(d: Decision, say: Say): Html {
  return html`<b>${d.reviewer}</b> ${say(`action_${d.action}`)}${d.reason !== null && html` (${sayCode(say, 'reason', d.reason)})`}${d.note !== null && d.note !== '' && html`: <q>${shownText(d.note)}</q>`} <time datetime="${d.at}">${d.at.slice(0, 16).replace('T', ' ')}</time>`
}
