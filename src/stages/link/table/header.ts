import { headerSays, type Saying } from '../../../decisions/table/headers.ts'
import type { Mention } from '../../../model/mention.ts'
import type { Span } from '../../../model/span.ts'
import type { DateUse, DateValue, Place } from '../../../model/values.ts'
import { partitionPoint } from '../../../text/partition-point.ts'
import type { Context } from '../context.ts'
import { datesWithin } from '../dates-within.ts'
import { canBeDue } from '../deadline.ts'
import type { LinkedDate } from '../linked-date.ts'
import { unitIn } from './unit.ts'
import { wordsOf } from './words.ts'

/** What the words of a header say; spans are of the normalized text. */
export interface Header extends Span {
  /** What its figures are. */
  readonly says: Saying | undefined
  /** When, with the words that tell it. */
  readonly time: LinkedDate | undefined
  /** The unit that it puts in brackets. */
  readonly unit: Span | undefined
  /** The place that it is the name of. */
  readonly place: Mention<Place> | undefined
  /** The words that are left, which name what is measured. */
  readonly subject: Span | undefined
}

/** Reads headers, each once. */
export class Headers {
  readonly #context: Context
  readonly #dates: readonly LinkedDate[]
  readonly #known = new Map<number, Header>()

  constructor(context: Context, dates: readonly LinkedDate[]) {
    this.#context = context
    this.#dates = dates
  }

  of(span: Span): Header {
    let header = this.#known.get(span.start)
    if (header === undefined) this.#known.set(span.start, (header = this.#read(span)))
    return header
  }

  #read({ start, end }: Span): Header {
    const lower = wordsOf(this.#context, { start, end })
    const says = headerSays(lower)
    const time = timeIn(this.#dates, { start, end }, lower)
    const unit = unitIn(this.#context, lower)
    const place = placeIn(this.#context, { start, end })
    const taken = [
      ...(says === undefined ? [] : [says]),
      ...(time === undefined ? [] : [back(time.mention.outer, start)]),
      ...(unit === undefined ? [] : [{ start: unit.start - 1, end: unit.end + 1 }]),
      ...(place === undefined ? [] : [back(place.outer, start)])
    ]
    const subject = place === undefined && says?.rule.says !== 'other' ? leftOf(lower, taken) : undefined
    return {
      start,
      end,
      says: says && { ...says, start: says.start + start, end: says.end + start },
      time,
      unit: unit && back(unit, -start),
      place,
      subject: subject && back(subject, -start)
    }
  }
}

const back = ({ start, end }: Span, by: number): Span => ({ start: start - by, end: end - by })

const YEARS = /(?<![\d./-])(20\d\d)(?:(?: ?- ?)(20\d\d))?(?![\d./-]|-\d)/g
const DUE = /(?:đến|tới)(?: hết| cuối)?(?: năm)? ?$/

/** The time that a header names: a date, or the one year or span of years that stands in it. */
export function timeIn(dates: readonly LinkedDate[], { start, end }: Span, lower: string): LinkedDate | undefined {
  const said = datesWithin(dates, { start, end }).filter(canBeDue)
  if (said.length > 0) return said.length === 1 ? said[0] : undefined
  const years = [...lower.matchAll(YEARS)]
  const [found] = years
  if (found === undefined || years.length > 1) return undefined
  const [text, from, to] = found
  const use: DateUse | null = to !== undefined ? 'period' : DUE.test(lower.slice(0, found.index)) ? 'by' : null
  const edtf = to === undefined ? (from as string) : `${from}/${to}`
  if (to !== undefined && to <= (from as string)) return undefined
  const span = { start: start + found.index, end: start + found.index + text.length }
  const value: DateValue = { edtf, partial: null, use, part: null }
  const mention = { ...span, type: 'date', value, rule: 'table/year', outer: span, parts: {}, tags: [], sentence: -1 }
  return { mention, edtf, via: [], byMetadata: false }
}

function placeIn({ mentions }: Context, { start, end }: Span): Mention<Place> | undefined {
  for (let i = partitionPoint(mentions, m => m.start < start); i < mentions.length; i++) {
    const mention = mentions[i] as Mention
    if (mention.start >= end) return undefined
    // Little else stands in it: `Tỉnh Bắc Giang`, `1. Bắc Giang`.
    if (mention.type === 'place' && mention.end <= end && (mention.end - mention.outer.start) * 2 > end - start)
      return mention as Mention<Place>
  }
  return undefined
}

// Words that name nothing where they are all that is left.
const EMPTY =
  /^(?:tỷ lệ|tỉ lệ|số lượng|giá trị|tổng số|số|mức|đạt|quy mô|cộng|trị số|kết quả|giao|năm|giai đoạn|thời kỳ|nhiệm kỳ|chính thức|được duyệt|đề ra|tỉnh giao|trung ương giao|cả năm|hết năm|đến|tới|đến năm|đến hết|cuối|vào|từng|từng năm|các năm|hằng năm|hàng năm|th|kh|chung)$/
const LINKING =
  'năm|giai đoạn|thời kỳ|của|về|các|giao|cho|vào|trong|hết|cuối|đầu|đến|tới|phấn đấu|kế hoạch|mục tiêu|chỉ tiêu|thực hiện|đề ra'
const AT_START = new RegExp(`^(?:[^a-zà-ỹđ0-9]|(?:${LINKING})(?![a-zà-ỹđ]))`)
const AT_END = new RegExp(`(?:[^a-zà-ỹđ0-9)]|(?<![a-zà-ỹđ])(?:${LINKING}))$`)
// What is longer is prose, and names nothing.
const LONGEST_NAME = 200

/** The longest stretch of a header beside what was read in it, without words that only lead to a time; undefined where none names anything. */
function leftOf(lower: string, taken: readonly Span[]): Span | undefined {
  let best: Span | undefined
  let from = 0
  for (const { start, end } of [...taken.toSorted((a, b) => a.start - b.start), { start: lower.length, end: lower.length }]) {
    const span = trimmed(lower, from, start)
    if (span !== undefined && (best === undefined || span.end - span.start > best.end - best.start)) best = span
    from = Math.max(from, end)
  }
  return best
}

function trimmed(lower: string, from: number, to: number): Span | undefined {
  let [start, end] = [from, Math.max(from, to)]
  if (end - start > LONGEST_NAME) return undefined
  for (let m = AT_START.exec(lower.slice(start, end)); m !== null; m = AT_START.exec(lower.slice(start, end))) start += m[0].length
  for (let m = AT_END.exec(lower.slice(start, end)); m !== null; m = AT_END.exec(lower.slice(start, end))) end -= m[0].length
  if (start >= end) return undefined
  const words = lower.slice(start, end)
  return /[a-zà-ỹđ]{2}/.test(words) && !EMPTY.test(words) ? { start, end } : undefined
}
