import { edtfEndYear, edtfRange } from '../../text/edtf.ts'
import type { Context } from './context.ts'
import type { LinkedDate } from './linked-date.ts'

/** The day that tells past from future: publication, else the latest complete date of the text. */
export function nowOf(context: Context, dates: readonly LinkedDate[]): string | null {
  const { published } = context.article.record
  if (published !== null) return published
  const days = dates
    .filter(d => d.edtf !== null && /^\d{4}-\d\d-\d\d$/.test(d.edtf) && d.mention.value.use !== 'by' && d.mention.value.use !== 'before')
    .map(d => d.edtf as string)
  return days.toSorted().at(-1) ?? null
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
