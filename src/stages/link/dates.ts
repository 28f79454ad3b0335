import type { Via } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { Span } from '../../model/span.ts'
import type { Anchor, DateUse, DateValue, Side } from '../../model/values.ts'
import { edtfEndYear, edtfPrecision, edtfRange } from '../../text/edtf.ts'
import type { Context } from './context.ts'
import { once } from './nearest.ts'

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
  const said = saidSoFar(context, linked)
  const behind = yearsBehind(context)
  let latest: { day: string; via: readonly Via[] } | undefined
  for (const mention of context.mentions) {
    if (mention.type !== 'date') continue
    const date = mention as Mention<DateValue>
    const { value } = date
    let entry: LinkedDate
    if (value.edtf !== null || value.partial === null) entry = { mention: date, edtf: value.edtf, via: [], byMetadata: false }
    else {
      const antecedent = yearSpokenOf(date, said.year())
      const day = published ?? latest?.day
      const monthSpokenOf = isMonthBefore(value, normalized.lower, date) ? inLine(context, said.month(), date) : undefined
      const spoken = antecedent ?? monthSpokenOf ?? (day === undefined && isWithinYear(value) ? (said.told() ?? behind(date)) : undefined)
      const previous = previousPeriod(context, said, date)
      const previousDay = inLine(context, said.day(), date)
      const previousYear = value.partial.unit === 'years-after' ? said.noDay() : undefined
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

/** What a date may be reckoned from: the last of each kind that was said before it, for no date looks far back. */
interface Said {
  readonly day: () => LinkedDate | undefined
  /** A month that is compared with nothing. */
  readonly month: () => LinkedDate | undefined
  /** A year that is compared with nothing and no goal is due in. */
  readonly year: () => LinkedDate | undefined
  /** What is compared with nothing and is no day. */
  readonly noDay: () => LinkedDate | undefined
  readonly term: () => LinkedDate | undefined
  /** What a number of the same period may be compared with. */
  readonly period: () => LinkedDate | undefined
  /** The latest year that dates what the text tells: none that is compared with, still to come or due. */
  readonly told: () => LinkedDate | undefined
}

function saidSoFar(context: Context, linked: readonly LinkedDate[]): Said {
  const { lower } = context.normalized
  const isCompared = (d: LinkedDate): boolean => d.mention.value.use === 'compared'
  const isOf = (d: LinkedDate, precision: string): boolean => edtfPrecision(d.edtf as string) === precision
  return {
    day: lastOf(linked, d => isOf(d, 'day')),
    month: lastOf(linked, d => isOf(d, 'month') && !isCompared(d)),
    year: lastOf(linked, d => isOf(d, 'year') && !isCompared(d) && d.mention.value.use !== 'by'),
    noDay: lastOf(linked, d => !isCompared(d) && !isOf(d, 'day')),
    term: lastOf(linked, d => /^nhiệm kỳ/.test(lower.slice(d.mention.start, d.mention.end))),
    period: lastOf(linked, d => !isCompared(d) && !(isOf(d, 'day') && d.mention.value.use !== 'as-of') && d.mention.value.use !== 'by'),
    told: lastOf(linked, d => tellsYear(context, d))
  }
}

/** The last date of a growing list that is on the calendar and fits; it looks at each date once. */
function lastOf(linked: readonly LinkedDate[], fits: (d: LinkedDate) => boolean): () => LinkedDate | undefined {
  let seen = 0
  let last: LinkedDate | undefined
  return () => {
    for (; seen < linked.length; seen++) {
      const date = linked[seen] as LinkedDate
      if (date.edtf !== null && fits(date)) last = date
    }
    return last
  }
}

/** A date that was said before another one, if in the same paragraph. */
function inLine(context: Context, said: LinkedDate | undefined, date: Mention<DateValue>): LinkedDate | undefined {
  return said !== undefined && sameLine(context, said.mention, date) ? said : undefined
}

/** Whether an expression is known once its year is: a day, month, quarter or part of a year, or a year itself. */
function isWithinYear({ partial }: DateValue): boolean {
  if (partial === null) return false
  return (
    ['day', 'day-range', 'month', 'quarter', 'months', 'half'].includes(partial.unit) ||
    (partial.unit === 'relative' && partial.of === 'year')
  )
}

/**
 * Finds the first year behind a date that dates what the text tells: in a text without a day of its own, whose first date
 * names none. Dates are asked for in order.
 */
function yearsBehind(context: Context): (date: Mention<DateValue>) => LinkedDate | undefined {
  let at = 0
  let told: LinkedDate | undefined
  return date => {
    if (told !== undefined && told.mention.start > date.start) return told
    told = undefined
    for (; at < context.mentions.length && told === undefined; at++) {
      const mention = context.mentions[at] as Mention<DateValue>
      if (mention.type !== 'date' || mention.start <= date.start) continue
      const later: LinkedDate = { mention, edtf: mention.value.edtf, via: [], byMetadata: false }
      if (tellsYear(context, later)) told = later
    }
    return told
  }
}

const NOT_TOLD = new Set<DateUse | null>(['compared', 'by', 'before', 'vision', 'orientation'])

/** Whether a date says of its own which year the text tells of. */
function tellsYear(context: Context, { mention, edtf }: LinkedDate): boolean {
  const { use, partial } = mention.value
  if (edtf === null || edtf.endsWith('X') || NOT_TOLD.has(use) || edtfPrecision(edtf) === 'interval' || partial !== null) return false
  return !isOfGoal(context, mention.sentence)
}

const isOfGoal = once((context, sentence) =>
  context.chunksOf(sentence).some(c => c.tags.has('Goal') || c.tags.has('Weak') || c.tags.has('Forecast'))
)

function sameLine(context: Context, a: Mention, b: Mention): boolean {
  return context.lineOf(a.sentence) === context.lineOf(b.sentence)
}

/** `cả năm`, `6 tháng đầu năm` mean the year spoken of in their sentence, where one was. */
function yearSpokenOf(date: Mention<DateValue>, before: LinkedDate | undefined): LinkedDate | undefined {
  const { partial } = date.value
  const isPartOfYear =
    partial?.unit === 'months' ||
    partial?.unit === 'half' ||
    (partial?.unit === 'relative' &&
      partial.of === 'year' &&
      partial.offset === 0 &&
      (date.value.part !== null || date.end - date.start <= 6))
  if (!isPartOfYear) return undefined
  return before?.mention.sentence === date.sentence && date.start - before.mention.end < 60 ? before : undefined
}

/** The period that `cùng kỳ` is compared with: the last one in its paragraph. */
function previousPeriod(context: Context, said: Said, date: Mention<DateValue>): LinkedDate | undefined {
  const unit = date.value.partial?.unit
  return unit === 'term-end' ? said.term() : unit === 'same-period' ? inLine(context, said.period(), date) : undefined
}

/** Which side of the anchor a date without a year is on. */
function sideOf(date: Mention<DateValue>, lower: string): Side {
  const { use } = date.value
  if (use === 'before') return 'future'
  if (use === 'by') {
    const lead = lower.slice(Math.max(0, date.outer.start - 120), date.outer.start)
    const rest = lower.slice(date.outer.end, date.outer.end + 80)
    return PLANNED.test(lead) || TO_DO.test(rest) ? 'future' : 'nearest'
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
