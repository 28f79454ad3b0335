import type { Chunk, Frame, GrammarMatch, Slot } from '../../model/frame.ts'
import type { Quantity } from '../../model/values.ts'
import type { Context } from './context.ts'
import { comparedWith, contributor, measureOfPlan, planPassed } from './indicator-clause.ts'
import {
  countedVerb,
  givenTo,
  headOfClause,
  headOfClauseBefore,
  home,
  insideCue,
  jobs,
  leftPhrase,
  measureOfAim,
  rateOfParts,
  subjectOf,
  topicOf,
  workOn
} from './indicator-elsewhere.ts'
import { usablePhrase } from './indicator-slot.ts'
import type { Phrase } from './phrase.ts'
import { wordsOf } from './sentence-words.ts'

/** The reading chosen for a number, and what it says is measured. Without a phrase the indicator is elided. */
export interface Choice {
  readonly reading: GrammarMatch
  readonly phrase: Phrase | undefined
  /** Rule that put the phrase in place of the reading's own. */
  readonly rule?: string
  /** A part of what the indicator is said of (`riêng các xã đặc biệt khó khăn`). */
  readonly qualifier?: Phrase
  /** Whether the number is a further one of the indicator said before it in the sentence. */
  readonly isElided?: boolean
}

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
      frame.anchor.parts['base'] !== undefined &&
      /^target\/(?:share-of|change-of)$/.test(reading.rule) &&
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
  const before = context.chunksOf(sentence).slice(0, slots['indicator']?.from ?? 0)
  const from = before.findLastIndex(c => ['Comma', 'Semicolon', 'Colon', 'Close', 'Stop'].some(t => c.tags.has(t)))
  return before.slice(from + 1).some(c => c.tags.has('Quantity'))
}

const ENDS_IN_VERB = /^(?:tạo ra|tạo thêm|tạo|thu hút|thu hút được|đón|đón được|phục vụ|đón và phục vụ|vận chuyển)$/

/** `du lịch tạo ra 6 triệu việc làm`: a subject and its verb say who brings about what is counted. */
function endsWithVerb(context: Context, sentence: number, { slots }: GrammarMatch): boolean {
  const last = context.chunksOf(sentence)[(slots['indicator']?.to ?? 0) - 1]
  return last !== undefined && ENDS_IN_VERB.test(last.text)
}

/** `có 1 kết nối Internet và có 1 định danh số`: the second thing is counted by itself. */
function isHadToo(chunks: readonly Chunk[], at: number): boolean {
  return (
    chunks[at - 1]?.text === 'có' &&
    chunks[at - 2]?.tags.has('And') === true &&
    chunks.slice(Math.max(0, at - 20), at - 2).some(c => c.tags.has('Quantity'))
  )
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
  const words = slot === undefined ? [] : context.chunksOf(sentence).slice(slot.from, slot.to)
  return words.length > 0 && (DEED.test(wordsOf(words)) || words.every(c => c.tags.has('Do') || c.tags.has('Adverb')))
}

// A base that a share is of, without anything said of it.
const BASE_ONLY =
  /^(?:các |toàn )?(?:số |tổng số |tổng )?(?:dân số|hộ gia đình|hộ dân|hộ|người dân|người trưởng thành|dân|thôn|thôn, bản|xã|tổng diện tích|diện tích|thị phần|nhu cầu(?: .*)?|vốn đầu tư công(?:, .*)?|kế hoạch(?: .*)?|vốn(?: .*)?|khối lượng|khu vực|địa bàn(?: .*)?|tổng .*)$/i
// A part of what an indicator is said of, without a measure of its own.
const PART_ONLY =
  /^(?:ở |tại |hồ sơ (?:công việc )?)?(?:(?:cấp|tuyến) (?:trung ương|tỉnh|huyện|xã|thành phố|bộ|cơ sở)|khu vực (?:nông thôn|thành thị|đô thị|miền núi)|nông thôn|thành thị|đô thị|miền núi|vùng cao|nam|nữ)(?: .{0,24})?$/i
