import type { Via } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { Anchor, DateValue, Side } from '../../model/values.ts'
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
