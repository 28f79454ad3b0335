import {
  ADVERB,
  AND,
  BOUNDARY,
  CHANGE,
  COLON,
  COMMA,
  COUNT,
  DATE,
  GOAL,
  HEAD,
  INDICATOR,
  LEVEL,
  LINK,
  NOUN,
  OPEN,
  PAUSE,
  PERCENT,
  QUANTITY,
  RATE,
  REACH,
  RESULT,
  SEMICOLON,
  STOP,
  WEAK
} from '../../mentions/words/tags.ts'
import type { Frame, GrammarMatch, Slot } from '../../model/frame.ts'
import type { Quantity } from '../../model/values.ts'
import type { Units } from '../../text/units.ts'
import { words } from '../../text/word-class.ts'
import type { Context } from './context.ts'
import { deedFor, namedMoreFully } from './indicator-bare.ts'
import { comparedWith, contributor, measureOfPlan, planPassed } from './indicator-clause.ts'
import { countedVerb, givenTo, home, insideCue, jobs, leftPhrase, subjectOf, topicOf, workOn } from './indicator-elsewhere.ts'
import { headOfClause, headOfClauseBefore, measureOfAim, rateOfParts } from './indicator-heads.ts'
import { type Phrase, WITH_PREDICATE } from './phrase.ts'

const CONSISTS = words('gồm|bao gồm|trong đó')
const BY_THE_WAY = DATE.or(ADVERB, WEAK, GOAL, RATE)
const APART = words(/^riêng/)
const EXCEEDS = words(/^vượt /)
const AT_RATE = words('với|ứng với|tương ứng|mức|tỷ lệ|tốc độ|tương đương với')
const PRODUCT = words('gdp|grdp')
const AT_RATE_ALL = REACH.or(AT_RATE)

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
  readonly units: Units
  /** Index of the number among them. */
  readonly at: number
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

const COVERS = words('phủ|phủ sóng|phủ tới|bao phủ|phổ cập|tay|tới|đến')
const FOR_OR_GOAL = words('cho').or(GOAL)

/** What else a number may measure than the words of its reading say, in this order; undefined where a step says nothing. */
const STEPS: readonly ((named: Named) => Choice | undefined)[] = [saidBefore, givenAway, bareCount, base, second, part]

/** Takes in what the grammar's slot leaves out: the topic of an item, the work behind a count of people, the thing that covers a share. */
export function refine(context: Context, frame: Frame, choice: Choice): Choice {
  const units = context.unitsOf(frame.sentence)
  const at = units.placeOf(frame.anchor)
  const { reading, phrase } = choice
  const given = isOfWhole(reading) ? contributor(context, units, at) : undefined
  if (given !== undefined) return { reading, ...given }
  if (phrase === undefined) return unnamed(context, units, at, choice)
  const { form, unit } = frame.anchor.value as Quantity
  const named: Named = { context, frame, units, at, reading, phrase, form, unit }
  for (const step of STEPS) {
    const found = step(named)
    if (found !== undefined) return found
  }
  return choice
}

/** What a number measures whose reading names nothing. */
function unnamed(context: Context, units: Units, at: number, choice: Choice): Choice {
  const found =
    insideCue(context, units, at) ??
    comparedWith(context, units, at) ??
    countedVerb(context, units, at) ??
    topicOf(context, units, at) ??
    measureOfAim(context, units, at) ??
    headOfClause(context, units, at) ??
    headOfClauseBefore(context, units, at) ??
    planPassed(context, units, at) ??
    measureOfPlan(context, units, at)
  return found === undefined ? choice : { reading: choice.reading, ...found }
}

const elided = ({ reading }: Named): Choice => ({ reading, phrase: undefined, isElided: true })
const partOf = ({ reading, phrase }: Named): Choice => ({ reading, phrase: undefined, qualifier: phrase, rule: 'indicator/part-of' })

/** A number of what was said before: the same once more, its growth, an aim that was passed, some of the same things. */
function saidBefore(named: Named): Choice | undefined {
  const { context, units, at, reading, phrase, form, unit } = named
  if (isSameAgain(named) || isAimPassed(units, at) || isGrowthOfBefore(units, at, reading, phrase)) return elided(named)
  // `tổng số xe buýt là 623 xe gồm 423 xe tại TP.HCM và 200 xe tại Hà Nội`: so many of them there.
  if (form === 'count' && isPartThere(units, at, phrase, unit)) return partOf(named)
  // `…; đến năm 2030, đáp ứng 65% nhu cầu trong nước`: what meets the need was said before.
  return reading.rule === 'target/share-of' && isBareClause(units, at - 1) && isOfWholeBefore(context, units, at, phrase)
    ? elided(named)
    : undefined
}

