import { daysInMonth, edtfDay, edtfHalf, edtfMonth, edtfQuarter } from '../../../text/edtf.ts'

/** How other systems write times, as EDTF. */

/** A date by its parts; what is not known is left out. Undefined where the calendar has no such date. */
export function edtfOf({
  year,
  month,
  day
}: {
  readonly year?: number | undefined
  readonly month?: number | undefined
  readonly day?: number | undefined
}): string | undefined {
  if (year === undefined) return undefined
  if (month === undefined) return year >= 1000 && year <= 2999 ? String(year) : undefined
  return day === undefined ? edtfMonth(year, month) : edtfDay(year, month, day)
}

/** Two ends as one date where they are the same, else as an interval. */
export function interval(from: string | undefined, to: string | undefined): string | undefined {
  if (from === undefined || to === undefined) return from ?? to
  return from === to ? from : `${from}/${to}`
}

/** The value of a TIMEX3 of type DATE or TIME; undefined for what has no place on the calendar, as `XXXX-05`, `PRESENT_REF`. */
export function edtfOfTimex(value: string): string | undefined {
  const whole = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?$/.exec(value)
  if (whole !== null) {
    const [, y, m, d] = whole
    return edtfOf({ year: Number(y), month: m === undefined ? undefined : Number(m), day: d === undefined ? undefined : Number(d) })
  }
  const [, y, unit, n] = /^(\d{4})-([QH])(\d)$/.exec(value) ?? []
  if (y !== undefined && unit === 'Q') return edtfQuarter(Number(y), Number(n))
  if (y !== undefined) return n === '1' || n === '2' ? edtfHalf(Number(y), n === '1' ? 1 : 2) : undefined
  const week = /^(\d{4})-W(\d\d)(?:-WE)?$/.exec(value)
  if (week !== null) return weekOf(Number(week[1]), Number(week[2]))
  return /^\d{3}$/.test(value) ? `${value}X` : undefined
}

/** The days of an ISO week as an interval. */
function weekOf(year: number, week: number): string | undefined {
  if (week < 1 || week > 53) return undefined
  // The fourth of January always is in the first week.
  const fourth = Date.UTC(year, 0, 4)
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY + (week - 1) * 7 * DAY
  return `${isoDay(monday)}/${isoDay(monday + 6 * DAY)}`
}

const DAY = 86_400_000
const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10)

const MONTHS_OF: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 }

/** The time of a grain that begins on a day (`2021-04-01`, quarter → `2021-34`); undefined for grains below a day. */
export function edtfOfGrain(first: string, grain: string): string | undefined {
  const [, y, m, d] = /^(\d{4})-(\d\d)-(\d\d)/.exec(first) ?? []
  const [year, month, day] = [Number(y), Number(m), Number(d)]
  if (y === undefined) return undefined
  if (grain === 'day') return edtfDay(year, month, day)
  if (grain === 'week') return `${first.slice(0, 10)}/${isoDay(Date.UTC(year, month - 1, day) + 6 * DAY)}`
  if (grain === 'month') return edtfMonth(year, month)
  if (grain === 'quarter') return edtfQuarter(year, Math.ceil(month / 3))
  return grain === 'year' ? String(year) : undefined
}

/** The last unit of a grain before a day: what an interval that ends there, without it, ends with. */
export function lastBefore(end: string, grain: string): string | undefined {
  const [, y, m, d] = /^(\d{4})-(\d\d)-(\d\d)/.exec(end) ?? []
  if (y === undefined) return undefined
  const [year, month, day] = [Number(y), Number(m), Number(d)]
  if (grain === 'day' || grain === 'week') return isoDay(Date.UTC(year, month - 1, day) - DAY)
  const back = MONTHS_OF[grain]
  if (back === undefined) return undefined
  const months = year * 12 + month - 1 - back
  const before = { year: Math.floor(months / 12), month: (months % 12) + 1 }
  const first = edtfDay(before.year, before.month, Math.min(day, daysInMonth(before.year, before.month)))
  return first === undefined ? undefined : edtfOfGrain(first, grain)
}
