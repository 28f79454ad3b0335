const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*(Z|[+-]\d\d(?::?\d\d)?|UTC|GMT)?)?$/i
const HO_CHI_MINH_MINUTES = 7 * 60

/** The day `year-month-day` as `YYYY-MM-DD`, or undefined where the calendar has no such day or no news could be of it. */
export function calendarDay(year: number, month: number, day: number): string | undefined {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return undefined
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The calendar day in Asia/Ho_Chi_Minh of an ISO 8601 date or time; a time without a zone is taken as local. */
export function dayOfIso(value: string): string | undefined {
  const m = ISO.exec(value.trim())
  if (m === null) return undefined
  const day = calendarDay(Number(m[1]), Number(m[2]), Number(m[3]))
  if (day === undefined || m[4] === undefined) return day
  const [hour, minute, second] = [Number(m[4]), Number(m[5]), Number(m[6] ?? 0)]
  if (hour > 24 || minute > 59 || second > 60) return undefined
  const offset = zoneMinutes(m[7])
  if (offset === undefined || Math.abs(offset) > 14 * 60) return m[7] === undefined ? day : undefined
  return shifted(day, hour * 60 + minute - offset + HO_CHI_MINH_MINUTES)
}

/** The day that stands `minutes` after the start of `day`. */
function shifted(day: string, minutes: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + minutes * 60_000).toISOString().slice(0, 10)
}

/** The offset of a written zone (`Z`, `+07:00`, `+0700`, `+07`) in minutes. */
function zoneMinutes(zone: string | undefined): number | undefined {
  if (zone === undefined) return undefined
  if (!/^[+-]/.test(zone)) return 0
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0')
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))
  return zone.startsWith('-') ? -minutes : minutes
}

/** The day in a file name's `YYYY-MM-DD` prefix. */
export function dayOfFileName(path: string): string | undefined {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('#')) + 1)
  const m = /^(\d{4})-(\d\d)-(\d\d)(?!\d)/.exec(name)
  return m === null ? undefined : calendarDay(Number(m[1]), Number(m[2]), Number(m[3]))
}
