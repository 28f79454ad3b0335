import type { Anchor, PartialDate } from '../../model/values.ts'
import { addDays, daysInMonth, edtfDay, edtfHalf, edtfMonth, edtfQuarter, edtfRange } from '../../text/edtf.ts'

const year = (day: string) => Number(day.slice(0, 4))
const month = (day: string) => Number(day.slice(5, 7))

// A day without a year that is just over is not meant a year ahead, in days.
const RECENT = 45

/** Of the expression's occurrences in the years around the anchor, the one on the wanted side; one to come may be over by `slack` days. */
function closest(anchor: Anchor, inYear: (year: number) => string | undefined, slack = 0): string | null {
  const y = year(anchor.day)
  const candidates = [y - 1, y, y + 1].map(inYear).filter(c => c !== undefined)
  const first = (c: string) => edtfRange(c).first as string
  if (anchor.side === 'future') return candidates.find(c => (edtfRange(c).last as string) >= addDays(anchor.day, -slack)) ?? null
  const past = candidates.filter(c => first(c) <= (anchor.side === 'past' ? anchor.day : addDays(anchor.day, RECENT)))
  return past.at(-1) ?? null
}

/** The EDTF value of a partial expression under an anchor, or null when it stays unknown. */
export function resolvePartial(partial: PartialDate, anchor: Anchor): string | null {
  switch (partial.unit) {
    case 'day':
      return closest(anchor, y => edtfDay(y, partial.month, partial.day), RECENT)
    case 'day-range':
      return closest(anchor, y => {
        const from = edtfDay(y, partial.month, partial.day)
        const to = edtfDay(y, partial.toMonth, partial.toDay)
        return from !== undefined && to !== undefined && from < to ? `${from}/${to}` : undefined
      })
    case 'day-of-month': {
      const day = edtfDay(year(anchor.day), month(anchor.day), partial.day)
      return day ?? null
    }
    case 'month':
      return closest(anchor, y => edtfMonth(y, partial.month), RECENT)
    case 'quarter':
      return partial.quarter === partial.toQuarter
        ? closest(anchor, y => edtfQuarter(y, partial.quarter))
        : `${edtfQuarter(year(anchor.day), partial.quarter)}/${edtfQuarter(year(anchor.day), partial.toQuarter)}`
    case 'months':
      return monthsOf(year(anchor.day), partial.months, partial.from)
    case 'half':
      return edtfHalf(year(anchor.day), partial.half)
    case 'relative':
      return relative(partial.of, partial.offset, anchor.day)
    case 'month-of':
      return edtfMonth(year(anchor.day) + partial.yearOffset, partial.month) ?? null
    case 'quarter-of':
      return edtfQuarter(year(anchor.day) + partial.yearOffset, partial.quarter) ?? null
    case 'same-period':
      return samePeriod(partial, anchor)
    case 'same-day':
      return anchor.previousDay
    case 'years-after':
      return anchor.previousYear === null ? null : String(anchor.previousYear + partial.years)
    case 'term-end':
      return anchor.previousPeriod === null ? null : (anchor.previousPeriod.split('/')[1] ?? null)
    case 'vague':
      return null
  }
}

/** The first or last months of a year: six are a half, others an interval of months. */
export function monthsOf(year: number, months: number, from: 'start' | 'end'): string | null {
  if (months < 1 || months > 12) return null
  if (months === 12) return String(year)
  if (months === 6) return edtfHalf(year, from === 'start' ? 1 : 2)
  const [first, last] = from === 'start' ? [1, months] : [13 - months, 12]
  return first === last ? (edtfMonth(year, first) ?? null) : `${edtfMonth(year, first)}/${edtfMonth(year, last)}`
}

function relative(of: 'day' | 'week' | 'month' | 'quarter' | 'year', offset: number, day: string): string | null {
  if (of === 'day') return addDays(day, offset)
  if (of === 'year') return String(year(day) + offset)
  if (of === 'week') {
    const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
    const monday = addDays(day, offset * 7 - weekday)
    return `${monday}/${addDays(monday, 6)}`
  }
  const step = of === 'month' ? 1 : 3
  const index = year(day) * 12 + (month(day) - 1) + offset * step
  const y = Math.floor(index / 12)
  return (of === 'month' ? edtfMonth(y, (index % 12) + 1) : edtfQuarter(y, Math.floor((index % 12) / 3) + 1)) ?? null
}

function samePeriod(partial: { years: number; year: number | null; isMonth: boolean }, anchor: Anchor): string | null {
  const { previousPeriod } = anchor
  if (previousPeriod === null) return partial.year === null ? String(year(anchor.day) - partial.years) : String(partial.year)
  if (/X/.test(previousPeriod)) return null
  const shift = partial.year === null ? -partial.years : partial.year - Number(/\d{4}/.exec(previousPeriod)?.[0])
  return previousPeriod
    .split('/')
    .map(part => {
      const y = Number(part.slice(0, 4)) + shift
      const rest = part.slice(4)
      // 29 February has no counterpart.
      return rest === '-02-29' && daysInMonth(y, 2) === 28 ? `${y}-02-28` : `${y}${rest}`
    })
    .join('/')
}
