import {
  ADVERB,
  AND,
  CHANGE,
  COLON,
  COMMA,
  COMPARE,
  DO,
  HEAD,
  INDICATOR,
  NUMBER,
  OPEN,
  ORGANIZATION,
  OTHER,
  PERCENT,
  PLACE,
  PREPOSITION,
  QUANTITY,
  REACH,
  SEMICOLON,
  SUBJECT
} from '../../mentions/words/tags.ts'
import type { Frame, GrammarMatch, Slot } from '../../model/frame.ts'
import type { Quantity } from '../../model/values.ts'
import type { Units } from '../../text/units.ts'
import { words } from '../../text/word-class.ts'
import type { Context } from './context.ts'
import { BODY, type Phrase, phraseOf, trim } from './phrase.ts'
import { extendLeft } from './phrase-left.ts'
import { extendRight } from './phrase-right.ts'

const DONE = DO.or(ADVERB)
const WITH = words('với')
const WHO = SUBJECT.or(ORGANIZATION, PREPOSITION)
const EQUIVALENT = words(/^tương (?:đương|ứng)(?: |$)/)
const DIGIT = words(/^\d/)
const HOW_MANY = words('quy mô|số lượng|mức|số')
const BEFORE_ITEM = SEMICOLON.or(COMMA, OPEN, AND, COLON)
const SAYS_HOW_MUCH = CHANGE.or(REACH)

/** Words for what is no goal that name what can be measured. */
const CAN_BE_MEASURED = words(/^(?:thuế|phí|lệ phí|lãi suất|quỹ|vốn|giá)(?: |$)/)

/** The phrase of a reading's indicator slot; `'none'` for a reading without the slot, undefined where it names nothing. */
export function usablePhrase(context: Context, frame: Frame, reading: GrammarMatch): Phrase | 'none' | undefined {
  const slot = reading.slots['indicator']
  if (slot === undefined) return 'none'
  const value = reading.slots['value'] as Slot
  // `hỗ trợ 90% doanh nghiệp`: of the words for what is no goal, those that name a thing may be measured (`thuế nhập khẩu 5 tỷ đồng`).
  const units = context.unitsOf(frame.sentence)
  if (slot.to <= value.from && units.is(slot.from, OTHER) && !units.is(slot.from, CAN_BE_MEASURED)) return undefined
  const trade = tradeOf(context, frame.sentence, slot)
  if (trade !== undefined && slot.to <= value.from) return trade
  const isBehind = slot.from >= value.to
  const phrase = phraseOf(
    context,
    frame.sentence,
    isBehind
      ? extendRight(context, frame.sentence, slot)
      : (measureOf(units, slot, (frame.anchor.value as Quantity).form === 'percent') ??
          extendLeft(context, frame.sentence, withoutPlace(units, slot))),
    isBehind
  )
  if (phrase === undefined) return undefined
  if (!isBehind && BODY.test(phrase.text)) return behindBody(context, units, slot)
  // Behind the number, a phrase that begins with a preposition qualifies it and names nothing.
  const isSaid =
    reading.rule === 'target/change-in-respect' || (reading.rule === 'target/share-having' && units.text(slot.from - 1) !== 'với')
  if (isBehind && !isSaid && reading.rule === 'target/share-having') return undefined
  if (isBehind && !isSaid && isQualifier(units, slot.from)) return undefined
  // `chiếm 18% tổng doanh số, tương đương 200.000 chiếc`: the base of the share before is not what is counted.
  const isEquivalent = units.is(value.from - 1, EQUIVALENT)
  if (!isBehind && isEquivalent && units.is(slot.from - 1, PERCENT)) return undefined
  // `giảm 30% chi phí và xây dựng 20 trạm`: what stands behind `và` is only done.
  const and = units.last(AND, slot.to, slot.from + 1)
  const isOfOther = slot.to === value.from && and > 0 && units.is(slot.from - 1, QUANTITY)
  if (isOfOther && units.every(DONE, and + 1, slot.to)) return undefined
  // What something is compared with is not what is measured.
  if (!isBehind && units.is(slot.from - 1, COMPARE)) return undefined
  // What stands before the verb must be a thing, not a subject alone (`tỉnh đạt 20%`).
  return !isBehind && isSubjectOnly(context, frame.sentence, slot) ? undefined : phrase
}

