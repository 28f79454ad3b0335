import {
  ADVERB,
  AND,
  BOUNDARY,
  CHANGE,
  CLOSE,
  COLON,
  COMMA,
  DO,
  DOWN,
  GOAL,
  HAVE,
  HEAD,
  INDICATOR,
  LEVEL as LEVEL_WORD,
  NOUN,
  OF,
  OPEN,
  QUANTITY,
  RAISE,
  RATE,
  REACH,
  SEMICOLON,
  STOP
} from '../../mentions/words/tags.ts'
import type { Field, GrammarMatch } from '../../model/frame.ts'
import type { Units } from '../../text/units.ts'
import { words } from '../../text/word-class.ts'
import type { Context } from './context.ts'
import { evidence, none } from './evidence.ts'
import type { Kind } from './kind.ts'
import { WITH_PREDICATE } from './phrase.ts'
import type { ReadTarget } from './target-indicator.ts'
import { isPercent } from './target-unit.ts'

const HOW = ADVERB.or(RATE)
const IN_LIST = NOUN.or(COMMA, AND, OF)
const ITEM_END = SEMICOLON.or(QUANTITY)
const ENDS_ITEM = ITEM_END.or(OPEN)

/** Whether the number is a level, a change, a growth rate or a ratio, and which way it goes. */
export function kindOf(context: Context, target: ReadTarget): Kind {
  // Numbers that its verb says as well ask again.
  return (target.kind ??= decide(context, target, target.best?.reading))
}

/** A number with the words around it. */
interface Look {
  readonly context: Context
  readonly target: ReadTarget
  readonly reading: GrammarMatch | undefined
  readonly units: Units
  /** What it measures, in lower case. */
  readonly text: string
}

/** What says which kind it is, in this order. */
const ROWS: readonly ((look: Look) => Kind | undefined)[] = [growth, sameAsBefore, added, lowered, level, byVerb]

const LEVEL: Kind = { value: 'level', direction: none }

function decide(context: Context, target: ReadTarget, reading: GrammarMatch | undefined): Kind {
  if (target.quantity.form === 'ratio') return { value: 'ratio', direction: none }
  const look: Look = {
    context,
    target,
    reading,
    units: context.unitsOf(target.frame.sentence),
    text: target.phrase?.text.toLowerCase() ?? ''
  }
  for (const row of ROWS) {
    const kind = row(look)
    if (kind !== undefined) return kind
  }
  return LEVEL
}

/** More by so much; the measure may have been named in a sentence before. */
function up({ context, target: { frame } }: Look, span: { readonly start: number; readonly end: number }): Field<'up'> {
  const isBefore = span.start < (context.sentences[frame.sentence]?.start ?? 0)
  return { value: 'up', evidence: evidence(span, 'direction/word', isBefore ? 'carried' : 'same_clause') }
}

/** A growth by what is measured, or as brokers print it over the year before: `117 nghìn tỷ đồng (4% YoY)`. */
function growth(look: Look): Kind | undefined {
  const { context, target } = look
  const { quantity, frame, phrase } = target
  const isOverYear =
    quantity.form === 'percent' && /^ ?yoy(?![a-z])/.test(context.normalized.lower.slice(frame.anchor.end, frame.anchor.end + 6))
  if (quantity.form !== 'double-digit' && !isOverYear && !isGrowthNoun(look)) return undefined
  return { value: 'growth', direction: phrase === undefined ? none : up(look, phrase) }
}

function isGrowthNoun({ target, units, text }: Look): boolean {
  const { quantity, at } = target
  const before = units.text(at - 1)
  if (!isPercent(quantity)) return false
  if (GROWTH_NOUN.test(text) && !SHARE_IN_GROWTH.test(text) && !/^(?:chiếm|đóng góp)/.test(before)) return true
  if (quantity.form !== 'percent') return false
  return (
    (/(?:^| )tăng trưởng$/.test(before) && !SHARE_IN_GROWTH.test(text)) ||
    GROWTH_BY_NATURE.test(text) ||
    isProduct(target, text, before) ||
    isItemOfGrowth(units, at)
  )
}

/** What goes on with the verb of the number before is of its kind. */
function sameAsBefore({ context, target, reading, units }: Look): Kind | undefined {
  const twin = sameVerb(target, reading, units)
  return twin && kindOf(context, twin)
}

/** So many on top: `trồng thêm 20 ha`. */
function added(look: Look): Kind | undefined {
  const span = isPercent(look.target.quantity) ? undefined : addedBefore(look.units, look.target.at)
  return span && { value: 'change', direction: up(look, span) }
}

