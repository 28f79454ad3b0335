import {
  AND,
  BOUNDARY,
  CLOSE,
  COLON,
  COMMA,
  DASH,
  DATE,
  DOCUMENT,
  EXPECT,
  FROM,
  GOAL,
  ISSUER,
  OPEN,
  PAUSE,
  QUANTITY,
  QUOTE,
  RESULT,
  SEMICOLON,
  STOP,
  WEAK
} from '../../mentions/words/tags.ts'
import type { Slot } from '../../model/frame.ts'
import { edtfRange } from '../../text/edtf.ts'
import type { Units } from '../../text/units.ts'
import { words } from '../../text/word-class.ts'
import type { Context } from './context.ts'
import {
  canBeDue,
  type Deadline,
  type DeadlineDates,
  type DeadlineQuery,
  deadlineFrom,
  isDueWord,
  isEventDay,
  isPast,
  isYearly,
  NO_DEADLINE
} from './deadline.ts'
import { behindValue, dateOf, isOfRatio } from './deadline-behind.ts'
import type { LinkedDate } from './linked-date.ts'
import { zipped } from './zip.ts'

const QUOTING = COLON.or(QUOTE)
const ENDS_NAME = COMMA.or(COLON, OPEN)
const CLOSING = STOP.or(QUOTE, SEMICOLON)
const BUDGET = words('kế hoạch|dự toán')

/** A number of a list that is paired with a list of times (`đến năm 2025 và 2030 lần lượt đạt 20% và 30%`). */
export function deadlineOfZip(context: Context, query: DeadlineQuery, dates: DeadlineDates): Deadline | undefined {
  const pair = zipped(context.unitsOf(query.sentence), query.at)
  const date = pair?.date === undefined ? undefined : dates.byMention.get(pair.date.mention)
  if (pair === undefined || date === undefined || date.edtf === null) return undefined
  return deadlineFrom(date, query, 'same_clause', 'deadline/zip', [{ start: pair.by.start, end: pair.by.end, role: 'zip' }])
}

/** The deadline printed in the number's own sentence: right behind it, else the last one before it. */
export function deadlineInSentence(context: Context, query: DeadlineQuery, dates: DeadlineDates): Deadline | undefined {
  const units = context.unitsOf(query.sentence)
  const behind = behindValue(units, query, dates)
  if (behind === 'vague') return NO_DEADLINE
  const before = beforeValue(units, query, dates)
  if (behind !== undefined) {
    // A plan's year behind the number (`100% kế hoạch năm 2024`) or an older year there gives way to the time said before.
    const isBase = units.is(behind.at - 1, BUDGET)
    // Right behind the number, a year still to end is meant (`trên 7% năm 2026`).
    // `trước ngày 31/12/2024 hoàn thành 100% diện tích phải giải phóng năm 2024`: the day within that year.
    const isDayOf =
      before !== undefined &&
      before !== 'vague' &&
      !before.isCarried &&
      isDueWord(before.date.mention.value) &&
      isWithin(before.date, behind.date)
    const isClose = !isDayOf && behind.at === query.at + 1 && !isPast(behind.date, dates.now)
    if (
      before === undefined ||
      before === 'vague' ||
      before.isCarried ||
      (!isBase && !isDayOf && (isClose || !isOlder(behind.date, before.date)))
    )
      return deadlineFrom(behind.date, query, 'same_clause', 'deadline/behind-value')
  }
  if (before === 'vague') return NO_DEADLINE
  if (before !== undefined) return deadlineFrom(before.date, query, before.isCarried ? 'carried' : 'same_clause', 'deadline/before-value')
  return atEnd(units, query, dates)
}

const isOlder = (a: LinkedDate, b: LinkedDate): boolean =>
  (edtfRange(a.edtf as string).last ?? '') < (edtfRange(b.edtf as string).first ?? '')

/** Whether a day or month lies in a year. */
const isWithin = (a: LinkedDate, b: LinkedDate): boolean => /^\d{4}$/.test(b.edtf as string) && (a.edtf as string).startsWith(`${b.edtf}-`)

const LAYS_GROUND = words(/^tạo (?:nền tảng|đà|tiền đề|cơ sở|động lực|thế)$/)

// What a plan's name is told by, behind its time: `quy hoạch thời kỳ 2021 - 2030, tầm nhìn đến 2050 do Thủ tướng phê duyệt`.
const ENDS_TITLE = words(/^(?:do|được|của|vừa|đã|tại|xác định|nêu)(?: |$)/)

const TELLING = SEMICOLON.or(COMMA, DATE, LAYS_GROUND)

