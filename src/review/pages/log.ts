import { type Decision, standing } from '../decisions/decision.ts'
import { type Html, html, shownText } from '../html.ts'
import { type Say, sayCode, sayNumber } from '../words/index.ts'
import { decisionInWords } from './work-view.ts'

/** What the log page shows. */
export interface LogView {
  /** Oldest first. */
  readonly log: readonly Decision[]
  readonly reviewer: string
  readonly token: string
  readonly hrefOf: (decision: Decision) => string | null
  /** Whether it is the reviewer's own alone. */
  readonly isMine: boolean
}

const MOST = 500

/** The log by what was done at once: a group that was decided, or taken back, is one entry. */
export function entriesOf(log: readonly Decision[]): { readonly decision: Decision; readonly batch: readonly Decision[] }[] {
  const entries = Map.groupBy(log, d => (d.batch === null ? `${d.id}` : `${d.batch} ${d.action}`))
  return [...entries.values()].map(all => ({ decision: all.at(-1) as Decision, batch: all }))
}

/** Every decision, the newest first, each with a way to take it back. */
export function renderLog({ log: all, reviewer, token, hrefOf, isMine }: LogView, say: Say): Html {
  const log = isMine ? all.filter(d => d.reviewer === reviewer) : all
  const stands = new Set(standing(log).map(d => d.id))
  const byId = new Map(log.map(d => [d.id, d]))
  const entries = entriesOf(log)
  const shown = entries.toReversed().slice(0, MOST)
  return html`
<div class="sheet" id="item" tabindex="-1">
  <h2>${say('log_title')} <span class="count">${sayNumber(say, entries.length)}</span></h2>
  <p class="buttons">${(['all', 'mine'] as const).map(who => html`<a class="button" href="${who === 'mine' ? 'log?who=mine' : 'log'}" data-swap${(who === 'mine') === isMine && html` aria-current="true"`}>${say(`log_${who}`)}</a>`)}</p>
  ${shown.length === 0 && html`<p class="hint">${say('log_empty')}</p>`}
  ${
    shown.length > 0 &&
    html`<div class="scroll"><table class="log"><thead><tr><th scope="col">${say('log_when')}</th><th scope="col">${say('log_who')}</th><th scope="col">${say('log_what')}</th><td></td></tr></thead><tbody>${shown.map(
      ({ decision: d, batch }) => {
        const href = hrefOf(d)
        const isBack = d.action === 'undo' || d.action === 'redo'
        const isUndone = !isBack && !stands.has(d.id)
        const about = isBack ? (byId.get(d.target ?? -1) ?? d) : d
        const what =
          batch.length > 1
            ? html`${isBack && html`${say(`action_${d.action}`)}: `}${decisionInWords(about, say, isBack ? batch.map(b => byId.get(b.target ?? -1) ?? b) : batch)}`
            : html`${say(`action_${d.action}`)} ${d.quote !== null && html`<q lang="vi">${shownText(d.quote.slice(0, 60))}</q>`}`
        return html`<tr class="${isUndone ? 'undone' : ''}"><td><time datetime="${d.at}">${d.at.slice(0, 16).replace('T', ' ')}</time></td><td>${d.reviewer}</td>
      <td>${href === null ? what : html`<a href="${href}" data-swap>${what}</a>`}${d.reason !== null && html` <span class="hint">${sayCode(say, 'reason', d.reason)}</span>`}${d.note !== null && d.note !== '' && html` <q>${shownText(d.note)}</q>`}${isUndone && html` <span class="chip">${say('log_undone')}</span>`}</td>
      <td>${stands.has(d.id) && d.reviewer === reviewer && html`<form method="post" action="undo"><input type="hidden" name="target" value="${d.id}"><input type="hidden" name="any" value="1"><input type="hidden" name="token" value="${token}-${d.id}"><button type="submit">${say('undo')}<span class="sr">: ${say('log_take_back')}</span></button></form>`}</td></tr>`
      }
    )}</tbody></table></div>`
  }
</div>`
}
