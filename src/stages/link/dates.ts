import type { Via } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { Span } from '../../model/span.ts'
import type { Anchor, DateUse, DateValue, Side } from '../../model/values.ts'
import { edtfEndYear, edtfPrecision, edtfRange } from '../../text/edtf.ts'
import type { Context } from './context.ts'

/** A date mention on the calendar, with what put it there. */
export interface LinkedDate {
  readonly mention: Mention<DateValue>
  readonly edtf: string | null
  readonly via: readonly Via[]
  /** Whether the publication day (metadata) decided the year. */
  readonly byMetadata: boolean
}

// Words behind or before a date that put it after the anchor.
const FUTURE = /(?:sẽ|dự kiến|tới đây|sắp tới)[^.;!?…\n]{0,32}$/
const AHEAD = /^ ?(?:tới|sắp tới)(?![a-zà-ỹđ])|^[^.;\n]{0,40}? sẽ(?: |$)/
// Words of a plan before a deadline: without them `đến ngày 15/10` counts how things stand.
const PLANNED =
  /(?:phấn đấu|mục tiêu|chỉ tiêu|kế hoạch|yêu cầu|đề nghị|giao|phải|cần|sẽ|dự kiến|hoàn thành|chậm nhất|từ nay|cam kết|quyết tâm|hẹn|đảm bảo|bảo đảm|thực hiện|triển khai|hạn chót)[^.!?\n]{0,120}$/
const TO_DO = /^[^.;!?\n]{0,60}?(?:phấn đấu|phải|cần|sẽ|hoàn thành|đạt ít nhất|đạt tối thiểu)/

/**
 * Puts every date of an article on the calendar, in reading order. Anchors, in order: the publication day, the dateline,
 * the latest complete date earlier in the text, the latest year said before; without one a relative date stays unknown.
 */
export function linkDates(context: Context): readonly LinkedDate[] {
  const { normalized } = context
  const published = context.article.record.published
  const linked: LinkedDate[] = []
  let latest: { day: string; via: readonly Via[] } | undefined
  for (const mention of context.mentions) {
    if (mention.type !== 'date') continue
    const date = mention as Mention<DateValue>
    const { value } = date
    let entry: LinkedDate
    if (value.edtf !== null || value.partial === null) entry = { mention: date, edtf: value.edtf, via: [], byMetadata: false }
    else {
      const antecedent = yearSpokenOf(date, linked)
      const day = published ?? latest?.day
      const monthSpokenOf = isMonthBefore(value, normalized.lower, date) ? lastMonth(linked, date, context) : undefined
      const spoken =
        antecedent ??
        monthSpokenOf ??
        (day === undefined && isWithinYear(value) ? (latestYear(context, linked) ?? yearBehind(context, date)) : undefined)
      const previous = previousPeriod(date, linked, context)
      const previousDay = linked.findLast(d => d.edtf !== null && edtfPrecision(d.edtf) === 'day' && sameLine(context, d.mention, date))
      const previousYear =
        value.partial.unit === 'years-after'
          ? linked.findLast(d => d.edtf !== null && d.mention.value.use !== 'compared' && edtfPrecision(d.edtf) !== 'day')
          : undefined
      const anchor: Anchor | undefined =
        spoken !== undefined
          ? {
              day:
                monthSpokenOf === undefined || antecedent !== undefined
                  ? `${edtfEndYear(spoken.edtf as string)}-12-31`
                  : `${(monthSpokenOf.edtf as string).slice(0, 7)}-28`,
              side: antecedent === undefined ? 'past' : 'nearest',
              previousPeriod: null,
              previousDay: null,
              previousYear: null
            }
          : day === undefined && previousYear === undefined && previous === undefined
            ? undefined
            : {
                day: day ?? '',
                side: sideOf(date, normalized.lower),
                previousPeriod: previous?.edtf ?? null,
                previousDay: previousDay?.edtf ?? null,
                previousYear: previousYear === undefined ? null : edtfEndYear(previousYear.edtf as string)
              }
      const edtf = anchor === undefined ? null : context.knowledge.resolvePartial(value.partial, anchor)
      const via: Via[] = []
      if (edtf !== null && spoken !== undefined)
        via.push(...(antecedent === undefined && monthSpokenOf === undefined ? anchoredOn(spoken) : saidBefore(spoken)))
      else if (
        edtf !== null &&
        published === null &&
        latest !== undefined &&
        previousYear === undefined &&
        value.partial.unit !== 'term-end'
      )
        via.push(...latest.via)
      if (edtf !== null && previousYear !== undefined) via.push(...saidBefore(previousYear))
      if (edtf !== null && (value.partial.unit === 'same-period' || value.partial.unit === 'term-end') && previous !== undefined)
        via.push(...saidBefore(previous))
      if (edtf !== null && value.partial.unit === 'same-day' && previousDay !== undefined) via.push(...saidBefore(previousDay))
      entry = {
        mention: date,
        edtf,
        via,
        byMetadata:
          edtf !== null && antecedent === undefined && previousYear === undefined && value.partial.unit !== 'term-end' && published !== null
      }
    }
    linked.push(entry)
    // A goal's year or a vision is no day that the text was written on.
    if (entry.edtf !== null && edtfPrecision(entry.edtf) === 'day' && value.use !== 'by' && value.use !== 'before') {
      if (latest === undefined || entry.edtf > latest.day) latest = { day: entry.edtf, via: anchoredOn(entry) }
    }
  }
  return linked
}

