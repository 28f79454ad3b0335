import {
  ADOPT,
  ADVERB,
  ASSIGN,
  BOUNDARY,
  CHANGE,
  COLON,
  COMMA,
  COMPARE,
  DASH,
  DATE,
  DOCUMENT,
  ENSURE,
  EXCEED,
  GOAL,
  HEAD,
  INDICATOR,
  ISSUER,
  LEVEL,
  MEASURE,
  NOUN,
  OF,
  OPEN,
  PART_OR_NUMBER,
  PLACE,
  QUANTITY,
  RAISE,
  RANK,
  RATE,
  REACH,
  SEMICOLON,
  SET,
  STOP,
  WEAK
} from '../../mentions/words/tags.ts'
import type { Units } from '../../text/units.ts'
import { words } from '../../text/word-class.ts'
import type { Context } from './context.ts'
import type { Found } from './indicator-elsewhere.ts'
import { BODY, trim } from './phrase.ts'

const BEFORE_LIST = REACH.or(ADVERB, DATE, COMMA)
const BEFORE_CLAUSE = SEMICOLON.or(STOP, COMMA, COLON, QUANTITY, BOUNDARY)
const SAYS_HOW_MUCH = REACH.or(ADVERB, GOAL, DATE, WEAK, RATE, ENSURE)
const BEFORE_MEASURE = RAISE.or(GOAL, DATE, ADVERB, CHANGE)
const ENDS_RATE = SEMICOLON.or(STOP, DATE, GOAL, REACH)
const IN_ORDER = words('để|nhằm')
const RATIO = words(/^(?:tỷ|tỉ) (?:lệ|trọng)(?: |$)/)
const SETTING = SET.or(WEAK)
const OPENS_SAME = COMMA.or(IN_ORDER)

const AIM = words(
  /^(?:(?:đặt|đề ra|hoàn thành|đạt|vượt|thực hiện|với|hướng tới|hướng đến|để đạt|giao|đạt và vượt|hạ) )?(?:các )?(?:mục tiêu|chỉ tiêu|kế hoạch|dự toán|chỉ tiêu kế hoạch|chỉ tiêu phấn đấu)$/
)
const ENDS_MEASURE = QUANTITY.or(
  SEMICOLON,
  STOP,
  COLON,
  COMMA,
  DATE,
  OF,
  REACH,
  BOUNDARY,
  RANK,
  OPEN,
  ISSUER,
  DOCUMENT,
  CHANGE,
  LEVEL,
  ASSIGN,
  COMPARE,
  ADOPT,
  EXCEED
)

// Whose aim it is, not what of.
const SETTER =
  /^(?:Tổng cục|Cục|Bộ|Sở|UBND|HĐND|Ủy ban|Hội đồng|Chính phủ|Thủ tướng|Quốc hội|Trung ương|TW|Tổng công ty|Tập đoàn|Tỉnh ủy|Thành ủy)(?: |$)/

// The one word that says what an economy makes.
const PRODUCT = /^G(?:R)?DP$/

/** What an aim is of, where its time or whose it is stands between: `mục tiêu trồng cây năm 2026 của thành phố là 7,4%`. */
export function measureOfAim(context: Context, units: Units, at: number): Found | undefined {
  for (let i = at - 1; i >= Math.max(0, at - 20); i--) {
    if (units.is(i, PART_OR_NUMBER)) return undefined
    if (!units.is(i, AIM)) continue
    let end = i + 1
    while (end < at && !units.is(end, ENDS_MEASURE)) end++
    if (end === i + 1) return undefined
    const phrase = units.is(i + 1, SETTING) ? undefined : trim(context, units.start(i + 1), units.end(end - 1))
    return phrase === undefined || !(phrase.text.includes(' ') || PRODUCT.test(phrase.text)) || SETTER.test(phrase.text)
      ? undefined
      : { phrase, rule: 'indicator/of-aim' }
  }
  return undefined
}

