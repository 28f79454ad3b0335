import { type Html, html } from '../html.ts'
import { type Say, sayNumber } from '../words/index.ts'

/** What is shown while misses are looked for; the page asks again by itself. */
export function renderSearching({ done, of }: { readonly done: number; readonly of: number }, say: Say): Html {
  const words = say('searching_says', { n: sayNumber(say, done), m: sayNumber(say, of) })
  return html`
<div class="sheet" id="item" tabindex="-1" data-again="1000">
  <h2>${say('searching')}</h2>
  <p><progress value="${done}" max="${Math.max(1, of)}" aria-label="${words}"></progress> ${words}</p>
  <p><a href="misses" data-swap>${say('searching_again')}</a></p>
</div>`
}
