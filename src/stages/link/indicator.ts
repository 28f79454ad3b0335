import { ADVERB, CLOSE, COLON, COMMA, DO, QUANTITY, SEMICOLON, STOP } from '../../mentions/words/tags.ts'
import type { Frame, GrammarMatch } from '../../model/frame.ts'
import type { Quantity } from '../../model/values.ts'
import { words } from '../../text/word-class.ts'
import type { Context } from './context.ts'
import { type Choice, refine } from './indicator-refined.ts'
import { usablePhrase } from './indicator-slot.ts'
import type { Phrase } from './phrase.ts'

const DONE = DO.or(ADVERB)

const ENDS_CLAUSE = COMMA.or(SEMICOLON, COLON, CLOSE, STOP)

/** A pronoun that stands for the indicator said before (`tỷ lệ này`, `con số này`). */
export function isAnaphor(phrase: Phrase): boolean {
  return (
    /^(?:tỷ lệ|tỉ lệ|con số|chỉ số|mức|chỉ tiêu|số|mục tiêu|tỷ trọng|tỷ số|con số tương ứng)(?: (?:này|đó|ấy|trên|tương ứng|nói trên)(?: .*)?)?$/i.test(
      phrase.text
    ) && !/^(?:số|mục tiêu)$/i.test(phrase.text)
  )
}

/** The best reading of a frame: the first whose indicator phrase holds something, with what stands around it taken in; else an elided one. */
export function bestReading(context: Context, frame: Frame): Choice | undefined {
  const { form } = frame.anchor.value as Quantity
  for (const reading of frame.readings) {
    // The base of a share (`60% GDP`) is no indicator; a count's own noun is (`thêm 230.000 lượt khách`).
    if (
      /^target\/(?:share-of|change-of)$/.test(reading.rule) &&
      frame.anchor.parts['base'] !== undefined &&
      !isBudgetCut(context, frame, reading)
    )
      continue
    if (form === 'count' && reading.rule === 'target/change' && frame.readings.some(r => r.rule === 'target/count-of')) continue
    // `đặt mục tiêu phục vụ 8,3 triệu lượt bạn đọc`: what is done names less than what it is done with.
    if (
      (reading.rule === 'target/with' || reading.rule === 'target/change') &&
      (isDeedOnly(context, frame.sentence, reading) || (form === 'count' && endsWithVerb(context, frame.sentence, reading))) &&
      frame.readings.some(r => NAMES_BEHIND.test(r.rule))
    )
      continue
    // `ngành điện phải cắt giảm 43% lượng phát thải`: who lowers is no measure where what is lowered is said.
    if (
      reading.rule === 'target/change' &&
      form === 'percent' &&
      LOWERED.test(context.normalized.lower.slice(frame.anchor.end, frame.anchor.end + 24)) &&
      frame.readings.some(r => r.rule === 'target/change-of')
    )
      continue
    // `213.097 người đã biết tình trạng của mình (chiếm 85%)`: brackets add to the number before them.
    if (reading.rule === 'target/bracketed' && isOfNumberBefore(context, frame.sentence, reading)) continue
    // `gấp 1,2 lần mặt bằng chung`: what follows a ratio is what it is compared with.
    if (form === 'ratio' && /^target\/(?:amount-of|count-of|share-of)$/.test(reading.rule)) continue
    const phrase = usablePhrase(context, frame, reading)
    if (phrase === undefined) continue
    return refine(context, frame, { reading, phrase: phrase === 'none' ? undefined : phrase })
  }
  return undefined
}

/** Whether a number stands before a reading's indicator in its clause. */
function isOfNumberBefore(context: Context, sentence: number, { slots }: GrammarMatch): boolean {
  const units = context.unitsOf(sentence)
  const to = slots['indicator']?.from ?? 0
  return units.any(QUANTITY, units.last(ENDS_CLAUSE, to) + 1, to)
}

const ENDS_IN_VERB = words('tạo ra|tạo thêm|tạo|thu hút|thu hút được|đón|đón được|phục vụ|đón và phục vụ|vận chuyển')

/** `du lịch tạo ra 6 triệu việc làm`: a subject and its verb say who brings about what is counted. */
function endsWithVerb(context: Context, sentence: number, { slots }: GrammarMatch): boolean {
  return context.unitsOf(sentence).is((slots['indicator']?.to ?? 0) - 1, ENDS_IN_VERB)
}

/** `tiết kiệm 10% dự toán chi thường xuyên`: what the budget is for. */
function isBudgetCut(context: Context, frame: Frame, reading: GrammarMatch): boolean {
  const base = frame.anchor.parts['base']
  return (
    reading.rule === 'target/change-of' &&
    base !== undefined &&
    /^dự toán chi(?: |$)/.test(context.normalized.lower.slice(base.start, base.start + 16))
  )
}

const NAMES_BEHIND = /^target\/(?:share-of|count-of|amount-of|change-of)$/

// What is lowered by a share, as it begins.
const LOWERED =
  /^ (?:các |tổng )?(?:lượng|phát thải|cường độ|công suất|số lượng|số (?!với)|chi phí|thời gian|biên chế|điện năng|năng lượng|nhu cầu|khối lượng|thủ tục|rác|mức (?!độ)|tiêu hao|tỷ lệ|tỉ lệ)/

// Deeds that are no words of their own elsewhere.
const DEED = /^(?:được )?(?:bổ sung|luân chuyển|điều động|biệt phái)(?: mới| thêm)?$/

/** Whether the words of a reading in front of the number are verbs of doing alone. */
function isDeedOnly(context: Context, sentence: number, { slots }: GrammarMatch): boolean {
  const slot = slots['indicator']
  if (slot === undefined || slot.from >= slot.to) return false
  const units = context.unitsOf(sentence)
  return DEED.test(units.textOf(slot.from, slot.to)) || units.every(DONE, slot.from, slot.to)
}
