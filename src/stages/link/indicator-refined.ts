import type { Chunk, Frame, GrammarMatch, Slot } from '../../model/frame.ts'
import type { Quantity } from '../../model/values.ts'
import type { Context } from './context.ts'
import { comparedWith, contributor, measureOfPlan, planPassed } from './indicator-clause.ts'
import { countedVerb, givenTo, home, insideCue, jobs, leftPhrase, subjectOf, topicOf, workOn } from './indicator-elsewhere.ts'
import { headOfClause, headOfClauseBefore, measureOfAim, rateOfParts } from './indicator-heads.ts'
import { type Phrase, WITH_PREDICATE } from './phrase.ts'

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

/** A number whose reading names something, with what stands around it. */
interface Named {
  readonly context: Context
  readonly frame: Frame
  readonly chunks: readonly Chunk[]
  /** Index of the number among them, and what stands right before it. */
  readonly at: number
  readonly before: Chunk | undefined
  readonly reading: GrammarMatch
  readonly phrase: Phrase
  readonly form: Quantity['form']
  readonly unit: string | null
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

/** What else a number may measure than the words of its reading say, in this order; undefined where a step says nothing. */
const STEPS: readonly ((named: Named) => Choice | undefined)[] = [saidBefore, givenAway, bareCount, base, second, part]

/** Takes in what the grammar's slot leaves out: the topic of an item, the work behind a count of people, the thing that covers a share. */
export function refine(context: Context, frame: Frame, choice: Choice): Choice {
  const chunks = context.chunksOf(frame.sentence)
  const at = chunks.findIndex(c => c.mention === frame.anchor)
  const { reading, phrase } = choice
  const given = isOfWhole(reading) ? contributor(context, chunks, at) : undefined
  if (given !== undefined) return { reading, ...given }
  if (phrase === undefined) return unnamed(context, chunks, at, choice)
  const { form, unit } = frame.anchor.value as Quantity
  const named: Named = { context, frame, chunks, at, before: chunks[at - 1], reading, phrase, form, unit }
  for (const step of STEPS) {
    const found = step(named)
    if (found !== undefined) return found
  }
  return choice
}

/** What a number measures whose reading names nothing. */
function unnamed(context: Context, chunks: readonly Chunk[], at: number, choice: Choice): Choice {
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
  return found === undefined ? choice : { reading: choice.reading, ...found }
}

const elided = ({ reading }: Named): Choice => ({ reading, phrase: undefined, isElided: true })
const partOf = ({ reading, phrase }: Named): Choice => ({ reading, phrase: undefined, qualifier: phrase, rule: 'indicator/part-of' })

/** A number of what was said before: the same once more, its growth, an aim that was passed, some of the same things. */
function saidBefore(named: Named): Choice | undefined {
  const { context, chunks, at, reading, phrase, form, unit } = named
  if (isSameAgain(named) || isAimPassed(chunks, at) || isGrowthOfBefore(chunks, at, reading, phrase)) return elided(named)
  // `tổng số xe buýt là 623 xe gồm 423 xe tại TP.HCM và 200 xe tại Hà Nội`: so many of them there.
  if (form === 'count' && isPartThere(chunks, at, phrase, unit)) return partOf(named)
  // `…; đến năm 2030, đáp ứng 65% nhu cầu trong nước`: what meets the need was said before.
  return reading.rule === 'target/share-of' && isBareClause(chunks, at - 1) && isOfWholeBefore(context, chunks, at, phrase)
    ? elided(named)
    : undefined
}

/** `3 triệu hộ, tương đương 27% số hộ cả vùng`, `12 tỷ USD, chiếm 9% tổng …`: the number before said as a share. */
function isSameAgain({ chunks, at, before, reading, phrase }: Named): boolean {
  const word = before?.text ?? ''
  return (
    (EQUALS.test(word) || (TAKES.test(word) && BASE_ONLY.test(phrase.text)) || (word === 'đạt' && /^tổng /i.test(phrase.text))) &&
    isBehindReading(reading) &&
    chunks[at - 2]?.tags.has('Comma') === true &&
    chunks.slice(Math.max(0, at - 12), at).some(c => c.tags.has('Quantity'))
  )
}

/** What is done for so many, not who gets it. */
function givenAway({ context, chunks, at, reading }: Named): Choice | undefined {
  const deed = isBehindReading(reading) ? givenTo(context, chunks, at) : undefined
  return deed && { reading, ...deed }
}

/** A count that only its unit names: what is counted is said elsewhere in the clause. */
function bareCount(named: Named): Choice | undefined {
  const { context, frame, chunks, at, before, reading, phrase, form, unit } = named
  const isBare = phrase.text.toLowerCase().split('/')[0] === (unit ?? '').split('/')[0]
  if (form !== 'count' || !isBare) return undefined
  // `6 tuyến liền kề nối với Quảng Ninh (2 tuyến)`: brackets count some of the same.
  if (before?.tags.has('Open') && chunks.slice(0, at).some(c => c.tags.has('Count'))) return elided(named)
  if (isHadToo(chunks, at)) return { reading, phrase }
  const found =
    jobs(context, chunks, at) ??
    workOn(context, frame, reading, unit) ??
    // `kỹ năng kinh doanh cho 50.000 phụ nữ`: who is served is counted.
    (before?.text === 'cho' || before?.tags.has('Goal') ? undefined : leftPhrase(context, frame, reading)) ??
    topicOf(context, chunks, at) ??
    subjectOf(context, chunks, at, unit) ??
    home(context, chunks, at, unit)
  return { reading, phrase, ...found }
}

/** A share whose base is all that its reading names: what it is a share of it stands before. */
function base(named: Named): Choice | undefined {
  const { context, frame, chunks, at, before, reading, phrase } = named
  if (reading.rule !== 'target/share-of' || !(isBase(phrase) || COVERS.test(before?.text ?? ''))) return undefined
  const found = leftPhrase(context, frame, reading)
  if (found !== undefined) return { reading, ...found }
  // `cáp quang phủ 74% hộ gia đình, 98% xã`: the second base is of what covers the first.
  const isNext = (before?.tags.has('Comma') || before?.tags.has('And')) && chunks.slice(0, at).some(c => c.tags.has('Percent'))
  return isNext && isBase(phrase) ? partOf(named) : { reading, phrase }
}

/** What belongs to the number before, with its base. */
function second(named: Named): Choice | undefined {
  return isSecondOf(named.chunks, named.at, named.reading) ? elided(named) : undefined
}

/** A part of what an indicator is said of, where that was said before. */
function part(named: Named): Choice | undefined {
  const { context, chunks, at, reading, phrase } = named
  if (PART_ONLY.test(phrase.text)) {
    const rate = rateOfParts(context, chunks, at)
    if (rate !== undefined) return { reading, ...rate, qualifier: phrase }
    if (chunks.slice(0, at).some(c => c.tags.has('Percent'))) return partOf(named)
  }
  const slot = reading.slots['indicator'] as Slot
  const first = chunks[slot.from]
  const isApart = slot.to <= at && /^riêng/.test(chunks[slot.from - 1]?.text ?? '')
  return isApart && !first?.tags.has('Head') && !first?.tags.has('Indicator') ? partOf(named) : undefined
}

/** `có 1 kết nối Internet và có 1 định danh số`: the second thing is counted by itself. */
function isHadToo(chunks: readonly Chunk[], at: number): boolean {
  return (
    chunks[at - 1]?.text === 'có' &&
    chunks[at - 2]?.tags.has('And') === true &&
    chunks.slice(Math.max(0, at - 20), at - 2).some(c => c.tags.has('Quantity'))
  )
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