/** What a date is reckoned from: another date, with what that one took its year from in the end. */
const anchoredOn = ({ mention, via }: LinkedDate): Via[] => [
  { ...spanOf(mention), role: 'date_anchor' },
  ...via.slice(-1).map((v): Via => ({ ...v, role: 'date_anchor' }))
]
const saidBefore = ({ mention, via }: LinkedDate): Via[] => [{ ...spanOf(mention), role: 'antecedent' }, ...via.slice(-1)]

export const spanOf = (mention: Span): Span => ({ start: mention.start, end: mention.end })

/** `tăng 4,27% so với tháng trước`: the month before the one whose figures are told. */
function isMonthBefore({ partial }: DateValue, lower: string, { outer, start }: Mention<DateValue>): boolean {
  return (
    partial?.unit === 'relative' &&
    partial.of === 'month' &&
    partial.offset === -1 &&
    /so(?: với)? $/.test(lower.slice(Math.max(0, outer.start - 8), start))
  )
}

/** The last month that was named before a date in its paragraph, itself compared with nothing. */
function lastMonth(linked: readonly LinkedDate[], date: Mention<DateValue>, context: Context): LinkedDate | undefined {
  return linked.findLast(
    d => d.edtf !== null && edtfPrecision(d.edtf) === 'month' && d.mention.value.use !== 'compared' && sameLine(context, d.mention, date)
  )
}

/** Whether an expression is known once its year is: a day, month, quarter or part of a year, or a year itself. */
function isWithinYear({ partial }: DateValue): boolean {
  if (partial === null) return false
  return (
    ['day', 'day-range', 'month', 'quarter', 'months', 'half'].includes(partial.unit) ||
    (partial.unit === 'relative' && partial.of === 'year')
  )
}

/** The latest year said before that dates what the text tells: none that is compared with, still to come or due. */
function latestYear(context: Context, linked: readonly LinkedDate[]): LinkedDate | undefined {
  return linked.findLast(d => tellsYear(context, d))
}

/** The first year behind a date that dates what the text tells: in a text without a day of its own, whose first date names none. */
function yearBehind(context: Context, date: Mention<DateValue>): LinkedDate | undefined {
  for (const m of context.mentions) {
    if (m.type !== 'date' || m.start <= date.start) continue
    const mention = m as Mention<DateValue>
    const later: LinkedDate = { mention, edtf: mention.value.edtf, via: [], byMetadata: false }
    if (tellsYear(context, later)) return later
  }
  return undefined
}

const NOT_TOLD = new Set<DateUse | null>(['compared', 'by', 'before', 'vision', 'orientation'])

