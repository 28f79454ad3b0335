import {
  COMMA,
  COUNTRY,
  DATE,
  HEAD,
  INDICATOR,
  NOUN,
  PART_OR_NUMBER,
  PAUSE_OR_NUMBER,
  PERIOD,
  QUANTITY,
  RATE,
  REACH,
  SUBJECT
} from '../../mentions/words/tags.ts'
import type { Quantity } from '../../model/values.ts'
import type { Units } from '../../text/units.ts'
import { words } from '../../text/word-class.ts'
import { isPercent } from './target-unit.ts'

const OTHER_MEASURE = HEAD.or(INDICATOR, REACH)
const SAVE = words(/^tiết kiệm(?: |$)/)
const ENDS_DEED = COMMA.or(REACH, HEAD, INDICATOR)
const SOME = words(/^(?:\d{1,2}|hai|ba|bốn|năm|mười)$/)
const WHOLE = words('cả|riêng|cùng|trong cùng|toàn')
const COUNTED = NOUN.or(COUNTRY)

const EACH_YEAR = words('mỗi năm|hằng năm|hàng năm')

/** Whether `mỗi năm` stands behind a date in the clause of the number at `at`. */
function isEachYear(units: Units, at: number, said: number): boolean {
  const each = units.last(EACH_YEAR, at, said + 1)
  if (each < 0 || units.any(QUANTITY, each, at)) return false
  // Behind a comma another deed goes on with it (`luân phiên, điều động 1.000 bác sĩ`), another measure does not.
  const comma = units.last(COMMA, at, each + 1)
  return comma < 0 || !units.any(OTHER_MEASURE, comma, at)
}

// The name of what is counted takes up so many units at most before its period.
const NAME_REACH = 9

/** Whether the number is a rate for each year, or a sum over years, by its unit and the words of its clause. */
export function spanOfYears(units: Units, at: number, quantity: Quantity, unit: string | null): 'rate' | 'sum' | null {
  for (let i = at - 1; i >= Math.max(0, at - 7); i--) {
    if (units.is(i, PAUSE_OR_NUMBER)) break
    if (units.text(i) === 'năm' && units.is(i - 1, SOME)) return 'sum'
    if (units.is(i, RATE) && /năm|bình quân giai đoạn/.test(units.text(i))) return 'rate'
    if (units.is(i, PERIOD) && i >= at - 4 && (quantity.form === 'count' || quantity.form === 'money')) return 'sum'
  }
  // `trồng một tỷ cây giai đoạn 2021-2025`: right behind what is counted, a period is that of a sum.
  // `tiết kiệm 8% tổng năng lượng tiêu thụ giai đoạn 2019-2030`, `đạt 8% trong cả giai đoạn …`: over all its years.
  const isSaved = units.any(SAVE, at - 3, at)
  for (let i = at + 1; i < Math.min(units.length, at + NAME_REACH); i++) {
    if (units.is(i, PERIOD) && (quantity.form === 'count' || quantity.form === 'money' || isSaved || units.text(i - 1) === 'cả'))
      return 'sum'
    if (!units.is(i, COUNTED) || units.is(i, SUBJECT)) break
  }
  if (isMadeOver(units, at, quantity)) return 'sum'
  // `Trong giai đoạn 2025-2030, mỗi năm các địa phương luân chuyển 1.000 bác sĩ`
  const last = units.last(DATE, at)
  const isPeriod = !isPercent(quantity) && units.is(last, PERIOD)
  // `cả giai đoạn 2021 - 2030 giảm 45 triệu tấn`: over all of it.
  if (isPeriod && units.is(last - 1, WHOLE)) return 'sum'
  if (isPeriod && isEachYear(units, at, last)) return 'rate'
  // `2,4 triệu tấn/năm` of what is made; an income or turnover of so much a year is a level.
  return unit === '%/năm' || (quantity.form === 'measure' && unit?.endsWith('/năm') === true) ? 'rate' : null
}

const MADE = words(
  /^(?:xây dựng|xây mới|trồng|trồng mới|đào tạo|phát triển|đầu tư|cải tạo|nâng cấp|hoàn thành|tăng thêm|thêm|bổ sung|thành lập|mở|giải quyết)(?: |$)/
)
// So many units before its number stands the verb, and so many behind it the period.
const VERB_REACH = 4
const PERIOD_REACH = 16

/** `giai đoạn 2021-2025, thành phố cần xây dựng 50 công viên`: what is made in a period is a sum over it, where no other time is said. */
function isMadeOver(units: Units, at: number, { form, unit }: Quantity): boolean {
  const isThing = form === 'count' || form === 'money' || (form === 'measure' && /^(?:ha|m2|m²|km)(?: |$)/.test(unit ?? ''))
  const verb = units.last(MADE, at, at - VERB_REACH)
  if (!isThing || verb < 0 || units.any(ENDS_DEED, verb + 1, at)) return false
  const end = units.first(PART_OR_NUMBER, at + 1)
  const behind = units.first(DATE, at + 1, Math.min(end < 0 ? units.length : end, at + PERIOD_REACH))
  return units.is(behind >= 0 ? behind : units.last(DATE, at), PERIOD)
}
