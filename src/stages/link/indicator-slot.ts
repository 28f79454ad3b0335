import type { Chunk, Frame, GrammarMatch, Slot } from '../../model/frame.ts'
import type { Quantity } from '../../model/values.ts'
import type { Context } from './context.ts'
import { BODY, type Phrase, phraseOf, trim } from './phrase.ts'

/** The phrase of a reading's indicator slot; `'none'` for a reading without the slot, undefined where it names nothing. */
export function usablePhrase(context: Context, frame: Frame, reading: GrammarMatch): Phrase | 'none' | undefined {
  const slot = reading.slots['indicator']
  if (slot === undefined) return 'none'
  const value = reading.slots['value'] as Slot
  // `hỗ trợ 90% doanh nghiệp`: of the words for what is no goal, those that name a thing may be measured (`thuế nhập khẩu 5 tỷ đồng`).
  const first = context.chunksOf(frame.sentence)[slot.from]
  if (slot.to <= value.from && first?.tags.has('Other') === true && !/^(?:thuế|phí|lệ phí|lãi suất|quỹ|vốn|giá)(?: |$)/.test(first.text))
    return undefined
  const trade = tradeOf(context, frame.sentence, slot)
  if (trade !== undefined && slot.to <= value.from) return trade
  const isBehind = slot.from >= value.to
  const chunks = context.chunksOf(frame.sentence)
  const phrase = phraseOf(
    context,
    frame.sentence,
    isBehind
      ? extendRight(context, frame.sentence, slot)
      : (measureOf(chunks, slot, (frame.anchor.value as Quantity).form === 'percent') ??
          extendLeft(context, frame.sentence, withoutPlace(chunks, slot))),
    isBehind
  )
  if (phrase === undefined) return undefined
  if (!isBehind && BODY.test(phrase.text)) return behindBody(context, chunks, slot)
  // Behind the number, a phrase that begins with a preposition qualifies it and names nothing.
  const isSaid =
    reading.rule === 'target/change-in-respect' || (reading.rule === 'target/share-having' && chunks[slot.from - 1]?.text !== 'với')
  if (isBehind && !isSaid && reading.rule === 'target/share-having') return undefined
  if (isBehind && !isSaid && isQualifier(chunks[slot.from], chunks[slot.from + 1])) return undefined
  // `chiếm 18% tổng doanh số, tương đương 200.000 chiếc`: the base of the share before is not what is counted.
  const isEquivalent = /^tương (?:đương|ứng)(?: |$)/.test(chunks[value.from - 1]?.text ?? '')
  if (!isBehind && isEquivalent && chunks[slot.from - 1]?.tags.has('Percent')) return undefined
  // `giảm 30% chi phí và xây dựng 20 trạm`: what stands behind `và` is only done.
  const and = chunks.findLastIndex((c, i) => i > slot.from && i < slot.to && c.tags.has('And'))
  const isOfOther = slot.to === value.from && and > 0 && chunks[slot.from - 1]?.tags.has('Quantity') === true
  if (isOfOther && chunks.slice(and + 1, slot.to).every(c => c.tags.has('Do') || c.tags.has('Adverb'))) return undefined
  // What something is compared with is not what is measured.
  if (!isBehind && chunks[slot.from - 1]?.tags.has('Compare')) return undefined
  // What stands before the verb must be a thing, not a subject alone (`tỉnh đạt 20%`).
  return !isBehind && isSubjectOnly(context, frame.sentence, slot) ? undefined : phrase
}

/** `Chi cục Thuế khu vực thu ngân sách đạt 70 tỷ đồng`: the measure that follows the name of who answers for it. */
function behindBody(context: Context, chunks: readonly Chunk[], { from, to }: Slot): Phrase | undefined {
  const measure = chunks.slice(from + 2, to).find(c => c.tags.has('Indicator'))
  const phrase = measure === undefined ? undefined : trim(context, measure.start, (chunks[to - 1] as Chunk).end)
  return phrase === undefined || BODY.test(phrase.text) ? undefined : phrase
}

/** `tỷ lệ đô thị hóa của Lào Cai đạt 40%`: whose it is, at the end, belongs to no indicator. */
function withoutPlace(chunks: readonly Chunk[], { from, to }: Slot): Slot {
  let end = to
  while (end > from + 1 && chunks[end - 1]?.tags.has('Place') && !chunks[end - 2]?.tags.has('And')) end--
  return { from, to: end }
}

/**
 * `2 và 3 với tổng chiều dài 83 km`, `2 triệu người với dân số tăng 2%`: behind `với` stands the measure, where what it is
 * said of is counted before it.
 */
function measureOf(chunks: readonly Chunk[], { from, to }: Slot, isPercent: boolean): Slot | undefined {
  const before = chunks[from - 1]
  // `phát triển kinh tế với mức tăng trưởng GDP 7%`: a share is of the measure, which has a name of its own.
  const head = chunks.findLastIndex((c, i) => i > from && i < to - 1 && c.tags.has('Head') && chunks[i - 1]?.text === 'với')
  if (isPercent && head > 0 && !chunks[from]?.tags.has('Head') && !chunks[from]?.tags.has('Indicator')) return { from: head, to }
  const isCounted =
    (before?.tags.has('Quantity') && !before.tags.has('Percent')) ||
    chunks[from]?.tags.has('Number') ||
    /^\d/.test(chunks[from]?.text ?? '')
  if (!isCounted) return undefined
  const at = chunks.findLastIndex((c, i) => i > from && i < to - 1 && c.text === 'với')
  // `1 dự án với quy mô 460 căn`: how many is not what.
  return at < 0 || (at + 2 === to && /^(?:quy mô|số lượng|mức|số)$/.test(chunks[at + 1]?.text ?? '')) ? undefined : { from: at + 1, to }
}