// A quantity that a share is taken of, where nothing is said of it.
const AMOUNT = /^(?:các )?(?:số lượng|khối lượng|giá trị) /i
const isBase = ({ text }: Phrase): boolean => BASE_ONLY.test(text) || (AMOUNT.test(text) && !WITH_PREDICATE.test(text))

const COVERS = /^(?:phủ|phủ sóng|phủ tới|bao phủ|phổ cập|tay|tới|đến)$/

/** Takes in what the grammar's slot leaves out: the topic of an item, the work behind a count of people, the thing that covers a share. */
function refine(context: Context, frame: Frame, choice: Choice): Choice {
  const chunks = context.chunksOf(frame.sentence)
  const at = chunks.findIndex(c => c.mention === frame.anchor)
  const { reading, phrase } = choice
  const { form, unit } = frame.anchor.value as Quantity
  const before = chunks[at - 1]
  const given = isOfWhole(reading) ? contributor(context, chunks, at) : undefined
  if (given !== undefined) return { reading, ...given }
  if (phrase === undefined) {
    const found =
      insideCue(context, chunks, at) ??
      comparedWith(context, chunks, at) ??
      countedVerb(context, chunks, at) ??
      topicOf(context, chunks, at) ??
      measureOfAim(context, chunks, at) ??
      headOfClause(context, chunks, at) ??
      headOfClauseBefore(context, chunks, at) ??
      planPassed(context, chunks, at) ??
      measureOfPlan(context, chunks, at)
    return found === undefined ? choice : { reading, ...found }
  }
  if (
    (EQUALS.test(before?.text ?? '') ||
      (TAKES.test(before?.text ?? '') && BASE_ONLY.test(phrase.text)) ||
      (before?.text === 'đạt' && /^tổng /i.test(phrase.text))) &&
    isBehindReading(reading) &&
    chunks[at - 2]?.tags.has('Comma') &&
    chunks.slice(Math.max(0, at - 12), at).some(c => c.tags.has('Quantity'))
  )
    return { reading, phrase: undefined, isElided: true }
  // `đạt 55 triệu tài khoản, vượt mục tiêu 40 triệu tài khoản`: the aim is of what was reached.
  if (isAimPassed(chunks, at)) return { reading, phrase: undefined, isElided: true }
  // `tổng số xe buýt là 623 xe gồm 423 xe tại TP.HCM và 200 xe tại Hà Nội`: so many of them there.
  if (form === 'count' && isPartThere(chunks, at, phrase, unit))
    return { reading, phrase: undefined, qualifier: phrase, rule: 'indicator/part-of' }
  if (isGrowthOfBefore(chunks, at, reading, phrase)) return { reading, phrase: undefined, isElided: true }
  // `…; đến năm 2030, đáp ứng 65% nhu cầu trong nước`: what meets the need was said before.
  if (reading.rule === 'target/share-of' && isBareClause(chunks, at - 1) && isOfWholeBefore(context, chunks, at, phrase))
    return { reading, phrase: undefined, isElided: true }
  const deed = isBehindReading(reading) ? givenTo(context, chunks, at) : undefined
  if (deed !== undefined) return { reading, ...deed }
  const isBare = form === 'count' && phrase.text.toLowerCase() === (unit ?? '').split('/')[0]
  // `6 tuyến liền kề nối với Quảng Ninh (2 tuyến)`: brackets count some of the same.
  if (isBare && before?.tags.has('Open') && chunks.slice(0, at).some(c => c.tags.has('Count')))
    return { reading, phrase: undefined, isElided: true }
  if (isBare && isHadToo(chunks, at)) return choice
  if (isBare) {
    const found =
      jobs(context, chunks, at) ??
      workOn(context, frame, reading, unit) ??
      // `kỹ năng kinh doanh cho 50.000 phụ nữ`: who is served is counted.
      (before?.text === 'cho' || before?.tags.has('Goal') ? undefined : leftPhrase(context, frame, reading)) ??
      topicOf(context, chunks, at) ??
      subjectOf(context, chunks, at, unit) ??
      home(context, chunks, at, unit)
    return found === undefined ? choice : { reading, ...found }
  }
  if (reading.rule === 'target/share-of' && (isBase(phrase) || COVERS.test(before?.text ?? ''))) {
    const found = leftPhrase(context, frame, reading)
    if (found !== undefined) return { reading, ...found }
    // `cáp quang phủ 74% hộ gia đình, 98% xã`: the second base is of what covers the first.
    const isNext = (before?.tags.has('Comma') || before?.tags.has('And')) && chunks.slice(0, at).some(c => c.tags.has('Percent'))
    return isNext && isBase(phrase) ? { reading, phrase: undefined, qualifier: phrase, rule: 'indicator/part-of' } : choice
  }
  if (isSecondOf(chunks, at, reading)) return { reading, phrase: undefined, isElided: true }
  if (PART_ONLY.test(phrase.text)) {
    const rate = rateOfParts(context, chunks, at)
    if (rate !== undefined) return { reading, ...rate, qualifier: phrase }
    if (chunks.slice(0, at).some(c => c.tags.has('Percent')))
      return { reading, phrase: undefined, qualifier: phrase, rule: 'indicator/part-of' }
  }
  const slot = reading.slots['indicator'] as Slot
  if (
    slot.to <= at &&
    /^riêng/.test(chunks[slot.from - 1]?.text ?? '') &&
    !chunks[slot.from]?.tags.has('Head') &&
    !chunks[slot.from]?.tags.has('Indicator')
  ) {
    return { reading, phrase: undefined, qualifier: phrase, rule: 'indicator/part-of' }
  }
  return choice
}

