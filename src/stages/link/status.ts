import type { Chunk, Evidence } from '../../model/frame.ts'
import type { Span } from '../../model/span.ts'
import type { DateValue } from '../../model/values.ts'
import { edtfEndYear, edtfRange } from '../../text/edtf.ts'
import type { Context } from './context.ts'
import type { LinkedDate } from './dates.ts'
import { evidence } from './documents.ts'

export type Status = 'goal' | 'result' | 'current' | 'forecast' | 'other'

/** What a number's clause says of its status: decided by words of its own, or open to what leads it. */
export interface StatusReading {
  readonly status: Status
  readonly evidence: Evidence
  /** Whether words of the sentence itself decide it. */
  readonly isOwn: boolean
}

export interface StatusQuery {
  readonly sentence: number
  /** Chunk index of the value. */
  readonly at: number
  readonly dates: ReadonlyMap<unknown, LinkedDate>
  readonly isPercent: boolean
}

const span = (c: Chunk): Span => ({ start: c.start, end: c.end })

/** The day that tells past from future: publication, else the latest complete date of the text. */
export function nowOf(context: Context, dates: readonly LinkedDate[]): string | null {
  const { published } = context.article.record
  if (published !== null) return published
  const days = dates.filter(d => d.edtf !== null && /^\d{4}-\d\d-\d\d$/.test(d.edtf) && d.mention.value.use !== 'by' && d.mention.value.use !== 'before').map(d => d.edtf as string)
  return days.toSorted().at(-1) ?? null
}

/** Whether a date lies ahead of, around or behind the article's day; undefined when it cannot be told. */
function when(date: LinkedDate | undefined, now: string | null): 'past' | 'present' | 'future' | undefined {
  if (date === undefined || date.edtf === null || now === null) return undefined
  const { first, last } = edtfRange(date.edtf)
  if (last === null) return undefined
  if (last < now) return 'past'
  if (first !== null && first > now) return 'future'
  return (edtfEndYear(date.edtf) as number) > Number(now.slice(0, 4)) ? 'future' : 'present'
}

const LOCAL_RESULT = new Set(['đã', 'đang', 'từng', 'hiện', 'vừa qua', 'đã có', 'kết quả', 'còn có', 'hiện có', 'vẫn còn', 'trước đó', 'trước đây', 'đạt được', 'thời gian qua', 'đã hoàn thành', 'bước đầu', 'đang có'])

interface Marks {
  goal?: Chunk
  weak?: Chunk
  forecast?: Chunk
  result?: Chunk
  other?: Chunk
  future?: Chunk
  past?: Chunk
  present?: Chunk
  /** Whether the value stands in brackets that open before it. */
  isInside?: boolean
  /** Whether the past date was written as a deadline. */
  isPastDue?: boolean
}

/**
 * Reads the status of a number from its own sentence: the words to its left from near to far, then those to its right
 * in its clause. Undefined when none of them decides. The rows follow the decision table of the genre: first match wins.
 */
export function readStatus(context: Context, query: StatusQuery, now: string | null): StatusReading | undefined {
  const chunks = context.chunksOf(query.sentence)
  const marks = scan(chunks, query, now)
  const right = scanRight(chunks, query, now)
  const own = (status: Status, c: Chunk, rule: string): StatusReading => ({ status, evidence: evidence(span(c), rule), isOwn: true })
  if (right.planBracket) return own('goal', right.planBracket, 'status/goal-of-comparison')
  if (right.margin) return own('other', right.margin, 'status/margin')
  // A past year or period said nearer than the goal word dates a result (`đến năm` would make it the goal's own year).
  if (marks.past && marks.goal && marks.past.start > marks.goal.start && !marks.isPastDue && !right.future) return own('result', marks.past, 'status/past-date')
  if (marks.other && !marks.goal) return own('other', marks.other, 'status/other-word')
  if (marks.result && (marks.goal === undefined || marks.result.start > marks.goal.start)) return own('result', marks.result, 'status/result-word')
  if (marks.goal) return own('goal', marks.goal, 'status/goal-word')
  if (marks.forecast) return own('forecast', marks.forecast, 'status/forecast-word')
  if (right.compared && !marks.future) return own('result', right.compared, 'status/compared')
  if (marks.past && !right.future) return own('result', marks.past, 'status/past-date')
  if (right.past) return own('result', right.past, 'status/past-date')
  if (marks.future) return own('goal', marks.future, 'status/future-date')
  if (right.future) return own('goal', right.future, 'status/future-date')
  if (right.planShare && query.isPercent && !marks.weak) return own('result', right.planShare, 'status/share-of-plan')
  if (marks.isInside) return outside(context, query, now)
  if (marks.weak) return { status: 'goal', evidence: evidence(span(marks.weak), 'status/weak-goal-word'), isOwn: false }
  return undefined
}

