import type { Via } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { Anchor, DateValue, PartialDate, Side } from '../../model/values.ts'
import { edtfEndYear, edtfPrecision } from '../../text/edtf.ts'
import type { Context } from './context.ts'
import { isWithinYear, type Said, saidSoFar, yearsBehind } from './dates-said.ts'
import { type LinkedDate, spanOf } from './linked-date.ts'

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
  const linked: LinkedDate[] = []
  const said = saidSoFar(context, linked)
  const behind = yearsBehind(context)
  let latest: Latest | undefined
  for (const mention of context.mentions) {
    if (mention.type !== 'date') continue
    const date = mention as Mention<DateValue>
    const { value } = date
    const entry =
      value.edtf !== null || value.partial === null
        ? { mention: date, edtf: value.edtf, via: [], byMetadata: false }
        : resolved(context, date, value.partial, { said, behind, latest })
    linked.push(entry)
    // A goal's year or a vision is no day that the text was written on.
    if (entry.edtf !== null && edtfPrecision(entry.edtf) === 'day' && value.use !== 'by' && value.use !== 'before') {
      if (latest === undefined || entry.edtf > latest.day) latest = { day: entry.edtf, via: anchoredOn(entry) }
    }
  }
  return linked
}

/** The latest complete date of the text so far. */
interface Latest {
  readonly day: string
  readonly via: readonly Via[]
}

/** What a date that names no year, or nothing of the calendar, may be reckoned from. */
interface Known {
  readonly said: Said
  readonly behind: (date: Mention<DateValue>) => LinkedDate | undefined
  readonly latest: Latest | undefined
}

/** A date that only others put on the calendar. */
function resolved(context: Context, date: Mention<DateValue>, partial: PartialDate, { said, behind, latest }: Known): LinkedDate {
  const { value } = date
  const { lower } = context.normalized
  const { published } = context.article.record
  const year = yearSpokenOf(date, said.year())
  const month = isMonthBefore(value, lower, date) ? inLine(context, said.month(), date) : undefined
  const day = published ?? latest?.day
  const spoken = year ?? month ?? (day === undefined && isWithinYear(value) ? (said.told() ?? behind(date)) : undefined)
  const previous: Previous = {
    period: previousPeriod(context, said, date),
    day: inLine(context, said.day(), date),
    year: partial.unit === 'years-after' ? said.noDay() : undefined
  }
  const isAnchored = spoken !== undefined || day !== undefined || previous.year !== undefined || previous.period !== undefined
  if (!isAnchored) return { mention: date, edtf: null, via: [], byMetadata: false }
  const anchor = spoken === undefined ? anchorOf(day, sideOf(date, lower), previous) : anchorIn(spoken, year, month)
  const edtf = context.knowledge.resolvePartial(partial, anchor)
  if (edtf === null) return { mention: date, edtf, via: [], byMetadata: false }
  const isOfOther = previous.year !== undefined || partial.unit === 'term-end'
  const via: Via[] = []
  if (spoken !== undefined) via.push(...(year === undefined && month === undefined ? anchoredOn(spoken) : saidBefore(spoken)))
  else if (published === null && latest !== undefined && !isOfOther) via.push(...latest.via)
  via.push(...saidBy(partial, previous))
  return { mention: date, edtf, via, byMetadata: year === undefined && !isOfOther && published !== null }
}

/** Dates said before that another one may be reckoned from. */
interface Previous {
  readonly period: LinkedDate | undefined
  readonly day: LinkedDate | undefined
  readonly year: LinkedDate | undefined
}

function anchorOf(day: string | undefined, side: Side, { period, day: sameDay, year }: Previous): Anchor {
  return {
    day: day ?? '',
    side,
    previousPeriod: period?.edtf ?? null,
    previousDay: sameDay?.edtf ?? null,
    previousYear: year === undefined ? null : edtfEndYear(year.edtf as string)
  }
}

/** The end of the year or month that is spoken of. */
function anchorIn(spoken: LinkedDate, year: LinkedDate | undefined, month: LinkedDate | undefined): Anchor {
  const edtf = spoken.edtf as string
  const day = month === undefined || year !== undefined ? `${edtfEndYear(edtf)}-12-31` : `${edtf.slice(0, 7)}-28`
  return { day, side: year === undefined ? 'past' : 'nearest', previousPeriod: null, previousDay: null, previousYear: null }
}

/** The dates said before that a date of its kind is reckoned from. */
function saidBy({ unit }: PartialDate, { period, day, year }: Previous): Via[] {
  const of = unit === 'same-period' || unit === 'term-end' ? period : unit === 'same-day' ? day : year
  return of === undefined ? [] : saidBefore(of)
}

/** What a date is reckoned from: another date, with what that one took its year from in the end. */
const anchoredOn = ({ mention, via }: LinkedDate): Via[] => [
  { ...spanOf(mention), role: 'date_anchor' },
  ...via.slice(-1).map((v): Via => ({ ...v, role: 'date_anchor' }))
]
const saidBefore = ({ mention, via }: LinkedDate): Via[] => [{ ...spanOf(mention), role: 'antecedent' }, ...via.slice(-1)]

/** `tăng 4,27% so với tháng trước`: the month before the one whose figures are told. */
function isMonthBefore({ partial }: DateValue, lower: string, { outer, start }: Mention<DateValue>): boolean {
  return (
    partial?.unit === 'relative' &&
    partial.of === 'month' &&
    partial.offset === -1 &&
    /so(?: với)? $/.test(lower.slice(Math.max(0, outer.start - 8), start))
  )
}

/** A date that was said before another one, if in the same paragraph. */
function inLine(context: Context, said: LinkedDate | undefined, date: Mention<DateValue>): LinkedDate | undefined {
  return said !== undefined && sameLine(context, said.mention, date) ? said : undefined
}

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

/** The period that `cùng kỳ` is compared with: the last one in its paragraph, else the last part of a year before. */
function previousPeriod(context: Context, said: Said, date: Mention<DateValue>): LinkedDate | undefined {
  const unit = date.value.partial?.unit
  if (unit === 'term-end') return said.term()
  // What is told of goes on from paragraph to paragraph, until another part of a year is.
  return unit === 'same-period' ? (inLine(context, said.period(), date) ?? said.part()) : undefined
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
