import { namesOf, parentOf } from './dom.ts'
import { isProse } from './phrases.ts'
import type { Run } from './runs.ts'
import type { Segment } from './segment.ts'
import { dayOfPage, isDateLine } from './when.ts'

const DATED =
  /(?:^|[-_])(?:date|time|datetime|ngay|ngay-?dang|thoi-?gian|publish(?:ed)?|post-?(?:ed|on|date)|created?|meta|info|timestamp|author-time|show-?date)(?:$|[-_\d])/
// The day of today in the head of a site.
const OF_SITE = /(?:^|[-_])(?:site|page|top|hdr|today|current)(?:$|[-_])/
const BEFORE = 4
const BEHIND = 12

/**
 * The day that stands near the title of an article, in a line of its own or an element that is called so: behind the title
 * first; then what a `<time>` there says; then right before the title; then at the article's end.
 */
export function findVisibleDay(
  runs: readonly Run[],
  titleAt: number | undefined,
  segment: Segment | undefined,
  timeTag: string | null
): string | null {
  const start = segment?.start ?? titleAt ?? runs.length
  const head = titleAt ?? start
  const behind = runs.slice(head + 1, Math.min(head + 1 + BEHIND, Math.max(start + 3, head + 4)))
  const before = runs.slice(Math.max(0, head - BEFORE), head).toReversed()
  const atEnd = segment === undefined ? [] : runs.slice(Math.max(segment.start, segment.end - 2), segment.end + 3)
  const isNamed = (run: Run, cell: string) => isDateLine(cell) || isCalled(run, DATED)
  return (
    dayIn(behind, isNamed) ??
    timeTag ??
    dayIn(before, (run, cell) => isNamed(run, cell) && !isCalled(run, OF_SITE)) ??
    dayIn(atEnd, (run, cell) => isDateLine(cell) && isCalled(run, DATED))
  )
}

function dayIn(runs: readonly Run[], isMeant: (run: Run, cell: string) => boolean): string | null {
  for (const run of runs) {
    if (run.kind === 'never' || isProse(run) || run.text.length > 160) continue
    for (const cell of run.text.split('\t')) {
      const day = dayOfPage(cell)
      if (day !== undefined && isMeant(run, cell)) return day
    }
  }
  return null
}

function isCalled(run: Run, names: RegExp): boolean {
  let at: Run['element'] | null = run.element
  for (let i = 0; i < 2 && at !== null; i++) {
    if ((names === DATED && at.name === 'time') || namesOf(at).some(name => names.test(name))) return true
    at = parentOf(at)
  }
  return false
}
