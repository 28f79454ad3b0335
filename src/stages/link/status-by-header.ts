import { DEADLINE, GOAL, RESULT } from '../../mentions/words/tags.ts'
import type { Sentence } from '../../model/text.ts'
import type { Context, Line } from './context.ts'
import { evidence } from './evidence.ts'
import { type Headers, openingOf } from './headers.ts'
import { statusBefore } from './status-in-paragraph.ts'
import type { StatusQuery, StatusReading } from './status-reading.ts'

const TELLING = GOAL.or(RESULT)

// `Theo quy hoạch, mạng lưới được phát triển với định hướng cơ cấu cụ thể:`
const PLANNED_HEADER = /(?<![a-zà-ỹđ])(?:theo quy hoạch|định hướng|phương hướng|kịch bản)(?![a-zà-ỹđ])[^:]{0,300}:$/

// `… khi đáp ứng các điều kiện sau:`: what a rule asks for.
const CONDITIONS =
  /(?:điều kiện|tiêu chuẩn|trường hợp)(?: (?![^:]{0,60}(?:mục tiêu|chỉ tiêu|kế hoạch))[^:.,;]{1,30})? (?:sau|sau đây|dưới đây|như sau):$/

const known = new WeakMap<Line, readonly Sentence[]>()

/** The sentences of a header that lead what follows it, the last one first. */
function headingsOf({ normalized: { lower } }: Context, line: Line): readonly Sentence[] {
  let headings = known.get(line)
  if (headings === undefined) {
    const leading = line.sentences.filter(s => s.kind === 'heading' || lower.startsWith(':', s.end - 1))
    headings = leading.slice(-MOST_HEADINGS).toReversed()
    known.set(line, headings)
  }
  return headings
}

// A line leads by so many of its sentences at most: but for those without stops only its last one ends in a colon.
const MOST_HEADINGS = 4

/** A header that sets goals makes goals of what stands under it. */
export function headerStatus(context: Context, { above }: Headers, query: StatusQuery, now: string | null): StatusReading | undefined {
  for (const { line, via } of above) {
    for (const s of headingsOf(context, line)) {
      const units = context.unitsOf(s.index)
      const last = units.last(TELLING)
      const words = context.normalized.lower.slice(s.start, s.end)
      const conditions = CONDITIONS.exec(words)
      if (conditions !== null) {
        const start = s.start + conditions.index
        return { status: 'other', evidence: evidence({ start, end: s.end }, 'status/conditions', 'heading', via), isOwn: false }
      }
      if (last >= 0)
        return {
          status: units.is(last, GOAL) ? 'goal' : 'result',
          evidence: evidence(units.spanOf(last), 'status/header', 'heading', via),
          isOwn: false
        }
      const planned = PLANNED_HEADER.exec(words)
      if (planned !== null) {
        const start = s.start + planned.index
        return { status: 'goal', evidence: evidence({ start, end: s.end }, 'status/header', 'heading', via), isOwn: false }
      }
      const before = /(?:cụ thể|như sau|sau đây|gồm)[^.:]{0,300}:$/.test(words) ? statusBefore(context, s.index, { query, now }) : undefined
      if (before?.status === 'goal')
        return {
          ...before,
          evidence: {
            ...before.evidence,
            source: 'heading',
            rule: 'status/header',
            via: [...before.evidence.via, openingOf(context, line.index, 'header'), ...via]
          }
        }
      const due = units.first(DEADLINE)
      if (due >= 0) return { status: 'goal', evidence: evidence(units.spanOf(due), 'status/header-date', 'heading', via), isOwn: false }
    }
  }
  return undefined
}
