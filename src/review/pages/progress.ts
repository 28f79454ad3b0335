import type { Decision } from '../decisions/decision.ts'
import { LEAST, ratioOf } from '../decisions/ratio.ts'
import type { Agreement, RuleTally, SideScore } from '../decisions/tally.ts'
import { type Html, html, shownText } from '../html.ts'
import { type Say, sayCode, sayNumber } from '../words/index.ts'
import { lineOf } from './history.ts'

/** What the progress page counts. */
export interface ProgressView {
  readonly queues: readonly { readonly name: string; readonly done: number; readonly total: number }[]
  readonly kinds: readonly { readonly kind: string; readonly accepted: number; readonly rejected: number; readonly left: number }[]
  readonly rules: readonly RuleTally[]
  readonly agreements: readonly Agreement[]
  readonly seconds: number | null
  /** Who decides, and where they were last. */
  readonly people: readonly Person[]
  /** Where what reviewers see differently stands; null where there is nothing. */
  readonly disputed: { readonly href: string; readonly count: number } | null
  readonly scores: { readonly base: SideScore; readonly new: SideScore; readonly decided: number }
  readonly gold: readonly { readonly label: string; readonly before: number | null; readonly after: number | null }[]
  readonly isBlind: boolean
  /** Where the rejected sentences of a rule stand. */
  readonly ruleHref: (rule: string) => string
}

/** A reviewer at work: how much they decided, when last, and about what. */
export interface Person {
  readonly name: string
  readonly decisions: number
  readonly last: Decision
  readonly href: string
}

/** How far the review is, and what it says of the rules and of the reviewers. */
export function renderProgress(view: ProgressView, say: Say): Html {
  const { scores } = view
  const f1 = (v: number | null) => (v === null ? say('no_value') : sayNumber(say, v, 3))
  const scored = view.gold.filter(g => g.before !== null || g.after !== null)
  return html`
<div class="sheet" id="item" tabindex="-1">
  <h2>${say('progress_title')}</h2>
  <div class="cards">${view.queues.map(
    q =>
      html`<div class="card"><h3>${sayCode(say, 'tab', q.name)}</h3><progress value="${q.done}" max="${Math.max(1, q.total)}" aria-label="${sayCode(say, 'tab', q.name)}"></progress><p>${say('progress_done', { n: sayNumber(say, q.done), m: sayNumber(say, q.total) })}</p></div>`
  )}
  <div class="card"><h3>${say('progress_f1')}</h3><p>${scores.decided < LEAST ? say('progress_f1_few', { n: LEAST }) : say('progress_f1_says', { a: f1(scores.base.f1), b: f1(scores.new.f1), n: scores.decided })}</p>${view.seconds !== null && html`<p>${say('progress_seconds', { n: sayNumber(say, view.seconds, 1) })}</p>`}</div>
  ${scored.length > 0 && html`<div class="card wide"><h3>${say('progress_gold')}</h3>${scored.map(g => html`<p>${say('progress_gold_says', { label: sayCode(say, 'gold', g.label), a: f1(g.before), b: f1(g.after) })}</p>`)}</div>`}</div>
  <h3>${say('progress_by_kind')}</h3>
  ${table(
    ['kind', 'accepted', 'rejected', 'left'],
    view.kinds.map(k => [sayCode(say, 'kind', k.kind), k.accepted, k.rejected, k.left]),
    say
  )}
  <h3>${say('progress_rules')}</h3>
  <p class="hint">${say('progress_rules_says', { n: LEAST })}</p>
  ${renderRules(view, say)}
  ${
    !view.isBlind &&
    html`<h3>${say('progress_people')}</h3>${renderPeople(view.people, say)}
  <h3>${say('progress_agreement')}</h3>
  ${view.disputed !== null && html`<p><a class="button" href="${view.disputed.href}" data-swap>${say('progress_disputed', { n: sayNumber(say, view.disputed.count) })}</a></p>`}
  ${view.agreements.length === 0 && html`<p class="hint">${say('progress_agreement_none')}</p>`}
  ${view.agreements.map(
    a => html`<p>${agreementInWords(a, say)}</p>
    ${a.disagreements.length > 0 && html`<details><summary>${say('progress_disagreements')} <span class="count">${sayNumber(say, a.disagreements.length)}</span></summary><ul>${a.disagreements.slice(0, 200).map(([x, y]) => html`<li><q lang="vi">${x.quote ?? ''}</q><br>${lineOf(x, say)}<br>${lineOf(y, say)}</li>`)}</ul></details>`}`
  )}`
  }
</div>`
}

function renderRules({ rules, ruleHref }: ProgressView, say: Say): Html {
  if (rules.length === 0) return html`<p class="hint">${say('log_empty')}</p>`
  return table(
    ['rule', 'n', 'accepted', 'rejected', 'share'],
    rules.map(r => [
      html`<a href="${ruleHref(r.rule)}" data-swap><code>${r.rule}</code></a>`,
      r.accepted + r.rejected,
      r.accepted,
      r.rejected,
      ratioInWords(r.rejected, r.accepted + r.rejected, say)
    ]),
    say
  )
}

function renderPeople(people: readonly Person[], say: Say): Html {
  if (people.length === 0) return html`<p class="hint">${say('log_empty')}</p>`
  return html`<ul>${people.map(
    p =>
      html`<li><a href="${p.href}" data-swap>${p.name}</a>: ${say('progress_person', { n: sayNumber(say, p.decisions) })} ${p.last.quote !== null && html`<q lang="vi">${shownText(p.last.quote.slice(0, 60))}</q>`} <time datetime="${p.last.at}">${p.last.at.slice(0, 16).replace('T', ' ')}</time></li>`
  )}</ul>`
}

/** A ratio as it is said: the share with its interval; of too few nothing. */
function ratioInWords(k: number, n: number, say: Say, least = LEAST): string {
  const ratio = ratioOf(k, n, least)
  const percent = (share: number) => sayNumber(say, Math.round(100 * share))
  return ratio === null ? say('no_value') : `${percent(ratio.share)} % (${percent(ratio.low)}–${percent(ratio.high)} %)`
}

function agreementInWords({ reviewers: [a, b], both, agreed, kappa }: Agreement, say: Say): string {
  if (both < LEAST_COMMON) return say('progress_agreement_few', { a, b, n: both, least: LEAST_COMMON })
  const p = ratioInWords(agreed, both, say, LEAST_COMMON)
  return say('progress_agreement_says', { a, b, n: both, m: agreed, p, k: kappa === null ? say('no_value') : sayNumber(say, kappa, 2) })
}

// Two who agree on three things may do so by chance.
const LEAST_COMMON = 20

const HEADS = {
  kind: 'filter_kind',
  accepted: 'accepted',
  rejected: 'rejected',
  left: 'state_open',
  rule: 'rule',
  n: 'decided',
  share: 'rejected'
} as const

function table(heads: readonly (keyof typeof HEADS)[], rows: readonly (readonly (string | number | Html)[])[], say: Say): Html {
  return html`<div class="scroll"><table class="numbers"><thead><tr>${heads.map(h => html`<th scope="col">${say(HEADS[h])}${h === 'share' && ' %'}</th>`)}</tr></thead><tbody>${rows.map(
    row =>
      html`<tr>${row.map((cell, i) => (i === 0 ? html`<th scope="row">${cell}</th>` : html`<td>${typeof cell === 'number' ? sayNumber(say, cell) : cell}</td>`))}</tr>`
  )}</tbody></table></div>`
}
