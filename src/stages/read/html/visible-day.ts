import { namesOf, parentOf } from './dom.ts'
import { isProse } from './phrases.ts'
import type { Run } from './runs.ts'
import type { Segment } from './segment.ts'
import { dayOfPage, isDateLine } from './when.ts'

const DATED =
  /(?:^|[-_])(?:date|time|datetime|ngay|ngay-?dang|thoi-?gian|publish(?:ed)?|post-?(?:ed|on|date)|created?|meta|info|timestamp|author-time|show-?date)(?:$|[-_\d])/
const BEFORE = 4
const BEHIND = 12

/** The day that stands near the title of an article, in a line of its own or an element that is called so. */
export function findVisibleDay(runs: readonly Run[], titleAt: number | undefined, segment: Segment | undefined): string | null {
  const start = segment?.start ?? titleAt ?? runs.length
  const head = titleAt ?? start
  // Behind the title first, up to the first paragraphs; then right before it; then at the article's end.
  const behind = runs.slice(head + 1, Math.min(head + 1 + BEHIND, Math.max(start + 3, head + 4)))
  const before = runs.slice(Math.max(0, head - BEFORE), head).toReversed()
  const atEnd = segment === undefined ? [] : runs.slice(Math.max(segment.start, segment.end - 2), segment.end + 3)
  for (const [lines, isSure] of [
    [behind, false],
    [before, false],
    [atEnd, true]
  ] as const) {
    for (const run of lines) {
      if (run.kind === 'never' || isProse(run)) continue
      if (run.text.length > 160) continue
      for (const cell of run.text.split('\t')) {
        const day = dayOfPage(cell)
        if (day === undefined) continue
        if (isSure ? isDateLine(cell) && isCalledDate(run) : isDateLine(cell) || isCalledDate(run)) return day
      }
    }
  }
  return null
}

function isCalledDate(run: Run): boolean {
  let at: Run['element'] | null = run.element
  for (let i = 0; i < 2 && at !== null; i++) {
    if (at.name === 'time' || namesOf(at).some(name => DATED.test(name))) return true
    at = parentOf(at)
  }
  return false
}
