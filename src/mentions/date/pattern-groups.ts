import type { Groups } from '../../model/rule.ts'
import type { DateUse, DateValue, PartialDate } from '../../model/values.ts'
import { use } from './uses.ts'

/** The part of a year, quarter or month that is meant, as group `part`. */
export const PART =
  '(?:(?<part>đầu|giữa|cuối|hết|trong|cả|suốt|những tháng đầu|những tháng cuối|nửa đầu|nửa cuối|trung tuần|thượng tuần|hạ tuần|ngay) )?'
/** A year, as group `year`. */
export const Y = '(?<year>(?:19|20)\\d{2})'
/** A month in figures, as group `month`. */
export const MONTH = '(?<month>0?[1-9]|1[0-2])'
/** Months by their names. */
export const MONTH_WORDS: Readonly<Record<string, number>> = {
  giêng: 1,
  một: 1,
  hai: 2,
  ba: 3,
  tư: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
  'mười một': 11,
  'mười hai': 12,
  chạp: 12
}
/** What may not follow a date in figures: more of them. */
export const NOT_MORE = '(?![/.-]?\\d|[.,]\\d)'
/** What stands between the ends of a range. */
export const DASH = ' ?-{1,3} ?'

const part = (groups: Groups): DateValue['part'] => {
  const word = groups['part']
  if (word === undefined) return null
  return /đầu|thượng/.test(word) ? 'start' : /cuối|hết|hạ/.test(word) ? 'end' : /giữa|trung/.test(word) ? 'mid' : null
}
/** A date that is told in full; undefined where there is no such day. */
export const known = (edtf: string | undefined | null, groups: Groups, as?: DateUse): DateValue | undefined =>
  edtf == null ? undefined : { edtf, partial: null, use: as ?? use(groups), part: part(groups) }
/** A date that the article's day must complete. */
export const unknown = (partial: PartialDate, groups: Groups): DateValue => ({ edtf: null, partial, use: use(groups), part: part(groups) })
/** The number that a group of digits is. */
export const n = (text: string | undefined): number => Number(text)