const OPENS_CLAUSE = DASH.or(DOCUMENT, ISSUER, GOAL, ENSURE, RAISE, WEAK, PLACE, REACH)

/** `lần lượt là: 8%; …`, `tăng dần: đến năm 2027 đạt 8%; …`: a colon before the number, and perhaps its time, opens a list; what it is of stands in front. */
function beforeList(units: Units, at: number): number {
  let i = at - 1
  while (i > 0 && units.is(i, BEFORE_LIST)) i--
  return units.is(i, COLON) ? i : at
}

/** The measure that a clause begins with, with no other number between: `Tổng số cây năm 2026 ngành lâm nghiệp được giao là …`. */
export function headOfClause(context: Context, units: Units, at: number): Found | undefined {
  // `Tốc độ tăng GRDP từ quý I đến quý IV lần lượt là: 8%; …`: a colon right before the number opens its list.
  let start = beforeList(units, at)
  while (start > 0 && !units.is(start - 1, BEFORE_CLAUSE)) start--
  if (units.is(start - 1, QUANTITY)) return undefined
  // `Mục tiêu là duy trì tỷ lệ phủ xanh ổn định từ 9% đến 10%`: what only announces the measure.
  while (start < at && units.is(start, OPENS_CLAUSE) && !units.is(start, NOUN)) start++
  // `Giảm phát thải khí nhà kính so với kịch bản … ở mức 15%`: the verb says which way.
  if (units.is(start, CHANGE) && units.any(REACH, start, at)) start++
  else if (!units.is(start, MEASURE)) return undefined
  if (at - start < 2) return undefined
  let end = start
  while (end < at && !units.is(end, ENDS_MEASURE)) end++
  const phrase = trim(context, units.start(start), units.end(end - 1))
  return phrase === undefined || BODY.test(phrase.text) ? undefined : { phrase, rule: 'indicator/head-of-clause' }
}

/** `nâng tỷ lệ xe dán thẻ qua trạm, phấn đấu đạt 90%`: a clause that only says how much is of the measure of the clause before it. */
export function headOfClauseBefore(context: Context, units: Units, at: number): Found | undefined {
  let i = at - 1
  while (i >= 0 && units.is(i, SAYS_HOW_MUCH)) i--
  // `sẽ tăng nhanh để đạt mục tiêu 40%`: what for is said of the same.
  if (i < 1 || i === at - 1 || !units.is(i, OPENS_SAME)) return undefined
  let start = i
  while (start > 0 && !units.is(start - 1, BEFORE_CLAUSE)) start--
  if (units.is(start - 1, QUANTITY)) return undefined
  while (start < i && units.is(start, BEFORE_MEASURE)) start++
  if (!units.is(start, HEAD) && !units.is(start, INDICATOR)) return undefined
  let end = start
  while (end < i && !units.is(end, ENDS_MEASURE)) end++
  const phrase = trim(context, units.start(start), units.end(end - 1))
  return phrase === undefined || !phrase.text.includes(' ') || BODY.test(phrase.text)
    ? undefined
    : { phrase, rule: 'indicator/head-of-clause-before' }
}

// So far before a list of parts the rate that they are of is named, in units.
const PARTS_REACH = 60

/** `tăng tỷ lệ khám bằng y học cổ truyền; đến năm 2025: tuyến tỉnh đạt 20%; tuyến huyện đạt 25%`: a rate, a colon, and what it is in each part. */
export function rateOfParts(context: Context, units: Units, at: number): Found | undefined {
  const colon = units.last(COLON, at)
  for (let i = colon - 1; i >= Math.max(0, colon - PARTS_REACH); i--) {
    if (units.is(i, QUANTITY)) return undefined
    if (!units.is(i, RATIO)) continue
    let end = i + 1
    while (end < colon && !units.is(end, ENDS_RATE)) end++
    const phrase = trim(context, units.start(i), units.end(end - 1))
    return phrase === undefined ? undefined : { phrase, rule: 'indicator/rate-of-parts' }
  }
  return undefined
}
