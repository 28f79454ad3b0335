import { type RuleView, renderRule } from '../explain.ts'
import { type Html, html, raw, shownText } from '../html.ts'
import type { Item } from '../item.ts'
import type { NameOf } from '../record-table.ts'
import { renderSnippet, renderValues } from '../sentence.ts'
import { type Say, sayNumber } from '../words/index.ts'
import { renderWorth, type WorthView } from './worth.ts'

/** What is said of a rule: what it is, what was decided of it, and what to do about it. */
export interface RulePage {
  readonly rule: RuleView
  readonly accepted: number
  readonly rejected: number
  /** What reviewers rejected of what it took part in. */
  readonly sentences: readonly { readonly item: Item; readonly href: string }[]
  readonly listHref: string
  /** What gold gains or loses without it. */
  readonly worth: WorthView
  /** Commands that explain it, try it and run without it. */
  readonly commands: readonly string[]
}

/** The page of a rule: where its wrong readings stand, and how to look further. */
export function renderRulePage(
  { rule, accepted, rejected, sentences, listHref, worth, commands }: RulePage,
  say: Say,
  nameOf: NameOf
): Html {
  return html`
<div class="sheet" id="item" tabindex="-1"${worth.kind === 'counting' && raw(' data-again="1000"')}>
  <h2>${say('rule')} <code>${rule.id}</code></h2>
  ${renderRule(rule, say)}
  <p>${say('rule_counts', { a: sayNumber(say, accepted), r: sayNumber(say, rejected) })}</p>
  <h3>${say('rule_rejected')} <span class="count">${sayNumber(say, sentences.length)}</span></h3>
  ${sentences.length === 0 && html`<p class="hint">${say('list_none')}</p>`}
  <ol>${sentences.map(({ item, href }) => html`<li><a href="${href}" data-swap>${renderSnippet(item)}</a> ${renderValues(item, say, nameOf)} <span class="hint" lang="vi">${shownText(item.about.title ?? item.where)}</span></li>`)}</ol>
  <p><a class="button" href="${listHref}" data-swap>${say('rule_all')}</a></p>
  ${renderWorth(worth, say, nameOf)}
  <h3>${say('rule_further')}</h3>
  <ul>${commands.map(c => html`<li><code lang="en">${c}</code></li>`)}</ul>
</div>`
}
