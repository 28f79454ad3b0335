import { type Element, namesOf, parentOf } from './dom.ts'
import { isChrome, isContact, isEndMarker, isLinked, isPhotoLine, isProse } from './phrases.ts'
import type { Run } from './runs.ts'

/** Lines `[start, end)` of a page. */
export interface Segment {
  readonly start: number
  readonly end: number
}

// What content systems call the element that holds an article's text.
const BODY =
  /^(?:journal-content-article|fck_?detail|(?:main-?)?(?:article|post|entry|detail|news|story|cms|singular|the-article|amp-wp-article|single|blog|afcbc)(?:[-_]*)(?:body|content|contents|text|body-?html|fulltext|inner|main)(?:[-_]*(?:body|content|text|inner|detail))?|(?:main-?)?(?:body|content|contents|text|noi-?dung|chi-?tiet|chitiet|vung)(?:[-_]*)(?:detail|article|news|post|html|tin|bai-?viet|chi-?tiet|noi-?dung|body|text|entry)|detail__content|maincontent|bodytext|knc-content|ms-rtestate-field|post-body|item-page|noi-?dung|boxdetail|news-?detail|article-?detail|field-name-body|field--name-body|e-content|text-long|entry)$/

/** Where the article of a page stands: in an element that is called so, else the stretch that reads most like one. */
export function findSegment(runs: readonly Run[], from: number): Segment | undefined {
  const named = namedSegment(runs)
  const best = bestStretch(runs, from)
  if (named === undefined) return best
  const [inNamed, inBest] = [proseIn(runs, named), best === undefined ? 0 : proseIn(runs, best)]
  return inNamed * 2 >= inBest ? named : best
}

/** How many characters of running text a segment holds. */
export function proseIn(runs: readonly Run[], { start, end }: Segment): number {
  let sum = 0
  for (let i = start; i < end; i++) sum += proseOf(runs[i] as Run)
  return sum
}

function proseOf(run: Run): number {
  return run.kind === 'content' && isProse(run) && !isContact(run) ? run.text.length : 0
}

// The named element with the most text; of nested ones the innermost that still has nearly all of it.
function namedSegment(runs: readonly Run[]): Segment | undefined {
  let best: (Span & { element: Element }) | undefined
  for (const [element, span] of spansOf(runs)) {
    if (span.prose === 0 || !isNamedBody(element)) continue
    if (best === undefined) best = { element, ...span }
    else if (
      isInside(element, best.element)
        ? span.prose * 10 >= best.prose * 9
        : span.prose > best.prose && !(isInside(best.element, element) && best.prose * 10 >= span.prose * 9)
    ) {
      best = { element, ...span }
    }
  }
  return best
}

interface Span {
  start: number
  end: number
  prose: number
}

// Which lines stand in each element, and how much prose: counted where the lines stand and handed up once, from the inside out.
function spansOf(runs: readonly Run[]): ReadonlyMap<Element, Readonly<Span>> {
  const spans = new Map<Element, Span & { depth: number }>()
  runs.forEach((run, i) => {
    const prose = proseOf(run)
    const own = spans.get(run.element)
    if (own === undefined) enter(spans, run.element, { start: i, end: i + 1, prose })
    else {
      own.end = i + 1
      own.prose += prose
    }
  })
  for (const [element, span] of [...spans].toSorted((a, b) => b[1].depth - a[1].depth)) {
    const parent = parentOf(element)
    const outer = parent === null ? undefined : spans.get(parent)
    if (outer === undefined) continue
    outer.start = Math.min(outer.start, span.start)
    outer.end = Math.max(outer.end, span.end)
    outer.prose += span.prose
  }
  return spans
}

// Enters an element and those that it stands in, up to the first that is there.
function enter(spans: Map<Element, Span & { depth: number }>, element: Element, span: Span): void {
  const chain: Element[] = []
  let at: Element | null = element
  for (; at !== null && !spans.has(at); at = parentOf(at)) chain.push(at)
  const depth = at === null ? 0 : (spans.get(at)?.depth ?? 0) + 1
  chain.forEach((entered, i) => {
    const own = i === 0 ? span : { start: span.start, end: span.start, prose: 0 }
    spans.set(entered, { ...own, depth: depth + chain.length - 1 - i })
  })
}

function isNamedBody(element: Element): boolean {
  if (/(?:^|\s)articleBody(?:$|\s)/.test(element.attribs['itemprop'] ?? '')) return true
  if (element.attribs['data-role'] === 'content') return true
  return element.name !== 'body' && namesOf(element).some(name => BODY.test(name))
}

function isInside(inner: Element, outer: Element): boolean {
  for (let at = parentOf(inner); at !== null; at = parentOf(at)) if (at === outer) return true
  return false
}

// The stretch of lines with the greatest sum, each paragraph counting for it and each link or button against it.
function bestStretch(runs: readonly Run[], from: number): Segment | undefined {
  let best: { start: number; end: number; sum: number } | undefined
  let [start, sum] = [from, 0]
  for (let i = from; i < runs.length; i++) {
    sum += weightOf(runs[i] as Run)
    if (sum <= 0) {
      sum = 0
      start = i + 1
    } else if (best === undefined || sum > best.sum) best = { start, end: i + 1, sum }
  }
  return best === undefined || proseIn(runs, best) === 0 ? undefined : best
}

const MOST = 400
// The items of a list and the rows of a table at an article's end are short, but they are of it.
const FIGURE = /\t[^\t]{0,12}\d/
const BULLET = /^(?:[-+*•–]|\d{1,2}[.)]|[a-zđ]\)) /

function weightOf(run: Run): number {
  if (run.kind === 'caption') return 0
  if (run.kind !== 'content') return -20 - Math.min(run.text.length, MOST) / 4
  if (isEndMarker(run)) return -250
  if (isContact(run)) return -80
  if (isLinked(run)) return -30 - Math.min(run.linked, MOST) / 2
  if (isChrome(run)) return -20
  if (isProse(run)) return Math.min(run.text.length, MOST)
  if (BULLET.test(run.text) || (run.isRow && FIGURE.test(run.text))) return 5
  return run.isRow || run.heading > 1 || isPhotoLine(run) ? 0 : -8
}