/** Whether a date says of its own which year the text tells of. */
function tellsYear(context: Context, { mention, edtf }: LinkedDate): boolean {
  const { use, partial } = mention.value
  if (edtf === null || edtf.endsWith('X') || NOT_TOLD.has(use) || edtfPrecision(edtf) === 'interval' || partial !== null) return false
  return !context.chunksOf(mention.sentence).some(c => c.tags.has('Goal') || c.tags.has('Weak') || c.tags.has('Forecast'))
}

function sameLine(context: Context, a: Mention, b: Mention): boolean {
  return context.lineOf(a.sentence) === context.lineOf(b.sentence)
}

/** `cả năm`, `6 tháng đầu năm` mean the year spoken of in their sentence, where one was. */
function yearSpokenOf(date: Mention<DateValue>, linked: readonly LinkedDate[]): LinkedDate | undefined {
  const { partial } = date.value
  const isPartOfYear =
    partial?.unit === 'months' ||
    partial?.unit === 'half' ||
    (partial?.unit === 'relative' &&
      partial.of === 'year' &&
      partial.offset === 0 &&
      (date.value.part !== null || date.end - date.start <= 6))
  if (!isPartOfYear) return undefined
  const before = linked.findLast(
    d =>
      d.mention.sentence === date.sentence &&
      d.edtf !== null &&
      edtfPrecision(d.edtf) === 'year' &&
      d.mention.value.use !== 'compared' &&
      d.mention.value.use !== 'by'
  )
  return before !== undefined && date.start - before.mention.end < 60 ? before : undefined
}

/** The period that `cùng kỳ` is compared with: the last one in its sentence, else in its paragraph. */
function previousPeriod(date: Mention<DateValue>, linked: readonly LinkedDate[], context: Context): LinkedDate | undefined {
  if (date.value.partial?.unit === 'term-end')
    return linked.findLast(d => d.edtf !== null && /^nhiệm kỳ/.test(context.normalized.lower.slice(d.mention.start, d.mention.end)))
  if (date.value.partial?.unit !== 'same-period') return undefined
  const isPeriod = (d: LinkedDate) =>
    d.edtf !== null &&
    d.mention.value.use !== 'compared' &&
    !(edtfPrecision(d.edtf) === 'day' && d.mention.value.use !== 'as-of') &&
    d.mention.value.use !== 'by'
  return (
    linked.findLast(d => d.mention.sentence === date.sentence && isPeriod(d)) ??
    linked.findLast(d => sameLine(context, d.mention, date) && isPeriod(d))
  )
}

/** Which side of the anchor a date without a year is on. */
function sideOf(date: Mention<DateValue>, lower: string): Side {
  const { use } = date.value
  if (use === 'before') return 'future'
  if (use === 'by') {
    const lead = lower.slice(Math.max(0, date.outer.start - 120), date.outer.start)
    const rest = lower.slice(date.outer.end, date.outer.end + 80)
    return PLANNED.test(lead) || TO_DO.test(rest) || / chậm nhất| muộn nhất/.test(lead.slice(-20)) ? 'future' : 'nearest'
  }
  if (use === 'as-of' || use === 'compared' || use === 'from') return 'past'
  const before = lower.slice(Math.max(0, date.outer.start - 32), date.outer.start)
  const after = lower.slice(date.outer.end, date.outer.end + 48)
  if (/^ (?:vừa qua|vừa rồi|năm ngoái|năm trước)/.test(after)) return 'past'
  if (/ (?:tới|năm tới|năm sau)$/.test(lower.slice(date.start, date.end))) return 'future'
  // Without words for it a day or month that is close at hand is meant, not the one of a year ago.
  const isNear = date.value.partial?.unit === 'day' || date.value.partial?.unit === 'month'
  return FUTURE.test(before) || AHEAD.test(after) ? 'future' : isNear ? 'nearest' : 'past'
}

/** First and last day of a linked date, or nulls. */
export function daysOf(date: LinkedDate): { first: string | null; last: string | null } {
  return date.edtf === null ? { first: null, last: null } : edtfRange(date.edtf)
}