const PASSES = /^(?:vượt|vượt qua|so với|cao hơn|thấp hơn|hơn|kém)(?: (?:mục tiêu|chỉ tiêu|kế hoạch))?$/
// So near before an aim stands what was reached, in chunks.
const REACHED_NEAR = 8

/** Whether a number is an aim that is compared with what was reached, said right before. */
function isAimPassed(chunks: readonly Chunk[], at: number): boolean {
  const aim = at - 1
  if (!/(?:mục tiêu|chỉ tiêu|kế hoạch)$/.test(chunks[aim]?.text ?? '')) return false
  const isPassed = /^vượt /.test(chunks[aim]?.text ?? '') || PASSES.test(chunks[aim - 1]?.text ?? '')
  return isPassed && chunks.slice(Math.max(0, aim - REACHED_NEAR), aim).some(c => c.tags.has('Quantity'))
}

/** Whether a count of things in a place is a part of a count of the same things, said before. */
function isPartThere(chunks: readonly Chunk[], at: number, phrase: Phrase, unit: string | null): boolean {
  if (unit === null || !phrase.text.toLowerCase().startsWith(`${unit} tại `)) return false
  const parts = chunks.findLastIndex((c, i) => i < at && /^(?:gồm|bao gồm|trong đó)$/.test(c.text))
  return parts > 0 && chunks.slice(0, parts).some(c => c.tags.has('Quantity'))
}

/** Whether between the mark that ends the clause before and chunk `at` stand only times and adverbs. */
function isBareClause(chunks: readonly Chunk[], at: number): boolean {
  let i = at - 1
  while (
    i >= 0 &&
    (['Date', 'Adverb', 'Weak', 'Goal', 'Rate'].some(t => chunks[i]?.tags.has(t)) || (isMark(chunks[i]) && chunks[i - 1]?.tags.has('Date')))
  )
    i--
  return isMark(chunks[i])
}

/** Whether a share is said of what a number before it in the sentence was said of: what it takes up is only its base. */
function isOfWholeBefore(context: Context, chunks: readonly Chunk[], at: number, phrase: Phrase): boolean {
  const verb = chunks[at - 1]?.text ?? ''
  if (TAKES.test(verb) && !WITH_PREDICATE.test(phrase.text)) return chunks.slice(Math.max(0, at - 24), at).some(c => c.tags.has('Percent'))
  return BASE_ONLY.test(phrase.text) && /^đáp ứng(?: được)?$/.test(verb) && isSameBase(context, chunks, at, phrase)
}

