import type { Chunk, Frame, GrammarMatch, Slot } from '../../model/frame.ts'
import type { Span } from '../../model/span.ts'
import type { Context } from './context.ts'

/** An indicator phrase of a sentence, trimmed of words that are not part of it. */
export interface Phrase extends Span {
  readonly text: string
}

// Words that begin or end a matched phrase without naming the measured thing.
const LEADING = new Set('về tại theo đối với trong trên ở cho từ dành vào tới đến được đạt số thì là bằng ở mức cả những các có hơn khoảng thêm khác này tiếp tục nhất năm bình quân trung mỗi một'.split(' '))
const LEADING_PHRASES = /^(?:(?:về|tại|theo|đối với|trong|trên|ở|cho|từ|dành cho|vào|tới|đến|được|rằng|phải|toàn|cả|những|các|thêm|hơn|có|là|đang|bằng|với|tổng số (?=\d)|trong tổng số|trong số|tỉnh|thành phố|huyện|địa phương|ngành|công ty|toàn tỉnh|toàn quốc|toàn ngành|toàn thành phố|toàn huyện|phấn|tối thiểu|ít nhất|sẽ|số lượng (?=dịch vụ)|khoảng|tiếp tục|đạt|hoàn thành|thực hiện|xây dựng được|xây dựng|hình thành được|hình thành|phát triển được|duy trì|đẩy mạnh|đưa|nâng|giảm(?! nghèo| phát thải)|tăng(?! trưởng| thu)|thu hút|giải quyết|tổ chức|triển khai|bảo đảm|đảm bảo|quy hoạch|so với|so|nếu|ra|đưa ra|giai đoạn|thời kỳ|hằng năm|hàng năm|mức|là) )+/
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
export function trim(context: Context, start: number, end: number, leading: RegExp = LEADING_PHRASES): Phrase | undefined {
  const { lower, text } = context.normalized
  let from = start
  let to = end
  for (;;) {
    const words = lower.slice(from, to)
    const lead = leading.exec(words)?.[0].length ?? 0
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
  if (to <= from || !/\p{L}{2,}/u.test(phrase) || LEADING.has(phrase.toLowerCase()) || EMPTY.test(phrase)) return undefined
  return { start: from, end: to, text: phrase }
}

// Words that a phrase may consist of without naming anything that is measured.
const EMPTY = /^(?:giai đoạn|thời kỳ|đưa ra|ra|khoảng|mức|so|so với|tiền mặt|năm|tỷ lệ tăng|quy hoạch|hụt|còn lại|vượt|đợt|kỳ|tổng cộng|trong đó|bằng tiền mặt|cụ thể)$/i

/** A pronoun that stands for the indicator said before (`tỷ lệ này`, `con số này`). */
export function isAnaphor(phrase: Phrase): boolean {
  return /^(?:tỷ lệ|tỉ lệ|con số|chỉ số|mức|chỉ tiêu|số|mục tiêu|tỷ trọng|con số tương ứng)(?: (?:này|đó|trên|tương ứng|nói trên))?$/i.test(phrase.text) && !/^(?:số|mục tiêu)$/i.test(phrase.text)
}

/** The best reading of a frame: the first whose indicator phrase holds something; else an elided one. */
export function bestReading(context: Context, frame: Frame): { reading: GrammarMatch; phrase: Phrase | undefined } | undefined {
  const { form } = frame.anchor.value as { form?: string }
  for (const reading of frame.readings) {
    // The base of a share (`60% GDP`) is no indicator; a count's own noun is (`thêm 400.000 lượt khách`).
    if (frame.anchor.parts['base'] !== undefined && /^target\/(?:share-of|change-of)$/.test(reading.rule)) continue
    if (form === 'count' && reading.rule === 'target/change' && frame.readings.some(r => r.rule === 'target/count-of')) continue
    const slot = reading.slots['indicator']
    if (slot === undefined) return { reading, phrase: undefined }
    const value = reading.slots['value'] as Slot
    const isLeft = slot.from < value.from
    const phrase = phraseOf(context, frame.sentence, isLeft ? extendLeft(context, frame.sentence, slot) : extendRight(context, frame.sentence, slot))
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

const PREDICATE = /^(?:được|có|đạt|sử dụng|tham gia|thực hiện|duy trì|triển khai|hoàn thành|áp dụng|đáp ứng|biết|là|giữ vững|cung cấp|xử lý|thu gom|đạt chuẩn|đạt tiêu chuẩn|kết nối|tiếp cận|hưởng|không)/

/** `quận, huyện, thị xã đạt chuẩn …`: a short list of subjects goes on over commas until something is said of it. */
function extendRight(context: Context, sentence: number, slot: Slot): Slot {
  const chunks = context.chunksOf(sentence)
  let { to } = slot
  for (let n = 0; n < 5; n++) {
    const words = chunks.slice(slot.from, to)
    if (!chunks[to]?.tags.has('Comma') || words.length > 8 * (n + 1) || words.some(c => PREDICATE.test(c.text))) break
    let end = to + 1
    while (end < chunks.length && isPhraseChunk(chunks[end] as Chunk)) end++
    if (end === to + 1 || chunks[to + 1]?.tags.has('Head')) break
    to = end
  }
  return { from: slot.from, to }
}

/** `lao động có bằng cấp, chứng chỉ đạt …`: what follows a comma without a head of its own belongs to the phrase before it. */
function extendLeft(context: Context, sentence: number, slot: Slot): Slot {
  const chunks = context.chunksOf(sentence)
  let { from } = slot
  for (let n = 0; n < 3; n++) {
    const words = chunks.slice(from, slot.to)
    if (!chunks[from - 1]?.tags.has('Comma') || words.length > 4 || words[0]?.tags.has('Head') || words[0]?.tags.has('Indicator')) break
    let start = from - 1
    while (start > 0 && isPhraseChunk(chunks[start - 1] as Chunk)) start--
    if (start === from - 1) break
    const before = chunks[start - 1]
    // A number or verb in front means that the comma ends another statement.
    if (before !== undefined && (before.tags.has('Quantity') || before.tags.has('Reach') || before.tags.has('Change') || before.tags.has('Rank'))) break
    from = start
  }
  return { from, to: slot.to }
}

function isPhraseChunk(c: Chunk): boolean {
  return c.tags.has('Noun') || c.tags.has('Of') || c.tags.has('And') || c.tags.has('Have') || c.tags.has('Dash') || c.tags.has('Ensure') || c.tags.has('Place')
}

function isQualifier(first: Chunk | undefined): boolean {
  return first !== undefined && /^(?:đối với|ở|tại|trong|vào|so|theo|trên|từ|cho|với|của|trở|nhờ|do|là|so với|mỗi|hàng|hằng|đến|bằng|tới|này|như|qua|tương|còn|được|về|\/)$/.test(first.text)
}

function isSubjectOnly(context: Context, sentence: number, slot: Slot): boolean {
  const chunks = context.chunksOf(sentence).slice(slot.from, slot.to)
  return chunks.every(c => c.tags.has('Subject') || c.tags.has('Preposition'))
}
