import { edtfEndYear, edtfRange } from '../../text/edtf.ts'
import type { Context } from './context.ts'
import type { LinkedDate } from './linked-date.ts'

/** The day that tells past from future. */
export interface Today {
  readonly day: string | null
  /** The date of the text that tells it; undefined where its publication does. */
  readonly told: LinkedDate | undefined
}

/** The article's day: its publication, else the latest day or count of results that its text tells of. */
export function todayOf(context: Context, dates: readonly LinkedDate[]): Today {
  const { published } = context.article.record
  if (published !== null) return { day: published, told: undefined }
  let today: Today = { day: null, told: undefined }
  for (const told of dates) {
    const day = dayCome(told)
    if (day !== null && (today.day === null || day > today.day)) today = { day, told }
  }
  return today
}

/** A day that had come when a date was told: itself, the end of what was counted, a year behind what that is compared with. */
function dayCome({ edtf, mention: { value } }: LinkedDate): string | null {
  if (edtf === null || value.use === 'by' || value.use === 'before') return null
  if (/^\d{4}-\d\d-\d\d$/.test(edtf)) return edtf
  const { last } = edtfRange(edtf)
  if (last === null) return null
  if (value.partial?.unit !== 'same-period') return value.use === 'as-of' && !/^\d{4}$/.test(edtf) ? last : null
  const year = Number(last.slice(0, 4)) + 1
  return /^\d{4}$/.test(edtf) ? `${year}-01-01` : `${year}${last.slice(4)}`
}

// So many years behind its own latest day a text may have been written.
const FAR = 2

// The last month in which what is said of a year's end is mostly its plan.
const SPRING = '04'

/** Whether a date lies ahead of, around or behind the article's day; undefined when it cannot be told. */
export function when(date: LinkedDate | undefined, now: string | null, isPublished: boolean): 'past' | 'present' | 'future' | undefined {
  if (date === undefined || date.edtf === null) return undefined
  const isAhead = date.mention.value.use === 'by' || date.mention.value.use === 'before'
  // Without any day a month or day of some year may be what was counted by.
  if (now === null) return isAhead && date.mention.value.partial === null ? 'future' : undefined
  const { first, last } = edtfRange(date.edtf)
  if (last === null) return undefined
  if (last < now) return 'past'
  // Without a publication day the text's own latest day says only what is past; what is to come says so itself.
  const isFar = date.mention.value.use === 'in' && /^\d{4}$/.test(date.edtf) && Number(date.edtf) >= Number(now.slice(0, 4)) + FAR
  if (!isPublished && !isAhead && !isFar) return undefined
  if (first !== null && first > now) return 'future'
  // A quarter or half that has just begun holds no results yet.
  if (
    first !== null &&
    /^\d{4}-(?:3[3-6]|4[01])$/.test(date.edtf) &&
    Date.parse(last) - Date.parse(now) > Date.parse(now) - Date.parse(first)
  )
    return 'future'
  // `Đến năm 2025, tỷ lệ đạt 80%`, early in 2025: what is to be reached by its end.
  if (isAhead && /^\d{4}$/.test(date.edtf) && now.slice(5, 7) <= SPRING && date.edtf === now.slice(0, 4)) return 'future'
  return (edtfEndYear(date.edtf) as number) > Number(now.slice(0, 4)) ? 'future' : 'present'
}

/** Whether a date is a day of its month and year. */
export const isDay = (date: LinkedDate | undefined): boolean => date?.edtf != null && /^\d{4}-\d\d-\d\d$/.test(date.edtf)
