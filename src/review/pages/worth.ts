import { type Html, html, shownText } from '../html.ts'
import { labelOf, type NameOf } from '../record-table.ts'
import { type Say, sayCode, sayNumber } from '../words/index.ts'

/** One thing that is read otherwise than gold says. */
export interface Wrong {
  readonly article: string
  readonly kind: string
  /** What is wrong about it; null where all of it is missing or too much. */
  readonly field: string | null
  readonly problem: 'missed' | 'spurious' | 'wrong'
  readonly expected: unknown
  readonly read: unknown
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly sentence: { readonly start: number; readonly quote: string } | null
}

/** What gold says of a rule: scores with it and without it, and what is wrong on one side alone. */
export interface Worth {
  /** How many gold articles were read. */
  readonly articles: number
  /** How many are in the gold and not in the run. */
  readonly absent: number
  /** F1 of the measures that differ. */
  readonly scores: readonly { readonly label: string; readonly with: number | null; readonly without: number | null }[]
  /** What is wrong without the rule alone. */
  readonly loses: readonly Wrong[]
  /** What is wrong with the rule alone. */
  readonly gains: readonly Wrong[]
}

/** How far the reading of gold articles is. */
export interface Counting {
  readonly done: number
  readonly of: number
}

/** What is known of what a rule is worth: nothing without gold, where none of its articles is in the run, or where it stays in, else it is asked for, being counted, or known. */
export type WorthView =
  | { readonly kind: 'no_gold' }
  | { readonly kind: 'not_here' }
  | { readonly kind: 'stays' }
  | { readonly kind: 'unasked'; readonly articles: number; readonly href: string }
  | ({ readonly kind: 'counting' } & Counting)
  | ({ readonly kind: 'known' } & Worth)

const SHOWN = 20

/** The part of a rule's page that says what gold gains or loses without it. */
export function renderWorth(view: WorthView, say: Say, nameOf: NameOf): Html {
  return html`<h3>${say('worth')}</h3>${body(view, say, nameOf)}`
}

function body(view: WorthView, say: Say, nameOf: NameOf): Html {
  if (view.kind === 'no_gold' || view.kind === 'not_here' || view.kind === 'stays')
    return html`<p class="hint">${say(`worth_${view.kind}`)}</p>`
  if (view.kind === 'unasked')
    return html`<p><a class="button" href="${view.href}" data-swap>${say('worth_ask', { n: sayNumber(say, view.articles) })}</a></p>`
  if (view.kind === 'counting') {
    const words = say('worth_counting', { n: sayNumber(say, view.done), m: sayNumber(say, view.of) })
    return html`<p><progress value="${view.done}" max="${Math.max(1, view.of)}" aria-label="${words}"></progress> ${words}</p>`
  }
  const { articles, absent, scores, loses, gains } = view
  const of = say(absent === 0 ? 'worth_of' : 'worth_of_absent', { n: sayNumber(say, articles), m: sayNumber(say, absent) })
  if (loses.length + gains.length + scores.length === 0) return html`<p>${say('worth_nothing')} ${of}</p>`
  return html`<p>${say('worth_says', { l: sayNumber(say, loses.length), g: sayNumber(say, gains.length) })} ${of}</p>
  ${scores.length > 0 && scoreTable(scores, say)}
  ${listed('worth_loses', loses, say, nameOf)}${listed('worth_gains', gains, say, nameOf)}`
}

function scoreTable(scores: Worth['scores'], say: Say): Html {
  const figure = (value: number | null) => (value === null ? say('no_value') : sayNumber(say, value, 3))
  return html`<div class="scroll"><table class="numbers"><thead><tr><th scope="col">F1</th><th scope="col">${say('worth_with')}</th><th scope="col">${say('worth_without')}</th></tr></thead><tbody>${scores.map(
    s => html`<tr><th scope="row">${sayCode(say, 'gold', s.label)}</th><td>${figure(s.with)}</td><td>${figure(s.without)}</td></tr>`
  )}</tbody></table></div>`
}

function listed(heading: 'worth_loses' | 'worth_gains', errors: readonly Wrong[], say: Say, nameOf: NameOf): Html | false {
  if (errors.length === 0) return false
  const first = { a: sayNumber(say, SHOWN), n: sayNumber(say, errors.length) }
  const count = errors.length > SHOWN ? say('worth_first', first) : sayNumber(say, errors.length)
  // Much that is wrong is wrong in one sentence.
  const sentences = Map.groupBy(errors.slice(0, SHOWN), e => `${e.article} ${e.sentence?.start ?? e.start}`)
  return html`<h4>${say(heading)} <span class="count">${count}</span></h4><ol>${[...sentences.values()].map(
    inside => html`<li>${sentence(inside)}<ul>${inside.map(e => line(e, say, nameOf))}</ul></li>`
  )}</ol>`
}

function line(e: Wrong, say: Say, nameOf: NameOf): Html {
  const what = [sayCode(say, 'scored', e.kind), ...(e.field === null ? [] : [labelOf(e.field, say)])].join(' · ')
  const value = (v: unknown) => html`<b lang="vi">${shownText(said(v, e.field, nameOf))}</b>`
  const compared = html`${say('worth_gold')} ${value(e.expected)}, ${say('worth_read')} ${value(e.read)}`
  const problem = e.problem === 'wrong' ? compared : say(`worth_${e.problem}`)
  return html`<li><q lang="vi">${shownText(e.quote)}</q> ${what}: ${problem}</li>`
}

const AROUND = 120

/** The words around what is wrong, from the first of it to the last. */
function sentence(inside: readonly Wrong[]): Html {
  const whole = inside[0]?.sentence ?? null
  if (whole === null) return html`<span lang="vi">${shownText(inside[0]?.quote ?? '')}</span>`
  const from = Math.max(0, Math.min(...inside.map(e => e.start)) - whole.start - AROUND)
  const to = Math.max(...inside.map(e => e.end)) - whole.start + AROUND
  return html`<span lang="vi">${from > 0 && '… '}${shownText(whole.quote.slice(from, to))}${to < whole.quote.length && ' …'}</span>`
}

function said(value: unknown, field: string | null, nameOf: NameOf): string {
  if (value === null || value === undefined) return '—'
  if (Array.isArray(value)) return value.length === 0 ? '—' : value.map(v => said(v, field, nameOf)).join(', ')
  if (typeof value === 'object') return JSON.stringify(value)
  return (field === null ? null : nameOf(field, String(value))) ?? String(value)
}
