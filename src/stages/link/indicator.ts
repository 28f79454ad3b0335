import type { Chunk, Frame, GrammarMatch, Slot } from '../../model/frame.ts'
import type { Quantity } from '../../model/values.ts'
import type { Context } from './context.ts'
import { type Phrase, phraseOf, trim } from './phrase.ts'

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
    // The base of a share (`60% GDP`) is no indicator; a count's own noun is (`thêm 400.000 lượt khách`).
    if (frame.anchor.parts['base'] !== undefined && /^target\/(?:share-of|change-of)$/.test(reading.rule)) continue
    if (form === 'count' && reading.rule === 'target/change' && frame.readings.some(r => r.rule === 'target/count-of')) continue
    // `đặt mục tiêu vận chuyển 25,4 triệu lượt hành khách`: what is done names less than what it is done with.
    if (
      reading.rule === 'target/with' &&
      isDeedOnly(context, frame.sentence, reading) &&
      frame.readings.some(r => NAMES_BEHIND.test(r.rule))
    )
      continue
    // `gấp 1,2 lần mặt bằng chung`: what follows a ratio is what it is compared with.
    if (form === 'ratio' && /^target\/(?:amount-of|count-of|share-of)$/.test(reading.rule)) continue
    const phrase = usablePhrase(context, frame, reading)
    if (phrase === undefined) continue
    return refine(context, frame, { reading, phrase: phrase === 'none' ? undefined : phrase })
  }
  return undefined
}

const NAMES_BEHIND = /^target\/(?:share-of|count-of|amount-of)$/

/** Whether the words of a reading in front of the number are verbs of doing alone. */
function isDeedOnly(context: Context, sentence: number, { slots }: GrammarMatch): boolean {
  const slot = slots['indicator']
  return (
    slot !== undefined &&
    context
      .chunksOf(sentence)
      .slice(slot.from, slot.to)
      .every(c => c.tags.has('Do') || c.tags.has('Adverb'))
  )
}

/** The phrase of a reading's indicator slot; `'none'` for a reading without the slot, undefined where it names nothing. */
function usablePhrase(context: Context, frame: Frame, reading: GrammarMatch): Phrase | 'none' | undefined {
  const slot = reading.slots['indicator']
  if (slot === undefined) return 'none'
  const value = reading.slots['value'] as Slot
  const isBehind = slot.from >= value.to
  const phrase = phraseOf(
    context,
    frame.sentence,
    isBehind ? extendRight(context, frame.sentence, slot) : extendLeft(context, frame.sentence, slot)
  )
  if (phrase === undefined) return undefined
  // Behind the number, a phrase that begins with a preposition qualifies it and names nothing.
  if (isBehind && reading.rule !== 'target/change-in-respect' && isQualifier(context.chunksOf(frame.sentence)[slot.from])) return undefined
  // What stands before the verb must be a thing, not a subject alone (`tỉnh đạt 20%`).
  return !isBehind && isSubjectOnly(context, frame.sentence, slot) ? undefined : phrase
}

// A base that a share is of, without anything said of it.
const BASE_ONLY =
  /^(?:các |toàn )?(?:số |tổng số |tổng )?(?:dân số|hộ gia đình|hộ dân|hộ|người dân|người trưởng thành|dân|thôn|thôn, bản|xã|tổng diện tích|diện tích|thị phần|nhu cầu(?: .*)?|vốn đầu tư công(?:, .*)?|kế hoạch(?: .*)?|vốn(?: .*)?|khối lượng|khu vực|địa bàn(?: .*)?|tổng .*)$/i
// A part of what an indicator is said of, without a measure of its own.
const PART_ONLY =
  /^(?:ở |tại |hồ sơ (?:công việc )?)?(?:cấp (?:tỉnh|huyện|xã|thành phố|bộ)|khu vực (?:nông thôn|thành thị|đô thị|miền núi)|nông thôn|thành thị|đô thị|miền núi|vùng cao|nam|nữ)(?: .{0,24})?$/i
const COVERS = /^(?:phủ|phủ sóng|phủ tới|bao phủ|phổ cập|tay|tới|đến)$/
const COUNT_VERB = /^(?:huy động|thu hút|giải ngân|phân bổ|kết nạp|xuất siêu|giải quyết|tiết kiệm|tuyển dụng|vay|phát hành)/

