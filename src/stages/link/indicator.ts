import type { Chunk, Frame, GrammarMatch, Slot } from '../../model/frame.ts'
import type { Context } from './context.ts'
import { type Phrase, phraseOf } from './phrase.ts'

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
