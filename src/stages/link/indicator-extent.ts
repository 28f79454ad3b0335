import type { Chunk, Slot } from '../../model/frame.ts'
import type { Context } from './context.ts'

const PREDICATE =
  /^(?:được|có|đạt|sử dụng|tham gia|thực hiện|duy trì|triển khai|hoàn thành|áp dụng|đáp ứng|biết|là|giữ vững|cung cấp|xử lý|thu gom|đạt chuẩn|đạt tiêu chuẩn|kết nối|tiếp cận|không)/

/** `quận, huyện, thị xã đạt chuẩn …`: a short list of subjects goes on over commas until something is said of it. */
export function extendRight(context: Context, sentence: number, slot: Slot): Slot {
  const chunks = context.chunksOf(sentence)
  let { to } = slot
  // `giảm 30% chi phí và bố trí 20 tỷ đồng`: behind `và` something else is done, with a number of its own.
  const and = chunks.findLastIndex((c, i) => i > slot.from && i < to && c.tags.has('And'))
  if (and > 0 && chunks[and + 1]?.tags.has('Do') && and + 1 < to && isBeforeNumber(chunks, to)) return { from: slot.from, to: and }
  for (let n = 0; n < 5; n++) {
    const words = chunks.slice(slot.from, to)
    if (!chunks[to]?.tags.has('Comma') || words.length > 8 * (n + 1) || words.some(c => PREDICATE.test(c.text))) break
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

/** `60% mộ liệt sĩ còn thiếu thông tin`: a relative clause belongs to what it is said of, where no number stands in it. */
function clauseEnd(chunks: readonly Chunk[], to: number): number {
  // `hàng hóa thông qua các cảng`; `thông qua việc đơn giản hóa` says how.
  const isThrough = chunks[to]?.text === 'thông qua' && !/^việc(?: |$)/.test(chunks[to + 1]?.text ?? '')
  // `750 ha đất để phát triển hạ tầng`: land is named by what it is for.
  if (isThrough || (chunks[to]?.text === 'để' && chunks[to - 1]?.text === 'đất')) {
    const end = phraseEnd(chunks, to + 1)
    return end > to + 1 ? end : to
  }
  if (!/^(?:còn|chưa|đang|bị|đã|vẫn|nằm|có thể)(?: |$)/.test(chunks[to]?.text ?? '')) return to
  const isDoing = /^(?:đang|có thể)$/.test(chunks[to]?.text ?? '')
  for (let i = to; i < Math.min(chunks.length, to + LONGEST_CLAUSE); i++) {
    const c = chunks[i] as Chunk
    if (ENDS_CLAUSE.some(t => c.tags.has(t)) || /^(?:bằng|để|nhằm|theo|thông qua)$/.test(c.text)) return i
    // `xe buýt đang khai thác trên địa bàn`, `doanh nghiệp có thể thực hiện thủ tục`: what is done belongs to it.
    if (SAYS_MORE.some(t => c.tags.has(t) && !(isDoing && (t === 'Do' || c.text === 'hoặc' || (t === 'Forecast' && i === to))))) return to
  }
  return to
}

/** `thợ có tay nghề, thẻ nghề đạt …`: what follows a comma without a head of its own belongs to the phrase before it. */
export function extendLeft(context: Context, sentence: number, slot: Slot): Slot {
  const chunks = context.chunksOf(sentence)
  let { from } = slot
  // `đóng góp vào GDP trên 60%`: what is contributed.
  const isOfIndex = chunks[from + 1]?.text.startsWith('chỉ') === true
  if (chunks[from]?.text === 'vào' && chunks[from - 1]?.text === 'đóng góp' && !isOfIndex) return { from: from - 1, to: slot.to }
  // `tỷ lệ hồ sơ được xử lý thông qua cổng dịch vụ công đạt 90%`
  if (chunks[from - 1]?.text === 'thông qua') {
    from = withPhraseBefore(chunks, from, 1)
  }
  // `sản lượng sắn dùng để chế biến sâu chiếm 85%`
  if (chunks[from - 1]?.text === 'để' && /^(?:dùng|sử dụng)$/.test(chunks[from - 2]?.text ?? '')) {
    from = withPhraseBefore(chunks, from, 2)
  }
  const ratio = chunks[from]?.tags.has('Head') || chunks[from]?.tags.has('Indicator') ? undefined : ratioBefore(chunks, from)
  if (ratio !== undefined) return { from: ratio, to: slot.to }
  // `lao động nông nghiệp trong tổng lao động xã hội còn 15%`: the part is measured, of a whole.
  if (chunks[from - 1]?.text === 'trong' && chunks[from]?.text.startsWith('tổng')) {
    from = withPhraseBefore(chunks, from, 1)
  }
  for (let n = 0; n < 3; n++) {
    const words = chunks.slice(from, slot.to)
    const comma = words.findIndex(c => c.tags.has('Comma'))
    if (
      !chunks[from - 1]?.tags.has('Comma') ||
      (comma < 0 ? words.length : comma) > 4 ||
      words[0]?.tags.has('Head') ||
      words[0]?.tags.has('Indicator')
    )
      break
    const start = phraseStart(chunks, from - 1)
    if (start === from - 1) break
    const before = chunks[start - 1]
    // A number or verb in front means that the comma ends another statement.
    if (before !== undefined && (before.tags.has('Quantity') || before.tags.has('Reach') || before.tags.has('Change'))) break
    from = start
  }
  return { from, to: slot.to }
}

// A list of what a ratio is of takes up so many chunks at most.
const RATIO_REACH = 24

/** `tỷ lệ diện tích rau an toàn, tập trung, bảo đảm truy xuất nguồn gốc đạt 20%`: the ratio that a list of properties began with. */
function ratioBefore(chunks: readonly Chunk[], from: number): number | undefined {
  if (!chunks[from - 1]?.tags.has('Comma') && !chunks[from - 1]?.tags.has('Ensure')) return undefined
  for (let i = from - 1; i >= Math.max(0, from - RATIO_REACH); i--) {
    const c = chunks[i] as Chunk
    if (/^(?:tỷ lệ|tỉ lệ)$/.test(c.text)) return i === 0 || ENDS_PHRASE.some(t => chunks[i - 1]?.tags.has(t)) ? i : undefined
    const next = chunks[i + 1]
    if (c.tags.has('Comma') ? next?.tags.has('Head') || next?.tags.has('Indicator') : !isPhraseChunk(c)) return undefined
  }
  return undefined
}

const ENDS_PHRASE = ['Comma', 'Semicolon', 'Dash', 'Date', 'Goal', 'Open', 'Colon']

/** Where the phrase ends that begins at chunk `from`; `from` where none does. */
function phraseEnd(chunks: readonly Chunk[], from: number): number {
  let end = from
  while (end < chunks.length && isPhraseChunk(chunks[end] as Chunk)) end++
  return end
}

/** Where the phrase begins that ends before chunk `to`; `to` where none does. */
function phraseStart(chunks: readonly Chunk[], to: number): number {
  let start = to
  while (start > 0 && isPhraseChunk(chunks[start - 1] as Chunk)) start--
  return start
}

/** The beginning of the phrase in front of the `words` chunks that join it to chunk `from`; `from` where there is none. */
function withPhraseBefore(chunks: readonly Chunk[], from: number, words: number): number {
  const start = phraseStart(chunks, from - words)
  return start < from - words ? start : from
}

function isPhraseChunk(c: Chunk): boolean {
  return (
    c.tags.has('Noun') ||
    c.tags.has('Of') ||
    c.tags.has('And') ||
    c.tags.has('Have') ||
    c.tags.has('Dash') ||
    c.tags.has('Ensure') ||
    c.tags.has('Place') ||
    c.tags.has('Quote')
  )
}
