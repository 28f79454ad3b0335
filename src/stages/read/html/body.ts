import { composed } from '../../../text/compose.ts'
import { type Element, namesOf, parentOf } from './dom.ts'
import { isChrome, isContact, isEndMarker, isLinked, isPhotoLine, isProse } from './phrases.ts'
import type { Run } from './runs.ts'
import { proseIn, type Segment } from './segment.ts'
import type { Line } from './tables.ts'
import { isDateLine } from './when.ts'

const LEAD =
  /(?:^|[-_])(?:sapo|lead|summary|description|desc|hometext|intro|introtext|trich-?dan|tom-?tat|chapeau|excerpt|subtitle|sub-?title)(?:$|[-_\d])/

// Longer than any title.
const LONG = 4000
// The title once more, the day once more.
const MOST_REPEATS = 3

/** The lines of the article: its lead and its body, without title, captions, related links and what is of the page. */
export function bodyLines(runs: readonly Run[], segment: Segment, titleAt: number | undefined, title: string | null): readonly Line[] {
  const end = endOf(runs, segment)
  const lead = leadOf(runs, segment, titleAt)
  const first = runs.findIndex((run, i) => i >= segment.start && isProse(run))
  const kept = runs
    .slice(segment.start, end)
    .filter((run, i, all) => isOfArticle(run, all[i - 1]) && !(segment.start + i < first && isByline(run)))
  const lines: Line[] = [...lead, ...kept]
  for (let i = 0; i < MOST_REPEATS && lines.length > 0; i++)
    if (sameTitle((lines[0] as Line).text, title) || isDateLine((lines[0] as Line).text)) lines.shift()
  return lines
}

/** Whether two lines say the same, case and punctuation apart. */
function sameTitle(a: string, b: string | null): boolean {
  return b !== null && a.length < LONG && b.length < LONG && key(a) === key(b)
}

function key(text: string): string {
  return composed(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function isOfArticle(run: Run, before: Run | undefined): boolean {
  if (run.kind !== 'content') return false
  if (isLinked(run) || isChrome(run) || isEndMarker(run)) return false
  if (isContact(run) && !isProse(run)) return false
  return !(isPhotoLine(run) && (run.byImage || before?.byImage === true || inFigure(run) || run.text.length < 120))
}

function inFigure(run: Run): boolean {
  for (let at: Element | null = run.element; at !== null; at = parentOf(at)) {
    if (at.name === 'figure' || at.name === 'table') return true
  }
  return false
}

// Behind a marker such as "Tin liên quan" the article is over, unless most of it is still to come: then it was a box.
function endOf(runs: readonly Run[], segment: Segment): number {
  const all = proseIn(runs, segment)
  let rest = all
  for (let i = segment.start; i < segment.end; i++) {
    rest -= proseIn(runs, { start: i, end: i + 1 })
    if (isEndMarker(runs[i] as Run) && rest * 4 < all) return i
  }
  return segment.end
}

// A lead stands between the title and the body, called so or by its length.
function leadOf(runs: readonly Run[], segment: Segment, titleAt: number | undefined): readonly Run[] {
  if (titleAt === undefined || titleAt >= segment.start || segment.start - titleAt > 40) return []
  return runs.slice(titleAt + 1, segment.start).filter(run => {
    if (run.kind !== 'content' || isLinked(run) || isDateLine(run.text) || isChrome(run) || isContact(run)) return false
    return isProse(run) || (isCalledLead(run) && run.text.length >= 20)
  })
}

const BYLINE =
  /(?:^|[-_])(?:meta|author|byline|info|tac-?gia|nguoi-?viet|date|time|ngay-?dang|publish(?:date|ed)?|social|source|nguon|views?|luot-?xem)(?:$|[-_\d])/

// Between title and text stand the author, the day and the number of readers.
function isByline(run: Run): boolean {
  return isDateLine(run.text) || isCalled(run, BYLINE)
}

function isCalledLead(run: Run): boolean {
  return isCalled(run, LEAD)
}

function isCalled(run: Run, names: RegExp): boolean {
  let at: Run['element'] | null = run.element
  for (let i = 0; i < 3 && at !== null; i++) {
    if (namesOf(at).some(name => names.test(name))) return true
    at = parentOf(at)
  }
  return false
}