/** A share by which something is lowered or done away with: `giảm phát thải … ở mức 15%`, `bãi bỏ 40% giấy phép`. */
function lowered({ target, reading, units }: Look): Kind | undefined {
  const { quantity, phrase, at, best } = target
  const verb = phrase === undefined ? -1 : unitBefore(units, phrase.start)
  // By so much, not to it.
  const isSaid = best?.rule === 'indicator/head-of-clause' || (reading?.rule === 'target/with' && !quantity.comparator.startsWith('<'))
  if (isSaid && units.is(verb, CHANGE) && isPercent(quantity)) return changed(units, verb)
  if (quantity.form !== 'percent') return undefined
  const listed = isSaid && phrase !== undefined ? changeOfList(units, phrase) : -1
  if (listed >= 0) return changed(units, listed)
  const undone = undoneBefore(units, at)
  return undone && { value: 'change', direction: { value: 'down', evidence: evidence(undone, 'direction/word') } }
}

/** Without a verb of change: a level, or the growth of one where it is so much a year (`nhóm hàng dệt đạt 9%/năm`). */
function level(look: Look): Kind | undefined {
  const { target, reading, units } = look
  const { unit, phrase, at } = target
  if (reading?.yields['kind'] === 'change' || isChangeInBrackets(units, at)) return undefined
  return unit === '%/năm' && units.is(at - 1, REACH) && phrase !== undefined ? { value: 'growth', direction: up(look, phrase) } : LEVEL
}

// So far before a number stands the verb that says how it changes, in units.
const VERB_REACH = 12
// What is a part of something, or is to fall: more of it is no growth.
const SHARE =
  /tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|phát thải|số vụ|hộ nghèo|tiêu hao|thời gian|số quy định|chi phí|thủ tục|tỷ suất|biên chế|ô nhiễm/

/** A change by the verb before it. */
function byVerb({ target, reading, units, text }: Look): Kind | undefined {
  const { quantity, at } = target
  const i = units.last(CHANGE, at, at - VERB_REACH)
  if (i < 0) return undefined
  const isDown = units.is(i, DOWN)
  // `giảm tổn thất điện năng dưới 6%`: a bound that is apart from the verb is where the fall ends.
  if (isDown && reading?.rule === 'target/change-in' && i < at - 1 && quantity.comparator.startsWith('<')) return undefined
  const isGrowth = quantity.form === 'percent' && !SHARE.test(text) && !isDown && !/^(?:thêm|bổ sung thêm)$/.test(units.text(i))
  // `tăng 1,5 lần`: how many times as much.
  return { ...changed(units, i), value: quantity.unit === 'lần' ? 'ratio' : isGrowth ? 'growth' : 'change' }
}

function changed(units: Units, verb: number): Kind {
  const value = units.is(verb, DOWN) ? 'down' : 'up'
  return { value: 'change', direction: { value, evidence: evidence(units.spanOf(verb), 'direction/word') } }
}

// A list of measures that one verb governs takes up so many units at most.
const LIST_REACH = 20

/** `kéo giảm số vụ cháy, số người chết từ 5-10%`: the verb that governs the list that a phrase ends, or -1. */
function changeOfList(units: Units, phrase: { readonly start: number }): number {
  const from = units.at(phrase.start)
  if (!units.is(from - 1, COMMA) || !units.is(from, HEAD)) return -1
  for (let i = from - 2; i >= Math.max(0, from - LIST_REACH); i--) {
    if (units.is(i, CHANGE)) return i
    if (!units.is(i, IN_LIST)) return -1
  }
  return -1
}

const UNDONE = words('bãi|loại|xóa|cắt')

/** The words right before a number that do away with it. */
function undoneBefore(units: Units, at: number): { start: number; end: number } | undefined {
  let i = at - 1
  while (i > at - 4 && units.is(i, ADVERB)) i--
  return units.text(i) === 'bỏ' && units.is(i - 1, UNDONE) ? { start: units.start(i - 1), end: units.end(i) } : undefined
}

/** The unit that ends right before an offset, with a space between at most; else -1. */
function unitBefore(units: Units, start: number): number {
  const at = units.at(start - 2)
  return at < units.length && units.end(at) <= start ? at : -1
}

const SAYS_ITSELF = REACH.or(LEVEL_WORD, CHANGE, RAISE, HAVE, DO, SEMICOLON, OPEN, CLOSE, HEAD, INDICATOR, GOAL)
const SAYS_OTHER = LEVEL_WORD.or(CHANGE, RAISE, GOAL, SEMICOLON, OPEN, COLON, STOP, BOUNDARY)

