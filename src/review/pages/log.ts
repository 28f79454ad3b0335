import { type Decision, standing } from '../decisions/decision.ts'
import { type Html, html, shownText } from '../html.ts'
import { type Say, sayCode } from '../words/index.ts'

/** What the log page shows. */
export interface LogView {
  /** Oldest first. */
  readonly log: readonly Decision[]
  readonly reviewer: string
  readonly token: string
  readonly hrefOf: (decision: Decision) => string | null
}

const MOST = 500

/** Every decision, the newest first, each with a way to take it back. */
export function renderLog({ log, reviewer, token, hrefOf }: LogView, say: Say): Html {
  const stands = new Set(standing(log).map(d => d.id))
  const shown = log.toReversed().slice(0, MOST)
  return html`
<div class="sheet" id="item" tabindex="-1">
  <h2>${say('log_title')} <span class="count">${log.length}</span></h2>
  ${shown.length === 0 && html`<p class="hint">${say('log_empty')}</p>`}
  ${
    shown.length > 0 &&
    html`<div class="scroll"><table class="log"><thead><tr><th scope="col">${say('log_when')}</th><th scope="col">${say('log_who')}</th><th scope="col">${say('log_what')}</th><td></td></tr></thead><tbody>${shown.map(
      d => {
        const href = hrefOf(d)
        const isBack = d.action === 'undo' || d.action === 'redo'
        const isUndone = !isBack && !stands.has(d.id)
        const what = html`${say(`action_${d.action}`)} ${d.quote !== null && html`<q lang="vi">${shownText(d.quote.slice(0, 60))}</q>`}`
        return html`<tr class="${isUndone ? 'undone' : ''}"><td><time datetime="${d.at}">${d.at.slice(0, 16).replace('T', ' ')}</time></td><td>${d.reviewer}</td>
      <td>${href === null ? what : html`<a href="${href}" data-swap>${what}</a>`}${d.reason !== null && html` <span class="hint">${sayCode(say, 'reason', d.reason)}</span>`}${d.note !== null && d.note !== '' && html` <q>${shownText(d.note)}</q>`}${isUndone && html` <span class="chip">${say('log_undone')}</span>`}</td>
      <td>${stands.has(d.id) && d.reviewer === reviewer && html`<form method="post" action="undo"><input type="hidden" name="target" value="${d.id}"><input type="hidden" name="any" value="1"><input type="hidden" name="token" value="${token}-${d.id}"><button type="submit">${say('undo')}<span class="sr">: ${say('log_take_back')}</span></button></form>`}</td></tr>`
      }
    )}</tbody></table></div>`
  }
</div>`
}
