import { refusalInWords } from './group-words.ts'
import { type Html, html, shownText } from './html.ts'
import { labelOf } from './record-table.ts'
import { type Say, sayCode } from './words/index.ts'

/** What is known of a rule: its pattern, and which parts of it matched where the record was read. */
export interface RuleView {
  readonly id: string
  readonly kind: string | null
  readonly pattern: string | null
  readonly phrases: number | null
  readonly matched: readonly { readonly part: string; readonly text: string }[]
}

/** Why one field has its value. */
export interface ReasonView {
  readonly field: string
  readonly quote: string | null
  readonly source: string
  readonly rule: RuleView
  readonly via: readonly { readonly quote: string; readonly role: string }[]
}

/** Why a record says what it says, or why a candidate was refused. */
export interface ExplanationView {
  readonly reasons: readonly ReasonView[]
  /** Of a refused candidate. */
  readonly refusal: { readonly reason: string; readonly message: string; readonly rule: RuleView } | null
}

/** The explanation as a folded part of the page. */
export function renderExplanation({ reasons, refusal }: ExplanationView, say: Say): Html {
  const seen = new Set<string>()
  const isKnown = (rule: string): boolean => seen.has(rule) || !seen.add(rule)
  return html`
<details class="explain" id="explain">
  <summary>${say('explain')}</summary>
  ${refusal !== null && html`<p><strong>${say('refused_because')}</strong> ${shownText(refusalInWords(`${refusal.reason}: ${refusal.message}`, say))}</p>${renderRule(refusal.rule, say)}`}
  <dl>${reasons.map(
    r => html`<dt>${labelOf(r.field, say)}</dt><dd>
      ${r.quote !== null && html`<q lang="vi">${shownText(r.quote)}</q> `}<span class="src">${sayCode(say, 'src', r.source)}</span>
      ${r.via.map(v => html`<span class="via">${say('via')} ${sayCode(say, 'role', v.role)} <q lang="vi">${shownText(v.quote)}</q></span>`)}
      ${renderRule(r.rule, say, isKnown(r.rule.id))}</dd>`
  )}</dl>
</details>`
}

/** A rule with its pattern, and what that matched. */
export function renderRule({ id, kind, pattern, phrases, matched }: RuleView, say: Say, isKnown = false): Html {
  return html`<div class="rule"><code class="rule-id">${id}</code>${
    kind === null
      ? html` <span class="hint">${say('explain_code')}</span>`
      : phrases !== null
        ? html` <span class="hint">${say('explain_phrases', { n: phrases })}</span>`
        : // A pattern that stands above already is not written again; a long one scrolls, also from the keyboard.
          pattern !== null &&
          !isKnown &&
          html` <code class="pattern" tabindex="0" role="group" aria-label="${say('explain_pattern')} ${id}">${pattern}</code>`
  }${
    matched.length > 0 &&
    !isKnown &&
    html`<span class="matched">${say('explain_matched')}: ${matched.map(m => html`<span class="part"><b>${m.part}</b> <q lang="vi">${shownText(m.text)}</q></span>`)}</span>`
  }</div>`
}
