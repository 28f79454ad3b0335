import type { Chunk, Slot } from '../../model/frame.ts'
import type { Context } from './context.ts'
import { phraseEnd } from './phrase-left.ts'

const PREDICATE =
  /^(?:được|có|đạt|sử dụng|tham gia|thực hiện|duy trì|triển khai|hoàn thành|áp dụng|đáp ứng|biết|là|giữ vững|cung cấp|xử lý|thu gom|đạt chuẩn|đạt tiêu chuẩn|kết nối|tiếp cận|không)/

// What is not counted, or done besides.
const OTHER = /^(?:một số|nhiều|tìm|giai đoạn)(?: |$)/

/** `quận, huyện, thị xã đạt chuẩn …`: a short list of subjects goes on over commas until something is said of it. */
export function extendRight(context: Context, sentence: number, slot: Slot): Slot {
  const chunks = context.chunksOf(sentence)
  let { to } = slot
  // `giảm 30% chi phí và bố trí 20 tỷ đồng`: behind `và` something else is done, with a number of its own.
  const and = chunks.findLastIndex((c, i) => i > slot.from && i < to && c.tags.has('And'))
  if (and > 0 && chunks[and + 1]?.tags.has('Do') && and + 1 < to && isBeforeNumber(chunks, to)) return { from: slot.from, to: and }
  // `2 đô thị và một số trung tâm`, `238.000 ha rừng và tìm cách phục hồi`: something else, not counted.
  const other = chunks.findIndex(
    (c, i) => i > slot.from && i < to && c.tags.has('And') && OTHER.test(`${chunks[i + 1]?.text} ${chunks[i + 2]?.text}`)
  )
  if (other > 0) return { from: slot.from, to: other }
  for (let n = 0; n < 5; n++) {
    const words = chunks.slice(slot.from, to)
    if (
      !chunks[to]?.tags.has('Comma') ||
      chunks[to + 1]?.tags.has('And') ||
      words.length > 8 * (n + 1) ||
      words.some(c => PREDICATE.test(c.text))
    )
      break
    const end = phraseEnd(chunks, to + 1)
    if (end === to + 1 || chunks[to + 1]?.tags.has('Head') || PREDICATE.test(chunks[to + 1]?.text ?? '')) break
    if (isBeforeNumber(chunks, end)) break
    to = end
  }
  return { from: slot.from, to: clauseEnd(chunks, to) }
}

/** `4 ha mảng xanh, trồng mới 12.000 cây`: what stands right before another number is said of that one. */
function isBeforeNumber(chunks: readonly Chunk[], end: number): boolean {
  // `5% cán bộ, công chức và 10% viên chức`
  if (chunks[end - 1]?.tags.has('And')) return false
  let next = end
  while (next < end + 3 && (chunks[next]?.tags.has('Adverb') || /^(?:lên|thêm|khoảng)$/.test(chunks[next]?.text ?? ''))) next++
  return chunks[next]?.tags.has('Quantity') === true
}

// Marks and words that end what is said of a number behind it.
const ENDS_CLAUSE = ['Comma', 'Semicolon', 'Stop', 'Open', 'Close', 'Colon', 'Quote']
const SAYS_MORE = [
  'Quantity',
  'Date',
  'Goal',
  'Compare',
  'Compared',
  'Change',
  'Boundary',
  'Rank',
  'And',
  'Raise',
  'Do',
  'Forecast',
  'Other'
]
const LONGEST_CLAUSE = 20
const LONGEST_DOING = 36
// Words behind what is counted that begin what it does or is.
const DOING = /^(?:đang|có thể|là|khi|có mức)$/

/** `60% mộ liệt sĩ còn thiếu thông tin`: a relative clause belongs to what it is said of, where no number stands in it. */
function clauseEnd(chunks: readonly Chunk[], to: number): number {
  // `hàng hóa thông qua các cảng`; `thông qua việc đơn giản hóa` says how.
  const isThrough = chunks[to]?.text === 'thông qua' && !/^việc(?: |$)/.test(chunks[to + 1]?.text ?? '')
  // `750 ha đất để phát triển hạ tầng`: land is named by what it is for.
  if (isThrough || (chunks[to]?.text === 'để' && chunks[to - 1]?.text === 'đất')) {
    const end = phraseEnd(chunks, to + 1)
    return end > to + 1 ? end : to
  }
  const isDoing = DOING.test(chunks[to]?.text ?? '')
  if (!isDoing && !/^(?:còn|chưa|bị|đã|vẫn|nằm)(?: |$)/.test(chunks[to]?.text ?? '')) return to
  for (let i = to; i < Math.min(chunks.length, to + (isDoing ? LONGEST_DOING : LONGEST_CLAUSE)); i++) {
    const c = chunks[i] as Chunk
    if (ENDS_CLAUSE.some(t => c.tags.has(t)) || /^(?:bằng|để|nhằm|theo|thông qua)$/.test(c.text)) return i
    // `xe buýt đang khai thác trên địa bàn`, `doanh nghiệp có thể thực hiện thủ tục`: what is done belongs to it.
    if (isDoing && (i === to || ['Do', 'Other', 'And'].some(t => c.tags.has(t)))) continue
    if (isDoing && i > to + 2 && ['Date', 'Boundary'].some(t => c.tags.has(t))) return i
    if (SAYS_MORE.some(t => c.tags.has(t))) return to
  }
  return to
}
