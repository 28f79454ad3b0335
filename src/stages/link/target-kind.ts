import type { Chunk, Field, GrammarMatch } from '../../model/frame.ts'
import { partitionPoint } from '../../text/partition-point.ts'
import type { Context } from './context.ts'
import { evidence, none } from './evidence.ts'
import { WITH_PREDICATE } from './phrase.ts'
import type { ReadTarget } from './target-indicator.ts'
import { isPercent } from './target-unit.ts'

/** What kind of value a number is, and which way it goes. */
export interface Kind {
  readonly value: 'level' | 'change' | 'growth' | 'ratio'
  readonly direction: Field<'up' | 'down' | null>
}

/** Whether the number is a level, a change, a growth rate or a ratio, and which way it goes. */
export function kindOf(context: Context, target: ReadTarget): Kind {
  let kind = known.get(target)
  if (kind === undefined) known.set(target, (kind = decide(context, target, target.best?.reading)))
  return kind
}

/** What was decided of a number: those that its verb says as well ask again. */
const known = new WeakMap<ReadTarget, Kind>()

/** A number with the words around it. */
interface Look {
  readonly context: Context
  readonly target: ReadTarget
  readonly reading: GrammarMatch | undefined
  readonly chunks: readonly Chunk[]
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
    chunks: context.chunksOf(target.frame.sentence),
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

function isGrowthNoun({ target, chunks, text }: Look): boolean {
  const { quantity, at } = target
  const before = chunks[at - 1]?.text ?? ''
  if (!isPercent(quantity)) return false
  if (GROWTH_NOUN.test(text) && !SHARE_IN_GROWTH.test(text) && !/^(?:chiếm|đóng góp)/.test(before)) return true
  if (quantity.form !== 'percent') return false
  return (
    (/(?:^| )tăng trưởng$/.test(before) && !SHARE_IN_GROWTH.test(text)) ||
    GROWTH_BY_NATURE.test(text) ||
    isProduct(target, text, before) ||
    isItemOfGrowth(chunks, at)
  )
}

/** What goes on with the verb of the number before is of its kind. */
function sameAsBefore({ context, target, reading, chunks }: Look): Kind | undefined {
  const twin = sameVerb(target, reading, chunks)
  return twin && kindOf(context, twin)
}

/** So many on top: `trồng thêm 20 ha`. */
function added(look: Look): Kind | undefined {
  const span = isPercent(look.target.quantity) ? undefined : addedBefore(look.chunks, look.target.at)
  return span && { value: 'change', direction: up(look, span) }
}

/** A share by which something is lowered or done away with: `giảm phát thải … ở mức 15%`, `bãi bỏ 40% giấy phép`. */
function lowered({ target, reading, chunks }: Look): Kind | undefined {
  const { quantity, phrase, at, best } = target
  const verb = phrase === undefined ? undefined : chunkBefore(chunks, phrase.start)
  // By so much, not to it.
  const isSaid = best?.rule === 'indicator/head-of-clause' || (reading?.rule === 'target/with' && !quantity.comparator.startsWith('<'))
  if (isSaid && verb?.tags.has('Change') && isPercent(quantity)) return changed(verb)
  if (quantity.form !== 'percent') return undefined
  const listed = isSaid && phrase !== undefined ? changeOfList(chunks, phrase) : undefined
  if (listed !== undefined) return changed(listed)
  const undone = undoneBefore(chunks, at)
  return undone && { value: 'change', direction: { value: 'down', evidence: evidence(undone, 'direction/word') } }
}

/** Without a verb of change: a level, or the growth of one where it is so much a year (`nhóm hàng dệt đạt 9%/năm`). */
function level(look: Look): Kind | undefined {
  const { target, reading, chunks } = look
  const { unit, phrase, at } = target
  if (reading?.yields['kind'] === 'change' || isChangeInBrackets(chunks, at)) return undefined
  return unit === '%/năm' && chunks[at - 1]?.tags.has('Reach') === true && phrase !== undefined
    ? { value: 'growth', direction: up(look, phrase) }
    : LEVEL
}

// So far before a number stands the verb that says how it changes, in chunks.
const VERB_REACH = 12
// What is a part of something, or is to fall: more of it is no growth.
const SHARE =
  /tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|phát thải|số vụ|hộ nghèo|tiêu hao|thời gian|số quy định|chi phí|thủ tục|tỷ suất|biên chế|ô nhiễm/

/** A change by the verb before it. */
function byVerb({ target, reading, chunks, text }: Look): Kind | undefined {
  const { quantity, at } = target
  const i = chunks.findLastIndex((c, k) => k < at && k >= at - VERB_REACH && c.tags.has('Change'))
  const verb = chunks[i]
  if (verb === undefined) return undefined
  const isDown = verb.tags.has('Down')
  // `giảm tổn thất điện năng dưới 6%`: a bound that is apart from the verb is where the fall ends.
  if (isDown && reading?.rule === 'target/change-in' && i < at - 1 && quantity.comparator.startsWith('<')) return undefined
  const isGrowth = quantity.form === 'percent' && !SHARE.test(text) && !isDown && !/^(?:thêm|bổ sung thêm)$/.test(verb.text)
  // `tăng 1,5 lần`: how many times as much.
  return { ...changed(verb), value: quantity.unit === 'lần' ? 'ratio' : isGrowth ? 'growth' : 'change' }
}

function changed(verb: Chunk): Kind {
  return { value: 'change', direction: { value: verb.tags.has('Down') ? 'down' : 'up', evidence: evidence(verb, 'direction/word') } }
}

// A list of measures that one verb governs takes up so many chunks at most.
const LIST_REACH = 20

/** `kéo giảm số vụ cháy, số người chết từ 5-10%`: the verb that governs the list that a phrase ends. */
function changeOfList(chunks: readonly Chunk[], phrase: { readonly start: number }): Chunk | undefined {
  const from = partitionPoint(chunks, k => k.end <= phrase.start)
  if (!chunks[from - 1]?.tags.has('Comma') || !chunks[from]?.tags.has('Head')) return undefined
  for (let i = from - 2; i >= Math.max(0, from - LIST_REACH); i--) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Change')) return c
    if (!['Noun', 'Comma', 'And', 'Of'].some(t => c.tags.has(t))) return undefined
  }
  return undefined
}