/** `3 triệu hộ, tương đương 27% số hộ cả vùng`, `12 tỷ USD, chiếm 9% tổng …`: the number before said as a share. */
function isSameAgain({ units, at, reading, phrase }: Named): boolean {
  const word = units.text(at - 1)
  return (
    (EQUALS.test(word) || (TAKES.test(word) && BASE_ONLY.test(phrase.text)) || (word === 'đạt' && /^tổng /i.test(phrase.text))) &&
    isBehindReading(reading) &&
    units.is(at - 2, COMMA) &&
    units.any(QUANTITY, at - 12, at)
  )
}

/** What is done for so many, not who gets it. */
function givenAway({ context, units, at, reading }: Named): Choice | undefined {
  const deed = isBehindReading(reading) ? givenTo(context, units, at) : undefined
  return deed && { reading, ...deed }
}

// What is said of things that only their kind is said of.
const SAYS_MORE = / (?:phải|với|sẽ|nữa|mới|đang|còn lại) /

/** A count that only its unit names: what is counted is said elsewhere in the clause. */
function bareCount(named: Named): Choice | undefined {
  const { context, frame, units, at, reading, phrase, form, unit } = named
  const isBare = phrase.text.toLowerCase().split(SAYS_MORE)[0]?.split('/')[0] === (unit ?? '').split('/')[0]
  if (form !== 'count' || !isBare) return undefined
  // `6 tuyến liền kề nối với Quảng Ninh (2 tuyến)`: brackets count some of the same.
  if (units.is(at - 1, OPEN) && units.any(COUNT, 0, at)) return elided(named)
  if (isHadToo(units, at)) return { reading, phrase }
  const found =
    jobs(context, units, at) ??
    deedFor(context, units, at) ??
    workOn(context, frame, reading, unit) ??
    // `kỹ năng kinh doanh cho 50.000 phụ nữ`: who is served is counted.
    (units.is(at - 1, FOR_OR_GOAL) ? undefined : leftPhrase(context, frame, reading)) ??
    topicOf(context, units, at) ??
    subjectOf(context, units, at, unit) ??
    home(context, units, at, unit) ??
    namedMoreFully(context, units, at, unit)
  return { reading, phrase, ...found }
}

/** A share whose base is all that its reading names: what it is a share of it stands before. */
function base(named: Named): Choice | undefined {
  const { context, frame, units, at, reading, phrase } = named
  if (reading.rule !== 'target/share-of' || !(isBase(phrase) || units.is(at - 1, COVERS))) return undefined
  const found = deedFor(context, units, at) ?? leftPhrase(context, frame, reading)
  if (found !== undefined) return { reading, ...found }
  // `cáp quang phủ 74% hộ gia đình, 98% xã`: the second base is of what covers the first.
  const isNext = units.is(at - 1, LINK) && units.any(PERCENT, 0, at)
  return isNext && isBase(phrase) ? partOf(named) : { reading, phrase }
}

/** What belongs to the number before, with its base. */
function second(named: Named): Choice | undefined {
  return isSecondOf(named.units, named.at, named.reading) ? elided(named) : undefined
}

/** A part of what an indicator is said of, where that was said before. */
function part(named: Named): Choice | undefined {
  const { context, units, at, reading, phrase } = named
  if (PART_ONLY.test(phrase.text)) {
    const rate = rateOfParts(context, units, at)
    if (rate !== undefined) return { reading, ...rate, qualifier: phrase }
    if (units.any(PERCENT, 0, at)) return partOf(named)
  }
  const slot = reading.slots['indicator'] as Slot
  const isApart = slot.to <= at && units.is(slot.from - 1, APART)
  return isApart && !units.is(slot.from, HEAD) && !units.is(slot.from, INDICATOR) ? partOf(named) : undefined
}

/** `có 1 kết nối Internet và có 1 định danh số`: the second thing is counted by itself. */
function isHadToo(units: Units, at: number): boolean {
  return units.text(at - 1) === 'có' && units.is(at - 2, AND) && units.any(QUANTITY, at - 20, at - 2)
}

const PASSES = words(/^(?:vượt|vượt qua|so với|cao hơn|thấp hơn|hơn|kém)(?: (?:mục tiêu|chỉ tiêu|kế hoạch))?$/)
// So near before an aim stands what was reached, in units.
const REACHED_NEAR = 8