/** Takes in what the grammar's slot leaves out: the topic of an item, the work behind a count of people, the thing that covers a share. */
function refine(context: Context, frame: Frame, choice: Choice): Choice {
  const chunks = context.chunksOf(frame.sentence)
  const at = chunks.findIndex(c => c.mention === frame.anchor)
  const { reading, phrase } = choice
  const { form, unit } = frame.anchor.value as Quantity
  const before = chunks[at - 1]
  if (phrase === undefined) {
    const found =
      insideCue(context, before) ??
      countedVerb(context, chunks, at) ??
      topicOf(context, chunks, at) ??
      measureOfAim(context, chunks, at) ??
      headOfClause(context, chunks, at)
    return found === undefined ? choice : { reading, ...found }
  }
  if (
    (EQUALS.test(before?.text ?? '') || (before?.text === 'chiếm' && BASE_ONLY.test(phrase.text))) &&
    isBehindReading(reading) &&
    chunks[at - 2]?.tags.has('Comma') &&
    chunks.slice(Math.max(0, at - 12), at).some(c => c.tags.has('Quantity'))
  )
    return { reading, phrase: undefined, isElided: true }
  const isBare = form === 'count' && phrase.text.toLowerCase() === (unit ?? '').split('/')[0]
  if (isBare) {
    const found =
      jobs(context, chunks, at) ?? leftPhrase(context, frame, reading) ?? topicOf(context, chunks, at) ?? home(context, chunks, at, unit)
    return found === undefined ? choice : { reading, ...found }
  }
  if (reading.rule === 'target/share-of' && (BASE_ONLY.test(phrase.text) || COVERS.test(before?.text ?? ''))) {
    const found = leftPhrase(context, frame, reading)
    if (found !== undefined) return { reading, ...found }
    // `cáp quang phủ 80% hộ gia đình, 100% xã`: the second base is of what covers the first.
    const isNext = (before?.tags.has('Comma') || before?.tags.has('And')) && chunks.slice(0, at).some(c => c.tags.has('Percent'))
    return isNext && BASE_ONLY.test(phrase.text) ? { reading, phrase: undefined, qualifier: phrase, rule: 'indicator/part-of' } : choice
  }
  if (isSecondOf(chunks, at, reading)) return { reading, phrase: undefined, isElided: true }
  if (PART_ONLY.test(phrase.text) && chunks.slice(0, at).some(c => c.tags.has('Percent')))
    return { reading, phrase: undefined, qualifier: phrase, rule: 'indicator/part-of' }
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

const ENDS_STATEMENT = ['Reach', 'Change', 'Level', 'Semicolon', 'Colon', 'Stop', 'Goal', 'Result', 'Boundary', 'Date', 'Open']

/**
 * Whether the words before a number belong to the number before them: its base (`30% GDP và đến năm 2045 đạt 50%`), or
 * all that it is said of (`95% giáo viên được tập huấn về phòng, chống đuối nước và đạt tỷ lệ 100% vào năm 2035`).
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

// `16 triệu người, tương đương 32% lực lượng lao động`: the same said once more.
const EQUALS = /^(?:tương đương|tương đương với|tức|tức là|bằng)$/
const isBehindReading = ({ rule }: GrammarMatch): boolean => /^target\/(?:share-of|count-of|amount-of)$/.test(rule)

interface Found {
  readonly phrase: Phrase
  readonly rule: string
}

/** The measure inside a plan's name: `kế hoạch lãi 96 tỷ đồng`. */
function insideCue(context: Context, before: Chunk | undefined): Found | undefined {
  const inner = /^(?:(?:đặt )?(?:kế hoạch|chỉ tiêu) (?:chia )?|muốn )(doanh thu|lợi nhuận|cổ tức|lãi|sản lượng|tăng trưởng)$/.exec(
    before?.text ?? ''
  )?.[1]
  if (before === undefined || inner === undefined) return undefined
  const phrase = trim(context, before.end - inner.length, before.end)
  return phrase === undefined ? undefined : { phrase, rule: 'indicator/inside-plan' }
}

/** A verb that itself names what is counted, with nothing else named: `cần huy động khoảng 450.000 tỷ đồng`. */
function countedVerb(context: Context, chunks: readonly Chunk[], at: number): Found | undefined {
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const c = chunks[i] as Chunk
    if (COUNT_VERB.test(c.text))
      return { phrase: { start: c.start, end: c.end, text: context.normalized.text.slice(c.start, c.end) }, rule: 'indicator/verb' }
    if (!c.tags.has('Adverb') && !c.tags.has('Reach') && c.text !== 'được') return undefined
  }
  return undefined
}

