import { calendarDay, dayOfIso } from '../published.ts'

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const SEPARATED = /(?<![\d/.-])(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d)/
const SPACED = /(?<!\d)(\d{2}) (\d{2}) (\d{4})(?!\d)/
const IN_WORDS = /(?<!\d)(\d{1,2})\s{0,9}(?:tháng|thg|th)\.?\s{0,9}(\d{1,2})\s{0,9},?\s{0,9}(?:năm\s{0,9})?(\d{4})(?!\d)/i
const ISO_INSIDE = /(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)/
const ENGLISH =
  /(?:(\d{1,2})\s{1,9})?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,9}\.?\s{1,9}(?:(\d{1,2})(?:st|nd|rd|th)?,?\s{1,9})?(\d{4})/i
// What a server set to English prints: the one form in which the month comes first.
const AMERICAN = /(?<!\d)(\d{1,2})\/(\d{1,2})\/(\d{4}) \d{1,2}:\d\d:\d\d [AP]M/
const RFC = /^(?:[a-z]{3},\s*)?\d{1,2}\s+[a-z]{3}\s+\d{4}\s+\d\d:\d\d/i

/**
 * The calendar day that a page's metadata or visible text states, in Asia/Ho_Chi_Minh: ISO 8601, `dd/mm/yyyy` with any of
 * the usual separators, `ngày 15 tháng 10 năm 2020`, and the English forms of feeds. The day comes before the month.
 */
export function dayOfPage(text: string): string | undefined {
  const shown = text.trim().slice(0, 300)
  const iso = dayOfIso(shown)
  if (iso !== undefined) return iso
  if (RFC.test(shown)) {
    const time = Date.parse(shown)
    if (!Number.isNaN(time)) return dayOfIso(new Date(time).toISOString())
  }
  const american = AMERICAN.exec(shown)
  if (american !== null) return calendarDay(Number(american[3]), Number(american[1]), Number(american[2]))
  const words = IN_WORDS.exec(shown)
  if (words !== null) return calendarDay(Number(words[3]), Number(words[2]), Number(words[1]))
  const separated = SEPARATED.exec(shown)
  if (separated !== null) return calendarDay(Number(separated[4]), Number(separated[3]), Number(separated[1]))
  const inside = ISO_INSIDE.exec(shown)
  if (inside !== null) return calendarDay(Number(inside[1]), Number(inside[2]), Number(inside[3]))
  const spaced = SPACED.exec(shown)
  if (spaced !== null) return calendarDay(Number(spaced[3]), Number(spaced[2]), Number(spaced[1]))
  const english = ENGLISH.exec(shown)
  const day = english?.[1] ?? english?.[3]
  if (english === null || day === undefined) return undefined
  return calendarDay(Number(english[4]), MONTHS.indexOf((english[2] as string).toLowerCase()) + 1, Number(day))
}

const LEFT_OVER =
  /(?:thứ\s?(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|ngày|tháng|năm|giờ|phút|lúc|cập nhật|cập nhật lần cuối|cập nhật lúc|đăng|đăng lúc|ngày đăng|đăng ngày|ngày viết|viết bởi|xuất bản|thời gian|published|updated|posted|on|at|am|pm|sa|ch|gmt|utc|[\d\s:,.;()/|+\-–—'’hg[\]•·])/gi

const TOLD =
  /^\W{0,3}(?:đăng|ngày đăng|ngày cập nhật|cập nhật|ngày xuất bản|xuất bản|published|posted|updated)(?: ngày| lúc| on| at)?\W{0,3}\d/i

/** Whether a line is nothing but a date and a time. */
export function isDateLine(text: string): boolean {
  if (text.length > 120 || dayOfPage(text) === undefined) return false
  if (text.length <= 80 && TOLD.test(text)) return true
  // A place before the day makes it the dateline of a document, which belongs to the text.
  return text.replace(LEFT_OVER, '').length <= 3
}
