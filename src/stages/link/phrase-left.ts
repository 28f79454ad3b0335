import {
  AND,
  CHANGE,
  COLON,
  COMMA,
  DASH,
  DATE,
  ENSURE,
  GOAL,
  HAVE,
  HEAD,
  MEASURE,
  NOUN,
  NUMERAL,
  OF,
  OPEN,
  PLACE,
  QUANTITY,
  QUOTE,
  RANK,
  REACH,
  SEMICOLON
} from '../../mentions/words/tags.ts'
import type { Slot } from '../../model/frame.ts'
import type { Units } from '../../text/units.ts'
import { words } from '../../text/word-class.ts'
import type { Context } from './context.ts'

const USED = words('dùng|sử dụng')
const PACE = words(/^(?:tốc độ|nhịp độ|mức)(?: |$)/)
const AVERAGE = words('bình quân|trung bình')
const CHANGE_OR_RANK = CHANGE.or(RANK)
const HEAD_OR_PACE = HEAD.or(PACE)
const ENDS_STATEMENT = QUANTITY.or(REACH, CHANGE_OR_RANK)

/** `thợ có tay nghề, thẻ nghề đạt …`: what follows a comma without a head of its own belongs to the phrase before it. */
export function extendLeft(context: Context, sentence: number, slot: Slot): Slot {
  const units = context.unitsOf(sentence)
  let from = behindOwner(units, slot.from)
  // `đóng góp vào GDP trên 60%`: what is contributed.
  const isOfIndex = units.text(from + 1).startsWith('chỉ') === true
  if (units.text(from) === 'vào' && units.text(from - 1) === 'đóng góp' && !isOfIndex)
    return { from: phraseStart(units, from - 1), to: slot.to }
  // `tỷ lệ hồ sơ được xử lý thông qua cổng dịch vụ công đạt 90%`
  if (units.text(from - 1) === 'thông qua') {
    from = withPhraseBefore(units, from, 1)
  }
  // `sản lượng sắn dùng để chế biến sâu chiếm 85%`
  if (units.text(from - 1) === 'để' && units.is(from - 2, USED)) {
    from = withPhraseBefore(units, from, 2)
  }
  // `số bác sĩ trên 10.000 dân đạt 15`: what is counted for so many of them.
  const per = perSoMany(units, from)
  if (per !== undefined) return { from: per, to: slot.to }
  const ratio = units.is(from, MEASURE) ? undefined : ratioBefore(units, from)
  if (ratio !== undefined) return { from: ratio, to: slot.to }
  // `lao động nông nghiệp trong tổng lao động xã hội còn 15%`: the part is measured, of a whole.
  if (units.text(from - 1) === 'trong' && units.text(from).startsWith('tổng')) {
    from = withPhraseBefore(units, from, 1)
  }
  for (let n = 0; n < 3; n++) {
    const comma = units.first(COMMA, from, slot.to)
    if (!units.is(from - 1, COMMA) || (comma < 0 ? slot.to : comma) - from > 4 || units.is(from, MEASURE)) break
    const start = phraseStart(units, from - 1)
    if (start === from - 1) break
    // A number or verb in front means that the comma ends another statement.
    if (units.is(start - 1, ENDS_STATEMENT)) break
    from = start
  }
  return { from, to: slot.to }
}

// Before the number that something is counted for: `trên 10.000 dân`, also where both are one chunk.
const PER = words(/^(?:trên|cho|\/)(?: |$)/)

/** Where the measure begins that is counted by the number in front of chunk `from`. */
function perSoMany(units: Units, from: number): number | undefined {
  if (!units.is(from - 1, NUMERAL)) return undefined
  const to = units.is(from - 1, PER) ? from - 1 : from - 2
  const start = units.is(to, PER) ? phraseStart(units, to) : to
  return start < to && units.is(start, HEAD) ? start : undefined
}

/** `tốc độ tăng trưởng trung bình của ngành than đạt 6%`: behind `của`, or behind `bình quân` in a phrase, the measure began before. */
function behindOwner(units: Units, from: number): number {
  // `tốc độ tăng trưởng doanh thu ngành than đạt 9%`: a head behind another one goes on with it.
  if (units.is(from, HEAD) && units.is(from - 1, HEAD_OR_PACE)) return from - 1
  let to = from
  if (units.is(to - 1, OF)) to--
  if (units.is(to - 1, AVERAGE) && units.is(to - 2, NOUN)) to--
  if (to === from) return from
  const start = phraseStart(units, to)
  return start < to ? start : from
}

// A list of what a ratio is of takes up so many units at most.
const RATIO_REACH = 24

/** `tỷ lệ diện tích rau an toàn, tập trung, bảo đảm truy xuất nguồn gốc đạt 20%`: the ratio that a list of properties began with. */
function ratioBefore(units: Units, from: number): number | undefined {
  if (!units.is(from - 1, COMMA) && !units.is(from - 1, ENSURE)) return undefined
  for (let i = from - 1; i >= Math.max(0, from - RATIO_REACH); i--) {
    if (/^(?:tỷ lệ|tỉ lệ)$/.test(units.text(i))) return i === 0 || units.is(i - 1, ENDS_PHRASE) ? i : undefined
    if (units.is(i, COMMA) ? units.is(i + 1, MEASURE) : !units.is(i, IN_PHRASE)) return undefined
  }
  return undefined
}

/** What a phrase goes on over. */
const IN_PHRASE = NOUN.or(OF, AND, HAVE, DASH, ENSURE, PLACE, QUOTE)

const ENDS_PHRASE = COMMA.or(SEMICOLON, DASH, DATE, GOAL, OPEN, COLON)

/** Where the phrase ends that begins at chunk `from`; `from` where none does. */
export function phraseEnd(units: Units, from: number): number {
  let end = from
  while (end < units.length && units.is(end, IN_PHRASE)) end++
  return end
}

/** Where the phrase begins that ends before chunk `to`; `to` where none does. */
function phraseStart(units: Units, to: number): number {
  let start = to
  while (start > 0 && units.is(start - 1, IN_PHRASE)) start--
  return start
}

/** The beginning of the phrase in front of the `words` units that join it to chunk `from`; `from` where there is none. */
function withPhraseBefore(units: Units, from: number, words: number): number {
  const start = phraseStart(units, from - words)
  return start < from - words ? start : from
}