/** Whether a number is an aim that is compared with what was reached, said right before. */
function isAimPassed(units: Units, at: number): boolean {
  const aim = at - 1
  if (!/(?:mục tiêu|chỉ tiêu|kế hoạch)$/.test(units.text(aim))) return false
  const isPassed = units.is(aim, EXCEEDS) || units.is(aim - 1, PASSES)
  return isPassed && units.any(QUANTITY, aim - REACHED_NEAR, aim)
}

/** Whether a count of things in a place is a part of a count of the same things, said before. */
function isPartThere(units: Units, at: number, phrase: Phrase, unit: string | null): boolean {
  if (unit === null || !phrase.text.toLowerCase().startsWith(`${unit} tại `)) return false
  const parts = units.last(CONSISTS, at)
  return parts > 0 && units.any(QUANTITY, 0, parts)
}

/** Whether between the mark that ends the clause before and chunk `at` stand only times and adverbs. */
function isBareClause(units: Units, at: number): boolean {
  let i = at - 1
  while (i >= 0 && (units.is(i, BY_THE_WAY) || (units.is(i, PAUSE) && units.is(i - 1, DATE)))) i--
  return units.is(i, PAUSE)
}

/** Whether a share is said of what a number before it in the sentence was said of: what it takes up is only its base. */
function isOfWholeBefore(context: Context, units: Units, at: number, phrase: Phrase): boolean {
  const verb = units.text(at - 1)
  if (TAKES.test(verb) && !WITH_PREDICATE.test(phrase.text)) return units.any(PERCENT, at - 24, at)
  return BASE_ONLY.test(phrase.text) && /^đáp ứng(?: được)?$/.test(verb) && isSameBase(context, units, at, phrase)
}

/** Whether the number before is a share of the same. */
function isSameBase(context: Context, units: Units, at: number, phrase: Phrase): boolean {
  const before = units.last(PERCENT, at, at - 24)
  const words = before < 0 ? '' : context.normalized.lower.slice(units.end(before), units.start(at))
  return words.startsWith(` ${phrase.text.toLowerCase()}`)
}

/** `tổng thu 85 tỷ đồng, đạt tỷ lệ tăng trưởng 157%`: the growth of what was just said. */
function isGrowthOfBefore(units: Units, at: number, reading: GrammarMatch, phrase: Phrase): boolean {
  const slot = reading.slots['indicator'] as Slot
  if (slot.to > at || !/^(?:(?:mức|tỷ lệ|tỉ lệ|tốc độ) )?tăng trưởng$/i.test(phrase.text)) return false
  let i = slot.from - 1
  while (i > 0 && units.is(i, AT_RATE_ALL)) i--
  const isSaid = i < slot.from - 1 || units.is(slot.from, REACH)
  const number = units.last(QUANTITY, i, i - 6)
  return (
    (isSaid || phrase.text.toLowerCase() === 'tăng trưởng') &&
    units.is(i, COMMA) &&
    number >= 0 &&
    !units.is(number, PERCENT) &&
    !/ năm$/.test(units.text(number))
  )
}

const ENDS_STATEMENT = REACH.or(CHANGE, LEVEL, SEMICOLON, COLON, STOP, GOAL, RESULT, BOUNDARY, DATE, OPEN)

/**
 * Whether the words before a number belong to the number before them: its base (`24% GDP và đến năm 2040 đạt 41%`), or
 * all that it is said of (`88% bảo vệ được tập huấn về chữa cháy, cứu hộ và đạt tỷ lệ 97% vào năm 2033`).
 */
function isSecondOf(units: Units, at: number, reading: GrammarMatch): boolean {
  const slot = reading.slots['indicator'] as Slot
  if (slot.to > at || !/^target\/(?:with|reach-from-base|headed)$/.test(reading.rule)) return false
  if (units.is(slot.from - 1, PERCENT) && (slot.to - slot.from === 1 || units.is(slot.from, PRODUCT))) return true
  const isJoined = units.any(AND, slot.to - 1, at)
  if (!isJoined) return false
  for (let i = slot.from - 1; i >= 0; i--) {
    if (units.is(i, QUANTITY)) return units.is(i + 1, NOUN)
    if (units.is(i, ENDS_STATEMENT)) return false
  }
  return false
}

const isOfWhole = ({ rule }: GrammarMatch): boolean => /^target\/(?:share-of|elided)$/.test(rule)

const TAKES = /^chiếm(?: (?:tỷ|tỉ) (?:lệ|trọng))?$/
// `3 triệu hộ, tương đương 27% số hộ cả vùng`: the same said once more.
const EQUALS = /^(?:tương đương|tương đương với|tức|tức là|bằng)$/
const isBehindReading = ({ rule }: GrammarMatch): boolean => /^target\/(?:share-of|count-of|amount-of)$/.test(rule)
