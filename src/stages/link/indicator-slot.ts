import type { Chunk, Frame, GrammarMatch, Slot } from '../../model/frame.ts'
import type { Quantity } from '../../model/values.ts'
import type { Context } from './context.ts'
import { BODY, type Phrase, phraseOf, trim } from './phrase.ts'
import { extendLeft } from './phrase-left.ts'
import { extendRight } from './phrase-right.ts'

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
