import type { Chunk, Slot } from '../../model/frame.ts'
import { edtfRange } from '../../text/edtf.ts'
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
import { behindValue, dateOf, isDateChunk } from './deadline-behind.ts'
import { lastChunk } from './last-chunk.ts'
import type { LinkedDate } from './linked-date.ts'
import { zipped } from './zip.ts'

/** A number of a list that is paired with a list of times (`đến năm 2025 và 2030 lần lượt đạt 20% và 30%`). */
export function deadlineOfZip(context: Context, query: DeadlineQuery, dates: DeadlineDates): Deadline | undefined {
  const pair = zipped(context.chunksOf(query.sentence), query.at)
  const date = pair?.date === undefined ? undefined : dates.byMention.get(pair.date.mention)
  if (pair === undefined || date === undefined || date.edtf === null) return undefined
  return deadlineFrom(date, query, 'same_clause', 'deadline/zip', [{ start: pair.by.start, end: pair.by.end, role: 'zip' }])
}

/** The deadline printed in the number's own sentence: right behind it, else the last one before it. */
export function deadlineInSentence(context: Context, query: DeadlineQuery, dates: DeadlineDates): Deadline | undefined {
  const chunks = context.chunksOf(query.sentence)
  const behind = behindValue(chunks, query, dates)
  if (behind === 'vague') return NO_DEADLINE
  const before = beforeValue(chunks, query, dates)
  if (behind !== undefined) {
    // A plan's year behind the number (`100% kế hoạch năm 2024`) or an older year there gives way to the time said before.
    const isBase = /^(?:kế hoạch|dự toán)$/.test(chunks[behind.at - 1]?.text ?? '')
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
  return atEnd(chunks, query, dates)
}

const isOlder = (a: LinkedDate, b: LinkedDate): boolean =>
  (edtfRange(a.edtf as string).last ?? '') < (edtfRange(b.edtf as string).first ?? '')

/** Whether a day or month lies in a year. */
const isWithin = (a: LinkedDate, b: LinkedDate): boolean => /^\d{4}$/.test(b.edtf as string) && (a.edtf as string).startsWith(`${b.edtf}-`)

const LAYS_GROUND = /^tạo (?:nền tảng|đà|tiền đề|cơ sở|động lực|thế)$/

// What a plan's name is told by, behind its time: `quy hoạch thời kỳ 2021 - 2030, tầm nhìn đến 2050 do Thủ tướng phê duyệt`.
const ENDS_TITLE = /^(?:do|được|của|vừa|đã|tại|xác định|nêu)(?: |$)/

const lastTelling = lastChunk(['Semicolon', 'Comma'], c => isDateChunk(c) || LAYS_GROUND.test(c.text))
const lastQuantity = lastChunk(['Quantity'])
const lastQuoting = lastChunk(['Colon', 'Quote'])

/** The last date before the value that can be its time; over a semicolon it is carried. */
function beforeValue(
  chunks: readonly Chunk[],
  query: DeadlineQuery,
  dates: DeadlineDates
): { date: LinkedDate; isCarried: boolean } | 'vague' | undefined {
  let isCarried = false
  let isOtherClause = false
  for (let i = lastTelling(chunks, query.at); i >= 0; i = lastTelling(chunks, i)) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Semicolon')) isCarried = true
    if (c.tags.has('Comma') || c.tags.has('Semicolon')) isOtherClause = true
    // `tạo nền tảng để tăng trưởng hai con số`: what comes after has no time here.
    // `đến năm 2030 tạo đà để xuất khẩu đạt 8 tỷ USD`: with no other number before, the time said is this one's.
    if (LAYS_GROUND.test(c.text) && lastQuantity(chunks, i) >= 0 && lastQuoting(chunks, query.at) < i) return 'vague'
    if (!isDateChunk(c)) continue
    const date = dates.byMention.get(c.mention)
    // `đến cuối nhiệm kỳ`, where nothing tells when that is: another time said before is not meant.
    if (date?.edtf === null && !isCarried && (dateOf(c)?.partial?.unit === 'vague' || dateOf(c)?.partial?.unit === 'term-end'))
      return 'vague'
    if (!canBeDue(date) || isElse(chunks, i, query.at, date, dates)) continue
    // `từ năm nay, 100% xe buýt mới …`: what holds from a year that goes on is due in it.
    const opens = isYearly(date) && !isPast(date, dates.now) && (chunks[i + 1]?.tags.has('Comma') || i + 1 === query.at) === true
    if (date.mention.value.use === 'from' && !isAhead(date, dates.now) && !opens) continue
    // A month or quarter that has begun, in front of a comma, dates what was said or done (`đầu tháng 6, Chính phủ nêu …`).
    if (!isYearly(date) && !isDueWord(date.mention.value) && isOtherClause && hasBegun(date, dates.now)) continue
    // `đến năm 2025, định hướng đến năm 2030`: an orientation is due only where nothing nearer is.
    const { use } = date.mention.value
    const isAside =
      (use === 'orientation' || use === 'vision') &&
      (['Comma', 'Colon', 'Open'].some(t => chunks[i + 1]?.tags.has(t)) || ENDS_TITLE.test(chunks[i + 1]?.text ?? ''))
    const main = isAside ? dates.byMention.get(chunks.slice(Math.max(0, i - 2), i).findLast(isDateChunk)?.mention) : undefined
    return { date: canBeDue(main) ? main : date, isCarried }
  }
  return undefined
}