/** `công nghiệp tăng 9%; xây dựng tăng 7%`: the trade, not the work, where what it does is said right behind. */
function tradeOf(context: Context, sentence: number, slot: Slot): Phrase | undefined {
  const chunks = context.chunksOf(sentence)
  const c = chunks[slot.from]
  const next = chunks[slot.to]
  const before = chunks[slot.from - 1]
  if (c === undefined || slot.to !== slot.from + 1 || c.text !== 'xây dựng' || !(next?.tags.has('Change') || next?.tags.has('Reach')))
    return undefined
  const isItem = before === undefined || ['Semicolon', 'Comma', 'Open', 'And', 'Colon'].some(t => before.tags.has(t))
  return isItem ? { start: c.start, end: c.end, text: context.normalized.text.slice(c.start, c.end) } : undefined
}

const PREDICATE =
  /^(?:được|có|đạt|sử dụng|tham gia|thực hiện|duy trì|triển khai|hoàn thành|áp dụng|đáp ứng|biết|là|giữ vững|cung cấp|xử lý|thu gom|đạt chuẩn|đạt tiêu chuẩn|kết nối|tiếp cận|không)/

// What is not counted, or done besides.
const OTHER = /^(?:một số|nhiều|tìm)(?: |$)/

/** `quận, huyện, thị xã đạt chuẩn …`: a short list of subjects goes on over commas until something is said of it. */
function extendRight(context: Context, sentence: number, slot: Slot): Slot {
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

/** `thợ có tay nghề, thẻ nghề đạt …`: what follows a comma without a head of its own belongs to the phrase before it. */
function extendLeft(context: Context, sentence: number, slot: Slot): Slot {
  const chunks = context.chunksOf(sentence)
  let from = behindOwner(chunks, slot.from)
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
  // `số bác sĩ trên 10.000 dân đạt 15`: what is counted for so many of them.
  const per = perSoMany(chunks, from)
  if (per !== undefined) return { from: per, to: slot.to }
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
    if (
      before !== undefined &&
      (before.tags.has('Quantity') || before.tags.has('Reach') || before.tags.has('Change') || before.tags.has('Rank'))
    )
      break
    from = start
  }
  return { from, to: slot.to }
}

/** Where the measure begins that is counted by the number in front of chunk `from`. */
function perSoMany(chunks: readonly Chunk[], from: number): number | undefined {
  const number = chunks[from - 1]
  if (number === undefined || !(number.tags.has('Quantity') || number.tags.has('Number'))) return undefined
  const isPer = /^(?:trên|cho|\/)(?: |$)/.test(number.text) || /^(?:trên|cho|\/)$/.test(chunks[from - 2]?.text ?? '')
  if (!isPer) return undefined
  const to = /^(?:trên|cho|\/)(?: |$)/.test(number.text) ? from - 1 : from - 2
  const start = phraseStart(chunks, to)
  return start < to && chunks[start]?.tags.has('Head') ? start : undefined
}

/** `tốc độ tăng trưởng trung bình của ngành than đạt 6%`: behind `của`, or behind `bình quân` in a phrase, the measure began before. */
function behindOwner(chunks: readonly Chunk[], from: number): number {
  // `tốc độ tăng trưởng doanh thu ngành than đạt 9%`: a head behind another one goes on with it.
  if (
    chunks[from]?.tags.has('Head') &&
    (chunks[from - 1]?.tags.has('Head') || /^(?:tốc độ|nhịp độ|mức)(?: |$)/.test(chunks[from - 1]?.text ?? ''))
  )
    return from - 1
  let to = from
  if (chunks[to - 1]?.tags.has('Of')) to--
  if (/^(?:bình quân|trung bình)$/.test(chunks[to - 1]?.text ?? '') && chunks[to - 2]?.tags.has('Noun')) to--
  if (to === from) return from
  const start = phraseStart(chunks, to)
  return start < to ? start : from
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

function isQualifier(first: Chunk | undefined, second: Chunk | undefined): boolean {
  return (
    first !== undefined &&
    // `10% theo học các ngành kỹ thuật`: a verb, no preposition.
    !(first.text === 'theo' && /^(?:học|đuổi)$/.test(second?.text ?? '')) &&
    // `90 triệu tấn hàng hóa`: goods, not `hàng năm`.
    !(first.text === 'hàng' && !/^(?:năm|tháng|ngày|quý|tuần)/.test(second?.text ?? '')) &&
    /^(?:đối với|ở|tại|trong|vào|so|theo|trên|từ|cho|với|của|trở|nhờ|do|là|so với|mỗi|hàng|hằng|đến|bằng|tới|này|như|qua|tương|còn|được|về|\/)$/.test(
      first.text
    )
  )
}

function isSubjectOnly(context: Context, sentence: number, slot: Slot): boolean {
  const chunks = context.chunksOf(sentence).slice(slot.from, slot.to)
  return chunks.every(c => c.tags.has('Subject') || c.tags.has('Organization') || c.tags.has('Preposition'))
}
