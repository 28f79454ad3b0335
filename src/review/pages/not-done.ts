import { type Html, html, raw } from '../html.ts'
import type { Say } from '../words/index.ts'

/** Why what was sent was not done: in words, or as a dialog or a form made here. */
export interface NotDone {
  readonly alert?: string
  readonly dialog?: string
  readonly form?: string
}

/** The page of somebody without scripts who is told so. */
export function renderNotDone({ alert, dialog, form }: NotDone, back: string, say: Say): Html {
  return html`
<div class="sheet" id="item" tabindex="-1">
  ${alert !== undefined && html`<p class="problem" role="alert">${alert}</p>`}
  ${dialog !== undefined && raw(dialog.replace('<dialog ', '<dialog open '))}
  ${form !== undefined && raw(form)}
  <p><a href="${back}">${say('back')}</a></p>
</div>`
}
