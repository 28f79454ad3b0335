/** The subset of EDTF (ISO 8601-2) that dates are written in: days, months, quarters, halves, years, decades, intervals. */

/** First and last day of an EDTF expression, ISO `YYYY-MM-DD`; null on an open side. */
export interface DayRange {
  readonly first: string | null
  readonly last: string | null
}

const pad = (n: number, width = 2) => String(n).padStart(width, '0')

/** Number of days of a month; month is 1–12. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** A calendar day, or undefined when there is no such day (`31/6/2021`). */
export function edtfDay(year: number, month: number, day: number): string | undefined {
  if (year < 1000 || year > 2999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`
}

/** A month, or undefined when there is none. */
export function edtfMonth(year: number, month: number): string | undefined {
  return year < 1000 || year > 2999 || month < 1 || month > 12 ? undefined : `${pad(year, 4)}-${pad(month)}`
}

/** A quarter (1–4) as `YYYY-33` to `YYYY-36`. */
export function edtfQuarter(year: number, quarter: number): string | undefined {
  return quarter < 1 || quarter > 4 ? undefined : `${pad(year, 4)}-${32 + quarter}`
}

/** A half-year (1 or 2) as `YYYY-40`, `YYYY-41`. */
export function edtfHalf(year: number, half: 1 | 2): string {
  return `${pad(year, 4)}-${39 + half}`
}

function simpleRange(value: string): DayRange {
  if (value === '..' || value === '') return { first: null, last: null }
  const [, y, m, d] = /^(\d{4}|\d{3}X)(?:-(\d\d))?(?:-(\d\d))?$/.exec(value) ?? []
  if (y === undefined) return { first: null, last: null }
  if (y.endsWith('X')) return { first: `${y.slice(0, 3)}0-01-01`, last: `${y.slice(0, 3)}9-12-31` }
  const year = Number(y)
  if (m === undefined) return { first: `${y}-01-01`, last: `${y}-12-31` }
  const month = Number(m)
  const months = (from: number, to: number) => ({ first: `${y}-${pad(from)}-01`, last: `${y}-${pad(to)}-${pad(daysInMonth(year, to))}` })
  if (month >= 33 && month <= 36) return months((month - 33) * 3 + 1, (month - 32) * 3)
  if (month === 40 || month === 41) return months((month - 40) * 6 + 1, (month - 39) * 6)
  if (d !== undefined) return { first: value, last: value }
  return months(month, month)
}

/** First and last day of an EDTF string of this subset. */
export function edtfRange(value: string): DayRange {
  const [from, to] = value.split('/')
  if (to === undefined) return simpleRange(value)
  return { first: simpleRange(from as string).first, last: simpleRange(to).last }
}

/** What an EDTF string is precise to. */
export type EdtfPrecision = 'day' | 'month' | 'quarter' | 'half' | 'year' | 'decade' | 'interval'

/** The precision of an EDTF string of this subset. */
export function edtfPrecision(value: string): EdtfPrecision {
  if (value.includes('/')) return 'interval'
  if (value.endsWith('X')) return 'decade'
  if (/^\d{4}$/.test(value)) return 'year'
  const part = Number(value.slice(5, 7))
  if (value.length > 7) return 'day'
  return part >= 40 ? 'half' : part >= 33 ? 'quarter' : 'month'
}

/** The year in which an EDTF expression ends, or null. */
export function edtfEndYear(value: string): number | null {
  const { last } = edtfRange(value)
  return last === null ? null : Number(last.slice(0, 4))
}

/** The calendar day `days` after an ISO day. */
export function addDays(day: string, days: number): string {
  const date = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)) + days))
  return date.toISOString().slice(0, 10)
}
