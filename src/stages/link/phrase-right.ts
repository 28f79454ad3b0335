import {
  ADVERB,
  AND,
  BOUNDARY,
  CHANGE,
  CLOSE,
  COLON,
  COMMA,
  COMPARE,
  COMPARED,
  DATE,
  DO,
  FORECAST,
  GOAL,
  HEAD,
  OPEN,
  OTHER,
  QUANTITY,
  QUOTE,
  RAISE,
  RANK,
  SEMICOLON,
  STOP
} from '../../mentions/words/tags.ts'
import type { Slot } from '../../model/frame.ts'
import type { Units } from '../../text/units.ts'
import { words } from '../../text/word-class.ts'
import type { Context } from './context.ts'
import { phraseEnd } from './phrase-left.ts'

const TO_ABOUT = words('lên|thêm|khoảng')
const DEED = words(/^việc(?: |$)/)
const RELATIVE = words(/^(?:còn|chưa|bị|đã|vẫn|nằm)(?: |$)/)
const GOES_ON = DO.or(OTHER, AND)
const TIME = DATE.or(BOUNDARY)
const BEFORE_NUMBER = ADVERB.or(TO_ABOUT)

const PREDICATE = words(
  /^(?:được|có|đạt|sử dụng|tham gia|thực hiện|duy trì|triển khai|hoàn thành|áp dụng|đáp ứng|biết|là|giữ vững|cung cấp|xử lý|thu gom|đạt chuẩn|đạt tiêu chuẩn|kết nối|tiếp cận|không)/
)

// What is not counted, or done besides.
const NOT_COUNTED = /^(?:một số|nhiều|tìm|giai đoạn)(?: |$)/

/** `quận, huyện, thị xã đạt chuẩn …`: a short list of subjects goes on over commas until something is said of it. */
export function extendRight(context: Context, sentence: number, slot: Slot): Slot {
  const units = context.unitsOf(sentence)
  let { to } = slot
  // `giảm 30% chi phí và bố trí 20 tỷ đồng`: behind `và` something else is done, with a number of its own.
  const and = units.last(AND, to, slot.from + 1)
  if (and > 0 && units.is(and + 1, DO) && and + 1 < to && isBeforeNumber(units, to)) return { from: slot.from, to: and }
  // `2 đô thị và một số trung tâm`, `238.000 ha rừng và tìm cách phục hồi`: something else, not counted.
  const other = units.firstThat(AND, at => NOT_COUNTED.test(units.textOf(at + 1, at + 3)), slot.from + 1, to)
  if (other > 0) return { from: slot.from, to: other }
  for (let n = 0; n < 5; n++) {
    if (!units.is(to, COMMA) || units.is(to + 1, AND) || to - slot.from > 8 * (n + 1) || units.any(PREDICATE, slot.from, to)) break
    const end = phraseEnd(units, to + 1)
    if (end === to + 1 || units.is(to + 1, HEAD) || units.is(to + 1, PREDICATE)) break
    if (isBeforeNumber(units, end)) break
    to = end
  }
  return { from: slot.from, to: clauseEnd(units, to) }
}

/** `4 ha mảng xanh, trồng mới 12.000 cây`: what stands right before another number is said of that one. */
function isBeforeNumber(units: Units, end: number): boolean {
  // `5% cán bộ, công chức và 10% viên chức`
  if (units.is(end - 1, AND)) return false
  let next = end
  while (next < end + 3 && units.is(next, BEFORE_NUMBER)) next++
  return units.is(next, QUANTITY)
}

// Marks and words that end what is said of a number behind it.
const ENDS_CLAUSE = COMMA.or(SEMICOLON, STOP, OPEN, CLOSE, COLON, QUOTE)
const SAYS_MORE = QUANTITY.or(DATE, GOAL, COMPARE, COMPARED, CHANGE, BOUNDARY, RANK, AND, RAISE, DO, FORECAST, OTHER)
const LONGEST_CLAUSE = 20
const LONGEST_DOING = 36
// Words behind what is counted that begin what it does or is.
const DOING = words('đang|có thể|là|khi|có mức')
const HOW = words('bằng|để|nhằm|theo|thông qua')

/** `60% mộ liệt sĩ còn thiếu thông tin`: a relative clause belongs to what it is said of, where no number stands in it. */
function clauseEnd(units: Units, to: number): number {
  // `hàng hóa thông qua các cảng`; `thông qua việc đơn giản hóa` says how.
  const isThrough = units.text(to) === 'thông qua' && !units.is(to + 1, DEED)
  // `750 ha đất để phát triển hạ tầng`: land is named by what it is for.
  if (isThrough || (units.text(to) === 'để' && units.text(to - 1) === 'đất')) {
    const end = phraseEnd(units, to + 1)
    return end > to + 1 ? end : to
  }
  const isDoing = units.is(to, DOING)
  if (!isDoing && !units.is(to, RELATIVE)) return to
  for (let i = to; i < Math.min(units.length, to + (isDoing ? LONGEST_DOING : LONGEST_CLAUSE)); i++) {
    if (units.is(i, ENDS_CLAUSE) || units.is(i, HOW)) return i
    // `xe buýt đang khai thác trên địa bàn`, `doanh nghiệp có thể thực hiện thủ tục`: what is done belongs to it.
    if (isDoing && (i === to || units.is(i, GOES_ON))) continue
    if (isDoing && i > to + 2 && units.is(i, TIME)) return i
    if (units.is(i, SAYS_MORE)) return to
  }
  return to
}