/** `cắt giảm 20% vào năm 2030 và 90% vào năm 2050`, `giảm 20% thời gian, 30% chi phí`: the share before it that the same verb says. */
function sameVerb(target: ReadTarget, reading: GrammarMatch | undefined, units: Units): ReadTarget | undefined {
  const { at, quantity, best } = target
  const isElided = reading?.rule === 'target/elided' && best?.phrase === undefined
  const isItem = reading?.rule === 'target/share-of' && best?.phrase !== undefined && !WITH_PREDICATE.test(best.phrase.text)
  if (!(isElided || isItem) || quantity.form !== 'percent') return undefined
  const twin = target.before().next().value
  if (twin === undefined || twin.quantity.form !== 'percent') return undefined
  let mark = at - 1
  while (mark > twin.at && units.is(mark, ADVERB)) mark--
  // What the first number is said of stands between: only another verb ends what theirs says.
  const isNext =
    /^target\/(?:change-of|share-of)$/.test(twin.best?.reading.rule ?? '') &&
    twin.best?.phrase !== undefined &&
    !WITH_PREDICATE.test(twin.best.phrase.text) &&
    (units.is(mark, AND) || (isItem && units.is(mark, COMMA)))
  const ends = isNext ? SAYS_OTHER : SAYS_ITSELF
  if (isItem && !isNext) return undefined
  return units.any(ends, twin.at + 1, at) ? undefined : twin
}

const GROWTH_NOUN = /tăng trưởng|tốc độ tăng|mức tăng|tốc độ phát triển|nhịp độ tăng/
// `tỷ trọng đóng góp của năng suất vào tăng trưởng` is a share.
const SHARE_IN_GROWTH = /đóng góp|tỷ trọng|tỉ trọng|tỷ lệ (?!tăng)|tỉ lệ (?!tăng)/
// What an economy makes.
const PRODUCT = /^(?:g(?:r)?dp|tổng sản phẩm (?:trong nước|trên địa bàn))(?: \(.{2,8}\))?(?: (?:năm )?20\d\d)?$/

/** `mục tiêu GDP 7%`: in percent, with no base of a share, an economy's product is how it grows. */
function isProduct({ frame, unit }: ReadTarget, text: string, before: string): boolean {
  return (
    PRODUCT.test(text) &&
    frame.anchor.parts['base'] === undefined &&
    unit?.startsWith('% ') !== true &&
    !/^(?:chiếm|đóng góp|bằng)/.test(before)
  )
}

// Rates of change by what they are.
const GROWTH_BY_NATURE = /^(?:chỉ số )?(?:lạm phát|cpi|giá tiêu dùng|chỉ số giá)/

/** `tốc độ tăng năng suất ngành nông, lâm nghiệp đạt 7%`: whether the clause up to its verb is headed by a growth noun. */
function isItemOfGrowth(units: Units, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 24); i--) {
    if (units.is(i, ENDS_ITEM)) return false
    if (units.is(i, REACH) && i < at - 3) return false
    if (/^(?:tốc độ tăng|tốc độ tăng trưởng|nhịp độ tăng)$/.test(units.text(i))) return true
  }
  return false
}

/** The words right before a number that say it comes on top: `tăng mới`, `có thêm`, `bổ sung mới`. */
function addedBefore(units: Units, at: number): { start: number; end: number } | undefined {
  let i = at - 1
  while (i > at - 5 && units.is(i, HOW)) i--
  if (/ (?:mới|thêm)$/.test(units.text(i)) && ADDS.test(units.text(i).replace(/ (?:mới|thêm)$/, ''))) return units.spanOf(i)
  if (units.text(i).endsWith(' thêm') && ADDS_MORE.test(units.text(i).slice(0, -' thêm'.length))) return units.spanOf(i)
  if (i < 1 || !/^(?:mới|thêm)$/.test(units.text(i))) return undefined
  return ADDS.test(units.text(i - 1)) || ADDS_MORE.test(units.text(i - 1)) ? { start: units.start(i - 1), end: units.end(i) } : undefined
}

const ADDS = /^(?:tăng|bổ sung|có|thu hút|trồng)$/
const ADDS_MORE = /^(?:phát triển|xây dựng|quy hoạch|thành lập|hình thành|mở|lắp đặt)$/

function isChangeInBrackets(units: Units, at: number): boolean {
  return units.is(at - 1, CHANGE) || (units.is(at - 1, RATE) && units.is(at - 2, CHANGE))
}