/** `Chi cục Thuế khu vực thu ngân sách đạt 70 tỷ đồng`: the measure that follows the name of who answers for it. */
function behindBody(context: Context, units: Units, { from, to }: Slot): Phrase | undefined {
  const measure = units.first(INDICATOR, from + 2, to)
  const phrase = measure < 0 ? undefined : trim(context, units.start(measure), units.end(to - 1))
  return phrase === undefined || BODY.test(phrase.text) ? undefined : phrase
}

/** `tỷ lệ đô thị hóa của Lào Cai đạt 40%`: whose it is, at the end, belongs to no indicator. */
function withoutPlace(units: Units, { from, to }: Slot): Slot {
  let end = to
  while (end > from + 1 && units.is(end - 1, PLACE) && !units.is(end - 2, AND)) end--
  return { from, to: end }
}

/**
 * `2 và 3 với tổng chiều dài 83 km`, `2 triệu người với dân số tăng 2%`: behind `với` stands the measure, where what it is
 * said of is counted before it.
 */
function measureOf(units: Units, { from, to }: Slot, isPercent: boolean): Slot | undefined {
  // `phát triển kinh tế với mức tăng trưởng GDP 7%`: a share is of the measure, which has a name of its own.
  const head = units.lastThat(HEAD, at => units.text(at - 1) === 'với', to - 1, from + 1)
  if (isPercent && head > 0 && !units.is(from, HEAD) && !units.is(from, INDICATOR)) return { from: head, to }
  const isCounted = (units.is(from - 1, QUANTITY) && !units.is(from - 1, PERCENT)) || units.is(from, NUMBER) || units.is(from, DIGIT)
  if (!isCounted) return undefined
  const at = units.last(WITH, to - 1, from + 1)
  // `1 dự án với quy mô 460 căn`: how many is not what.
  return at < 0 || (at + 2 === to && units.is(at + 1, HOW_MANY)) ? undefined : { from: at + 1, to }
}

/** `công nghiệp tăng 9%; xây dựng tăng 7%`: the trade, not the work, where what it does is said right behind. */
function tradeOf(context: Context, sentence: number, slot: Slot): Phrase | undefined {
  const units = context.unitsOf(sentence)
  if (slot.to !== slot.from + 1 || units.text(slot.from) !== 'xây dựng' || !units.is(slot.to, SAYS_HOW_MUCH)) return undefined
  const isItem = slot.from === 0 || units.is(slot.from - 1, BEFORE_ITEM)
  return isItem
    ? {
        start: units.start(slot.from),
        end: units.end(slot.from),
        text: context.normalized.text.slice(units.start(slot.from), units.end(slot.from))
      }
    : undefined
}

const QUALIFIES = words(
  'đối với|ở|tại|trong|vào|so|theo|trên|từ|cho|với|của|trở|nhờ|do|là|so với|mỗi|hàng|hằng|đến|bằng|tới|này|như|qua|tương|còn|được|về|/'
)

function isQualifier(units: Units, at: number): boolean {
  const word = units.text(at)
  // `10% theo học các ngành kỹ thuật`: a verb, no preposition.
  if (word === 'theo' && /^(?:học|đuổi)$/.test(units.text(at + 1))) return false
  // `90 triệu tấn hàng hóa`: goods, not `hàng năm`.
  if (word === 'hàng' && !/^(?:năm|tháng|ngày|quý|tuần)/.test(units.text(at + 1))) return false
  return units.is(at, QUALIFIES)
}

function isSubjectOnly(context: Context, sentence: number, slot: Slot): boolean {
  const units = context.unitsOf(sentence)
  return units.every(WHO, slot.from, slot.to)
}
