import type { Span } from '../model/span.ts'
import { type Html, html, raw, shownText } from './html.ts'
import { type Mark, type Segment, segments } from './marks.ts'
import { type Say, sayNumber } from './words/index.ts'

/** A record that stands in the text beside the one in question. */
export interface Neighbour extends Span {
  readonly href: string | null
  readonly title: string
}

/** What the text pane shows. */
export interface Pane {
  readonly text: string
  readonly marks: readonly Mark[]
  readonly neighbours: readonly Neighbour[]
  /** What the pane is opened at. */
  readonly focus: Span
  /** Where to find all of a long text; null where it is shown. */
  readonly wholeHref: string | null
}

// A text longer than this is shown around the focus only.
const LONG = 24_000
const AROUND = 6_000

/** The article's text with its marks. Its offsets are those of the text layer: `data-start` says where each piece begins. */
export function renderPane({ text, marks, neighbours, focus, wholeHref }: Pane, say: Say): Html {
  const window = wholeHref === null || text.length <= LONG ? { start: 0, end: text.length } : around(text, focus)
  const others = neighbours.map((n): Mark => ({ start: n.start, end: n.end, field: 'other', side: 'both', label: n.title }))
  const parts = segments(window, [...others, ...marks])
  const isCompared = marks.some(m => m.side !== 'both')
  const first = parts.find(p => p.marks.some(m => m.field === 'anchor'))
  return html`
<section class="source" aria-labelledby="source-title">
  <h2 id="source-title">${say('source_text')}</h2>
  ${isCompared && html`<p class="legend">${say('legend')}: <del>− ${say('only_old')}</del> <ins>+ ${say('only_new')}</ins> <mark>${say('in_both')}</mark></p>`}
  ${window.start > 0 && html`<p class="cut">${say('text_cut_before', { n: sayNumber(say, window.start) })} ${more(wholeHref, say)}</p>`}
  <div class="text" id="text" lang="vi" tabindex="0" role="group" aria-label="${say('source_text')}" data-start="${window.start}" data-end="${window.end}">${parts.map(p => renderSegment(p, text, p === first))}</div>
  ${window.end < text.length && html`<p class="cut">${say('text_cut_after', { n: sayNumber(say, text.length - window.end) })} ${more(wholeHref, say)}</p>`}
</section>`
}

function more(href: string | null, say: Say): Html {
  return href === null ? raw('') : html`<a href="${href}">${say('whole_text')}</a>`
}

function renderSegment({ start, end, marks, closing }: Segment, text: string, isFirst: boolean): Html {
  const shown = shownText(text.slice(start, end))
  const own = marks.filter(m => m.field !== 'other')
  if (marks.length === 0) return html`<span data-start="${start}">${shown}</span>`
  if (own.length === 0) return html`<span class="other" data-start="${start}" title="${marks.at(-1)?.label}">${shown}</span>`
  const classes = [...new Set(own.map(m => `m-${m.field}`)), ...new Set(own.map(m => `s-${m.side}`))].join(' ')
  const tags = [
    ...new Set(
      closing
        .filter(m => m.field !== 'other' && m.label !== '')
        .map(m => `${m.side === 'old' ? '−' : m.side === 'new' ? '+' : ''}${m.label}`)
    )
  ]
  const body = html`<span data-start="${start}">${shown}</span>${tags.length > 0 && html`<span class="tag" data-tag="${tags.join(', ')}"></span>`}`
  const id = isFirst ? raw(' id="anchor"') : null
  // What both sides have is a mark; what one has is a deletion or an insertion, also for who cannot see the color.
  if (own.every(m => m.side === 'old')) return html`<del class="${classes}"${id}>${body}</del>`
  if (own.every(m => m.side === 'new')) return html`<ins class="${classes}"${id}>${body}</ins>`
  return html`<mark class="${classes}"${id}>${body}</mark>`
}

function around(text: string, focus: Span): Span {
  const start = Math.max(0, focus.start - AROUND)
  const end = Math.min(text.length, Math.max(focus.start, Math.min(focus.end, focus.start + AROUND)) + AROUND)
  // Not in the middle of a pair.
  const isLow = (at: number) => at < text.length && (text.charCodeAt(at) & 0xfc00) === 0xdc00
  return { start: isLow(start) ? start - 1 : start, end: isLow(end) ? end + 1 : end }
}