/** The last date before the value that can be its time; over a semicolon it is carried. */
function beforeValue(
  units: Units,
  query: DeadlineQuery,
  dates: DeadlineDates
): { date: LinkedDate; isCarried: boolean } | 'vague' | undefined {
  let isCarried = false
  let isOtherClause = false
  for (let i = units.last(TELLING, query.at); i >= 0; i = units.last(TELLING, i)) {
    if (units.is(i, SEMICOLON)) isCarried = true
    if (units.is(i, PAUSE)) isOtherClause = true
    // `tạo nền tảng để tăng trưởng hai con số`: what comes after has no time here.
    // `đến năm 2030 tạo đà để xuất khẩu đạt 8 tỷ USD`: with no other number before, the time said is this one's.
    if (units.is(i, LAYS_GROUND) && units.last(QUANTITY, i) >= 0 && units.last(QUOTING, query.at) < i) return 'vague'
    if (!units.is(i, DATE)) continue
    const date = dates.byMention.get(units.mention(i))
    // `đến cuối nhiệm kỳ`, where nothing tells when that is: another time said before is not meant.
    if (
      date?.edtf === null &&
      !isCarried &&
      (dateOf(units, i)?.partial?.unit === 'vague' || dateOf(units, i)?.partial?.unit === 'term-end')
    )
      return 'vague'
    if (!canBeDue(date) || isElse(units, i, query.at, date, dates)) continue
    // `từ năm nay, 100% xe buýt mới …`: what holds from a year that goes on is due in it.
    const opens = isYearly(date) && !isPast(date, dates.now) && (units.is(i + 1, COMMA) || i + 1 === query.at) === true
    if (date.mention.value.use === 'from' && !isAhead(date, dates.now) && !opens) continue
    // A month or quarter that has begun, in front of a comma, dates what was said or done (`đầu tháng 6, Chính phủ nêu …`).
    if (!isYearly(date) && !isDueWord(date.mention.value) && isOtherClause && hasBegun(date, dates.now)) continue
    // `đến năm 2025, định hướng đến năm 2030`: an orientation is due only where nothing nearer is.
    const { use } = date.mention.value
    const isAside = (use === 'orientation' || use === 'vision') && (units.is(i + 1, ENDS_NAME) || units.is(i + 1, ENDS_TITLE))
    const main = isAside ? dates.byMention.get(units.mention(units.last(DATE, i, i - 2))) : undefined
    return { date: canBeDue(main) ? main : date, isCarried }
  }
  return undefined
}

const LEADS = COMMA.or(SEMICOLON, COLON, DASH, QUOTE, OPEN, GOAL, BOUNDARY, AND, STOP, WEAK, EXPECT, DOCUMENT, ISSUER)

/** Whether a date stands at the head of a clause or behind a goal word. */
export function leadsClause(units: Units, at: number): boolean {
  return at === 0 || units.is(at - 1, LEADS)
}

const isAhead = (date: LinkedDate, now: string | null): boolean => now !== null && (edtfRange(date.edtf as string).first ?? now) > now

const hasBegun = (date: LinkedDate, now: string | null): boolean =>
  now !== null && !/-4[01]$/.test(date.edtf as string) && (edtfRange(date.edtf as string).first ?? now) <= now

/** Whether a date before the value says something other than its time. */
function isElse(units: Units, i: number, at: number, date: LinkedDate, dates: DeadlineDates): boolean {
  if (dates.issued.has(date.mention) || isIssueDate(units, i) || isEventDay(date) || isInAside(units, i, at)) return true
  if (isOfRatio(units, i)) return true
  // `Năm 2024, đơn vị được giao chỉ tiêu thu …`: a quota was that year's.
  if (isPast(date, dates.now) && !isDueWord(date.mention.value) && isAimBetween(units, i, at)) return true
  if (isOfResult(units, i, at)) return true
  // `từ 31,7% năm 2020 lên 39%`: the year of the number that the goal starts from.
  return units.any(FROM, i - 2, i)
}

const ASSIGNED = words(/giao|dự toán/)

/** Whether a word of aim stands in `[from, to)` that is no quota. */
function isAimBetween(units: Units, from: number, to: number): boolean {
  return units.firstThat(GOAL, at => !units.is(at, ASSIGNED), from, to) >= 0
}

/** `đến ngày 15/10 đã dùng 76,4%; …`: the time of a result said before. */
function isOfResult(units: Units, i: number, at: number): boolean {
  let next = i + 1
  while (next < at && !units.is(next, QUANTITY)) next++
  return next < at && units.any(RESULT, i + 1, next)
}

export function isIssueDate(units: Units, i: number): boolean {
  const date = dateOf(units, i)
  return (
    i > 0 &&
    // `Theo Nghị quyết 39, đến năm 2035 …` is no day of issue.
    (date === undefined || !isDueWord(date)) &&
    (units.mention(i - 1)?.type === 'document_number' || (units.is(i - 1, COMMA) && units.mention(i - 2)?.type === 'document_number'))
  )
}

/** Whether a date before the value stands in brackets that close before it. */
function isInAside(units: Units, from: number, at: number): boolean {
  let depth = 0
  for (let i = from + 1; i < at; i++) {
    if (units.is(i, OPEN)) depth++
    if (units.is(i, CLOSE)) depth--
  }
  return depth < 0 && !isTold(units, from)
}

const OF_BUSINESS_YEAR = words('niên|độ|kế hoạch')

/** `đến hết niên độ (28/02/2024) đạt 93%`: the brackets tell what the words before them mean. */
function isTold(units: Units, i: number): boolean {
  return units.is(i - 1, OPEN) && units.is(i + 1, CLOSE) && units.any(OF_BUSINESS_YEAR, i - 5, i)
}

/** The only date of the sentence or of the clause, at its very end: it closes the whole list of goals (`A đạt 5%, B đạt 7% vào năm 2030.`). */
function atEnd(units: Units, query: DeadlineQuery, dates: DeadlineDates): Deadline | undefined {
  let to = query.at + 1
  while (to < units.length && !units.is(to, SEMICOLON)) to++
  return (
    closingDate(units, { from: 0, to: units.length }, query, dates) ??
    (to === units.length ? undefined : closingDate(units, { from: units.last(SEMICOLON, query.at) + 1, to }, query, dates))
  )
}

function closingDate(units: Units, { from, to }: Slot, query: DeadlineQuery, dates: DeadlineDates): Deadline | undefined {
  const only = units.last(DATE, to)
  if (only < from || units.last(DATE, only) >= from) return undefined
  let last = to - 1
  while (last >= from && units.is(last, CLOSING)) last--
  const date = dates.byMention.get(units.mention(last))
  if (last <= query.at || !canBeDue(date) || !isYearly(date)) return undefined
  const { use } = date.mention.value
  if (use !== 'in' && use !== 'by') return undefined
  return deadlineFrom(date, query, 'same_clause', 'deadline/closing')
}
