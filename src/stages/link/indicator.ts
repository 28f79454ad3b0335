import type { Chunk, Frame, GrammarMatch, Slot } from '../../model/frame.ts'
import type { Span } from '../../model/span.ts'
import type { Context } from './context.ts'

/** An indicator phrase of a sentence, trimmed of words that are not part of it. */
export interface Phrase extends Span {
  readonly text: string
}

// Words that begin or end a matched phrase without naming the measured thing.
const LEADING = new Set('về tại theo đối với trong trên ở cho từ dành vào tới đến được đạt số thì là bằng ở mức cả những các có hơn khoảng thêm khác này tiếp tục nhất năm bình quân trung mỗi một'.split(' '))
const LEADING_PHRASES = /^(?:(?:về|tại|theo|đối với|trong|trên|ở|cho|từ|dành cho|vào|tới|đến|được|rằng|phải|toàn|cả|những|các|thêm|hơn|có|là|đang|bằng|với|tổng số (?=\d)|trong tổng số|trong số|tỉnh|thành phố|huyện|địa phương|ngành|công ty|toàn tỉnh|toàn quốc|toàn ngành|toàn thành phố|toàn huyện|phấn|tối thiểu|ít nhất|sẽ|số lượng (?=dịch vụ)|khoảng|tiếp tục|đạt|hoàn thành|thực hiện|xây dựng được|xây dựng|hình thành được|hình thành|phát triển được|duy trì|đẩy mạnh|đưa|nâng|giảm|tăng|huy động|thu hút|giải quyết|tổ chức|triển khai|bảo đảm|đảm bảo) )+/
const TRAILING_PHRASES = /(?: (?:đạt|được|sẽ|là|ở mức|ở|trong|tại|với|của|cho|từ|khoảng|hiện|đã|cũng|đều|phải|vào|theo|trên|tăng|giảm|bình quân|trung bình|hàng năm|hằng năm|mỗi năm|này|trở lên|dự kiến|được duy trì|duy trì|tối thiểu|ít nhất|còn|về|lên|đến|ước|năm|hơn|dưới|phấn đấu|đặt ra|đề ra|do|để|nhằm|phải đạt|so|bằng|tổng cộng|và|có|cùng|hoặc|khiến|của (?:tỉnh|thành phố|huyện|ngành|cả nước|toàn tỉnh|địa phương|đơn vị|công ty)))+$/

/** The words of a slot in the text, without words at its edges that are no part of an indicator's name. Undefined when nothing is left. */
export function phraseOf(context: Context, sentence: number, slot: Slot): Phrase | undefined {
  const chunks = context.chunksOf(sentence)
  const first = chunks[slot.from]
  const last = chunks[slot.to - 1]
  if (first === undefined || last === undefined) return undefined
  return trim(context, first.start, last.end)
}

/** The phrase `[start, end)` trimmed at its edges. */
export function trim(context: Context, start: number, end: number): Phrase | undefined {
  const { lower, text } = context.normalized
  let from = start
  let to = end
  for (;;) {
    const words = lower.slice(from, to)
    const lead = LEADING_PHRASES.exec(words)?.[0].length ?? 0
    const head = /^[\s,;:"'()\-–+*•.]+/.exec(words)?.[0].length ?? 0
    if (lead === 0 && head === 0) break
    from += head > 0 ? head : lead
  }
  for (;;) {
    const words = lower.slice(from, to)
    const tail = TRAILING_PHRASES.exec(words)?.[0].length ?? 0
    const end_ = /[\s,;:"'(\-–+*•.…]+$/.exec(words)?.[0].length ?? 0
    if (tail === 0 && end_ === 0) break
    to -= end_ > 0 ? end_ : tail
  }
  const phrase = text.slice(from, to).replace(/\s+/g, ' ')
  if (to <= from || !/\p{L}{2,}/u.test(phrase) || LEADING.has(phrase.toLowerCase())) return undefined
  return { start: from, end: to, text: phrase }
}

/** A pronoun that stands for the indicator said before (`tỷ lệ này`, `con số này`). */
export function isAnaphor(phrase: Phrase): boolean {
  return /^(?:tỷ lệ|tỉ lệ|con số|chỉ số|mức|chỉ tiêu|số|mục tiêu|tỷ trọng|con số tương ứng)(?: (?:này|đó|trên|tương ứng|nói trên))?$/i.test(phrase.text) && !/^(?:số|mục tiêu)$/i.test(phrase.text)
}

/** The best reading of a frame: the first whose indicator phrase holds something; else an elided one. */
export function bestReading(context: Context, frame: Frame): { reading: GrammarMatch; phrase: Phrase | undefined } | undefined {
  for (const reading of frame.readings) {
    const slot = reading.slots['indicator']
    if (slot === undefined) return { reading, phrase: undefined }
    const value = reading.slots['value'] as Slot
    const phrase = phraseOf(context, frame.sentence, slot)
    if (phrase === undefined) continue
    // Behind the number, a phrase that begins with a preposition qualifies it and names nothing.
    const isBehind = slot.from >= value.to
    if (isBehind && isQualifier(context.chunksOf(frame.sentence)[slot.from])) continue
    // What stands before the verb must be a thing, not a subject alone (`tỉnh đạt 20%`).
    if (!isBehind && isSubjectOnly(context, frame.sentence, slot)) continue
    return { reading, phrase }
  }
  return undefined
}

function isQualifier(first: Chunk | undefined): boolean {
  return first !== undefined && /^(?:đối với|ở|tại|trong|vào|so|theo|trên|từ|cho|với|của|trở|nhờ|do|là|so với|mỗi|hàng|hằng|một|trung|bình|đến|tới|này|như|qua|tương|còn|được|về|\/)$/.test(first.text)
}

function isSubjectOnly(context: Context, sentence: number, slot: Slot): boolean {
  const chunks = context.chunksOf(sentence).slice(slot.from, slot.to)
  return chunks.every(c => c.tags.has('Subject') || c.tags.has('Preposition') || (c.tags.has('Do') && chunks.length === 1))
}