const AIM =
  /^(?:(?:đặt|đề ra|hoàn thành|đạt|vượt|thực hiện|với|hướng tới|hướng đến|để đạt|giao|đạt và vượt|hạ) )?(?:các )?(?:mục tiêu|chỉ tiêu|kế hoạch|dự toán|chỉ tiêu kế hoạch|chỉ tiêu phấn đấu)$/
const ENDS_MEASURE = [
  'Quantity',
  'Semicolon',
  'Stop',
  'Colon',
  'Comma',
  'Date',
  'Of',
  'Reach',
  'Boundary',
  'Rank',
  'Open',
  'Issuer',
  'Document',
  'Change',
  'Level',
  'Assign'
]

// Whose aim it is, not what of.
const SETTER =
  /^(?:Tổng cục|Cục|Bộ|Sở|UBND|HĐND|Ủy ban|Hội đồng|Chính phủ|Thủ tướng|Quốc hội|Trung ương|TW|Tổng công ty|Tập đoàn|Tỉnh ủy|Thành ủy)(?: |$)/

/** What an aim is of, where its time or whose it is stands between: `mục tiêu tăng trưởng năm 2025 của thành phố là 9,16%`. */
function measureOfAim(context: Context, chunks: readonly Chunk[], at: number): Found | undefined {
  for (let i = at - 1; i >= Math.max(0, at - 20); i--) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Quantity') || c.tags.has('Semicolon') || c.tags.has('Stop')) return undefined
    if (!AIM.test(c.text)) continue
    let end = i + 1
    while (end < at && !ENDS_MEASURE.some(t => chunks[end]?.tags.has(t))) end++
    const first = chunks[i + 1]
    const last = chunks[end - 1]
    if (end === i + 1 || first === undefined || last === undefined) return undefined
    const phrase = first.tags.has('Set') || first.tags.has('Weak') ? undefined : trim(context, first.start, last.end)
    return phrase === undefined || !phrase.text.includes(' ') || SETTER.test(phrase.text) ? undefined : { phrase, rule: 'indicator/of-aim' }
  }
  return undefined
}

/** The measure that a clause begins with, with no other number between: `Tổng thu ngân sách năm 2025 ngành thuế được giao là …`. */
function headOfClause(context: Context, chunks: readonly Chunk[], at: number): Found | undefined {
  let start = at
  while (start > 0 && !['Semicolon', 'Stop', 'Comma', 'Colon', 'Quantity', 'Boundary'].some(t => chunks[start - 1]?.tags.has(t))) start--
  if (
    chunks[start - 1]?.tags.has('Quantity') ||
    !(chunks[start]?.tags.has('Head') || chunks[start]?.tags.has('Indicator')) ||
    at - start < 2
  )
    return undefined
  let end = start
  while (end < at && !ENDS_MEASURE.some(t => chunks[end]?.tags.has(t))) end++
  const phrase = trim(context, (chunks[start] as Chunk).start, (chunks[end - 1] as Chunk).end)
  return phrase === undefined ? undefined : { phrase, rule: 'indicator/head-of-clause' }
}

/** What an item is about by its first words: `PAR INDEX: đạt trên 87%`. */
function topicOf(context: Context, chunks: readonly Chunk[], at: number): Found | undefined {
  const colon = chunks.findIndex(c => c.tags.has('Colon'))
  const isSaid = colon + 1 === at || ['Reach', 'Change', 'Do', 'Have', 'Level', 'Ensure', 'Rate'].some(t => chunks[colon + 1]?.tags.has(t))
  if (
    colon < 1 ||
    colon > at ||
    colon > 16 ||
    !isSaid ||
    chunks.slice(0, colon).some(c => ['Goal', 'Date', 'Boundary', 'Quantity', 'Document', 'Stop'].some(t => c.tags.has(t)))
  )
    return undefined
  const phrase = trim(context, (chunks[0] as Chunk).start, (chunks[colon - 1] as Chunk).end)
  return phrase === undefined ? undefined : { phrase, rule: 'indicator/topic' }
}