/** Whether a date stands at the head of a clause or behind a goal word. */
export function leadsClause(chunks: readonly Chunk[], at: number): boolean {
  const before = chunks[at - 1]
  return (
    before === undefined ||
    [
      'Comma',
      'Semicolon',
      'Colon',
      'Dash',
      'Quote',
      'Open',
      'Goal',
      'Boundary',
      'And',
      'Stop',
      'Weak',
      'Expect',
      'Document',
      'Issuer'
    ].some(t => before.tags.has(t))
  )
}

const isAhead = (date: LinkedDate, now: string | null): boolean => now !== null && (edtfRange(date.edtf as string).first ?? now) > now

const hasBegun = (date: LinkedDate, now: string | null): boolean =>
  now !== null && !/-4[01]$/.test(date.edtf as string) && (edtfRange(date.edtf as string).first ?? now) <= now

/** Whether a date before the value says something other than its time. */
function isElse(chunks: readonly Chunk[], i: number, at: number, date: LinkedDate, dates: DeadlineDates): boolean {
  if (dates.issued.has(date.mention) || isIssueDate(chunks, i) || isEventDay(date) || isInAside(chunks, i, at)) return true
  // `Năm 2024, đơn vị được giao chỉ tiêu thu …`: a quota was that year's.
  if (
    isPast(date, dates.now) &&
    !isDueWord(date.mention.value) &&
    chunks.slice(i, at).some(c => c.tags.has('Goal') && !/giao|dự toán/.test(c.text))
  )
    return true
  if (isOfResult(chunks, i, at)) return true
  // `từ 31,7% năm 2020 lên 39%`: the year of the number that the goal starts from.
  return chunks.slice(Math.max(0, i - 2), i).some(c => c.tags.has('From'))
}

/** `đến ngày 15/10 đã dùng 76,4%; …`: the time of a result said before. */
function isOfResult(chunks: readonly Chunk[], i: number, at: number): boolean {
  let next = i + 1
  while (next < at && !chunks[next]?.tags.has('Quantity')) next++
  return next < at && chunks.slice(i + 1, next).some(c => c.tags.has('Result'))
}

export function isIssueDate(chunks: readonly Chunk[], i: number): boolean {
  const previous = chunks[i - 1]
  const date = dateOf(chunks[i])
  return (
    previous !== undefined &&
    // `Theo Nghị quyết 39, đến năm 2035 …` is no day of issue.
    (date === undefined || !isDueWord(date)) &&
    (previous.mention?.type === 'document_number' || (previous.tags.has('Comma') && chunks[i - 2]?.mention?.type === 'document_number'))
  )
}

/** Whether a date before the value stands in brackets that close before it. */
function isInAside(chunks: readonly Chunk[], from: number, at: number): boolean {
  let depth = 0
  for (let i = from + 1; i < at; i++) {
    if (chunks[i]?.tags.has('Open')) depth++
    if (chunks[i]?.tags.has('Close')) depth--
  }
  return depth < 0 && !isTold(chunks, from)
}

/** `đến hết niên độ (28/02/2024) đạt 93%`: the brackets tell what the words before them mean. */
function isTold(chunks: readonly Chunk[], i: number): boolean {
  const lead = chunks.slice(Math.max(0, i - 5), i)
  return (
    chunks[i - 1]?.tags.has('Open') === true &&
    chunks[i + 1]?.tags.has('Close') === true &&
    lead.some(c => /^(?:niên|độ|kế hoạch)$/.test(c.text))
  )
}

/** The only date of the sentence or of the clause, at its very end: it closes the whole list of goals (`A đạt 5%, B đạt 7% vào năm 2030.`). */
function atEnd(chunks: readonly Chunk[], query: DeadlineQuery, dates: DeadlineDates): Deadline | undefined {
  let to = query.at + 1
  while (to < chunks.length && !chunks[to]?.tags.has('Semicolon')) to++
  return (
    closingDate(chunks, { from: 0, to: chunks.length }, query, dates) ??
    (to === chunks.length ? undefined : closingDate(chunks, { from: lastSemicolon(chunks, query.at) + 1, to }, query, dates))
  )
}

const lastSemicolon = lastChunk(['Semicolon'])
const lastDate = lastChunk([], isDateChunk)

function closingDate(chunks: readonly Chunk[], { from, to }: Slot, query: DeadlineQuery, dates: DeadlineDates): Deadline | undefined {
  const only = lastDate(chunks, to)
  if (only < from || lastDate(chunks, only) >= from) return undefined
  let last = to - 1
  while (last >= from && ['Stop', 'Quote', 'Semicolon'].some(t => chunks[last]?.tags.has(t))) last--
  const date = dates.byMention.get(chunks[last]?.mention)
  if (last <= query.at || !canBeDue(date) || !isYearly(date)) return undefined
  const { use } = date.mention.value
  if (use !== 'in' && use !== 'by') return undefined
  return deadlineFrom(date, query, 'same_clause', 'deadline/closing')
}