// A base of which something is said is measured itself.
const WITH_PREDICATE = / (?:được|có|đạt|là|sử dụng|tham gia)(?: |$)/i

/** Whether the number before is a share of the same. */
function isSameBase(context: Context, chunks: readonly Chunk[], at: number, phrase: Phrase): boolean {
  const before = chunks.slice(Math.max(0, at - 24), at).findLast(c => c.tags.has('Percent'))
  const words = before === undefined ? '' : context.normalized.lower.slice(before.end, (chunks[at] as Chunk).start)
  return words.startsWith(` ${phrase.text.toLowerCase()}`)
}

const isMark = (c: Chunk | undefined): boolean => c?.tags.has('Comma') === true || c?.tags.has('Semicolon') === true

/** `tổng thu 85 tỷ đồng, đạt tỷ lệ tăng trưởng 157%`: the growth of what was just said. */
function isGrowthOfBefore(chunks: readonly Chunk[], at: number, reading: GrammarMatch, phrase: Phrase): boolean {
  const slot = reading.slots['indicator'] as Slot
  if (slot.to > at || !/^(?:(?:mức|tỷ lệ|tỉ lệ|tốc độ) )?tăng trưởng$/i.test(phrase.text)) return false
  let i = slot.from - 1
  while (
    i > 0 &&
    (chunks[i]?.tags.has('Reach') || /^(?:với|ứng với|tương ứng|mức|tỷ lệ|tốc độ|tương đương với)$/.test(chunks[i]?.text ?? ''))
  )
    i--
  const isSaid = i < slot.from - 1 || chunks[slot.from]?.tags.has('Reach') === true
  const number = chunks.slice(Math.max(0, i - 6), i).findLast(c => c.tags.has('Quantity'))
  return (
    (isSaid || phrase.text.toLowerCase() === 'tăng trưởng') &&
    chunks[i]?.tags.has('Comma') === true &&
    number !== undefined &&
    !number.tags.has('Percent') &&
    !/ năm$/.test(number.text)
  )
}

const ENDS_STATEMENT = ['Reach', 'Change', 'Level', 'Semicolon', 'Colon', 'Stop', 'Goal', 'Result', 'Boundary', 'Date', 'Open']

/**
 * Whether the words before a number belong to the number before them: its base (`24% GDP và đến năm 2040 đạt 41%`), or
 * all that it is said of (`88% bảo vệ được tập huấn về chữa cháy, cứu hộ và đạt tỷ lệ 97% vào năm 2033`).
 */
function isSecondOf(chunks: readonly Chunk[], at: number, reading: GrammarMatch): boolean {
  const slot = reading.slots['indicator'] as Slot
  if (slot.to > at || !/^target\/(?:with|reach-from-base|headed)$/.test(reading.rule)) return false
  if (chunks[slot.from - 1]?.tags.has('Percent') && (slot.to - slot.from === 1 || /^(?:gdp|grdp)$/.test(chunks[slot.from]?.text ?? '')))
    return true
  const isJoined = chunks.slice(slot.to - 1, at).some(c => c.tags.has('And'))
  if (!isJoined) return false
  for (let i = slot.from - 1; i >= 0; i--) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Quantity')) return chunks[i + 1]?.tags.has('Noun') === true
    if (ENDS_STATEMENT.some(t => c.tags.has(t))) return false
  }
  return false
}

const isOfWhole = ({ rule }: GrammarMatch): boolean => /^target\/(?:share-of|elided)$/.test(rule)

const TAKES = /^chiếm(?: (?:tỷ|tỉ) (?:lệ|trọng))?$/
// `3 triệu hộ, tương đương 27% số hộ cả vùng`: the same said once more.
const EQUALS = /^(?:tương đương|tương đương với|tức|tức là|bằng)$/
const isBehindReading = ({ rule }: GrammarMatch): boolean => /^target\/(?:share-of|count-of|amount-of)$/.test(rule)