/** `tạo việc làm mới cho 9.500 lao động`: jobs are counted by the people who get them. */
function jobs(context: Context, chunks: readonly Chunk[], at: number): Found | undefined {
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Comma') || c.tags.has('Quantity')) return undefined
    const inner = /việc làm(?: mới)?/.exec(c.text)
    if (inner === null) continue
    const start = c.start + inner.index
    return {
      phrase: { start, end: start + inner[0].length, text: context.normalized.text.slice(start, start + inner[0].length) },
      rule: 'indicator/jobs'
    }
  }
  return undefined
}

const HOME = /^nhà ở(?: (?:xã hội|công nhân|thương mại|tái định cư|công vụ|lực lượng vũ trang))?/

/** Flats are counted without saying of what: of the housing that was last spoken of. */
function home(context: Context, chunks: readonly Chunk[], at: number, unit: string | null): Found | undefined {
  const { lower, text } = context.normalized
  const start = /^căn/.test(unit ?? '') ? lower.lastIndexOf('nhà ở', (chunks[at] as Chunk).start) : -1
  const words = start < 0 ? null : HOME.exec(lower.slice(start, start + 40))
  if (words === null) return undefined
  const end = start + words[0].length
  return { phrase: { start, end, text: text.slice(start, end) }, rule: 'indicator/housing' }
}

/** What another reading of the number found in front of it. */
function leftPhrase(context: Context, frame: Frame, chosen: GrammarMatch): Found | undefined {
  for (const reading of frame.readings) {
    if (reading === chosen || !/^target\/(?:with|reach-from-base|headed|colon)$/.test(reading.rule)) continue
    const phrase = usablePhrase(context, frame, reading)
    const first = context.chunksOf(frame.sentence)[reading.slots['indicator']?.from ?? -1]
    if (first?.tags.has('Do') || first?.tags.has('Have') || /^(?:năm|cả|mỗi)$/.test(first?.text ?? '')) continue
    if (phrase !== undefined && phrase !== 'none' && phrase.end <= frame.anchor.start && phrase.text.includes(' '))
      return { phrase, rule: reading.rule }
  }
  return undefined
}

const PREDICATE =
  /^(?:được|có|đạt|sử dụng|tham gia|thực hiện|duy trì|triển khai|hoàn thành|áp dụng|đáp ứng|biết|là|giữ vững|cung cấp|xử lý|thu gom|đạt chuẩn|đạt tiêu chuẩn|kết nối|tiếp cận|không)/

/** `quận, huyện, thị xã đạt chuẩn …`: a short list of subjects goes on over commas until something is said of it. */
function extendRight(context: Context, sentence: number, slot: Slot): Slot {
  const chunks = context.chunksOf(sentence)
  let { to } = slot
  for (let n = 0; n < 5; n++) {
    const words = chunks.slice(slot.from, to)
    if (!chunks[to]?.tags.has('Comma') || words.length > 8 * (n + 1) || words.some(c => PREDICATE.test(c.text))) break
    let end = to + 1
    while (end < chunks.length && isPhraseChunk(chunks[end] as Chunk)) end++
    if (end === to + 1 || chunks[to + 1]?.tags.has('Head') || PREDICATE.test(chunks[to + 1]?.text ?? '')) break
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
    if (
      before !== undefined &&
      (before.tags.has('Quantity') || before.tags.has('Reach') || before.tags.has('Change') || before.tags.has('Rank'))
    )
      break
    from = start
  }
  return { from, to: slot.to }
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

function isQualifier(first: Chunk | undefined): boolean {
  return (
    first !== undefined &&
    /^(?:đối với|ở|tại|trong|vào|so|theo|trên|từ|cho|với|của|trở|nhờ|do|là|so với|mỗi|hàng|hằng|đến|bằng|tới|này|như|qua|tương|còn|được|về|\/)$/.test(
      first.text
    )
  )
}

function isSubjectOnly(context: Context, sentence: number, slot: Slot): boolean {
  const chunks = context.chunksOf(sentence).slice(slot.from, slot.to)
  return chunks.every(c => c.tags.has('Subject') || c.tags.has('Preposition'))
}