const UNDONE = /^(?:bãi|loại|xóa|cắt)$/

/** The words right before a number that do away with it. */
function undoneBefore(chunks: readonly Chunk[], at: number): { start: number; end: number } | undefined {
  let i = at - 1
  while (i > at - 4 && chunks[i]?.tags.has('Adverb')) i--
  const [first, last] = [chunks[i - 1], chunks[i]]
  return last?.text === 'bỏ' && first !== undefined && UNDONE.test(first.text) ? { start: first.start, end: last.end } : undefined
}

/** The chunk that ends right before an offset, with a space between at most. */
function chunkBefore(chunks: readonly Chunk[], start: number): Chunk | undefined {
  const c = chunks[partitionPoint(chunks, k => k.end < start - 1)]
  return c !== undefined && c.end <= start ? c : undefined
}

const SAYS_ITSELF = ['Reach', 'Level', 'Change', 'Raise', 'Have', 'Do', 'Semicolon', 'Open', 'Close', 'Head', 'Indicator', 'Goal']

const SAYS_OTHER = ['Level', 'Change', 'Raise', 'Goal', 'Semicolon', 'Open', 'Colon', 'Stop', 'Boundary']
/** `cắt giảm 20% vào năm 2030 và 90% vào năm 2050`, `giảm 20% thời gian, 30% chi phí`: the share before it that the same verb says. */
function sameVerb(target: ReadTarget, reading: GrammarMatch | undefined, chunks: readonly Chunk[]): ReadTarget | undefined {
  const { at, quantity, best } = target
  const isElided = reading?.rule === 'target/elided' && best?.phrase === undefined
  const isItem = reading?.rule === 'target/share-of' && best?.phrase !== undefined && !WITH_PREDICATE.test(best.phrase.text)
  if (!(isElided || isItem) || quantity.form !== 'percent') return undefined
  const twin = target.before().next().value
  if (twin === undefined || twin.quantity.form !== 'percent') return undefined
  let mark = at - 1
  while (mark > twin.at && chunks[mark]?.tags.has('Adverb')) mark--
  const between = chunks.slice(twin.at + 1, at)
  // What the first number is said of stands between: only another verb ends what theirs says.
  const isNext =
    /^target\/(?:change-of|share-of)$/.test(twin.best?.reading.rule ?? '') &&
    twin.best?.phrase !== undefined &&
    !WITH_PREDICATE.test(twin.best.phrase.text) &&
    (chunks[mark]?.tags.has('And') === true || (isItem && chunks[mark]?.tags.has('Comma') === true))
  const ends = isNext ? SAYS_OTHER : SAYS_ITSELF
  if (isItem && !isNext) return undefined
  return between.some(c => ends.some(t => c.tags.has(t))) ? undefined : twin
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
function isItemOfGrowth(chunks: readonly Chunk[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 24); i--) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Semicolon') || c.tags.has('Quantity') || c.tags.has('Open')) return false
    if (c.tags.has('Reach') && i < at - 3) return false
    if (/^(?:tốc độ tăng|tốc độ tăng trưởng|nhịp độ tăng)$/.test(c.text)) return true
  }
  return false
}

/** The words right before a number that say it comes on top: `tăng mới`, `có thêm`, `bổ sung mới`. */
function addedBefore(chunks: readonly Chunk[], at: number): { start: number; end: number } | undefined {
  let i = at - 1
  while (i > at - 5 && (chunks[i]?.tags.has('Adverb') || chunks[i]?.tags.has('Rate'))) i--
  const last = chunks[i]
  const first = chunks[i - 1]
  if (last === undefined) return undefined
  if (/ (?:mới|thêm)$/.test(last.text) && ADDS.test(last.text.replace(/ (?:mới|thêm)$/, ''))) return last
  if (last.text.endsWith(' thêm') && ADDS_MORE.test(last.text.slice(0, -' thêm'.length))) return last
  if (first === undefined || !/^(?:mới|thêm)$/.test(last.text)) return undefined
  return ADDS.test(first.text) || ADDS_MORE.test(first.text) ? { start: first.start, end: last.end } : undefined
}

const ADDS = /^(?:tăng|bổ sung|có|thu hút|trồng)$/
const ADDS_MORE = /^(?:phát triển|xây dựng|quy hoạch|thành lập|hình thành|mở|lắp đặt)$/

function isChangeInBrackets(chunks: readonly Chunk[], at: number): boolean {
  return (
    chunks[at - 1]?.tags.has('Change') === true ||
    (chunks[at - 1]?.tags.has('Rate') === true && chunks[at - 2]?.tags.has('Change') === true)
  )
}