/** A number in brackets without words of its own has the status of the number that the brackets follow. */
function outside(context: Context, query: StatusQuery, now: string | null): StatusReading | undefined {
  const chunks = context.chunksOf(query.sentence)
  for (let i = query.at - 1; i >= 0; i--) {
    if (!chunks[i]?.tags.has('Open')) continue
    const at = chunks.findLastIndex((c, k) => k < i && (c.tags.has('Quantity') || c.tags.has('Rank')))
    return readStatus(context, { ...query, at: at >= 0 ? at : i, isPercent: false }, now)
  }
  return undefined
}

function scan(chunks: readonly Chunk[], { at, dates, isPercent }: StatusQuery, now: string | null): Marks {
  const marks: Marks = {}
  let commas = 0
  let semicolons = 0
  let brackets = 0
  for (let i = at - 1; i >= 0; i--) {
    const c = chunks[i] as Chunk
    const { tags } = c
    if (tags.has('Close')) brackets++
    else if (tags.has('Open')) {
      // The value itself stands in brackets: only their own words speak of it.
      if (brackets === 0) {
        marks.isInside = true
        break
      }
      brackets--
    }
    // What stands in brackets before is an aside.
    if (brackets > 0) continue
    if (tags.has('Comma')) commas++
    else if (tags.has('Semicolon')) semicolons++
    else if (tags.has('Goal')) {
      marks.goal ??= c
      break
    } else if (tags.has('Result')) {
      const isLocal = LOCAL_RESULT.has(c.text)
      if (isLocal ? commas === 0 && semicolons === 0 && marks.future === undefined : semicolons === 0 && marks.future === undefined) {
        marks.result ??= c
        break
      }
    } else if (tags.has('Forecast')) {
      if (semicolons === 0) marks.forecast ??= c
    } else if (tags.has('Other')) {
      if (isPercent && commas === 0 && semicolons === 0) marks.other ??= c
    } else if (tags.has('Weak')) {
      if (semicolons === 0) marks.weak ??= c
    } else if (tags.has('Date')) {
      const value = c.mention?.value as DateValue | undefined
      if (value === undefined || value.use === 'compared' || value.use === 'from') continue
      if (marks.future || marks.past || marks.present) continue
      const side = value.use === 'vision' || value.use === 'orientation' ? 'future' : when(dates.get(c.mention), now)
      if (side === 'future') marks.future = c
      else if (side === 'past') {
        marks.past = c
        marks.isPastDue = value.use === 'by' || value.use === 'before'
      }
      else if (side === 'present') marks.present = c
    }
  }
  return marks
}

interface RightMarks {
  compared?: Chunk
  past?: Chunk
  future?: Chunk
  margin?: Chunk
  planShare?: Chunk
  planBracket?: Chunk
}

function scanRight(chunks: readonly Chunk[], { at, dates }: StatusQuery, now: string | null): RightMarks {
  const marks: RightMarks = {}
  const before = chunks[at - 1]
  const text = (i: number) => chunks[i]?.text ?? ''
  if (before && (before.text === 'vượt' || /^(?:cao|thấp|nhiều|ít) hơn$/.test(before.text) || (text(at - 2) === 'cao' && before.text === 'hơn'))) {
    for (let i = at + 1; i < Math.min(chunks.length, at + 8); i++) if (/^(?:so|mục tiêu|kế hoạch|chỉ tiêu|dự toán|bình quân|mức)$/.test(text(i))) marks.margin ??= before
  }
  for (let i = at + 1; i < chunks.length; i++) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Comma') || c.tags.has('Semicolon') || c.tags.has('Stop') || c.tags.has('Quantity') || c.tags.has('Open') || c.tags.has('Close')) break
    if (c.tags.has('Goal') && i - at > 2) break
    if (c.tags.has('Date')) {
      const value = c.mention?.value as DateValue | undefined
      if (value?.use === 'compared') marks.compared ??= c
      else if (value?.use !== 'from') {
        const side = when(dates.get(c.mention), now)
        if (side === 'past') marks.past ??= c
        if (side === 'future') marks.future ??= c
      }
    }
    if (/^(?:kế hoạch|dự toán)$/.test(c.text) && i === at + 1) marks.planShare ??= c
  }
  return marks
}
